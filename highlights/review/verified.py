"""Which figures are newly noted as verified, and which no longer. Two cities and what changed in, figures out.

A note is a print of everything that verification looks at: a figure that changed and is noted again is noted newly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from highlights.derive.coverage import fingerprint
from highlights.model import City, Figure, Report
from highlights.review.change import Subject
from highlights.review.compare import Comparison

Noted = tuple[Report, Figure]


@dataclass(frozen=True, slots=True)
class VerifiedFigures:
    """As they stand in the head revision. What was removed from it is told as removed."""

    gained: Sequence[Noted] = ()
    lost: Sequence[Noted] = ()


def compare_verified(base: City, head: City, comparison: Comparison) -> VerifiedFigures:
    gained: list[Noted] = []
    lost: list[Noted] = []
    reports_before = {
        (report.year, comparison.names.of(Subject.DISTRICT, report.district.id)): report for report in base.reports()
    }
    ids_before = _ids_before(comparison)
    for report in head.reports():
        report_before = reports_before.get((report.year, report.district.id))
        for figure in report.figures.values():
            id_before = ids_before.get((report.year, report.district.id, figure.id), figure.id)
            before, now = _print_of(report_before, id_before, base), _print_of(report, figure.id, head)
            if before != now:
                (gained if now else lost).append((report, figure))
    return VerifiedFigures(tuple(gained), tuple(lost))


def _ids_before(comparison: Comparison) -> Mapping[tuple[int | None, str, str], str]:
    return {
        (change.year, change.district.id, change.id): change.id_before
        for change in comparison.changes
        if change.subject is Subject.FIGURE and change.district and change.id_before
    }


def _print_of(report: Report | None, figure_id: str, city: City) -> str | None:
    """None where it is not noted."""
    figure = report.figures.get(figure_id) if report else None
    made = fingerprint(figure, report) if report and figure else None
    return made if made in city.verified else None
