"""One report file as a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from highlights.diagnostics import and_also, propose
from highlights.load.corrections import check_corrections
from highlights.load.document import Document, Key
from highlights.load.entries import FigureEntry, HighlightEntry, RemarkEntry
from highlights.load.exceptions import EXCUSABLE
from highlights.load.figures import FigureReader
from highlights.load.findings import Findings
from highlights.load.page_ids import check_reserved
from highlights.load.parts import ReportParts, read_parts
from highlights.load.prose import check_text
from highlights.load.registries import Registries, find_citations, references_in
from highlights.model import Citation, Highlight, Remark, RemarkType, Report
from highlights.prose import figure_references


@dataclass(frozen=True, slots=True)
class ReportReader:
    """One file of one report. `names` are expressions in which digits are no figures, None while they are not known."""

    path: Path
    document: Document
    registries: Registries
    names: Collection[str] | None
    findings: Findings

    def read(self) -> Report | None:
        """None when the head is wrong or the district unknown; everything else is checked all the same."""
        parts = read_parts(self.path, self.document, self.findings)
        sources = self._citations(parts.sources, "sources")
        figures = FigureReader(parts, sources, self.document, self.registries, self.findings).read_all()
        highlights = [self._read_highlight(index, entry, parts, sources) for index, entry in parts.highlights.items()]
        remarks = [self._read_remark(index, entry, parts) for index, entry in parts.remarks.items()]
        check_corrections(parts, self.document, self.findings)
        self._check_highlight_ids(parts)
        if not parts.is_whole:
            return None
        self._check_sources(parts)
        district = self.registries.districts.find(parts.district, self.document.place("district"), self.findings)
        self._check_file_name(parts, is_known=district is not None)
        if district is None:
            return None
        return Report(
            district=district,
            year=parts.year,
            sources=sources,
            highlights=tuple(highlights),
            figures=figures,
            remarks=tuple(remarks),
            place=self.document.place(),
        )

    def _read_highlight(
        self, index: int, entry: HighlightEntry, parts: ReportParts, defaults: tuple[Citation, ...]
    ) -> Highlight:
        path: tuple[Key, ...] = ("highlights", index)
        self._check_text(entry.title, (), entry.id, *path, "title")
        self._check_text(entry.text, parts.figure_ids, entry.id, *path, "text")
        if len(set(entry.themes)) < len(entry.themes):
            place = self.document.place(*path, "themes")
            self.findings.error(place, "duplicate-id", "同一个主题写了两次", "每个主题只写一次")
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

    def _read_remark(self, index: int, entry: RemarkEntry, parts: ReportParts) -> Remark:
        self._check_text(entry.text, (), entry.on or "", "remarks", index, "text")
        self._check_exception(index, entry, parts)
        return Remark(
            type=entry.type,
            text=entry.text,
            rule=entry.rule,
            on=entry.on,
            date=entry.date,
            was=entry.was,
            label=entry.label,
            place=self.document.place("remarks", index),
        )

    def _check_exception(self, index: int, remark: RemarkEntry, parts: ReportParts) -> None:
        if (remark.type is RemarkType.EXCEPTION) != (remark.rule is not None):
            hint = "例外写 type: exception、rule: 规则的代码、text: 理由；其他说明不写 rule"
            message = "例外没有写明是哪条规则" if remark.rule is None else "只有例外（exception）才写 rule"
            self.findings.error(self.document.place("remarks", index), "exception-without-rule", message, hint)
        if remark.rule and remark.rule not in EXCUSABLE:
            place = self.document.place("remarks", index, "rule")
            hint = propose(remark.rule, EXCUSABLE, "编辑指南")
            self.findings.error(place, "unknown-rule", f"没有“{remark.rule}”这条可以例外的规则", hint)
        ids = parts.figure_ids | parts.highlight_ids
        if remark.on and remark.on not in ids and not remark.label:
            place = self.document.place("remarks", index, "on")
            hint = propose(remark.on, ids, "本报告")
            if remark.type is RemarkType.CORRECTION:
                hint = and_also(hint, "已经删去的，加一行 label，写明它的名称")
            self.findings.error(place, "unknown-figure", f"本报告没有“{remark.on}”这个数据或亮点", hint)

    def _check_text(self, text: str, figure_ids: Collection[str], subject: str, *path: Key) -> None:
        check_text(text, figure_ids, self.names, self.document, path, self.findings, subject)

    def _citations(self, references: Collection[str], *path: Key) -> tuple[Citation, ...]:
        typed = references_in(self.document, references, *path)
        return find_citations(typed, self.registries.sources, self.findings)

    def _check_file_name(self, parts: ReportParts, is_known: bool) -> None:
        """Silent where another finding says it already: an unknown district, a second file for the report."""
        fitting = self.path.parent / f"{parts.district}.yaml"
        if str(parts.year) == self.path.parent.name and (not is_known or fitting.exists()):
            return
        for key, given, expected in (
            ("year", str(parts.year), self.path.parent.name),
            ("district", parts.district, self.path.stem),
        ):
            if given != expected:
                self.findings.error(
                    self.document.place(key),
                    "file-name",
                    f"{key} 是 {given}，文件却是 {self.path.parent.name}/{self.path.name}",
                    f"改正 {key}，或把文件改名为 {parts.year}/{parts.district}.yaml",
                )

    def _check_sources(self, parts: ReportParts) -> None:
        items: list[HighlightEntry | FigureEntry] = [*parts.highlights.values(), *parts.figures.values()]
        without = [item for item in items if not item.sources]
        if without and not parts.sources:
            self.findings.error(
                self.document.place(),
                "missing-source",
                f"{len(without)} 条亮点和数据没有来源",
                "在报告开头写一行 sources: 来源#部分，或分别写在各条里",
            )

    def _check_highlight_ids(self, parts: ReportParts) -> None:
        times = Counter(highlight.id for highlight in parts.highlights.values())
        for index, highlight in parts.highlights.items():
            place = self.document.place("highlights", index, "id")
            if times[highlight.id] > 1:
                message = f"有 {times[highlight.id]} 条亮点的编号都是“{highlight.id}”"
                self.findings.error(place, "duplicate-id", message, "编号是网页地址的一部分，每条亮点各用一个")
            check_reserved(highlight.id, place, self.findings)
