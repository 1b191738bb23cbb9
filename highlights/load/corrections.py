"""Whether corrections say what was changed, and when. A report's entries in; findings out.

Whether a change needs a correction is not asked here: that takes what was published before.
"""

from __future__ import annotations

from collections.abc import Mapping

from highlights.load.document import Document
from highlights.load.entries import RemarkEntry
from highlights.load.findings import Findings
from highlights.load.parts import ReportParts
from highlights.model import RemarkType

_OWN_KEYS = ("date", "was", "label")
_EXAMPLE = "更正写成 type: correction、on: 编号、was: 原来的写法、date: 2024-03-01、text: 为什么更正"


def check_corrections(parts: ReportParts, document: Document, findings: Findings) -> None:
    corrections = {index: one for index, one in parts.remarks.items() if one.type is RemarkType.CORRECTION}
    for index, remark in parts.remarks.items():
        if index not in corrections:
            _check_keys(index, remark, document, findings)
    for index, correction in corrections.items():
        _check_complete(index, correction, document, findings)
        _check_removed(index, correction, parts, document, findings)
    _check_repeats(corrections, document, findings)
    _check_newest(corrections, parts, document, findings)


def _check_keys(index: int, remark: RemarkEntry, document: Document, findings: Findings) -> None:
    for key in _OWN_KEYS:
        if getattr(remark, key) is not None:
            findings.error(
                document.key_place("remarks", index, key),
                "not-a-correction",
                f"只有更正（correction）才写 {key}",
                f"删去这一行；确是更正的，{_EXAMPLE}",
            )


def _check_complete(index: int, correction: RemarkEntry, document: Document, findings: Findings) -> None:
    for key, what in (("on", "更正了哪个数据或亮点（on）"), ("date", "更正的日期（date）")):
        if getattr(correction, key) is None:
            findings.error(document.place("remarks", index), "incomplete-correction", f"更正没有写明{what}", _EXAMPLE)


def _check_removed(
    index: int, correction: RemarkEntry, parts: ReportParts, document: Document, findings: Findings
) -> None:
    if correction.label and correction.on in parts.figure_ids | parts.highlight_ids:
        findings.error(
            document.key_place("remarks", index, "label"),
            "removed-and-present",
            f"更正写了 label，是说“{correction.on}”已经删去，可它还在本报告里",
            "删去 label；确要删去的，从报告里删去它",
        )


def _check_repeats(corrections: Mapping[int, RemarkEntry], document: Document, findings: Findings) -> None:
    seen: set[tuple[str | None, str | None, str | None]] = set()
    for index, correction in corrections.items():
        what = (correction.on, correction.date, correction.was)
        if what in seen:
            place = document.place("remarks", index)
            message = f"“{correction.on}”在 {correction.date} 的同一处更正写了两次"
            findings.error(place, "duplicate-correction", message, "只留一条；同一天改了两次的，was 各写当时的写法")
        seen.add(what)


def _check_newest(
    corrections: Mapping[int, RemarkEntry], parts: ReportParts, document: Document, findings: Findings
) -> None:
    """Only the last one: a figure may be changed and changed back."""
    newest = {one.on: (index, one) for index, one in sorted(corrections.items(), key=lambda item: item[1].date or "")}
    for on, (index, correction) in newest.items():
        figure = parts.figures.get(on or "")
        if figure and correction.was == figure.reported:
            findings.error(
                document.place("remarks", index, "was"),
                "nothing-corrected",
                f"更正说原来写作“{correction.was}”，现在的写法也是它",
                "was 写更正以前的写法；数据还没有改的，改正 reported",
            )
