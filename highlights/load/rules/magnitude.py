"""Values that are off by the factor of a lost or doubled 万."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from highlights.comparability import comparability
from highlights.load.rules.rule import Doubt, Rule
from highlights.model import City, Figure, Report

# 万 is 10,000; a real difference besides may take it this far up or down.
LEAST, MOST = Decimal(2_000), Decimal(50_000)
FEWEST_OTHERS = 2

Observed = tuple[Report, Figure, Decimal]


def _lost_or_doubled(city: City) -> Iterator[Doubt]:
    observed = _observations(city)
    for (indicator_id, year), values in observed.items():
        before = {report.district.id: value for report, _, value in observed.get((indicator_id, year - 1), ())}
        for report, figure, value in values:
            earlier = before.get(report.district.id)
            if earlier is not None and _is_off(value, earlier):
                yield _doubt(figure, f"上一年的数值 {earlier:f}")
                continue
            others = [other for found, _, other in values if found is not report and not found.district.is_city]
            if len(others) >= FEWEST_OTHERS and not report.district.is_city and _is_off(value, median(others)):
                yield _doubt(figure, f"其他区的中位数 {median(others):f}")


def _observations(city: City) -> dict[tuple[str, int], list[Observed]]:
    observed: dict[tuple[str, int], list[Observed]] = defaultdict(list)
    for report in city.reports():
        for figure in report.figures.values():
            value = figure.quantity.value
            if figure.indicator and value and comparability(figure, report.year).is_comparable:
                observed[figure.indicator.id, report.year].append((report, figure, value))
    return observed


def _is_off(value: Decimal, usual: Decimal) -> bool:
    factor = value / usual if value > usual else usual / value
    return LEAST <= factor <= MOST


def _doubt(figure: Figure, compared: str) -> Doubt:
    return Doubt(
        figure.place,
        f"“{figure.name}”{figure.reported}，与{compared}相差几千倍以上",
        "核对原文：是不是漏了或多了一个“万”？",
        figure.id,
    )


RULES = (
    Rule(
        "lost-wan",
        "数值与上一年或其他区相差约一万倍时，多半是漏了或多了“万”。",
        "其他区三五万人，本区写 3.7人",
        "3.7万人",
        _lost_or_doubled,
    ),
)
