"""The page of one report: highlights, figures, remarks, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.observation import Passage
from highlights.model import City, Edition, Remark, RemarkType, Report, Theme
from highlights.render.blocks import Block, Heading
from highlights.render.cards import highlight_cards
from highlights.render.components import Components
from highlights.render.corrections import Correction, correction
from highlights.render.figures import SourceNote, figure_table, number_sources
from highlights.render.glossary import PageTerms
from highlights.render.headlines import report_headlines
from highlights.render.links import Here
from highlights.render.pdf_links import PdfLink
from highlights.render.prose import prose_html
from highlights.render.sources import CitedSection, SourceItem, cited_section, source_item
from highlights.render.terms import explained
from highlights.render.wording import REMARKS, citation_text, date_text

MOST_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class ReportHead:
    report: Report
    is_draft: bool
    edition_link: str
    district_link: str | None
    pdf: PdfLink | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The reports before and after in the edition's order, each as name and link."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class HighlightBody:
    text: Markup
    themes: tuple[Theme, ...]
    organisation: str | None
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class RemarkItem:
    label: str
    type: str
    text: Markup
    correction: Correction | None


def report_blocks(
    city: City,
    report: Report,
    index: Index,
    terms: PageTerms,
    here: Here,
    components: Components,
    pdf: PdfLink | None = None,
) -> Iterator[Block]:
    edition = city.editions[report.year]
    notes = number_sources(report)
    yield from explained(_body(city, report, notes, index, here, components, pdf), terms, here, components)
    yield Heading(2, "引用", "section-citation")
    yield components.html("citation", _citation(report, edition, notes), here)
    yield components.html("neighbours", _neighbours(report, edition, here), here)


def _body(
    city: City,
    report: Report,
    notes: Mapping[str, SourceNote],
    index: Index,
    here: Here,
    components: Components,
    pdf: PdfLink | None,
) -> Iterator[Block]:
    edition = city.editions[report.year]
    yield Heading(1, f"{report.district.name} {report.year}年", "report")
    yield components.html("report_head", _head(report, edition, here, pdf), here)
    headlines = report_headlines(report, index, here)
    if headlines:
        yield components.html("headline_figures", headlines, here)
    if report.highlights:
        yield Heading(2, "亮点", "section-highlights")
        yield from _highlights(report, notes, here, components)
    if report.figures:
        yield Heading(2, "数据", "section-figures")
        yield components.html("figure_table", figure_table(city, report, notes, index, here), here)
    if report.remarks:
        yield Heading(2, "说明", "section-remarks")
        yield components.html("remarks", remark_items(report, report.remarks, here), here)
    if notes:
        yield Heading(2, "来源", "section-sources")
        yield components.html("source_notes", tuple(_source_notes(notes.values(), here)), here)
    elsewhere = _elsewhere(report, index)
    if elsewhere:
        yield Heading(2, "其他区的同类亮点", "section-elsewhere")
        yield components.html("highlight_cards", highlight_cards(elsewhere, here), here)


def _source_notes(notes: Iterable[SourceNote], here: Here) -> Iterator[tuple[CitedSection, SourceItem]]:
    """What is to be said of a whole document is said once, however many of its sections are cited."""
    told = set()
    for note in notes:
        source = note.citation.source
        item = source_item(source, here)
        yield cited_section(note, here), replace(item, note=Markup("")) if source.id in told else item
        told.add(source.id)


def _elsewhere(report: Report, index: Index) -> list[Passage]:
    """Highlights of other districts in the same year that lead with a theme this report leads with."""
    themes = list(dict.fromkeys(highlight.themes[0] for highlight in report.highlights if highlight.themes))
    others = [_first_elsewhere(index.led_by(theme, report.year), report) for theme in themes]
    return [passage for passage in others if passage][:MOST_ELSEWHERE]


def _first_elsewhere(passages: Iterable[Passage], report: Report) -> Passage | None:
    return next((passage for passage in passages if passage.report.district != report.district), None)


def _neighbours(report: Report, edition: Edition, here: Here) -> Neighbours:
    order = list(edition.reports.values())
    at = list(edition.reports).index(report.district.id)
    before = order[at - 1] if at else None
    after = order[at + 1] if at + 1 < len(order) else None
    return Neighbours(_neighbour(before, here), _neighbour(after, here))


def _neighbour(report: Report | None, here: Here) -> tuple[str, str] | None:
    return (report.district.short_name, here.to(addresses.of_report(report))) if report else None


def _citation(report: Report, edition: Edition, notes: Mapping[str, SourceNote]) -> str:
    """Ready to be copied; what is not known is left out."""
    sources = "；".join(citation_text(note.citation) for note in notes.values())
    issuer = f"{edition.issuer}，" if edition.issuer else ""
    issued = f"，{date_text(edition.issued)}" if edition.issued and not edition.is_draft else ""
    own = (
        f"{report.district.organisation}{report.year}年报告，载《{edition.title}》，{issuer}{report.year}年度{issued}。"
    )
    return f"{own}数据来源：{sources}。" if sources else own


def _head(report: Report, edition: Edition, here: Here, pdf: PdfLink | None) -> ReportHead:
    is_city = report.district.is_city
    return ReportHead(
        report=report,
        is_draft=edition.is_draft,
        edition_link=here.to(addresses.of_edition(edition)),
        district_link=None if is_city else here.to(addresses.of_district(report.district)),
        pdf=pdf,
    )


def _highlights(report: Report, notes: Mapping[str, SourceNote], here: Here, components: Components) -> Iterator[Block]:
    for highlight in report.highlights:
        body = HighlightBody(
            text=prose_html(highlight.text, here, report.figures, addresses.of_report(report)),
            themes=highlight.themes,
            organisation=highlight.organisation,
            sources=tuple(notes[citation.id] for citation in highlight.sources),
        )
        yield Heading(3, highlight.title, highlight.id)
        yield components.html("highlight", body, here)


def remark_items(report: Report, remarks: Iterable[Remark], here: Here) -> tuple[RemarkItem, ...]:
    """`remarks` are those of the report that are to be shown."""
    return tuple(
        RemarkItem(
            label=REMARKS[remark.type],
            type=remark.type,
            text=prose_html(remark.text, here, {}, addresses.of_report(report)),
            correction=correction(remark, report, here) if remark.type is RemarkType.CORRECTION else None,
        )
        for remark in remarks
    )
