"""Figures that say something about each other: wholes and their parts, rates and their counts, one value a district."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from highlights.comparability import comparability
from highlights.diagnostics import Severity
from highlights.load.rules.rule import Doubt, Rule
from highlights.model import City, Figure, Report
from highlights.quantity import Direction, Quantity, canonical_unit

# How far from its word an `about` may lie before it contradicts another number.
ABOUT = Decimal("0.1")
# Of the rate's own unit: one printed with a digit after the point is right within half of it, and many are cut.
RATE_TOLERANCE = Decimal(1)
_SCALES = {"%": 100, "‰": 1000}


def _parts_above_wholes(city: City) -> Iterator[Doubt]:
    for report in city.reports():
        for whole, parts in _families(report):
            ceiling = _most(whole.quantity)
            for part in parts:
                if ceiling is not None and _least(part.quantity) > ceiling:
                    yield Doubt(
                        part.place,
                        f"“{part.name}”{part.reported}，大于它所属的“{whole.name}”{whole.reported}",
                        "核对两个数据的原文；不是其中一部分的，删去 part_of",
                        part.id,
                    )


def _parts_above_whole_together(city: City) -> Iterator[Doubt]:
    for report in city.reports():
        for whole, parts in _families(report):
            ceiling = _most(whole.quantity)
            together = sum((_least(part.quantity) for part in parts), Decimal(0))
            largest = max(_least(part.quantity) for part in parts)
            if ceiling is not None and largest <= ceiling < together:
                names = "、".join(f"{part.name}{part.reported}" for part in parts)
                yield Doubt(
                    whole.place,
                    f"{names}加起来超过“{whole.name}”{whole.reported}",
                    "核对原文；几部分互有重叠的，写一条 exception 说明",
                    whole.id,
                )


def _rates_against_counts(city: City) -> Iterator[Doubt]:
    for report in city.reports():
        for rate in report.figures.values():
            counts = [report.figures[other] for other in rate.ratio_of or () if other in report.figures]
            if len(counts) == 2:
                yield from _rate_against_counts(rate, *counts)


def _rate_against_counts(rate: Figure, count: Figure, base: Figure) -> Iterator[Doubt]:
    """Only what is a part of a whole: 每架348.9册次 is not, nor is a rate of each enterprise."""
    scale = _SCALES.get(rate.quantity.unit)
    if scale is None or rate.per or count.quantity.value is None or not base.quantity.value:
        return
    least, most = _least_ratio(count.quantity, base.quantity), _most_ratio(count.quantity, base.quantity)
    ceiling = _most(rate.quantity)
    is_below = ceiling is not None and least * scale > ceiling + RATE_TOLERANCE
    is_above = most is not None and most * scale < _least(rate.quantity) - RATE_TOLERANCE
    if is_below or is_above:
        computed = count.quantity.value / base.quantity.value * scale
        yield Doubt(
            rate.place,
            f"“{rate.name}”写{rate.reported}，按{count.reported}和{base.reported}算是{computed:.1f}{rate.quantity.unit}",
            "核对三个数据的原文",
            rate.id,
        )


def _least_ratio(count: Quantity, base: Quantity) -> Decimal:
    """Nothing is known of how small it is when the base may be any size."""
    largest = _most(base)
    return _least(count) / largest if largest else Decimal(0)


def _most_ratio(count: Quantity, base: Quantity) -> Decimal | None:
    most, smallest = _most(count), _least(base)
    return most / smallest if most is not None and smallest else None


def _several_values_of_a_district(city: City) -> Iterator[Doubt]:
    """Two figures of one indicator cannot both be the district's value in a ranking."""
    for report in city.reports():
        comparable: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in report.figures.values():
            if figure.indicator and comparability(figure, report.year).is_comparable:
                comparable[figure.indicator.id, figure.indicator.name].append(figure)
        for (_, name), (first, *others) in comparable.items():
            for figure in others:
                yield Doubt(
                    figure.place,
                    f"“{figure.id}”和“{first.id}”都是指标“{name}”的全区数据，排名不知用哪个",
                    "给较窄的一个写明 part_of、scope 或 caveat",
                    figure.id,
                )


def _families(report: Report) -> Iterator[tuple[Figure, list[Figure]]]:
    """Every whole with its parts of the same unit."""
    parts_of: dict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures.values():
        if figure.part_of:
            parts_of[figure.part_of].append(figure)
    for whole in report.figures.values():
        unit = canonical_unit(whole.quantity.unit)
        parts = [part for part in parts_of.get(whole.id, ()) if canonical_unit(part.quantity.unit) == unit]
        if parts:
            yield whole, parts


def _least(quantity: Quantity) -> Decimal:
    """The least that the true value can be."""
    value = quantity.value or Decimal(0)
    if quantity.qualifier.direction is Direction.UPPER:
        return Decimal(0)
    return value * (1 - ABOUT) if quantity.qualifier.direction is Direction.EITHER else value


def _most(quantity: Quantity) -> Decimal | None:
    """The most that the true value can be; None without a limit."""
    value = quantity.value_max or quantity.value
    if value is None or quantity.qualifier.direction is Direction.LOWER:
        return None
    return value * (1 + ABOUT) if quantity.qualifier.direction is Direction.EITHER else value


RULES = (
    Rule(
        "part-exceeds-whole",
        "一部分不能大于整体。",
        "新建站点54家，其中街道的540家",
        "新建站点54家，其中街道的5家",
        _parts_above_wholes,
        Severity.ERROR,
    ),
    Rule(
        "parts-exceed-whole",
        "几部分加起来不应超过整体。",
        "活动室20家，其中市级15家、区级9家",
        "活动室24家，其中市级15家、区级9家",
        _parts_above_whole_together,
    ),
    Rule(
        "rate-disagrees",
        "百分比、千分比应与它的两个数相符（ratio_of 写明是哪两个数）。",
        "受理200件，办结190件，办结率85%",
        "受理200件，办结190件，办结率95%",
        _rates_against_counts,
    ),
    Rule(
        "two-comparable-figures",
        "一个区一年在一个指标下只有一个全区数据。",
        "两个数据都写同一个 indicator，都没有说明范围",
        "较窄的一个写 caveat: 只含志愿者栽种的",
        _several_values_of_a_district,
        Severity.ERROR,
    ),
)
