"""What follows from changes elsewhere on the site: totals, ranks, pages. Two cities in, derived differences out.

Pages are drawn for both revisions and compared as readers see them, so nothing about them is guessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from highlights import addresses
from highlights.derive.index import Index, index_city
from highlights.derive.ranking import Ranking
from highlights.model import City, Indicator
from highlights.publish.pages import generated_pages
from highlights.publish.writer import Writer
from highlights.quantity import format_quantity
from highlights.render.components import Components
from highlights.render.links import Here
from highlights.review.change import Subject
from highlights.review.portraits import Names

# Pages that people write, and the macro by which each shows what the data holds.
LISTS = {
    addresses.HOME: "{{ edition_home(none) }}",
    addresses.DISTRICTS: "{{ district_list() }}",
    addresses.INDICATORS: "{{ indicator_list() }}",
    addresses.THEMES: "{{ theme_list() }}",
    addresses.TABLES: "{{ edition_list() }}",
    addresses.TERMS: "{{ term_list() }}",
    addresses.NOTES: "{{ data_notes() }}",
    addresses.CORRECTIONS: "{{ correction_list() }}",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A total and the ranks of one indicator and year that are not what they were; "" and None where there is none.

    `moves` are districts by name with their ranks before and after.
    """

    indicator: str
    year: int
    total_before: str
    total_after: str
    moves: tuple[tuple[str, int | None, int | None], ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Addresses below the site's root. Links to what is `removed` break."""

    touched: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def standings(base: City, head: City, names: Names) -> Iterator[Standing]:
    """In the order of the head revision's indicators; those that are gone come last."""
    before = {names.of(Subject.INDICATOR, key): indicator for key, indicator in base.indicators.items()}
    index_before, index_after = index_city(base), index_city(head)
    for key in dict.fromkeys((*head.indicators, *before)):
        for year in sorted({*base.editions, *head.editions}):
            old = _rank(index_before, before.get(key), year, base)
            new = _rank(index_after, head.indicators.get(key), year, head)
            standing = _compare_rankings(old, new, names)
            if standing:
                yield standing


def touched_pages(base: City, head: City, components: Path) -> Pages:
    """`components` is the folder of templates by which pages are drawn."""
    before, after = _drawn(base, components), _drawn(head, components)
    return Pages(
        touched=tuple(sorted(address for address in after if before.get(address, after[address]) != after[address])),
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def _rank(index: Index, indicator: Indicator | None, year: int, city: City) -> Ranking | None:
    return index.ranking(indicator, year) if indicator and year in city.editions else None


def _compare_rankings(old: Ranking | None, new: Ranking | None, names: Names) -> Standing | None:
    ranking = new or old
    if ranking is None:
        return None
    before = {names.of(Subject.DISTRICT, key): place for key, place in _positions(old).items()}
    after = _positions(new)
    moves = tuple(
        (name, before.get(key, (name, None))[1], after.get(key, (name, None))[1])
        for key, (name, _) in {**after, **before}.items()
        if before.get(key, (name, None))[1] != after.get(key, (name, None))[1]
    )
    totals = _total(old), _total(new)
    if not moves and totals[0] == totals[1]:
        return None
    return Standing(ranking.indicator.name, ranking.year, *totals, moves)


def _positions(ranking: Ranking | None) -> dict[str, tuple[str, int]]:
    ranked = ranking.ranked if ranking else ()
    return {one.observation.report.district.id: (one.observation.report.district.name, one.position) for one in ranked}


def _total(ranking: Ranking | None) -> str:
    if ranking is None or ranking.total is None:
        return ""
    return f"{format_quantity(ranking.total.quantity)}（{ranking.total.covered}个区）"


def _drawn(city: City, components: Path) -> Mapping[str, str]:
    """A print of what the data puts on each page."""
    writer = Writer(city, Components(components))
    # Sources of pages are macro calls with ids, and each macro is a method of the writer.
    environment = Environment(undefined=StrictUndefined)  # noqa: S701 nothing of it is published
    environment.globals.update({name: _as_text(writer, name) for name in dir(Writer) if not name.startswith("_")})
    prints = {}
    for address, source in (*LISTS.items(), *((page.address, page.source) for page in generated_pages(city))):
        writer.begin_page(address, source, Here(address))
        prints[address] = hashlib.sha256(environment.from_string(source).render().encode()).hexdigest()
    return prints


def _as_text(writer: Writer, name: str) -> Callable[..., str]:
    def draw(*args: Any, **kwargs: Any) -> str:
        return "".join(map(str, getattr(writer, name)(*args, **kwargs)))

    return draw
