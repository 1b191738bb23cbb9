"""The search page: what can be filtered by, and the lists that stand there for those who do not or cannot search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from highlights import addresses
from highlights.model import City
from highlights.render.blocks import Block
from highlights.render.components import Components
from highlights.render.links import Here


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """`key` is what the choices are called in the address of a search."""

    key: str
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LinkItem:
    name: str
    link: str


@dataclass(frozen=True, slots=True)
class LinkList:
    name: str
    links: tuple[LinkItem, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`example` is a name that can be searched for."""

    example: str
    groups: tuple[ChoiceGroup, ...]
    lists: tuple[LinkList, ...]


def search_page(city: City, here: Here, components: Components) -> Iterator[Block]:
    yield components.html("search_page", _view(city, here), here)


def _view(city: City, here: Here) -> SearchPage:
    reporting = (city.itself, *city.districts.values())
    return SearchPage(
        example=next(iter(city.districts.values())).short_name,
        groups=(
            ChoiceGroup("year", "年度", tuple(Choice(str(year), f"{year}年") for year in city.editions)),
            ChoiceGroup("theme", "主题", tuple(Choice(theme.id, theme.name) for theme in city.themes.values())),
            ChoiceGroup("district", "区", tuple(Choice(district.id, district.short_name) for district in reporting)),
        ),
        lists=(
            LinkList(
                "各区",
                tuple(LinkItem(it.name, here.to(addresses.of_district(it))) for it in city.districts.values()),
            ),
            LinkList(
                "主题",
                tuple(LinkItem(theme.name, here.to(addresses.of_theme(theme))) for theme in city.themes.values()),
            ),
        ),
    )
