"""One indicator over the editions: index in, what each district reported year by year out. No growth is computed.

Only values that may be compared in their year have a share of the largest one; the others are kept, without it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from highlights.derive.index import Index
from highlights.derive.observation import Observation
from highlights.derive.ranking import value_of
from highlights.model import CITY_ID, City, District, Indicator


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """`share` is of the largest value of all districts and years, 0 to 1; None for what cannot be compared."""

    observation: Observation
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class DistrictHistory:
    """Oldest year first; of several figures of a year, what may be compared stands first."""

    district: District
    points: tuple[HistoryPoint, ...]


@dataclass(frozen=True, slots=True)
class History:
    """`districts` are those that have a value, `years` those that have one, the city's own included.

    What the city itself reports has no share: it would dwarf its districts.
    """

    indicator: Indicator
    years: tuple[int, ...]
    districts: tuple[DistrictHistory, ...]
    city: DistrictHistory | None
    largest: Observation | None


def history_of(city: City, index: Index, indicator: Indicator) -> History:
    observations = [observation for year in city.editions for observation in _of_year(index, indicator, year)]
    comparable = [observation for observation in observations if _is_compared(observation)]
    largest = max(comparable, key=value_of, default=None)
    most = value_of(largest) if largest else Decimal(0)
    points: dict[str, list[HistoryPoint]] = defaultdict(list)
    for observation in observations:
        share = _share(observation, most) if _is_compared(observation) else None
        points[observation.report.district.id].append(HistoryPoint(observation, share))
    return History(
        indicator=indicator,
        years=tuple(dict.fromkeys(observation.report.year for observation in observations)),
        districts=tuple(DistrictHistory(d, tuple(points[d.id])) for d in city.districts.values() if d.id in points),
        city=DistrictHistory(city.itself, tuple(points[CITY_ID])) if CITY_ID in points else None,
        largest=largest,
    )


def _of_year(index: Index, indicator: Indicator, year: int) -> list[Observation]:
    return sorted(index.of_indicator(indicator, year), key=lambda found: not found.comparability.is_comparable)


def _is_compared(observation: Observation) -> bool:
    return observation.comparability.is_comparable and not observation.report.district.is_city


def _share(observation: Observation, most: Decimal) -> Decimal:
    return value_of(observation) / most if most > 0 else Decimal(0)
