"""Keeps finished HTML away from Markdown: a page carries place holders until Markdown is done with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from highlights.render.blocks import Block, Heading

_PLACE = re.compile(r'<(div|span) data-place="(\d+)">[^<]*</\1>')
# Every character that Markdown, attribute lists or HTML could take for markup becomes a character reference.
_ACTIVE = re.compile(r"[^\w\s]|_", re.ASCII)


class Placement:
    def __init__(self) -> None:
        self._waiting: dict[str, Markup] = {}
        self._count = 0

    def markdown(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(self._block(block) for block in blocks)

    def inline(self, markup: Markup) -> str:
        """A place holder inside a sentence or heading, with its text: titles and contents lists are made of that."""
        return f'<span data-place="{self._hold(markup)}">{_inert(markup.striptags())}</span>'

    def fill(self, html: str) -> str:
        """Finished HTML with every place holder replaced; each can be filled once."""
        return _PLACE.sub(lambda found: self._waiting.pop(found[2]), html)

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"{'#' * block.level} {_inert(block.text)} {{: #{block.id} }}"
        return f'<div data-place="{self._hold(block.markup)}"></div>'

    def _hold(self, markup: Markup) -> str:
        self._count += 1
        self._waiting[str(self._count)] = markup
        return str(self._count)


def _inert(text: str) -> str:
    """One line of text that means itself to Markdown and to HTML."""
    line = " ".join(text.split())
    return _ACTIVE.sub(lambda found: found[0] if ord(found[0]) > 127 else f"&#{ord(found[0])};", line)
