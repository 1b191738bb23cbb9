"""Terms on a page: the first time one stands in a text it leads to its explanation at the page's end.

So it is explained without a mouse, without JavaScript, and on paper. Finished HTML in, HTML with links out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from highlights.model import Term

_TAG = re.compile(r"(<[^>]*>)")
_CHARACTER_REFERENCE = r"&#?\w+;"
_NOTHING = r"(?!)"
# A link inside them is not allowed, would not be seen, or would be in the way.
_WITHOUT_LINKS = re.compile(r"<(/?)(?:a|button|caption|select|script|summary|svg)\b")


class Glossary:
    """All terms of a city, found by any of their names."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {str(escape(name)): term for term in terms for name in (term.name, *term.aliases)}
        longest_first = sorted(self._terms, key=len, reverse=True)
        self._any = re.compile("|".join(map(re.escape, longest_first)) or _NOTHING)
        self._names = re.compile("|".join([*map(re.escape, longest_first), _CHARACTER_REFERENCE]))

    def on_page(self) -> PageTerms:
        return PageTerms(self._names, self._any, self._terms)


class PageTerms:
    """The terms that one page has met, in the order in which they did."""

    def __init__(self, names: re.Pattern[str], any_name: re.Pattern[str], terms: dict[str, Term]) -> None:
        self._names = names
        self._any = any_name
        self._terms = terms
        self._linked: set[str] = set()
        self.met: dict[str, Term] = {}

    def mark(self, html: Markup) -> Markup:
        """Terms that stand here for the first time become links, wherever there may be one."""
        if not self._any.search(html):
            return html
        # Texts and tags take turns.
        pieces = _TAG.split(html)
        forbidden = 0
        for at in range(0, len(pieces), 2):
            if forbidden:
                self._meet(pieces[at])
            elif not pieces[at].isspace():
                pieces[at] = self._names.sub(self._link, pieces[at])
            forbidden += _opened(pieces[at + 1]) if at + 1 < len(pieces) else 0
        return Markup("".join(pieces))  # noqa: S704 finished HTML and nothing else

    def note(self, text: str) -> None:
        """What is met where there can be no link, such as in a heading, is explained all the same."""
        self._meet(str(escape(text)))

    def _meet(self, text: str) -> None:
        for found in self._names.finditer(text):
            term = self._terms.get(found[0])
            if term:
                self.met.setdefault(term.id, term)

    def _link(self, found: re.Match[str]) -> str:
        term = self._terms.get(found[0])
        if term is None or term.id in self._linked:
            return found[0]
        self._linked.add(term.id)
        self.met.setdefault(term.id, term)
        return f'<a class="term" href="#term-{term.id}">{found[0]}</a>'


def _opened(tag: str) -> int:
    """How many more elements without links are open after this tag: 1, 0 or -1."""
    found = _WITHOUT_LINKS.match(tag)
    if found is None:
        return 0
    return -1 if found[1] else 1
