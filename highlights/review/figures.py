"""By how much a figure changed, and what about it is suspicious. Two figures in, text and cautions out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from highlights.load.rules.magnitude import LEAST, MOST
from highlights.model import Figure
from highlights.quantity import Direction, Qualifier, Quantity, difference, ratio
from highlights.quantity.units import PROPORTIONS
from highlights.review.change import Caution

_SIDES = {
    Direction.EXACT: "确数",
    Direction.LOWER: "下限（实际更多）",
    Direction.UPPER: "上限（实际更少）",
    Direction.EITHER: "约数",
}
_POINTS = {"%": "个百分点", "‰": "个千分点"}
# A change of nearly nothing, or of nearly everything, is not rounded to nothing or everything.
_DECIMALS = range(1, 7)
_COMMAS = re.compile("[,，]")


def size_of_change(old: Quantity, new: Quantity) -> str:
    """增加6.9%, 减少约25%, 下降1.43个百分点; "" where there is nothing to compute, or no change."""
    if not _is_computable(old, new):
        return ""
    step = difference(new, old)
    if not step.value:
        return ""
    about = "约" if step.qualifier is not Qualifier.EXACT else ""
    if old.unit in PROPORTIONS:
        verb = "上升" if step.value > 0 else "下降"
        return f"{verb}{about}{abs(step.value):f}{_POINTS[old.unit]}"
    if not old.value:
        return ""
    verb = "增加" if step.value > 0 else "减少"
    return f"{verb}{about}{_percent(abs(ratio(step, old).value or Decimal(0)))}%"


def cautions_about(old: Figure, new: Figure) -> Iterator[Caution]:
    if old.reported == new.reported and old.quantity == new.quantity:
        return
    if old.quantity == new.quantity and new.quantity.value is not None:
        yield Caution("same-quantity", _respelled(old.reported, new.reported))
        return
    if old.quantity.unit != new.quantity.unit:
        units = " → ".join(f"“{quantity.unit or '没有'}”" for quantity in (old.quantity, new.quantity))
        yield Caution("unit-changed", f"单位变了：{units}，数的不再是同一样东西")
    before, after = (_side(quantity) for quantity in (old.quantity, new.quantity))
    if before != after:
        yield Caution("qualifier-changed", f"修饰变了：从{before}变成{after}")
    if old.quantity.value and new.quantity.value:
        yield from _magnitude(old.quantity.value, new.quantity.value)
        yield from _swapped(old.reported, new.reported)


def _is_computable(old: Quantity, new: Quantity) -> bool:
    return old.unit == new.unit and old.value is not None and new.value is not None


def _percent(share: Decimal) -> str:
    """A share of nothing at all is below what ratios are computed to."""
    percent = share * 100 or Decimal("0.0001")
    rounded = (round(percent, decimals) for decimals in _DECIMALS)
    return f"{next((one for one in rounded if one and one != 100), percent):f}".rstrip("0").rstrip(".")


def _side(quantity: Quantity) -> str:
    if quantity.value is None:
        return "泛指"
    return "范围" if quantity.value_max is not None else _SIDES[quantity.qualifier.direction]


def _magnitude(old: Decimal, new: Decimal) -> Iterator[Caution]:
    large, small = max(old, new), min(old, new)
    if LEAST <= large / small <= MOST:
        word = "多" if new > old else "漏"
        yield Caution("lost-wan", f"与原来相差几千倍以上：是不是{word}了一个“万”？")
    elif _is_power_of_ten(large, small):
        times = large / small
        yield Caution("digit-shifted", f"恰好相差{times:f}倍：是不是多了或少了一位，或小数点错了位？")


def _is_power_of_ten(large: Decimal, small: Decimal) -> bool:
    return large != small and large.normalize().as_tuple().digits == small.normalize().as_tuple().digits


def _swapped(old: str, new: str) -> Iterator[Caution]:
    if old != new and sorted(old) == sorted(new):
        yield Caution("digits-swapped", "数字相同、次序不同：是不是抄颠倒了？")


def _respelled(old: str, new: str) -> str:
    is_comma = _COMMAS.sub("", old) == _COMMAS.sub("", new)
    return "只是千分位的逗号不同，数量没有变" if is_comma else "只是写法不同，数量没有变"
