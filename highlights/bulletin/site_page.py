"""The bulletin as pages of the site: the chapters of the PDF, one after the other, and a list of all years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from highlights import addresses
from highlights.bulletin.document import Bulletin
from highlights.model import City, Edition
from highlights.render.blocks import Block, Heading
from highlights.render.components import Components
from highlights.render.edition import newest_first
from highlights.render.links import Here
from highlights.render.pdf_links import PdfFile, PdfLink, pdf_link, pdf_name


@dataclass(frozen=True, slots=True)
class BulletinHead:
    bulletin: Bulletin
    pdf: PdfLink | None


@dataclass(frozen=True, slots=True)
class BulletinPart:
    name: str
    pdf: PdfLink


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """`parts` are the PDFs of single reports, as far as they have been made."""

    edition: Edition
    link: str
    pdf: PdfLink | None
    parts: tuple[BulletinPart, ...]


def bulletin_blocks(bulletin: Bulletin, pdf: PdfLink | None, here: Here, components: Components) -> Iterator[Block]:
    yield Heading(1, f"{bulletin.title}　年终简报", "bulletin")
    yield components.html("bulletin_head", BulletinHead(bulletin, pdf), here)
    for chapter in bulletin.chapters:
        yield from chapter.blocks


def bulletin_list(city: City, files: Mapping[str, PdfFile], here: Here, components: Components) -> Iterator[Block]:
    items = (
        BulletinItem(
            edition=edition,
            link=here.to(addresses.of_bulletin(edition)),
            pdf=pdf_link(files, pdf_name(edition.year), here),
            parts=tuple(_parts(edition, files, here)),
        )
        for edition in newest_first(city)
    )
    yield components.html("bulletin_list", tuple(items), here)


def _parts(edition: Edition, files: Mapping[str, PdfFile], here: Here) -> Iterator[BulletinPart]:
    for district_id, report in edition.reports.items():
        pdf = pdf_link(files, pdf_name(edition.year, district_id), here)
        if pdf:
            yield BulletinPart(report.district.short_name, pdf)
