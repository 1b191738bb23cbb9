"""One indicator in one year: the districts in order with bars, the total, and what is set aside with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from highlights import addresses
from highlights.derive.observation import Observation
from highlights.derive.ranking import Ranked, Ranking, Total
from highlights.quantity import format_quantity
from highlights.render import wording
from highlights.render.links import Here

MARK = "截至日期未注明"


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A printed expression that leads to its figure. `mark` is empty for an ordinary figure.

    `value` is the plain decimal that it sorts by, empty for what has none or cannot be compared.
    """

    reported: str
    link: str
    mark: str
    value: str


@dataclass(frozen=True, slots=True)
class RankedRow:
    """`percent` is the length of the bar, of 100."""

    position: int
    district: str
    link: str
    figure: FigureLink
    percent: str


@dataclass(frozen=True, slots=True)
class AsideRow:
    district: str
    link: str
    label: str
    figure: FigureLink
    reason: str


@dataclass(frozen=True, slots=True)
class RankingView:
    caption: str
    rows: tuple[RankedRow, ...]
    total: str
    aside: tuple[AsideRow, ...]
    city: tuple[AsideRow, ...]


def ranking_view(ranking: Ranking, here: Here) -> RankingView:
    return RankingView(
        caption=f"{ranking.year}年{ranking.indicator.name}",
        rows=tuple(_ranked_row(ranked, here) for ranked in ranking.ranked),
        total=total_text(ranking.total) if ranking.total else "",
        aside=tuple(aside_row(observation, here) for observation in ranking.set_aside),
        city=tuple(aside_row(observation, here) for observation in ranking.city),
    )


def total_text(total: Total) -> str:
    """A sentence: the sum, and what stands in it."""
    return f"合计{format_quantity(total.quantity)}：{total_meaning(total)}"


def total_meaning(total: Total) -> str:
    """How many districts stand in a sum, and whether counting ended on an unknown day for some."""
    whole = total.covered == total.expected
    covered = f"{total.expected}个区全部计入" if whole else f"计入{total.expected}个区中的{total.covered}个"
    return f"{covered}，有的{MARK}" if total.is_marked else covered


def figure_link(observation: Observation, here: Here) -> FigureLink:
    verdict = observation.comparability
    return FigureLink(
        reported=observation.figure.reported,
        link=here.to(addresses.of_figure(observation.report, observation.figure)),
        mark=_mark(observation),
        value=f"{observation.figure.quantity.value:f}" if verdict.is_comparable else "",
    )


def _mark(observation: Observation) -> str:
    """Why it is not compared, or what to know when it is: stocks of one year may be counted on different days."""
    verdict, figure = observation.comparability, observation.figure
    if not verdict.is_comparable:
        return wording.why_set_aside(observation)
    if figure.as_of is not None and not figure.as_of.endswith("-12-31"):
        return wording.time_of(figure, observation.report.year)
    return MARK if verdict.is_marked else ""


def _ranked_row(ranked: Ranked, here: Here) -> RankedRow:
    return RankedRow(
        position=ranked.position,
        district=ranked.observation.report.district.short_name,
        link=here.to(addresses.of_report(ranked.observation.report)),
        figure=figure_link(ranked.observation, here),
        percent=f"{ranked.share * 100:.1f}",
    )


def aside_row(observation: Observation, here: Here) -> AsideRow:
    return AsideRow(
        district=observation.report.district.short_name,
        link=here.to(addresses.of_report(observation.report)),
        label=observation.figure.name,
        figure=figure_link(observation, here),
        reason=wording.why_set_aside(observation) or wording.time_of(observation.figure, observation.report.year),
    )
