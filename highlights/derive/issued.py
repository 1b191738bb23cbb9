"""How old the data is, as far as the data says so: the days on which editions were issued, never the clock."""

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


def data_timestamp(city: City) -> int:
    """Seconds since 1970: the newest day of issue; where none is known, the day after the last year told of."""
    issued = last_issued(city.editions.values())
    day = issued.issued if issued and issued.issued else str(max(city.editions) + 1)
    year, month, day_of_month = (*map(int, day.split("-")), 1, 1)[:3]
    return timegm((min(max(year, _FIRST_YEAR), _LAST_YEAR), month, day_of_month, 0, 0, 0))
