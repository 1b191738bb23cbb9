"""The value itself, its qualifier, and the exception for what cannot be read. No parsing, no printing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation
from enum import StrEnum

# Own context: sums and products stay exact whatever precision the caller has set. Rounding would raise.
EXACTLY = Context(prec=80, rounding=ROUND_HALF_EVEN, traps=[Inexact, InvalidOperation])


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
        self.hint = hint


def plain(value: Decimal) -> Decimal:
    """The same number without exponent and trailing zeros, so that str() prints it plainly."""
    if value == value.to_integral_value():
        return EXACTLY.quantize(value, Decimal(1))
    return value.normalize(EXACTLY)
