"""An editor's running text as HTML, each {id} as the printed expression that leads to its figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from markdown_it.token import Token
from markupsafe import Markup, escape

from highlights.addresses import figure_anchor
from highlights.model import Figure
from highlights.prose import figure_references, is_address, parse_prose
from highlights.render.glossary import PageTerms
from highlights.render.links import Here

_NAMES = {"paragraph": "p", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "strong": "strong"}
_TAGS = {
    f"{name}_{side}": Markup(f"<{slash}{tag}>")  # noqa: S704 our own tags
    for name, tag in _NAMES.items()
    for side, slash in (("open", ""), ("close", "/"))
}


def prose_html(
    text: str, here: Here, figures: Mapping[str, Figure], report_address: str, terms: PageTerms | None = None
) -> Markup:
    """`figures` are those of the report at `report_address`, which the text may refer to; `terms` are explained."""
    writer = _Writer(here, figures, report_address, terms)
    return Markup("".join(writer.write(parse_prose(text))))  # noqa: S704 each piece is finished


def plain_text(text: str, figures: Mapping[str, Figure]) -> str:
    """The same words without markup, a line a paragraph, for excerpts and open data."""
    named = {figure_id for figure_id, _ in figure_references(text)}
    return _plain_text(text, tuple((key, figure.reported) for key, figure in figures.items() if key in named))


# A highlight is told on the pages of its year, its district and each of its themes, in the search and in the open data.
@lru_cache(maxsize=1 << 16)
def _plain_text(text: str, printed: tuple[tuple[str, str], ...]) -> str:
    """`printed` are the expressions of the figures that it names."""
    expressions = dict(printed)
    blocks = ("".join(_plain(token, expressions) for token in block.children or ()) for block in parse_prose(text))
    return "\n".join(block for block in blocks if block)


class _Writer:
    def __init__(self, here: Here, figures: Mapping[str, Figure], report_address: str, terms: PageTerms | None) -> None:
        self._here = here
        self._figures = figures
        self._report_address = report_address
        self._terms = terms
        self._is_in_link = False
        self._end_of_link = Markup("")

    def write(self, tokens: Sequence[Token]) -> Iterable[Markup]:
        for at, token in enumerate(tokens):
            if token.type == "inline":
                yield from self.write(token.children or ())
            elif token.type == "link_open":
                yield self._open_link(str(token.attrs["href"]), tokens[at + 1].content)
            elif not token.hidden:
                yield self._write_one(token)

    def _write_one(self, token: Token) -> Markup:
        if token.type == "ordered_list_open" and "start" in token.attrs:
            return Markup('<ol start="{}">').format(token.attrs["start"])
        if token.type in _TAGS:
            return _TAGS[token.type]
        if token.type == "link_close":
            self._is_in_link = False
            return self._end_of_link
        if token.type == "figure":
            return self._figure(token.content)
        return self._text(token.content)

    def _text(self, text: str) -> Markup:
        return escape(text) if self._terms is None or self._is_in_link else self._terms.mark(escape(text))

    def _open_link(self, address: str, text: str) -> Markup:
        """On paper, what stands only on a site that has no address is words and no link.

        A link that reads as its address is marked: paper adds the address to the others.
        """
        link = self._link(address)
        self._is_in_link = True
        self._end_of_link = Markup("</a>" if link else "")  # noqa: S704 our own tag
        if not link:
            return Markup("")
        start = '<a class="address" href="{}">' if is_address(text, address) else '<a href="{}">'
        return Markup(start).format(link)  # noqa: S704 our own tag

    def _link(self, address: str) -> str:
        """The report is shown elsewhere too, where `#…` still means its own page."""
        if address.startswith("#") and self._report_address:
            address = f"/{self._report_address}{address}"
        return self._here.to(address.lstrip("/")) if address.startswith("/") else address

    def _figure(self, figure_id: str) -> Markup:
        link = self._here.to(f"{self._report_address}#{figure_anchor(figure_id)}")
        return Markup('<a class="figure" href="{}">{}</a>').format(link, self._figures[figure_id].reported)


def _plain(token: Token, expressions: Mapping[str, str]) -> str:
    return expressions[token.content] if token.type == "figure" else token.content
