"""A computed quantity in, its Chinese expression out, such that `parse_quantity` reads it back.

Rounding only ever weakens a statement: lower bounds go down, upper bounds up. Exact values are not rounded.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

from highlights.quantity.units import PROPORTIONS
from highlights.quantity.value import EXACTLY, Direction, Qualifier, Quantity, plain

_WAN = Decimal(10**4)
_YI = Decimal(10**8)
_ROUNDING = {
    Direction.LOWER: ROUND_FLOOR,
    Direction.UPPER: ROUND_CEILING,
    Direction.EITHER: ROUND_HALF_EVEN,
}
# 亿 with more decimals than this reads worse than 万.
_MOST_DECIMALS_OF_YI = 4
# 6 decimals are what `parse_quantity` reads; a proportion below one keeps two digits that count.
_FINEST = -6


def format_quantity(quantity: Quantity) -> str:
    """ValueError for what has no printed form: rhetorical and negative numbers (say 减少, print the size)."""
    value, unit = quantity.value, quantity.unit
    if value is None or quantity.qualifier is Qualifier.RHETORICAL:
        raise ValueError("a rhetorical quantity has no value to print")
    if value < 0:
        raise ValueError("a negative quantity is not printed: say 减少 and print its size")
    if quantity.value_max is not None:
        return _format_range(value, quantity.value_max, unit)
    if quantity.qualifier is Qualifier.EXACT:
        return _write(value, unit) + unit
    return _with_qualifier(_rounded(value, unit, quantity.qualifier.direction), unit, quantity.qualifier)


def _with_qualifier(value: Decimal, unit: str, qualifier: Qualifier) -> str:
    number = _write(value, unit)
    match qualifier:
        case Qualifier.OVER if _takes_surplus(number, value, unit):
            return f"{number}余{unit}"
        case Qualifier.OVER:
            return f"超{number}{unit}"
        case Qualifier.AT_LEAST:
            return f"{number}{unit}以上"
        case Qualifier.UNDER:
            return f"近{number}{unit}"
        case Qualifier.AT_MOST:
            return f"不超过{number}{unit}"
        case _:
            return f"约{number}{unit}"


def _takes_surplus(number: str, value: Decimal, unit: str) -> bool:
    """Chinese says 20余人 and 3.4万余人, but neither 70%余 nor 3.4余公里 nor 5余人."""
    return value >= 10 and unit not in PROPORTIONS and ("." not in number or number[-1] in "万亿")


def _format_range(low: Decimal, high: Decimal, unit: str) -> str:
    if unit:
        return f"{_write(low, unit)}{unit}至{_write(high, unit)}{unit}"
    # Without a unit 2至3万 would mean that both ends are counted in 万.
    return f"{_digits(low)}至{_digits(high)}"


def _write(value: Decimal, unit: str) -> str:
    """Exactly the value, in 万 or 亿 from 10,000 on."""
    if unit in PROPORTIONS or value < _WAN:
        return _digits(value) if unit == "年" else _plainly(value)
    in_yi = plain(EXACTLY.multiply(value, 1 / _YI))
    if value >= _YI and _decimals(in_yi) <= _MOST_DECIMALS_OF_YI:
        return f"{_plainly(in_yi)}亿"
    return f"{_plainly(plain(EXACTLY.multiply(value, 1 / _WAN)))}万"


def _plainly(value: Decimal) -> str:
    return f"{plain(value):f}"


def _digits(value: Decimal) -> str:
    """2021年 is a year, 2021至2022 are two; with a separator they are quantities."""
    is_like_a_year = value == value.to_integral_value() and 1900 <= value < 2100
    return f"{plain(value):,f}" if is_like_a_year else _plainly(value)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _rounded(value: Decimal, unit: str, direction: Direction) -> Decimal:
    """To one decimal of what is printed: of 万, of 亿, or of one."""
    if value < _WAN and value == value.to_integral_value():
        return value
    if value < _WAN or unit in PROPORTIONS:
        exponent = -1 if value >= 1 else max(value.adjusted() - 1, _FINEST)
    else:
        exponent = 7 if value >= _YI else 3
    step = Decimal(1).scaleb(exponent)
    context = Context(prec=EXACTLY.prec, rounding=_ROUNDING[direction])
    return plain(value.quantize(step, context=context))
