"""Slips of the pen in any text of a file: half-width punctuation, quotes without a partner, words typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from highlights.diagnostics import Diagnostic, Severity
from highlights.load.document import Document, Key

_HAN = "\u4e00-\u9fff"
_HALF_WIDTH = re.compile(rf"(?<=[{_HAN}”》}}])([,;:?!()])(?= *[{_HAN}“《{{])")
_FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_DOUBLED = re.compile(rf"([{_HAN}]{{2,6}})\1")
_LINK_TARGET = re.compile(r"\]\([^()]*\)")
# Without another opening mark inside: a thousand unclosed ones must not be sought a partner each.
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》")
_PAIRS = dict(zip("“‘（《【「『", "”’）》】」』", strict=True))
_MARKS = re.compile(f"[{''.join((*_PAIRS, *_PAIRS.values()))}]")

MOST_IN_A_TEXT = 100

# What is doubled in good Chinese: 一户一户, 面对面对话, the 工会 of 总工会工会干部; but not 一起一起 and 应对应对.
_GOOD_DOUBLES = re.compile("一[^起些直定般同致样切并旦共线体]|[一点面]对|研究|讨论|(?<=[总层关业级司校厂位])工会")


@dataclass(frozen=True, slots=True)
class TypographyRule:
    """Documented like the rules across the data; these look at one text at a time."""

    code: str
    asks: str
    wrong: str
    right: str


TYPOGRAPHY_RULES = (
    TypographyRule("half-width-punctuation", "汉字之间用全角标点。", "植树,造林", "植树，造林"),
    TypographyRule("unbalanced-quotes", "引号、括号、书名号成对。", "“百园行动", "“百园”行动"),
    TypographyRule("doubled-word", "没有重复打的词。", "环境教育教育", "环境教育"),
)


def check_typography(document: Document) -> Iterator[Diagnostic]:
    for path, scalar in document.scalars():
        text = "" if _is_cited(document, path) else scalar.text or ""
        for offset, code, message, hint in islice(_slips(text), MOST_IN_A_TEXT):
            place = document.text_place(path, offset)
            yield Diagnostic(place, code, message, hint, Severity.WARNING, _subject(document, path))


def _is_cited(document: Document, path: Sequence[Key]) -> bool:
    """The titles of sources are printed as their documents have them."""
    return len(path) == 2 and path[1] == "title" and document.plain(path[0], "sha256") is not None


def _slips(text: str) -> Iterator[tuple[int, str, str, str]]:
    for found in _HALF_WIDTH.finditer(_LINK_TARGET.sub(lambda target: "字" * len(target[0]), text)):
        full = _FULL_WIDTH[found[0]]
        yield found.start(), "half-width-punctuation", f"汉字之间用了半角的“{found[0]}”", f"改成全角的“{full}”"
    for found in _DOUBLED.finditer(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)):
        if not _GOOD_DOUBLES.fullmatch(text, *found.span(1)):
            message = f"“{found[1]}”重复了：{found[0]}"
            hint = f"是重复打的，删去一个“{found[1]}”；本来就这样写的，加引号，或写一条 exception"
            yield found.start(), "doubled-word", message, hint
    yield from _unbalanced(text)


def _unbalanced(text: str) -> Iterator[tuple[int, str, str, str]]:
    waiting: list[tuple[int, str]] = []
    for found in _MARKS.finditer(text):
        offset, character = found.start(), found[0]
        if character in _PAIRS:
            waiting.append((offset, character))
        elif waiting and _PAIRS[waiting[-1][1]] == character:
            waiting.pop()
        else:
            yield offset, "unbalanced-quotes", f"“{character}”前面没有与它成对的", "补上前一半，或删去它"
    for offset, character in waiting:
        yield offset, "unbalanced-quotes", f"“{character}”后面没有与它成对的", "补上后一半，或删去它"


def _subject(document: Document, path: Sequence[Key]) -> str:
    """The id of the highlight or figure that the text belongs to."""
    if len(path) > 1 and path[0] == "figures":
        return str(path[1])
    if len(path) > 1 and path[0] == "highlights":
        return str(document.plain(*path[:2], "id") or "")
    return ""
