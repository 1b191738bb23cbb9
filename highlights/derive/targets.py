"""What became of a plan: a target in, the result of the same indicator for its time out."""

from __future__ import annotations

from highlights.derive.index import Index
from highlights.derive.observation import Observation
from highlights.model import Figure, Kind, Report


def result_of(target: Figure, report: Report, index: Index) -> Observation | None:
    """The comparable result of the same district for the year that the target ends in; None while there is none."""
    if target.kind is not Kind.TARGET or target.indicator is None:
        return None
    last = target.as_of if target.as_of not in {None, "unknown"} else target.period.end or target.period.start
    year = int((last or str(report.year))[:4])
    of_that_year = (other for other in index.of_district(report.district.id) if other.year == year)
    observations = (one for other in of_that_year for one in index.of_report(target.indicator, other))
    return next((one for one in observations if one.comparability.is_comparable), None)
