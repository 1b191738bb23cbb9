"""The search index. City in, files out: a catalogue, postings in shards, the passages of each document.

The files are scripts that hand their content to the engine in overrides/assets/js/search/, so that the same files work
over HTTP and from disk. They depend on the data alone: the same data gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from highlights.model import City
from highlights.publish.search.catalogue import catalogue, themed
from highlights.publish.search.documents import Document, documents
from highlights.publish.search.postings import post
from highlights.publish.search.shards import shards

FOLDER = "search/"


def search_files(city: City) -> Mapping[str, bytes]:
    """Contents by address below the site's root."""
    found = tuple(documents(city))
    pairs, singles = post(found)
    files = {
        **{f"pairs/{number}": shard for number, shard in enumerate(shards(pairs))},
        **{f"singles/{number}": shard for number, shard in enumerate(shards(singles))},
        "themed": themed(city, found),
        **{f"text/{document.key}": _passages(document) for document in found},
    }
    scripts = {name: _script(name, content) for name, content in files.items()}
    # Asked for with each file: a browser's copy of an older index never meets a newer catalogue.
    digest = hashlib.sha256()
    for script in scripts.values():
        digest.update(script)
    scripts["catalogue"] = _script("catalogue", catalogue(city, found, digest.hexdigest()[:8], files))
    return {f"{FOLDER}{name}.js": script for name, script in scripts.items()}


def _passages(document: Document) -> object:
    """As the engine reads them: anchor, field of the title, title, lines, what is found but not shown, themes."""
    return [
        [one.anchor, one.field, one.title, one.lines, one.also, [theme.id for theme in one.themes]]
        for one in document.passages
    ]


def _script(name: str, content: object) -> bytes:
    # Chinese characters as they are: escaped, they would compress to a third more.
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'districtSearch.put("{name}",{text});\n'.encode()
