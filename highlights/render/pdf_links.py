"""A bulletin's PDF as a link with what a reader wants to know first: pages and size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from highlights import addresses
from highlights.model import City
from highlights.render.links import Here
from highlights.render.wording import size_text


@dataclass(frozen=True, slots=True)
class PdfFile:
    """`size` is in bytes."""

    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class PdfLink:
    link: str
    about: str


def pdf_name(year: int, district_id: str | None = None) -> str:
    """Without the ending."""
    return f"{year}-{district_id}" if district_id else str(year)


def pdf_names(city: City) -> tuple[str, ...]:
    """Of every edition and every report in it, in the order in which they are printed."""
    return tuple(
        name
        for year, edition in city.editions.items()
        for name in (pdf_name(year), *(pdf_name(year, district_id) for district_id in edition.reports))
    )


def pdf_link(files: Mapping[str, PdfFile], name: str, here: Here) -> PdfLink | None:
    """None where the PDF has not been made."""
    file = files.get(name)
    if file is None:
        return None
    return PdfLink(here.to(addresses.of_pdf(name)), f"PDF，{file.pages} 页，{size_text(file.size)}")
