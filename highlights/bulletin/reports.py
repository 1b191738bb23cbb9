"""One district's part: its highlights, figures and remarks, and at its foot the sources they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights.bulletin.inside import report_anchor
from highlights.bulletin.matter import Matter, Section, section
from highlights.bulletin.qr import qr_code
from highlights.model import Highlight, Report
from highlights.render import addresses
from highlights.render.blocks import Block, Heading
from highlights.render.figures import FigureTable, SourceNote, cited_in, figure_table
from highlights.render.headlines import report_headlines
from highlights.render.prose import prose_html
from highlights.render.report import remark_items


@dataclass(frozen=True, slots=True)
class ReportHead:
    """`address` and its QR code are None while it is not known where the site is published."""

    organisation: str
    address: str | None
    code: Markup | None


@dataclass(frozen=True, slots=True)
class PrintedHighlight:
    """`sources` is empty where all of the report comes from one: that is said at its foot."""

    text: Markup
    organisation: str | None
    themes: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class PrintedFigures:
    anchor: str
    table: FigureTable
    names_sources: bool


def reports(matter: Matter) -> Section:
    """All of an edition, each below a heading of its own."""
    blocks: list[Block] = [matter.html("reports_lead", matter.edition)]
    for report in matter.reports:
        blocks.append(Heading(3, report.district.name, report_anchor(report)))
        blocks += report_blocks(report, matter, level=4)
    return section("reports", "各区报告", *blocks)


def report_blocks(report: Report, matter: Matter, level: int) -> Iterator[Block]:
    """Without the district's name; `level` is that of the headings."""
    anchor = report_anchor(report)
    notes = tuple({citation.id: matter.notes[citation.id] for citation in cited_in(report)}.values())
    names_sources = len(notes) > 1
    yield matter.html("report_head", _head(report, matter))
    headlines = report_headlines(report, matter.index, matter.here)
    if headlines:
        yield matter.html("headline_figures", headlines)
    for highlight in report.highlights:
        yield Heading(level, highlight.title, f"{anchor}-{highlight.id}")
        yield matter.html("highlight", _highlight(highlight, report, matter, names_sources))
    if report.figures:
        yield Heading(level, "数据", f"{anchor}-section-figures")
        table = figure_table(matter.city, report, matter.notes, matter.index, matter.here)
        yield matter.html("figure_table", PrintedFigures(anchor, table, names_sources))
    if report.remarks:
        yield Heading(level, "说明", f"{anchor}-section-remarks")
        yield matter.html("remarks", remark_items(report, report.remarks, matter.here))
    yield matter.html("report_sources", notes)


def _head(report: Report, matter: Matter) -> ReportHead:
    address = addresses.absolute(matter.city, addresses.of_report(report))
    code = qr_code(address, f"二维码，打开{report.name}的网页") if address else None
    return ReportHead(report.district.organisation, address, code)


def _highlight(highlight: Highlight, report: Report, matter: Matter, names_sources: bool) -> PrintedHighlight:
    sources = tuple(matter.notes[citation.id] for citation in highlight.sources)
    return PrintedHighlight(
        text=prose_html(highlight.text, matter.here, report.figures, addresses.of_report(report), matter.terms),
        organisation=highlight.organisation,
        themes="、".join(theme.name for theme in highlight.themes),
        sources=sources if names_sources else (),
    )
