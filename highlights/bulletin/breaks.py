"""Where lines may break besides where Unicode's rules let them. HTML in, the same words out.

The rules bind “ and ” to their neighbours on both sides, since they cannot know which language quotes. Chinese binds
them to the quoted words only; without that, a line ends several characters too early.

They leave a row of hundreds of characters whole. Its lines end where the page does, but for each of them WeasyPrint
would set all of its rest.
"""

from __future__ import annotations

import re

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_OUTSIDE = re.compile(rf"(?<=[{_HAN}])(?=[“‘])|(?<=[”’])(?=[{_HAN}“‘])")
# Longer than addresses are, and than any name may be. Chinese characters side by side are no row.
_LONGEST = 300
_ROW = re.compile(rf"(?:(?![{_HAN}]{{2}})[^ \t\n\u3000]){{{_LONGEST},}}+")
_CHARACTER = re.compile(r"&[#\w]+;|.")
_PART_OF_ROW = re.compile(rf"(?:{_CHARACTER.pattern}){{30}}")
# What stands inside a title is told, not set.
_PIECE = re.compile(r"<title>.*?</title>|<[^>]*>|[^<]+", re.DOTALL)
# The outline and the running heads repeat these word by word, a character that nobody sees too.
_NAME = re.compile(r"<(header|h[1-4])\b.*?</\1>", re.DOTALL)

# Neither is drawn: searching and copying do not see them. In an element inside a line WeasyPrint would also break a
# text that follows a <wbr> wherever the line ends.
_SPACE = "\u200b"
_ELEMENT = "<wbr>"


def add_breaks(html: str) -> str:
    """To a whole document; what stands before its body is left as it is."""
    head, mark, body = html.partition("<body")
    return head + mark + _add(_SPACE, _NAME.sub(lambda name: _add(_ELEMENT, name[0]), body))


def _add(place: str, html: str) -> str:
    return _PIECE.sub(lambda piece: piece[0] if piece[0].startswith("<") else _add_to_text(place, piece[0]), html)


def _add_to_text(place: str, text: str) -> str:
    return _ROW.sub(lambda row: _add_to_row(place, row[0]), _OUTSIDE.sub(place, text))


def _add_to_row(place: str, row: str) -> str:
    is_long = len(_CHARACTER.findall(row)) > _LONGEST
    return _PART_OF_ROW.sub(rf"\g<0>{place}", row) if is_long else row
