"""A review draws the pages that the site has: none is missing, of whatever kind, and each by the same macros."""

from __future__ import annotations

import inspect
from pathlib import Path
from types import SimpleNamespace

from highlights.model import City
from highlights.publish.writer import Writer
from highlights.render.components import Components
from highlights.review import drawing
from macros import define_env
from tests.conftest import ROOT


def test_every_page_of_the_site_that_shows_data_is_drawn(invented_site: Path, invented_city: City) -> None:
    built = {page.parent.relative_to(invented_site).as_posix() for page in invented_site.rglob("index.html")}
    drawn = {address.rstrip("/") or "." for address in drawing.draw_pages(invented_city, ROOT)}
    only_words = {
        place for place in built if source_of(place).is_file() and "{{" not in source_of(place).read_text("utf-8")
    }
    assert drawn == built - only_words
    assert {"bulletins", "search", "open-data", "2022/donghu", "indicators/books_lent"} <= drawn


def source_of(place: str) -> Path:
    page = ROOT / "docs" / place / "index.md"
    return page if page.is_file() else page.parent.with_suffix(".md")


def test_the_macros_are_those_that_pages_call(invented_city: City) -> None:
    writer = Writer(invented_city, Components(ROOT / "overrides" / "components"))
    define_env(SimpleNamespace(conf=SimpleNamespace(extra={"writer": writer}), macro=lambda *_: None))
    ours = {name: inspect.signature(getattr(writer, name)) for name in dict(drawing._macros(writer))}
    assert ours == {name: inspect.signature(macro) for name, macro in writer.macros.items()}
