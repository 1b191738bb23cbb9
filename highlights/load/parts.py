"""A report file's entries, each read by itself, so that one mistake does not hide the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from highlights.load.document import Document
from highlights.load.entries import FigureEntry, HighlightEntry, RemarkEntry, ReportHead
from highlights.load.fields import E, read_entry
from highlights.load.findings import Findings
from highlights.load.registries import check_id


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What could be read. Highlights and remarks by their index in the file, figures by id.

    `figure_ids` and `highlight_ids` are all that are typed, readable or not. Without a readable head
    (`is_whole` False) district and year are those of the file's name.
    """

    is_whole: bool
    district: str
    year: int
    sources: tuple[str, ...]
    highlights: Mapping[int, HighlightEntry]
    figures: Mapping[str, FigureEntry]
    remarks: Mapping[int, RemarkEntry]
    figure_ids: frozenset[str]
    highlight_ids: frozenset[str]


def read_parts(path: Path, document: Document, findings: Findings) -> ReportParts:
    head = read_entry(ReportHead, document, findings)
    highlights = _read_list(HighlightEntry, "highlights", document, findings)
    return ReportParts(
        is_whole=head is not None,
        district=head.district if head else path.stem,
        year=head.year if head else int(path.parent.name),
        sources=head.sources if head else (),
        highlights=highlights,
        figures=_read_figures(document, findings),
        remarks=_read_list(RemarkEntry, "remarks", document, findings),
        figure_ids=frozenset(_keys_of(document)),
        highlight_ids=frozenset(highlight.id for highlight in highlights.values()),
    )


def _read_list(kind: type[E], key: str, document: Document, findings: Findings) -> dict[int, E]:
    items = document.plain(key)
    count = len(items) if isinstance(items, list) else 0
    read = {index: read_entry(kind, document, findings, key, index) for index in range(count)}
    return {index: entry for index, entry in read.items() if entry}


def _read_figures(document: Document, findings: Findings) -> dict[str, FigureEntry]:
    figures = {}
    for figure_id in _keys_of(document):
        if not check_id(document, findings, "figures", figure_id):
            continue
        entry = read_entry(FigureEntry, document, findings, "figures", figure_id)
        if entry:
            figures[figure_id] = entry
    return figures


def _keys_of(document: Document) -> list[str]:
    figures = document.plain("figures")
    return list(figures) if isinstance(figures, dict) else []
