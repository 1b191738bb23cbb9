"""Findings that a report excuses: a remark with the rule's code, what it is about, and a reason.

An exception is itself a finding once nothing is left for it to excuse.
What is registered beside the reports has no remarks, so nothing that is found there can be excused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from highlights.diagnostics import Diagnostic, Severity
from highlights.load.rules import RULES
from highlights.load.typography import TYPOGRAPHY_RULES
from highlights.model import Remark, Report

# What is doubted while a report is read.
_WHILE_READING = ("forgotten-indicator", "number-in-text", "zero-value")

EXCUSABLE = frozenset(
    {
        *_WHILE_READING,
        *(rule.code for rule in RULES if rule.severity is not Severity.ERROR and not rule.needs_whole_city),
        *(rule.code for rule in TYPOGRAPHY_RULES),
    }
)


def apply_exceptions(
    diagnostics: Iterable[Diagnostic], reports: Iterable[Report], is_partial: bool
) -> Iterator[Diagnostic]:
    """The findings that are left, and those of exceptions that excuse nothing.

    While something could not be read (`is_partial`), not every rule has looked, or not at everything: then an
    exception without a finding may be needed all the same.
    """
    remarks = [remark for report in reports for remark in report.remarks if remark.rule]
    used: set[int] = set()
    for found in diagnostics:
        excuses = [number for number, remark in enumerate(remarks) if _excuses(remark, found)]
        used.update(excuses)
        if not excuses:
            yield found
    for number, remark in enumerate(remarks):
        if number not in used and not is_partial:
            yield Diagnostic(
                remark.place,
                "needless-exception",
                f"这条 exception 已经没有用：规则 {remark.rule} 没有发现问题",
                "删去这条说明",
                Severity.WARNING,
            )


def _excuses(remark: Remark, found: Diagnostic) -> bool:
    return remark.rule == found.code and remark.place.file == found.place.file and remark.on in {None, found.subject}
