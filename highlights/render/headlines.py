"""Large numbers that carry a page: what an edition adds up to, what a report is known for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.standing import standing_of
from highlights.model import City, Edition, Figure, Kind, Report
from highlights.quantity import format_quantity
from highlights.render.links import Here
from highlights.render.ranking import AsideRow, aside_row, total_meaning
from highlights.render.wording import time_of

MOST_OF_A_REPORT = 4


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """`meaning` is what a reader must know to take the number right; `city` is what the city itself reports of it."""

    name: str
    link: str
    printed: str
    meaning: str
    city: tuple[AsideRow, ...]


def edition_headlines(city: City, index: Index, edition: Edition, here: Here) -> Iterator[HeadlineFigure]:
    """The totals of the year's indicators."""
    for indicator in city.indicators.values():
        ranking = index.ranking(indicator, edition.year)
        if ranking.total:
            yield HeadlineFigure(
                name=indicator.name,
                link=here.to(addresses.of_indicator(indicator)),
                printed=format_quantity(ranking.total.quantity),
                meaning=total_meaning(ranking.total),
                city=tuple(aside_row(observation, here) for observation in ranking.city),
            )


def report_headlines(report: Report, index: Index, here: Here) -> tuple[HeadlineFigure, ...]:
    """Figures that can be compared with other districts' come first, then others that the highlights mention."""
    results = [figure for figure in report.figures.values() if _can_lead(figure)]
    mentioned = [figure_id for highlight in report.highlights for figure_id in highlight.figure_ids]
    compared = [figure for figure in results if standing_of(figure, report, index)]
    others = [figure for figure in results if figure not in compared and figure.id in mentioned]
    return tuple(_headline(figure, report, index, here) for figure in islice((*compared, *others), MOST_OF_A_REPORT))


def _can_lead(figure: Figure) -> bool:
    is_result = figure.kind is Kind.RESULT and figure.quantity.value is not None
    return is_result and figure.part_of is None and figure.per is None


def _headline(figure: Figure, report: Report, index: Index, here: Here) -> HeadlineFigure:
    standing = standing_of(figure, report, index)
    place = f"公布的{standing.among}个区中排第{standing.position}" if standing else ""
    meanings = (place, time_of(figure, report.year))
    return HeadlineFigure(
        name=figure.name,
        link=here.to(addresses.of_figure(report, figure)),
        printed=figure.reported,
        meaning="；".join(meaning for meaning in meanings if meaning),
        city=(),
    )
