"""Names and places that stand for two things: districts, themes, indicators, and figures of one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from highlights.diagnostics import Severity
from highlights.load.rules.rule import Doubt, Rule
from highlights.model import City, District, Figure, Indicator, Term, Theme

Named = District | Theme | Indicator | Term


def _shared_names(city: City) -> Iterator[Doubt]:
    yield from _twice((city.itself, *city.districts.values()))
    yield from _twice(city.themes.values())
    yield from _twice(city.indicators.values())
    yield from _twice(city.terms.values())


def _twice(items: Iterable[Named]) -> Iterator[Doubt]:
    first: dict[str, Named] = {}
    for item in items:
        shared = [name for name in _names_of(item) if first.setdefault(name, item) is not item]
        if shared:
            message = f"“{item.id}”和“{first[shared[0]].id}”都叫“{shared[0]}”"
            yield Doubt(item.place, message, "是同一个的，删去一个；不是的，改一个名称、简称或别名")


def _names_of(item: Named) -> tuple[str, ...]:
    """All that readers may call it."""
    if isinstance(item, District):
        return (item.name, item.short_name, *item.aliases)
    return (item.name, *item.aliases) if isinstance(item, Term) else (item.name,)


def _shared_labels(city: City) -> Iterator[Doubt]:
    for report in city.reports():
        first: dict[tuple[str, str | None], Figure] = {}
        for figure in report.figures.values():
            key = (figure.name, figure.indicator.id if figure.indicator else None)
            other = first.setdefault(key, figure)
            if other is not figure:
                yield Doubt(
                    figure.place,
                    f"“{figure.id}”和“{other.id}”的名称都是“{figure.name}”",
                    "各写一个能分清的 label",
                    figure.id,
                )


def _shared_tiles(city: City) -> Iterator[Doubt]:
    """In the grid one of them would hide the other."""
    first: dict[tuple[int, int], District] = {}
    for district in city.districts.values():
        other = first.setdefault(district.tile, district) if district.tile else district
        if other is not district:
            message = f"“{district.name}”和“{other.name}”在方格图里是同一格"
            yield Doubt(district.place, message, "改正其中一个的 tile：[行, 列]")


RULES = (
    Rule(
        "same-name",
        "两个区、主题、指标或名词不能同名，简称和别名也算。",
        "两个指标都叫“植树”",
        "“植树”和“义务植树”",
        _shared_names,
        Severity.ERROR,
    ),
    Rule(
        "same-tile",
        "方格图里一格一个区。",
        "两个区都写 tile: [1, 2]",
        "tile: [1, 2] 和 tile: [1, 3]",
        _shared_tiles,
        Severity.ERROR,
    ),
    Rule(
        "same-label",
        "一份报告里的数据，名称应能分清。",
        "两个数据都叫“慰问”",
        "“慰问一线”和“慰问困难家庭”",
        _shared_labels,
    ),
)
