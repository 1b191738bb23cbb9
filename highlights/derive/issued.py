"""How old the data is, as far as it says so itself: when editions were issued and corrected, never the clock."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterable

from highlights.model import City, Edition

# What a file's date can be on every system.
_FIRST_YEAR, _LAST_YEAR = 1970, 2100


def last_issued(editions: Iterable[Edition]) -> Edition | None:
    """Of those whose day is known. What a draft calls its day of issue is a plan."""
    known = (edition for edition in editions if edition.issued and not edition.is_draft)
    return max(known, key=lambda edition: edition.issued or "", default=None)


def last_corrected(editions: Iterable[Edition]) -> str | None:
    """The day of the newest correction."""
    reports = (report for edition in editions for report in edition.reports.values())
    return max((remark.date for report in reports for remark in report.corrections if remark.date), default=None)


def data_timestamp(city: City) -> int:
    """Seconds since 1970: the newest day of issue or correction; where none is known, the day after the last year."""
    issued = last_issued(city.editions.values())
    known = [day for day in (issued and issued.issued, last_corrected(city.editions.values())) if day]
    day = max(known, default=str(max(city.editions) + 1))
    year, month, day_of_month = (*map(int, day.split("-")), 1, 1)[:3]
    return timegm((min(max(year, _FIRST_YEAR), _LAST_YEAR), month, day_of_month, 0, 0, 0))
