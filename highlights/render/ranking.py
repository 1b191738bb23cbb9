"""One indicator in one year: the districts in order with bars, the total, and what is set aside with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.derive.index import Observation
from highlights.derive.ranking import Ranked, Ranking, Total
from highlights.quantity import format_quantity
from highlights.render import addresses, wording
from highlights.render.addresses import Here

MARK = "截至日期未注明"


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A printed expression that leads to its figure. `mark` is empty for an ordinary figure."""

    reported: str
    link: str
    mark: str


@dataclass(frozen=True, slots=True)
class RankedRow:
    """`percent` is the length of the bar, of 100."""

    position: int
    district: str
    figure: FigureLink
    percent: str


@dataclass(frozen=True, slots=True)
class AsideRow:
    district: str
    label: str
    figure: FigureLink
    reason: str


@dataclass(frozen=True, slots=True)
class RankingView:
    caption: str
    rows: tuple[RankedRow, ...]
    total: str
    has_marks: bool
    aside: tuple[AsideRow, ...]
    city: tuple[AsideRow, ...]


def ranking_view(ranking: Ranking, here: Here) -> RankingView:
    return RankingView(
        caption=f"{ranking.year}年{ranking.indicator.name}",
        rows=tuple(_ranked_row(ranked, here) for ranked in ranking.ranked),
        total=total_text(ranking.total) if ranking.total else "",
        has_marks=any(ranked.observation.comparability.is_marked for ranked in ranking.ranked),
        aside=tuple(aside_row(observation, here) for observation in ranking.set_aside),
        city=tuple(aside_row(observation, here) for observation in ranking.city),
    )


def total_text(total: Total) -> str:
    return f"{total.covered}个区合计{format_quantity(total.quantity)}（共{total.expected}个区）"


def figure_link(observation: Observation, here: Here) -> FigureLink:
    verdict = observation.comparability
    return FigureLink(
        reported=observation.figure.reported,
        link=here.to(addresses.of_figure(observation.report, observation.figure)),
        mark=MARK if verdict.is_comparable and verdict.is_marked else wording.why_set_aside(observation),
    )


def _ranked_row(ranked: Ranked, here: Here) -> RankedRow:
    return RankedRow(
        position=ranked.position,
        district=ranked.observation.report.district.short_name,
        figure=figure_link(ranked.observation, here),
        percent=f"{ranked.share * 100:.1f}",
    )


def aside_row(observation: Observation, here: Here) -> AsideRow:
    return AsideRow(
        district=observation.report.district.short_name,
        label=observation.figure.name,
        figure=figure_link(observation, here),
        reason=wording.why_set_aside(observation) or wording.time_of(observation.figure, observation.report.year),
    )
