"""Highlights as cards that lead to their reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.observation import Passage
from highlights.render.links import Here
from highlights.render.prose import plain_text

EXCERPT_LENGTH = 64
SHORTEST_EXCERPT = 20
_CLAUSE_ENDS = "。；，！？"
_CLOSING_MARKS = "”’）》」』"


@dataclass(frozen=True, slots=True)
class Card:
    link: str
    title: str
    excerpt: str
    district: str
    year: int


def highlight_cards(passages: Iterable[Passage], here: Here) -> tuple[Card, ...]:
    return tuple(
        Card(
            link=here.to(addresses.of_highlight(passage.report, passage.highlight)),
            title=passage.highlight.title,
            excerpt=_excerpt(passage),
            district=passage.highlight.organisation or passage.report.district.short_name,
            year=passage.report.year,
        )
        for passage in passages
    )


def _excerpt(passage: Passage) -> str:
    """The beginning up to the end of a clause: a number is never cut."""
    text = plain_text(passage.highlight.text, passage.report.figures).replace("\n", "")
    if len(text) <= EXCERPT_LENGTH:
        return text
    end = max(text.rfind(mark, 0, EXCERPT_LENGTH) for mark in _CLAUSE_ENDS)
    after = min(
        (place for place in (text.find(mark, EXCERPT_LENGTH) for mark in _CLAUSE_ENDS) if place > 0), default=-1
    )
    if end < SHORTEST_EXCERPT:
        end = after if after > 0 else len(text)
    rest = text[end:]
    if not rest.strip(_CLAUSE_ENDS + _CLOSING_MARKS):
        return text
    return text[:end] + ("。" if rest[0] == "。" else "……")
