"""The index as it was written, asked without a browser: which documents have all pieces of a text.

Files in, numbers of documents out. The engine in overrides/assets/js/search/ does much more with the same files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from highlights.publish.search import FOLDER
from highlights.publish.search.shards import DIGITS
from highlights.publish.search.spelling import pieces, shard_of


class UnreadableIndex(Exception):  # noqa: N818 about the files, not the program
    """`name` is the file's, below the site's root."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class IndexReader:
    def __init__(self, site: Path) -> None:
        self._site = site
        # Many texts ask for the same pieces, and some pieces are in every document.
        self._posted = cache(self._read_posted)
        self._index_file = cache(self.load)

    def documents_with(self, text: str) -> frozenset[int]:
        """Of a text without a piece, none."""
        pairs, singles = pieces(text)
        kind, wanted = ("pairs", pairs) if pairs else ("singles", singles)
        found = sorted((self._posted(kind, piece) for piece in wanted), key=len)
        return frozenset.intersection(*found) if found else frozenset()

    def _read_posted(self, kind: str, piece: str) -> frozenset[int]:
        count = self._index_file("catalogue")[kind]
        fields = self._index_file(f"{kind}/{shard_of(piece, count)}").get(piece, "").split(",")
        return frozenset(number for field in fields for number in decode(field))

    def load(self, name: str) -> Any:
        address = f"{FOLDER}{name}.js"
        head, tail = f'districtSearch.put("{name}",', ");\n"
        try:
            script = (self._site / address).read_text(encoding="utf-8")
            if not (script.startswith(head) and script.endswith(tail)):
                raise UnreadableIndex(address)
            return json.loads(script.removeprefix(head).removesuffix(tail))
        except (FileNotFoundError, ValueError) as error:
            raise UnreadableIndex(address) from error


def decode(text: str) -> Iterator[int]:
    """What `shards.encode` has written."""
    if not text:
        return
    low = DIGITS.index(text[0])
    bits = "".join(f"{DIGITS.index(digit):06b}" for digit in text[1:])
    number, start = -1, 0
    # Ones fill up the last character: where no zero follows, no number does.
    while (zero := bits.find("0", start)) >= 0:
        end = zero + 1 + low
        number += 1 + (zero - start << low) + int(bits[zero + 1 : end] or "0", 2)
        yield number
        start = end
