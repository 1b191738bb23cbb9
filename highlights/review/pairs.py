"""Which things of two revisions are the same one: those of one id, and those of one content under another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from highlights.review.portraits import Names, Portrait

T = TypeVar("T")
Draw = Callable[[T, Names], Portrait]


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """`kept` by the new id, each as old and new; `renamed` maps old ids to new ones, and those are in `kept` too."""

    kept: Mapping[str, tuple[T, T]]
    renamed: Mapping[str, str]
    removed: Mapping[str, T]
    added: Mapping[str, T]


def pair(base: Mapping[str, T], head: Mapping[str, T], draw: Draw[T], names: Names) -> Pairs[T]:
    """In the order of the head revision. Of several with one content the first are taken for each other."""
    waiting: dict[frozenset[tuple[str, str]], list[str]] = defaultdict(list)
    for key, item in base.items():
        if key not in head:
            waiting[_content(draw(item, names))].append(key)
    kept, renamed, added = {}, {}, {}
    for key, item in head.items():
        alike = [] if key in base else waiting[_content(draw(item, Names()))]
        old = key if key in base else (alike.pop(0) if alike else None)
        if old is None:
            added[key] = item
            continue
        kept[key] = (base[old], item)
        if old != key:
            renamed[old] = key
    removed = {key: item for key, item in base.items() if key not in head and key not in renamed}
    return Pairs(kept, renamed, removed, added)


def _content(portrait: Portrait) -> frozenset[tuple[str, str]]:
    return frozenset(portrait.items())
