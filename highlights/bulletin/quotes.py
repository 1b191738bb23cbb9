"""Where lines may break at Chinese quotation marks. HTML in, the same words out.

Unicode's rules bind “ and ” to their neighbours on both sides, since they cannot know which language quotes. Chinese
binds them to the quoted words only; without that, a line ends several characters too early.
"""

from __future__ import annotations

import re

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_OUTSIDE = re.compile(rf"(?<=[{_HAN}])(?=[“‘])|(?<=[”’])(?=[{_HAN}“‘])")
# What stands inside a title is told, not set.
_PIECE = re.compile(r"<title>.*?</title>|<[^>]*>|[^<]+", re.DOTALL)
# The outline and the running heads repeat these word by word, a character that nobody sees too.
_NAME = re.compile(r"<(header|h[1-4])\b.*?</\1>", re.DOTALL)

# Neither is drawn: searching and copying do not see them. In an element inside a line WeasyPrint would also break a
# text that follows a <wbr> wherever the line ends.
_SPACE = "\u200b"
_ELEMENT = "<wbr>"


def free_quotes(html: str) -> str:
    """Of a whole document; what stands before its body is left as it is."""
    head, mark, body = html.partition("<body")
    return head + mark + _free(_NAME.sub(lambda name: _free(name[0], _ELEMENT), body), _SPACE)


def _free(html: str, place: str) -> str:
    return _PIECE.sub(lambda piece: piece[0] if piece[0].startswith("<") else _OUTSIDE.sub(place, piece[0]), html)
