"""Text that editors write: Markdown without HTML, in which {id} stands for a figure.

Text in, tokens out. It knows paragraphs, lists, **strong** words and links; everything else, HTML first of all,
stays the characters that were typed. How an editor breaks the lines of a paragraph means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

FIGURE_REFERENCE = re.compile(r"\{([^{}\s]+)\}")
# Words of letters, and numbers: between Chinese characters no space is written.
_SPACED = re.compile(r"[!-~]")
_STRONG = re.compile(r"\*\*(?=\S)((?:(?!\*\*).)+?)(?<=\S)\*\*", re.DOTALL)
_LINE_ENDS = {"softbreak", "hardbreak"}

# Where a link may lead: the web, a mailbox, a page of this site from its root, a place on the same page.
SAFE_LINK = re.compile(r"(?:https?://|mailto:|/(?!/)|#)", re.IGNORECASE)


def _figure_rule(state: StateInline, silent: bool) -> bool:
    found = FIGURE_REFERENCE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("figure", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


def _strong_rule(state: StateInline, silent: bool) -> bool:
    """CommonMark asks for spaces or letters around `**`, and so fails at **“四个一”** between Chinese characters."""
    found = _STRONG.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        end = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = end
    state.pos = found.end()
    return True


def space_between(before: str, after: str) -> str:
    """What the end of a line between two pieces of a text means: Chinese runs on, words of letters stay apart."""
    return " " if _SPACED.match(before[-1:]) and _SPACED.match(after) else ""


def _join_lines(state: StateCore) -> None:
    """No line ends are left in a paragraph. A figure is like a number, whatever is printed."""
    for block in state.tokens:
        shown = [token for token in block.children or () if token.content or token.type in _LINE_ENDS]
        for before, token, after in zip(shown, shown[1:], shown[2:], strict=False):
            if token.type in _LINE_ENDS:
                token.type, token.content = "text", space_between(before.content, after.content)


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "newline", "escape", "link"])
    parser.inline.ruler.before("escape", "figure", _figure_rule)
    parser.inline.ruler.before("figure", "strong", _strong_rule)
    parser.core.ruler.before("text_join", "join_lines", _join_lines)
    parser.validateLink = is_safe_link  # type: ignore[assignment, method-assign]
    return parser


def is_safe_link(address: str) -> bool:
    return bool(SAFE_LINK.match(address.strip()))


def is_address(text: str, address: str) -> bool:
    """Whether a link reads as the address that its token has, where Chinese is written in percent signs."""
    readable = _PARSER.normalizeLinkText(address)
    return text in {address, readable, readable.removeprefix("mailto:")}


_PARSER = _make_parser()


# A text stands on several pages, in the bulletin, in the index and in the open data.
@lru_cache(maxsize=512)
def parse_prose(text: str) -> Sequence[Token]:
    """markdown-it tokens, which nobody may change.

    A figure reference is an inline token of type "figure" with the id as content.
    """
    return _PARSER.parse(text)


def figure_references(text: str) -> tuple[tuple[str, int], ...]:
    """The ids referred to, each with the offset of its opening brace."""
    return tuple((found[1], found.start()) for found in FIGURE_REFERENCE.finditer(text))
