"""The year at a glance: what it holds, its totals, its districts, its highlights by theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.observation import Passage
from highlights.model import City, Edition, Theme
from highlights.render.blocks import Block, Heading
from highlights.render.cards import Card, highlight_cards
from highlights.render.components import Components
from highlights.render.headlines import edition_headlines
from highlights.render.links import Here
from highlights.render.pdf_links import PdfLink
from highlights.render.prose import prose_html
from highlights.render.tiles import tile_grid
from highlights.render.wording import date_text

CARDS_PER_THEME = 3


@dataclass(frozen=True, slots=True)
class EditionLink:
    year: int
    link: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class EditionHead:
    is_draft: bool
    introduction: Markup
    facts: tuple[tuple[str, str], ...]
    editions: tuple[EditionLink, ...]
    tables_link: str
    city_link: str | None
    bulletin_link: str
    pdf: PdfLink | None


@dataclass(frozen=True, slots=True)
class EditionItem:
    edition: Edition
    link: str
    tables_link: str
    coverage: str


@dataclass(frozen=True, slots=True)
class ThemeCards:
    cards: tuple[Card, ...]
    theme: Theme
    more_link: str
    more: int


def edition_blocks(
    city: City, index: Index, edition: Edition, here: Here, components: Components, pdf: PdfLink | None = None
) -> Iterator[Block]:
    yield Heading(1, edition.title, "edition")
    yield components.html("edition_head", _head(city, edition, here, pdf), here)
    headlines = tuple(edition_headlines(city, index, edition, here))
    if headlines:
        yield Heading(2, "已公布各区合计", "section-totals")
        yield components.html("headline_figures", headlines, here)
    yield Heading(2, "各区报告", "section-districts")
    yield components.html("tile_grid", tile_grid(city, index, edition, here), here)
    for theme in city.themes.values():
        leading = index.led_by(theme, edition.year)
        if leading:
            yield Heading(2, theme.name, f"theme-{theme.id}")
            count = index.count_naming(theme, edition.year)
            yield components.html("theme_cards", _theme_cards(theme, leading, count, here), here)


def edition_list(city: City, here: Here, components: Components) -> Iterator[Block]:
    items = tuple(
        EditionItem(
            edition=edition,
            link=here.to(addresses.of_edition(edition)),
            tables_link=here.to(addresses.of_tables(edition)),
            coverage=_coverage(city, edition),
        )
        for edition in newest_first(city)
    )
    yield components.html("edition_list", items, here)


def _head(city: City, edition: Edition, here: Here, pdf: PdfLink | None) -> EditionHead:
    city_report = city.report(city.itself.id, edition.year)
    return EditionHead(
        is_draft=edition.is_draft,
        introduction=prose_html(edition.introduction or "", here, {}, ""),
        facts=tuple(edition_facts(city, edition)),
        editions=tuple(_edition_links(city, edition, here)),
        tables_link=here.to(addresses.of_tables(edition)),
        city_link=here.to(addresses.of_report(city_report)) if city_report else None,
        bulletin_link=here.to(addresses.of_bulletin(edition)),
        pdf=pdf,
    )


def edition_facts(city: City, edition: Edition) -> Iterator[tuple[str, str]]:
    """What is known of the edition, without what is not."""
    yield "报告", _coverage(city, edition)
    yield "亮点", f"{sum(len(report.highlights) for report in edition.reports.values())}条"
    yield "数据", f"{sum(len(report.figures) for report in edition.reports.values())}项"
    if edition.issuer:
        yield "发布单位", edition.issuer
    if edition.issued:
        yield "发布日期", date_text(edition.issued)


def _coverage(city: City, edition: Edition) -> str:
    reported, expected = len(edition.district_reports), len(city.districts)
    return f"{expected}个区都有报告" if reported == expected else f"{expected}个区中{reported}个区有报告"


def newest_first(city: City) -> list[Edition]:
    return sorted(city.editions.values(), key=lambda edition: edition.year, reverse=True)


def _edition_links(city: City, current: Edition, here: Here) -> Iterator[EditionLink]:
    for edition in newest_first(city):
        yield EditionLink(edition.year, here.to(addresses.of_edition(edition)), edition == current)


def _theme_cards(theme: Theme, leading: Sequence[Passage], count: int, here: Here) -> ThemeCards:
    """`leading` passages have this theme first, so that none stands twice on the page; `count` is of all."""
    cards = highlight_cards(leading[:CARDS_PER_THEME], here)
    return ThemeCards(cards, theme, here.to(addresses.of_theme(theme)), count - len(cards))
