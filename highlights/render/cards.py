"""Highlights as cards that lead to their reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from highlights.derive.index import Passage
from highlights.render import addresses
from highlights.render.addresses import Here
from highlights.render.prose import plain_text

EXCERPT_LENGTH = 64


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
    text = plain_text(passage.highlight.text, passage.report.figures).strip()
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1].rstrip("，、；：") + "…"
