"""One district's part: its highlights, figures and remarks, and the sources where they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights import addresses
from highlights.bulletin.inside import part_anchor, report_anchor
from highlights.bulletin.matter import Chapter, Matter, chapter
from highlights.bulletin.qr import qr_code
from highlights.model import Citation, Highlight, Report
from highlights.render.blocks import Block, Heading
from highlights.render.figures import FigureTable, SourceNote, figure_table
from highlights.render.headlines import report_headlines
from highlights.render.prose import prose_html
from highlights.render.report import remark_items

# In all of these, `notes` are the sources that are cited here first: on paper they stand at the foot of the page.


@dataclass(frozen=True, slots=True)
class ReportHead:
    """`address` and its QR code are None while it is not known where the site is published."""

    organisation: str
    notes: tuple[SourceNote, ...]
    address: str | None
    code: Markup | None


@dataclass(frozen=True, slots=True)
class PrintedHighlight:
    """`sources` is empty where all of the report comes from one: that is said at its head."""

    text: Markup
    organisation: str | None
    themes: str
    sources: tuple[SourceNote, ...]
    notes: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class PrintedFigures:
    anchor: str
    table: FigureTable
    names_sources: bool
    notes: tuple[SourceNote, ...]


def reports(matter: Matter) -> Chapter:
    """All of an edition, each below a heading of its own."""
    blocks: list[Block] = [matter.html("reports_lead", matter.edition)]
    for report in matter.reports:
        blocks.append(Heading(3, report.district.name, report_anchor(report)))
        blocks += report_blocks(report, matter, level=4)
    return chapter("reports", "各区报告", *blocks)


def report_blocks(report: Report, matter: Matter, level: int) -> Iterator[Block]:
    """Without the district's name; `level` is that of the headings."""
    untold = {citation.id: matter.notes[citation.id] for citation in report.citations}
    # One source for all is said at the head; else everything has its own marks.
    names_sources = len(untold) > 1 or not report.sources

    def first_cited(citations: Iterable[Citation]) -> tuple[SourceNote, ...]:
        """Those that nothing before has cited."""
        return tuple(untold.pop(citation.id) for citation in citations if citation.id in untold)

    yield matter.html("report_head", _head(report, matter, first_cited(report.sources)))
    headlines = report_headlines(report, matter.index, matter.here)
    if headlines:
        yield matter.html("headline_figures", headlines)
    for highlight in report.highlights:
        yield Heading(level, highlight.title, part_anchor(report, highlight.id))
        marked = highlight.sources if names_sources else ()
        view = _highlight(highlight, report, matter, marked, first_cited(highlight.sources))
        yield matter.html("highlight", view)
    if report.figures:
        yield Heading(level, "数据", part_anchor(report, "section-figures"))
        table = figure_table(matter.city, report, matter.notes, matter.index, matter.here)
        notes = first_cited(citation for figure in report.figures.values() for citation in figure.sources)
        yield matter.html("figure_table", PrintedFigures(report_anchor(report), table, names_sources, notes))
    if report.remarks:
        yield Heading(level, "说明", part_anchor(report, "section-remarks"))
        yield matter.html("remarks", remark_items(report, report.remarks, matter.here))


def _head(report: Report, matter: Matter, notes: tuple[SourceNote, ...]) -> ReportHead:
    address = addresses.absolute(matter.city, addresses.of_report(report))
    code = qr_code(address, f"二维码，打开{report.name}的网页") if address else None
    return ReportHead(report.district.organisation, notes, address, code)


def _highlight(
    highlight: Highlight, report: Report, matter: Matter, marked: Iterable[Citation], notes: tuple[SourceNote, ...]
) -> PrintedHighlight:
    """`marked` are the sources whose marks stand below it."""
    return PrintedHighlight(
        text=prose_html(highlight.text, matter.here, report.figures, addresses.of_report(report), matter.terms),
        organisation=highlight.organisation,
        themes="、".join(theme.name for theme in highlight.themes),
        sources=tuple(matter.notes[citation.id] for citation in marked),
        notes=notes,
    )
