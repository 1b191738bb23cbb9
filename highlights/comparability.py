"""When a figure may stand beside another: the rule of what is ranked, added up and compared.

A figure and the year of its report in, the verdict out. The rule: same indicator and year, a result of the
whole district and the whole year, one value (no range, no figure of speech), no narrower definition, no part of
another figure, not counted per unit. Everything else is shown, marked, and left out of ranks and totals.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from highlights.model import Figure, Kind, Period


class Obstacle(StrEnum):
    """Why a figure of an indicator is not compared."""

    KIND = "kind"
    VALUE = "value"
    SCOPE = "scope"
    PER = "per"
    PART = "part_of"
    CAVEAT = "caveat"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Comparability:
    """`is_marked`: compared, but the day on which counting ended is not known."""

    obstacles: tuple[Obstacle, ...]
    is_marked: bool

    @property
    def is_comparable(self) -> bool:
        return not self.obstacles


def comparability(figure: Figure, year: int) -> Comparability:
    obstacles = (
        (Obstacle.KIND, figure.kind is not Kind.RESULT),
        (Obstacle.VALUE, figure.quantity.value is None or figure.quantity.value_max is not None),
        (Obstacle.SCOPE, figure.scope is not None),
        (Obstacle.PER, figure.per is not None),
        (Obstacle.PART, figure.part_of is not None),
        (Obstacle.CAVEAT, figure.caveat is not None),
        (Obstacle.PERIOD, not _covers_the_year(figure, year)),
    )
    return Comparability(
        obstacles=tuple(obstacle for obstacle, stands in obstacles if stands),
        is_marked=_ends_on_an_unknown_day(figure),
    )


def _covers_the_year(figure: Figure, year: int) -> bool:
    if figure.as_of is not None:
        return figure.as_of == "unknown" or figure.as_of.startswith(str(year))
    return _begins_with(figure.period, year) and figure.period.end in {None, *_last_days(year)}


def _begins_with(period: Period, year: int) -> bool:
    return period.start in {str(year), f"{year}-01", f"{year}-01-01"}


def _last_days(year: int) -> set[str]:
    return {str(year), f"{year}-12", f"{year}-12-31"}


def _ends_on_an_unknown_day(figure: Figure) -> bool:
    if figure.as_of is not None:
        return figure.as_of == "unknown"
    return figure.period.end is None
