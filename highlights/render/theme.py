"""One theme: its indicators, and its highlights of all districts and years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from highlights import addresses
from highlights.derive.index import Index
from highlights.model import City, Theme
from highlights.render.blocks import Block, Heading
from highlights.render.cards import highlight_cards
from highlights.render.components import Components
from highlights.render.indicator import IndicatorItem
from highlights.render.links import Here


@dataclass(frozen=True, slots=True)
class ThemeHead:
    theme: Theme
    indicators: tuple[IndicatorItem, ...]


@dataclass(frozen=True, slots=True)
class ThemeItem:
    theme: Theme
    link: str
    highlights: int


def theme_blocks(city: City, index: Index, theme: Theme, here: Here, components: Components) -> Iterator[Block]:
    passages = index.of_theme(theme)
    yield Heading(1, theme.name, "theme")
    yield components.html("theme_head", _head(city, theme, here), here)
    for year, of_year in groupby(passages, key=lambda passage: passage.report.year):
        yield Heading(2, f"{year}年", f"year-{year}")
        yield components.html("highlight_cards", highlight_cards(of_year, here), here)
    if not passages:
        yield components.html("empty", "还没有这个主题的亮点。", here)


def theme_list(city: City, index: Index, here: Here, components: Components) -> Iterator[Block]:
    items = (
        ThemeItem(theme, here.to(addresses.of_theme(theme)), len(index.of_theme(theme)))
        for theme in city.themes.values()
    )
    yield components.html("theme_list", tuple(items), here)


def _head(city: City, theme: Theme, here: Here) -> ThemeHead:
    indicators = (
        IndicatorItem(indicator, here.to(addresses.of_indicator(indicator)))
        for indicator in city.indicators.values()
        if indicator.theme == theme
    )
    return ThemeHead(theme, tuple(indicators))
