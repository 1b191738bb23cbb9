"""The expressions that the public may not know, explained, each at its own anchor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights.model import City, Term
from highlights.render.addresses import Here
from highlights.render.blocks import Block
from highlights.render.components import Components
from highlights.render.prose import prose_html
from highlights.render.wording import citation_text


@dataclass(frozen=True, slots=True)
class TermItem:
    term: Term
    aliases: str
    text: Markup
    sources: tuple[str, ...]


def term_list(city: City, here: Here, components: Components) -> Iterator[Block]:
    items = tuple(
        TermItem(
            term=term,
            aliases="、".join(term.aliases),
            text=prose_html(term.text, here, {}, ""),
            sources=tuple(citation_text(citation) for citation in term.sources),
        )
        for term in city.terms.values()
    )
    yield components.html("term_list" if items else "empty", items or "还没有需要解释的名词。", here)
