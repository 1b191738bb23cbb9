"""Whether the pages could move to another generator, and what would be lost there. Reported; it blocks nothing."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from highlights.model import City
from tests.release.written_out import write_out
from tests.site.test_site import PageReader

pytestmark = pytest.mark.release

GENERATORS = {"properdocs": ("properdocs", "build"), "zensical": ("zensical", "build", "--clean")}
# What this project puts on its pages, by words that show it.
FEATURES = {
    "policy": 'http-equiv="Content-Security-Policy"',
    "description": 'name="description"',
    "Open Graph": 'property="og:',
    "JSON-LD": "application/ld+json",
    "trail": 'class="trail"',
    "date and feedback": 'class="page-foot"',
    "own search": 'class="search-box"',
    "large type": "large-type",
    "dark colours": "dark-colours",
}


@pytest.mark.parametrize("generator", GENERATORS)
def test_the_pages_written_out_build_elsewhere(
    generator: str, real_city: City, real_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        version = importlib.metadata.version(generator)
    except importlib.metadata.PackageNotFoundError:
        pytest.skip(f"{generator} is not installed")
    addresses = write_out(real_city, tmp_path)
    command = [sys.executable, "-m", *GENERATORS[generator]]
    built = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.xfail(f"{generator} {version} does not build the pages: {built.stdout[-500:]}{built.stderr[-500:]}")
    ours, theirs = (_read(site, addresses) for site in (real_site, tmp_path / "site"))
    assert len(ours) == len(addresses)
    with capsys.disabled():
        sys.stdout.write(f"\n{generator} {version}: " + "; ".join(_report(ours, theirs)) + "\n")


def _read(site: Path, addresses: list[str]) -> Mapping[str, str]:
    paths = {address: site / address / "index.html" for address in addresses}
    return {address: path.read_text(encoding="utf-8") for address, path in paths.items() if path.is_file()}


def _report(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[str]:
    yield f"{len(theirs)} of {len(ours)} pages"
    kept = {"anchors": 0, "cells": 0, "links": 0}
    all_ = dict.fromkeys(kept, 0)
    for address, page in ours.items():
        own, other = _parts(address, page), _parts(address, theirs.get(address, ""))
        for name in kept:
            all_[name] += len(own[name])
            kept[name] += len(own[name] & other[name])
    yield from (f"{kept[name]} of {all_[name]} {name}" for name in kept)
    lost = [name for name, sign in FEATURES.items() if not any(sign in page for page in theirs.values())]
    yield f"without: {', '.join(lost)}"


def _parts(address: str, page: str) -> Mapping[str, set[str]]:
    """Of the article: what the head and the foot of a page have is the theme's. Links are the pages they lead to."""
    article = PageReader(page.partition("<article")[2].partition("</article>")[0])
    links = {urlsplit(urljoin(f"http://site/{address}", link)).path for link in article.links}
    return {"anchors": set(article.ids), "cells": set(article.cells), "links": links}
