"""What a page calls its own parts, no highlight and no term may be called: the list is held against built pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from highlights.load.page_ids import is_reserved
from highlights.load.values import ID_PATTERN
from highlights.model import City
from tests.conftest import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"
MADE_BY_SCRIPT = re.compile(r"\.id = [\"`]([^\"`$]+)")


def ids_of(page: Path) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', page.read_text(encoding="utf-8")))


def pages_with_ids_of_data(site: Path, city: City) -> Iterator[tuple[Path, set[str]]]:
    """The pages where the data names places, each with the names that it brings."""
    yield site / "terms" / "index.html", set(city.terms)
    for report in city.reports():
        page = site / str(report.year) / report.district.id / "index.html"
        yield page, {highlight.id for highlight in report.highlights}


def test_the_ids_of_a_page_are_reserved(invented_site: Path, invented_city: City) -> None:
    own: set[str] = set()
    for page, named in pages_with_ids_of_data(invented_site, invented_city):
        ids = ids_of(page)
        assert named <= ids
        own |= {one for one in ids - named if re.match(ID_PATTERN, one)}
    assert {"report", "terms", "search-question", "section-remarks", "source-1", "figure-shelves"} <= own
    assert {one for one in own if not is_reserved(one)} == set()


def test_the_ids_that_scripts_make_are_reserved() -> None:
    made = {one for path in SCRIPTS.rglob("*.js") for one in MADE_BY_SCRIPT.findall(path.read_text(encoding="utf-8"))}
    assert "search-list" in made
    assert {one for one in made if not is_reserved(one)} == set()


@pytest.mark.parametrize("name", ["reports", "termite", "searching", "figures", "tree-day", "sourcebook"])
def test_words_that_only_begin_alike_are_free(name: str) -> None:
    assert not is_reserved(name)
