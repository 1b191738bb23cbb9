"""Where lines may break at Chinese quotation marks. HTML in, the same words out.

Unicode's rules bind “ and ” to their neighbours on both sides, since they cannot know which language quotes. Chinese
binds them to the quoted words only; without that, a line ends several characters too early.
"""

from __future__ import annotations

import re

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_OUTSIDE = re.compile(rf"(?<=[{_HAN}])(?=[“‘])|(?<=[”’])(?=[{_HAN}“‘])")
# What stands inside a title is told, not set.
_BODY = re.compile(r"<title>.*?</title>|<[^>]*>|[^<]+", re.DOTALL)


def free_quotes(html: str) -> str:
    """Of a whole document; what stands before its body is left as it is."""
    head, mark, body = html.partition("<body")
    return head + mark + _BODY.sub(lambda found: _free(found[0]), body)


def _free(piece: str) -> str:
    """A <wbr> is a place to break and no character: searching and copying do not see it."""
    return piece if piece.startswith("<") else _OUTSIDE.sub("<wbr>", piece)
