"""Bulletins as PDF, printed once for all tests, and what can be read from them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import pypdf
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTPage, LTRect, LTTextLine

from highlights.bulletin.document import Bulletin, Bulletins
from highlights.bulletin.page import Preset, bulletin_page, bulletin_templates
from highlights.bulletin.pdf import Printer
from highlights.derive.index import index_city
from highlights.model import City
from highlights.render.glossary import Glossary
from highlights.render.links import Here

T = TypeVar("T")


def bulletin_of(city: City, year: int, district: str | None = None, page: Here | None = None) -> Bulletin:
    bulletins = Bulletins(city, index_city(city), Glossary(city.terms.values()), bulletin_templates())
    edition = city.editions[year]
    return bulletins.of_report(edition.reports[district], page) if district else bulletins.of_edition(edition, page)


@dataclass(frozen=True)
class Print:
    """One printed bulletin and its HTML."""

    bulletin: Bulletin
    html: str
    content: bytes

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(io.BytesIO(self.content))

    @cached_property
    def pages(self) -> list[LTPage]:
        return list(extract_pages(io.BytesIO(self.content), laparams=LAParams(boxes_flow=None)))

    @cached_property
    def _drawn(self) -> list[list[LTChar]]:
        pages = extract_pages(io.BytesIO(self.content), laparams=None)
        return [_all(page, LTChar) for page in pages]

    def drawn(self, number: int) -> list[LTChar]:
        """The characters of a page, from 1, in the order in which they are drawn."""
        return self._drawn[number - 1]

    def rectangles(self, number: int) -> list[LTRect]:
        return _all(self.pages[number - 1], LTRect)

    def lines(self, number: int) -> list[LTTextLine]:
        """Of a page, from 1, from top to bottom."""
        found = _all(self.pages[number - 1], LTTextLine)
        return sorted((line for line in found if line.get_text().strip()), key=lambda line: -line.y1)


def _all(component: LTComponent, kind: type[T]) -> list[T]:
    if isinstance(component, kind):
        return [component]
    children = component if isinstance(component, LTContainer) else ()
    return [found for child in children for found in _all(child, kind)]


@pytest.fixture(scope="session")
def printer() -> Printer:
    return Printer()


def print_bulletin(printer: Printer, bulletin: Bulletin, preset: Preset = Preset.STANDARD) -> Print:
    html = bulletin_page(bulletin, preset, bulletin_templates())
    return Print(bulletin, html, printer.print(html).content)


@pytest.fixture(scope="session")
def invented(printer: Printer, invented_city: City) -> Print:
    return print_bulletin(printer, bulletin_of(invented_city, 2022))


@pytest.fixture(scope="session")
def invented_official(printer: Printer, invented_city: City) -> Print:
    return print_bulletin(printer, bulletin_of(invented_city, 2022), Preset.OFFICIAL)


@pytest.fixture(scope="session")
def real(printer: Printer, real_city: City) -> Print:
    """The newest edition: any real one will do."""
    return print_bulletin(printer, bulletin_of(real_city, max(real_city.editions)))


@pytest.fixture(scope="session")
def part(printer: Printer, invented_city: City) -> Print:
    return print_bulletin(printer, bulletin_of(invented_city, 2022, "donghu"))


@pytest.fixture(scope="session")
def real_dense(printer: Printer, real_city: City) -> Print:
    return print_bulletin(printer, bulletin_of(real_city, min(real_city.editions)))


_EDITIONS = ("invented", "invented_official", "real", pytest.param("real_dense", marks=pytest.mark.release))


@pytest.fixture(params=_EDITIONS)
def edition(request: pytest.FixtureRequest) -> Print:
    made: Print = request.getfixturevalue(request.param)
    return made


@pytest.fixture(params=(*_EDITIONS, "part"))
def printed(request: pytest.FixtureRequest) -> Print:
    made: Print = request.getfixturevalue(request.param)
    return made
