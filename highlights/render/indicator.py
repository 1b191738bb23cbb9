"""One indicator: what it counts, its values over the editions, and its districts in order for every year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.history import history_of
from highlights.derive.index import Index
from highlights.model import City, Indicator
from highlights.render.blocks import Block, Heading
from highlights.render.components import Components
from highlights.render.history import history_view
from highlights.render.links import Here
from highlights.render.ranking import ranking_view
from highlights.render.wording import AGGREGATES, MEASURES, year_text


@dataclass(frozen=True, slots=True)
class Definition:
    indicator: Indicator
    measure: str
    aggregate: str
    units: str
    theme_link: str


@dataclass(frozen=True, slots=True)
class IndicatorItem:
    indicator: Indicator
    link: str


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    name: str
    items: tuple[IndicatorItem, ...]


def indicator_blocks(
    city: City, index: Index, indicator: Indicator, here: Here, components: Components
) -> Iterator[Block]:
    yield Heading(1, indicator.name, "indicator")
    yield components.html("definition", _definition(indicator, here), here)
    history = history_of(city, index, indicator)
    years = history.years
    if not years:
        yield components.html("empty", "还没有区公布这个指标。", here)
    elif len(years) > 1:
        yield Heading(2, "历年", "section-history")
        yield components.html("history", history_view(history, here), here)
    elif len(city.editions) > 1:
        yield components.html("history_single", years[0], here)
    for year in reversed(years):
        ranking = index.ranking(indicator, year)
        yield Heading(2, year_text(city.editions[year]), f"year-{year}")
        yield components.html("ranking", ranking_view(ranking, here), here)


def indicator_list(city: City, here: Here, components: Components) -> Iterator[Block]:
    groups = (
        IndicatorGroup(
            theme.name,
            tuple(
                IndicatorItem(indicator, here.to(addresses.of_indicator(indicator)))
                for indicator in city.indicators.values()
                if indicator.theme == theme
            ),
        )
        for theme in city.themes.values()
    )
    yield components.html("indicator_list", tuple(group for group in groups if group.items), here)


def _definition(indicator: Indicator, here: Here) -> Definition:
    return Definition(
        indicator=indicator,
        measure=MEASURES[indicator.measure],
        aggregate=AGGREGATES[indicator.aggregate],
        units="、".join(indicator.units),
        theme_link=here.to(addresses.of_theme(indicator.theme)),
    )
