"""The figures of a report as a table, and the sources that stand behind them as numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.targets import result_of
from highlights.model import Citation, City, Figure, Report
from highlights.render import wording
from highlights.render.corrections import corrections_of
from highlights.render.feedback import figure_feedback
from highlights.render.links import Here
from highlights.render.ranking import FigureLink, figure_link


@dataclass(frozen=True, slots=True)
class SourceNote:
    number: int
    anchor: str
    citation: Citation
    lines: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """`depth` is 1 for a part of the figure above it. `indicator_link` is None for a local figure.

    `result` is what became of a target; `feedback` is a link for reporting an error.
    """

    anchor: str
    name: str
    indicator_link: str | None
    reported: str
    notes: tuple[str, ...]
    corrections: tuple[str, ...]
    result: FigureLink | None
    sources: tuple[SourceNote, ...]
    feedback: str | None
    depth: int


@dataclass(frozen=True, slots=True)
class FigureTable:
    caption: str
    rows: tuple[FigureRow, ...]


def number_sources(report: Report) -> Mapping[str, SourceNote]:
    """Every source of the report by its id, numbered as they first appear."""
    return number_citations(report.citations)


def number_citations(citations: Iterable[Citation]) -> Mapping[str, SourceNote]:
    found = {citation.id: citation for citation in citations}
    return {
        citation_id: SourceNote(number, addresses.source_anchor(number), citation, wording.lines_text(citation.section))
        for number, (citation_id, citation) in enumerate(found.items(), start=1)
    }


def figure_table(city: City, report: Report, notes: Mapping[str, SourceNote], index: Index, here: Here) -> FigureTable:
    rows = (_row(figure, city, report, notes, index, here) for figure in _parts_below_wholes(report))
    return FigureTable(f"{report.name}数据", tuple(rows))


def _row(
    figure: Figure, city: City, report: Report, notes: Mapping[str, SourceNote], index: Index, here: Here
) -> FigureRow:
    result = result_of(figure, report, index)
    return FigureRow(
        anchor=addresses.figure_anchor(figure.id),
        name=figure.name,
        indicator_link=here.to(addresses.of_indicator(figure.indicator)) if figure.indicator else None,
        reported=figure.reported,
        notes=wording.notes_on(figure, report),
        corrections=corrections_of(figure, report),
        result=figure_link(result, here) if result else None,
        sources=tuple(notes[citation.id] for citation in figure.sources),
        feedback=figure_feedback(city, report, figure),
        depth=_depth(figure, report.figures),
    )


def _parts_below_wholes(report: Report) -> Iterable[Figure]:
    """In the order of the file, each part moved up below its whole."""
    wholes = [figure for figure in report.figures.values() if figure.part_of is None]
    waiting = list(reversed(wholes))
    while waiting:
        figure = waiting.pop()
        yield figure
        parts = [part for part in report.figures.values() if part.part_of == figure.id]
        waiting.extend(reversed(parts))


def _depth(figure: Figure, figures: Mapping[str, Figure]) -> int:
    depth = 0
    while figure.part_of is not None:
        figure = figures[figure.part_of]
        depth += 1
    return depth
