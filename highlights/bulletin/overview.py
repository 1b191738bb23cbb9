"""The city at a glance: what the edition holds, its totals, its districts on the grid, and how they compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights.bulletin.matter import Chapter, Matter, chapter
from highlights.render.blocks import Block, Heading
from highlights.render.edition import edition_facts
from highlights.render.headlines import edition_headlines
from highlights.render.prose import prose_html
from highlights.render.ranking import RankingView, ranking_view
from highlights.render.tiles import tile_grid

# One value is no comparison.
FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class OverviewHead:
    introduction: Markup
    facts: tuple[tuple[str, str], ...]


def overview(matter: Matter) -> Chapter:
    return chapter("overview", "全市概览", *_blocks(matter))


def _blocks(matter: Matter) -> Iterator[Block]:
    city, edition = matter.city, matter.edition
    introduction = prose_html(edition.introduction or "", matter.here, {}, "")
    yield matter.html("overview_head", OverviewHead(introduction, tuple(edition_facts(city, edition))))
    headlines = tuple(edition_headlines(city, matter.index, edition, matter.here))
    if headlines:
        yield Heading(3, "已公布各区合计", "overview-totals")
        yield matter.html("headline_figures", headlines)
    yield Heading(3, "各区一览", "overview-districts")
    yield matter.html("tile_grid", tile_grid(city, matter.index, edition, matter.here))
    charts = tuple(_charts(matter))
    if charts:
        yield Heading(3, "各区比较", "overview-charts")
        yield matter.html("bar_charts", charts)


def _charts(matter: Matter) -> Iterator[RankingView]:
    for indicator in matter.city.indicators.values():
        ranking = matter.index.ranking(indicator, matter.edition.year)
        if len(ranking.ranked) >= FEWEST_BARS:
            yield ranking_view(ranking, matter.here)
