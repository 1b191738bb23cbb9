"""The expressions that the public may not know, explained, each at its own anchor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights import addresses
from highlights.model import City, Term
from highlights.render.blocks import Block, Heading, Html
from highlights.render.components import Components
from highlights.render.glossary import PageTerms
from highlights.render.links import Here
from highlights.render.prose import prose_html
from highlights.render.wording import citation_text


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term that stands on the page, explained at its end. `link` leads to the page of all terms."""

    term: Term
    text: Markup
    link: str


@dataclass(frozen=True, slots=True)
class TermItem:
    term: Term
    aliases: str
    text: Markup
    sources: tuple[str, ...]


def term_list(city: City, here: Here, components: Components) -> Iterator[Block]:
    items = tuple(_item(term, here) for term in city.terms.values())
    yield components.html("term_list" if items else "empty", items or "还没有需要解释的名词。", here)


def explained(blocks: Iterable[Block], terms: PageTerms, here: Here, components: Components) -> Iterator[Block]:
    """The same blocks, in which terms lead to what they mean; that stands at the end."""
    for block in blocks:
        if isinstance(block, Heading):
            terms.note(block.text)
            yield block
        else:
            yield Html(terms.mark(block.markup))
    if terms.met:
        yield Heading(2, "名词", "section-terms")
        yield components.html("term_notes", term_notes(terms, here), here)


def term_notes(terms: PageTerms, here: Here) -> tuple[TermNote, ...]:
    """Of the terms that the page has met."""
    return tuple(
        TermNote(term, prose_html(term.text, here, {}, ""), here.to(addresses.of_term(term)))
        for term in terms.met.values()
    )


def _item(term: Term, here: Here) -> TermItem:
    return TermItem(
        term=term,
        aliases="、".join(term.aliases),
        text=prose_html(term.text, here, {}, ""),
        sources=tuple(citation_text(citation) for citation in term.sources),
    )
