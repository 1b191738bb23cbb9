"""What follows from changes elsewhere on the site: totals, ranks, pages. Two cities in, derived differences out.

Pages are drawn for both revisions and compared as readers see them, so nothing about them is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from highlights.derive.index import Index, index_city
from highlights.derive.ranking import Ranking
from highlights.model import City, Indicator
from highlights.quantity import format_quantity
from highlights.review.change import Subject
from highlights.review.drawing import draw_pages
from highlights.review.portraits import Names


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


def touched_pages(base: City, head: City, root: Path) -> Pages:
    """`root` has docs/ and overrides/."""
    before, after = draw_pages(base, root), draw_pages(head, root)
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
