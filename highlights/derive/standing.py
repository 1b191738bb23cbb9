"""How one district's figure stands among those that reported the same. Index in, a place among so many out."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.derive.index import Index
from highlights.model import Figure, Report


@dataclass(frozen=True, slots=True)
class Standing:
    """`position` counts from 1 among `among` districts with a comparable figure."""

    position: int
    among: int


def standing_of(figure: Figure, report: Report, index: Index) -> Standing | None:
    """None for what cannot be compared, for the city, and where nobody else reported it."""
    if figure.indicator is None or report.district.is_city:
        return None
    ranking = index.ranking(figure.indicator, report.year)
    position = ranking.position_of(figure, report)
    if position is None or len(ranking.ranked) < 2:
        return None
    return Standing(position, len(ranking.ranked))
