"""A bulletin as a sequence of chapters: of a whole edition, or of one district's part. Model in, document out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from highlights.bulletin.inside import inside
from highlights.bulletin.matter import Chapter, Matter, chapter
from highlights.bulletin.overview import overview
from highlights.bulletin.registers import colophon, data_notes, indicator_index, sources, terms
from highlights.bulletin.reports import report_blocks, reports
from highlights.bulletin.tables import city_tables
from highlights.derive.checksum import edition_checksum
from highlights.derive.index import Index
from highlights.model import City, Edition, Report
from highlights.render.blocks import Heading
from highlights.render.components import Components
from highlights.render.figures import number_citations
from highlights.render.glossary import Glossary
from highlights.render.links import Here
from highlights.render.pdf_links import pdf_name
from highlights.render.wording import date_text

# The anchor of what stands on the cover.
TITLE = "bulletin"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """`district` is empty for a whole edition. What is not known of issuer and day of issue is empty too."""

    name: str
    title: str
    district: str
    year: int
    city: str
    issuer: str
    issued: str
    is_draft: bool
    chapters: tuple[Chapter, ...]

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings that a contents list names."""
        headings = (block for one in self.chapters for block in one.blocks if isinstance(block, Heading))
        return tuple(heading for heading in headings if heading.level <= 3)


class Bulletins:
    """The bulletins of a city. `page` is where the site shows one; None on paper."""

    def __init__(self, city: City, index: Index, glossary: Glossary, components: Components) -> None:
        self._city = city
        self._index = index
        self._glossary = glossary
        self._components = components
        self._checksums: dict[int, str] = {}

    def of_edition(self, edition: Edition, page: Here | None = None) -> Bulletin:
        matter = self._matter(edition, None, page)
        return _bulletin(matter, tuple(_edition_chapters(matter)))

    def of_report(self, report: Report, page: Here | None = None) -> Bulletin:
        matter = self._matter(self._city.editions[report.year], report, page)
        return _bulletin(matter, tuple(_report_chapters(matter)))

    def _matter(self, edition: Edition, report: Report | None, page: Here | None) -> Matter:
        told = (report,) if report else tuple(one for one in edition.reports.values() if not one.is_empty)
        return Matter(
            city=self._city,
            index=self._index,
            edition=edition,
            district=report.district if report else None,
            reports=told,
            checksum=self._checksum(edition),
            notes=number_citations(citation for one in told for citation in one.citations),
            terms=self._glossary.on_page(),
            here=inside(self._city, told, page, TITLE if report else None),
            components=self._components,
        )

    def _checksum(self, edition: Edition) -> str:
        """Reckoned once for an edition and all its parts."""
        if edition.year not in self._checksums:
            self._checksums[edition.year] = edition_checksum(self._city, edition)
        return self._checksums[edition.year]


def _edition_chapters(matter: Matter) -> Iterator[Chapter]:
    told = reports(matter)
    yield _guide(matter)
    yield overview(matter)
    yield from city_tables(matter)
    if matter.reports:
        yield told
    yield from (found for found in (indicator_index(matter), terms(matter)) if found)
    yield data_notes(matter)
    yield from (found for found in (sources(matter),) if found)
    yield colophon(matter)


def _report_chapters(matter: Matter) -> Iterator[Chapter]:
    yield Chapter("report", tuple(report_blocks(matter.reports[0], matter, level=2)))
    yield from (found for found in (indicator_index(matter), terms(matter), sources(matter)) if found)
    if matter.reports[0].figures:
        yield _guide(matter)
    yield colophon(matter)


def _guide(matter: Matter) -> Chapter:
    return chapter("guide", "怎样读这本简报", matter.html("guide", None))


def _bulletin(matter: Matter, chapters: tuple[Chapter, ...]) -> Bulletin:
    city, edition, district = matter.city, matter.edition, matter.district
    return Bulletin(
        name=pdf_name(edition.year, district.id if district else None),
        title=edition.title,
        district=district.name if district else "",
        year=edition.year,
        city=city.name,
        issuer=edition.issuer or "",
        issued=date_text(edition.issued) if edition.issued else "",
        is_draft=edition.is_draft,
        chapters=chapters,
    )
