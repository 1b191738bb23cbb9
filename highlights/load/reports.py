"""One report file as a report, and one edition file as the head of its year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from highlights.load.document import Document, Key
from highlights.load.entries import EditionEntry, FigureEntry, HighlightEntry, ReportEntry
from highlights.load.fields import read_entry
from highlights.load.figures import FigureReader
from highlights.load.findings import Findings
from highlights.load.prose import check_text
from highlights.load.registries import Registries, find_citations, references_in
from highlights.model import Citation, Highlight, Remark, Report
from highlights.prose import figure_references

# Anchors of a report page that do not come from highlights: #figure-members_new, #source-1 …
_RESERVED = re.compile(r"(?:figure|source|section|remark)-")


@dataclass(frozen=True, slots=True)
class ReportReader:
    """One file of one report. `names` are expressions in which digits are no figures."""

    path: Path
    document: Document
    registries: Registries
    names: Collection[str]
    findings: Findings

    def read(self) -> Report | None:
        entry = read_entry(ReportEntry, self.document, self.findings)
        if entry is None:
            return None
        self._check_file_name(entry)
        self._check_highlight_ids(entry)
        self._check_sources(entry)
        sources = self._citations(entry.sources, "sources")
        figures = FigureReader(entry, sources, self.document, self.registries, self.findings).read_all()
        highlights = [
            self._read_highlight(index, highlight, entry, sources) for index, highlight in enumerate(entry.highlights)
        ]
        place = self.document.place("district")
        district = self.registries.districts.find(entry.district, place, self.findings)
        if district is None:
            return None
        return Report(
            district=district,
            year=entry.year,
            sources=sources,
            highlights=tuple(highlights),
            figures=figures,
            remarks=tuple(self._read_remarks(entry)),
            place=self.document.place(),
        )

    def _read_highlight(
        self, index: int, entry: HighlightEntry, report: ReportEntry, defaults: tuple[Citation, ...]
    ) -> Highlight:
        path: tuple[Key, ...] = ("highlights", index)
        self._check_text(entry.title, (), *path, "title")
        self._check_text(entry.text, report.figures, *path, "text")
        themes = (
            self.registries.themes.find(theme, self.document.place(*path, "themes", number), self.findings)
            for number, theme in enumerate(entry.themes)
        )
        return Highlight(
            id=entry.id,
            title=entry.title,
            themes=tuple(theme for theme in themes if theme),
            text=entry.text,
            organisation=entry.organisation,
            sources=self._citations(entry.sources, *path, "sources") or defaults,
            figure_ids=tuple(dict.fromkeys(figure_id for figure_id, _ in figure_references(entry.text))),
            place=self.document.place(*path),
        )

    def _read_remarks(self, entry: ReportEntry) -> list[Remark]:
        for index, remark in enumerate(entry.remarks):
            self._check_text(remark.text, (), "remarks", index, "text")
        return [
            Remark(remark.type, remark.text, self.document.place("remarks", index))
            for index, remark in enumerate(entry.remarks)
        ]

    def _check_text(self, text: str, figure_ids: Collection[str], *path: Key) -> None:
        check_text(text, figure_ids, self.names, self.document, path, self.findings)

    def _citations(self, references: Collection[str], *path: Key) -> tuple[Citation, ...]:
        typed = references_in(self.document, references, *path)
        return find_citations(typed, self.registries.sources, self.findings)

    def _check_file_name(self, entry: ReportEntry) -> None:
        for key, given, expected in (
            ("year", str(entry.year), self.path.parent.name),
            ("district", entry.district, self.path.stem),
        ):
            if given != expected:
                self.findings.error(
                    self.document.place(key),
                    "file-name",
                    f"{key} 是 {given}，文件却是 {self.path.parent.name}/{self.path.name}",
                    f"改正 {key}，或把文件改名为 {entry.year}/{entry.district}.yaml",
                )

    def _check_sources(self, entry: ReportEntry) -> None:
        items: list[HighlightEntry | FigureEntry] = [*entry.highlights, *entry.figures.values()]
        without = [item for item in items if not item.sources]
        if without and not entry.sources:
            self.findings.error(
                self.document.place(),
                "missing-source",
                f"{len(without)} 条亮点和数据没有来源",
                "在报告开头写一行 sources: 来源#部分，或分别写在各条里",
            )

    def _check_highlight_ids(self, entry: ReportEntry) -> None:
        times = Counter(highlight.id for highlight in entry.highlights)
        for index, highlight in enumerate(entry.highlights):
            place = self.document.place("highlights", index, "id")
            if times[highlight.id] > 1:
                message = f"有 {times[highlight.id]} 条亮点的编号都是“{highlight.id}”"
                self.findings.error(place, "duplicate-id", message, "编号是网页地址的一部分，每条亮点各用一个")
            if _RESERVED.match(highlight.id):
                message = f"编号“{highlight.id}”的开头留给了页面的其他部分"
                self.findings.error(
                    place, "reserved-id", message, "换一个编号，不以 figure-、source-、section-、remark- 开头"
                )


def read_edition(path: Path, document: Document, names: Collection[str], findings: Findings) -> EditionEntry | None:
    entry = read_entry(EditionEntry, document, findings)
    if entry is None:
        return None
    if str(entry.year) != path.parent.name:
        findings.error(
            document.place("year"),
            "file-name",
            f"year 是 {entry.year}，文件却在 {path.parent.name} 文件夹里",
            "改正 year，或把文件移到对应的年度文件夹",
        )
    check_text(entry.introduction or "", (), names, document, ("introduction",), findings)
    return entry
