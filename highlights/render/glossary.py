"""Terms on a page: the first time one stands in a text it leads to its explanation at the page's end.

So it is explained without a mouse, without JavaScript, and on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from highlights.model import Term


class Glossary:
    """All terms of a city, found by any of their names."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {name: term for term in terms for name in (term.name, *term.aliases)}
        longest_first = sorted(self._terms, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def on_page(self) -> PageTerms:
        return PageTerms(self._names, self._terms)


class PageTerms:
    """The terms that one page has met, in the order in which they did."""

    def __init__(self, names: re.Pattern[str], terms: dict[str, Term]) -> None:
        self._names = names
        self._terms = terms
        self.met: dict[str, Term] = {}

    def mark(self, text: str) -> Markup:
        """The text as HTML, terms that stand here for the first time as links."""
        pieces = []
        end = 0
        for found in self._names.finditer(text):
            term = self._terms[found[0]]
            if term.id not in self.met:
                self.met[term.id] = term
                pieces += [escape(text[end : found.start()]), _link(term, found[0])]
                end = found.end()
        return Markup("").join([*pieces, escape(text[end:])])


def _link(term: Term, words: str) -> Markup:
    return Markup('<a class="term" href="#term-{}">{}</a>').format(term.id, words)
