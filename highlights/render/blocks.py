"""What a page is made of: headings, which Markdown turns into contents lists, and finished HTML between them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


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
