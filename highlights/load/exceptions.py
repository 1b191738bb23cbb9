"""Findings that a report excuses: a remark with the rule's code, what it is about, and a reason.

An exception is itself a finding once nothing is left for it to excuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from highlights.diagnostics import Diagnostic, Severity
from highlights.load.rules import RULES
from highlights.load.typography import TYPOGRAPHY_RULES
from highlights.model import Remark, Report

EXCUSABLE = frozenset(
    {
        *(rule.code for rule in RULES if rule.severity is not Severity.ERROR),
        *(rule.code for rule in TYPOGRAPHY_RULES),
    }
)


def apply_exceptions(diagnostics: Iterable[Diagnostic], reports: Iterable[Report]) -> Iterator[Diagnostic]:
    """The findings that are left, and those of exceptions that excuse nothing."""
    remarks = [remark for report in reports for remark in report.remarks if remark.rule]
    used: set[int] = set()
    for found in diagnostics:
        excuses = [number for number, remark in enumerate(remarks) if _excuses(remark, found)]
        used.update(excuses)
        if not excuses:
            yield found
    for number, remark in enumerate(remarks):
        if number not in used:
            yield Diagnostic(
                remark.place,
                "needless-exception",
                f"这条 exception 已经没有用：规则 {remark.rule} 没有发现问题",
                "删去这条说明",
                Severity.WARNING,
            )


def _excuses(remark: Remark, found: Diagnostic) -> bool:
    return remark.rule == found.code and remark.place.file == found.place.file and remark.on in {None, found.subject}
