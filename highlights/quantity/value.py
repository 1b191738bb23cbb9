"""The value itself, its qualifier, and the exceptions for what cannot be read. No parsing, no printing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation
from enum import StrEnum

# Own context: sums and products stay exact whatever precision the caller has set. Rounding would raise.
EXACTLY = Context(prec=80, rounding=ROUND_HALF_EVEN, traps=[Inexact, InvalidOperation])

# The way out for what a source really prints and nobody can compute with: 几十家, 约2000—3000件.
PRINTED_SO = "原文确实这样写的，加一行 qualifier: rhetorical，照样显示，不参加计算"


class Direction(StrEnum):
    """On which side of the printed value the true one lies."""

    EXACT = "exact"
    LOWER = "lower"
    UPPER = "upper"
    EITHER = "either"


class Qualifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    RHETORICAL = "rhetorical"

    @property
    def direction(self) -> Direction:
        """LOWER: the value is a lower bound of the true one. Rhetorical is EITHER: nothing is known."""
        return _DIRECTIONS[self]


_DIRECTIONS = {
    Qualifier.EXACT: Direction.EXACT,
    Qualifier.ABOUT: Direction.EITHER,
    Qualifier.OVER: Direction.LOWER,
    Qualifier.AT_LEAST: Direction.LOWER,
    Qualifier.UNDER: Direction.UPPER,
    Qualifier.AT_MOST: Direction.UPPER,
    Qualifier.RHETORICAL: Direction.EITHER,
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` counts in the base unit (元, 人), 万 and 亿 multiplied out; None when rhetorical.

    `value_max` is set for ranges only, whose qualifier is exact. `unit` is canonical, "" when there is none.
    """

    value: Decimal | None
    value_max: Decimal | None
    unit: str
    qualifier: Qualifier


class UnreadableQuantity(ValueError):  # noqa: N818 - the name tells an editor's mistake from an error of ours
    """str() says in Chinese why an expression is refused; `hint` is the next step, "" if there is none."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self._hint = hint

    @property
    def hint(self) -> str:
        return self._hint


class UnreadableFrom(UnreadableQuantity):
    """Reading stopped at `place`."""

    def __init__(self, message: str, hint: str, place: int) -> None:
        super().__init__(message, hint)
        self.place = place


class NumberMissing(UnreadableFrom):
    """No number, where one should be."""


class UnknownUnit(UnreadableFrom):
    """A number without a unit that is known, and something behind it."""


class ExtraText(UnreadableFrom):
    """A whole quantity, and something behind it. `hint` wants the quantity added at its end."""


def plain(value: Decimal) -> Decimal:
    """The same number without exponent and trailing zeros, so that str() prints it plainly."""
    if value == value.to_integral_value():
        return EXACTLY.quantize(value, Decimal(1))
    return value.normalize(EXACTLY)
