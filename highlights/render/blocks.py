"""What a page is made of: headings, which Markdown turns into contents lists, and finished HTML between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Heading:
    """`text` is plain text; whoever writes it out escapes it."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Html:
    markup: Markup


Block = Heading | Html


def as_html(blocks: Iterable[Block]) -> str:
    """The headings as Markdown would write them."""
    return "\n".join(
        f'<h{block.level} id="{escape(block.id)}">{escape(block.text)}</h{block.level}>'
        if isinstance(block, Heading)
        else block.markup
        for block in blocks
    )
