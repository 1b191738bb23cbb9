"""Sums, differences and ratios that keep what is known: lower bounds add up to a lower bound. No printing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal

from highlights.quantity.units import canonical_unit
from highlights.quantity.value import EXACTLY, Direction, Qualifier, Quantity, plain

# A ratio is about from here on; as many decimals as `parse_quantity` reads.
_FINEST_RATIO = Decimal("0.000001")
_TO_NEAREST = Context(prec=EXACTLY.prec, rounding=ROUND_HALF_EVEN)


def total(quantities: Iterable[Quantity]) -> Quantity:
    """The sum of one or more quantities of one unit; ValueError for anything else, rhetorical ones too."""
    parts = tuple(quantities)
    if not parts:
        raise ValueError("nothing to add up")
    unit = _common_unit(parts)
    qualifier = _qualifier_of_sum(parts)
    match qualifier.direction:
        case Direction.LOWER:
            return Quantity(_sum(parts, _low), None, unit, qualifier)
        case Direction.UPPER:
            return Quantity(_sum(parts, _high), None, unit, qualifier)
        case Direction.EITHER:
            return Quantity(_sum(parts, _middle), None, unit, qualifier)
    is_range = any(part.value_max is not None for part in parts)
    return Quantity(_sum(parts, _low), _sum(parts, _high) if is_range else None, unit, qualifier)


def difference(minuend: Quantity, subtrahend: Quantity) -> Quantity:
    """Exact between exact numbers, otherwise about; of a range the middle counts. May be negative."""
    unit = _common_unit((minuend, subtrahend))
    qualifier = Qualifier.EXACT if _is_exact(minuend) and _is_exact(subtrahend) else Qualifier.ABOUT
    return Quantity(plain(EXACTLY.subtract(_middle(minuend), _middle(subtrahend))), None, unit, qualifier)


def ratio(dividend: Quantity, divisor: Quantity) -> Quantity:
    """How many times the one is the other, without a unit; theirs may differ (人次 for each 人).

    About where a number is not exact or more than six decimals are needed. ValueError for a zero divisor.
    """
    above, below = _middle(dividend), _middle(divisor)
    if not below:
        raise ValueError("a ratio to zero says nothing")
    quotient = plain(_TO_NEAREST.divide(above, below).quantize(_FINEST_RATIO, context=_TO_NEAREST))
    is_whole_truth = _is_exact(dividend) and _is_exact(divisor) and EXACTLY.multiply(quotient, below) == above
    return Quantity(quotient, None, "", Qualifier.EXACT if is_whole_truth else Qualifier.ABOUT)


def _common_unit(parts: tuple[Quantity, ...]) -> str:
    units = {canonical_unit(part.unit) for part in parts}
    if len(units) > 1:
        raise ValueError(f"different units: {', '.join(sorted(units))}")
    return units.pop()


def _qualifier_of_sum(parts: tuple[Quantity, ...]) -> Qualifier:
    """Strict (over, under) where any part is: more than a and at least b are more than a + b."""
    qualifiers = {part.qualifier for part in parts} - {Qualifier.EXACT}
    directions = {qualifier.direction for qualifier in qualifiers}
    if not directions:
        return Qualifier.EXACT
    if len(directions) > 1 or Direction.EITHER in directions:
        return Qualifier.ABOUT
    if Direction.LOWER in directions:
        return Qualifier.OVER if Qualifier.OVER in qualifiers else Qualifier.AT_LEAST
    return Qualifier.UNDER if Qualifier.UNDER in qualifiers else Qualifier.AT_MOST


def _sum(parts: tuple[Quantity, ...], end: Callable[[Quantity], Decimal]) -> Decimal:
    result = Decimal(0)
    for part in parts:
        result = EXACTLY.add(result, end(part))
    return plain(result)


def _low(quantity: Quantity) -> Decimal:
    if quantity.value is None or quantity.qualifier is Qualifier.RHETORICAL:
        raise ValueError("a rhetorical quantity has no value to compute with")
    return quantity.value


def _high(quantity: Quantity) -> Decimal:
    return _low(quantity) if quantity.value_max is None else quantity.value_max


def _middle(quantity: Quantity) -> Decimal:
    """Of a range, as finely as its ends are given: between 1 and 2 people there is no 1.5."""
    low, high = _low(quantity), _high(quantity)
    if quantity.value_max is None:
        return low
    ends = EXACTLY.add(plain(low), plain(high))
    return _TO_NEAREST.quantize(EXACTLY.divide(ends, Decimal(2)), ends)


def _is_exact(quantity: Quantity) -> bool:
    return quantity.qualifier is Qualifier.EXACT and quantity.value_max is None
