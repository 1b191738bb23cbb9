"""How one district's figure stands among those that reported the same. Index in, a place among so many out."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.comparability import comparability
from highlights.derive.index import Index
from highlights.derive.ranking import rank_districts
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
    if not comparability(figure, report.year).is_comparable:
        return None
    ranked = rank_districts(index, figure.indicator, report.year, 0).ranked
    if len(ranked) < 2:
        return None
    position = next(row.position for row in ranked if row.observation.figure is figure)
    return Standing(position, len(ranked))
