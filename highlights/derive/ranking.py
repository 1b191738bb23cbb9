"""One indicator's observations of one year in, districts in order out. What cannot be compared is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from highlights.derive.observation import Observation
from highlights.model import Aggregate, Figure, Indicator, Report
from highlights.quantity import Quantity, canonical_unit, total


@dataclass(frozen=True, slots=True)
class Ranked:
    """`position` counts from 1; equal values share one. `share` is of the largest value, 0 to 1."""

    position: int
    observation: Observation
    share: Decimal


@dataclass(frozen=True, slots=True)
class Total:
    """`covered` of `expected` districts stand in it. `is_marked`: counting ended on an unknown day for some."""

    quantity: Quantity
    covered: int
    expected: int
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """`city` is what the city itself reports; it is never ranked among its districts, nor added to them."""

    indicator: Indicator
    year: int
    ranked: tuple[Ranked, ...]
    set_aside: tuple[Observation, ...]
    city: tuple[Observation, ...]
    total: Total | None
    positions: Mapping[tuple[str, str], int]

    def position_of(self, figure: Figure, report: Report) -> int | None:
        """None where the figure is not ranked."""
        return self.positions.get((report.district.id, figure.id))

    @property
    def is_empty(self) -> bool:
        return not (self.ranked or self.set_aside or self.city)


def rank(indicator: Indicator, year: int, observations: Sequence[Observation], district_count: int) -> Ranking:
    """`observations` are all of the indicator in the year, the city's own among them."""
    districts = [observation for observation in observations if not observation.report.district.is_city]
    comparable = [observation for observation in districts if observation.comparability.is_comparable]
    ranked = tuple(_in_order(comparable))
    return Ranking(
        indicator=indicator,
        year=year,
        ranked=ranked,
        set_aside=tuple(o for o in districts if not o.comparability.is_comparable),
        city=tuple(o for o in observations if o.report.district.is_city),
        total=_add_up(comparable, indicator, district_count),
        positions={(row.observation.report.district.id, row.observation.figure.id): row.position for row in ranked},
    )


def _in_order(observations: Sequence[Observation]) -> Iterator[Ranked]:
    ordered = sorted(observations, key=value_of, reverse=True)
    largest = value_of(ordered[0]) if ordered else Decimal(0)
    position, last = 0, None
    for count, observation in enumerate(ordered, start=1):
        value = value_of(observation)
        if value != last:
            position, last = count, value
        yield Ranked(position, observation, value / largest if largest > 0 else Decimal(0))


def _add_up(comparable: Sequence[Observation], indicator: Indicator, district_count: int) -> Total | None:
    """No total of rates, and none of a single value: that would only repeat it."""
    if indicator.aggregate is not Aggregate.SUM or len(comparable) < 2:
        return None
    # Units of one indicator count alike (see quantity.count_alike); the total is printed in the first of them.
    unit = canonical_unit(indicator.unit)
    quantity = total(replace(observation.figure.quantity, unit=unit) for observation in comparable)
    is_marked = any(observation.comparability.is_marked for observation in comparable)
    return Total(quantity, len(comparable), district_count, is_marked)


def value_of(observation: Observation) -> Decimal:
    """Comparable figures have a value; see comparability."""
    value = observation.figure.quantity.value
    if value is None:
        raise ValueError(f"{observation.figure.place}: a figure without a value is not comparable")
    return value
