"""One spelling for texts and questions, and the pieces that they are found by. Text in, pieces out; no documents.

overrides/assets/js/search/spelling.js says the same in JavaScript; tests/search/test_spelling.py holds them together.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

# Letters and digits; a number keeps its point and percent sign, and loses its separators. Lines stay apart.
_KEPT = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%‰]?|[^\W0-9_]+|\n")
_WHOLE = re.compile(r"[a-z]{2,}|[0-9.]{2,}")
_NOT_KEPT = re.compile(r"[^\w\n]+|_+")
WHOLE = "="


def normalise(text: str) -> str:
    """Without spaces, punctuation, accents and case. What it makes of a part is part of what it makes of the whole."""
    return "".join(_tokens(_plain(text)))


def pieces(text: str) -> tuple[set[str], set[str]]:
    """Of all lines, and never across two: pairs and singles.

    Pairs are every two characters that follow each other, and Latin words and numbers whole. Singles are every
    character; punctuation in pairs too, for questions of nothing else.
    """
    plain = _plain(text)
    tokens = _tokens(plain)
    letters = "".join(tokens)
    pairs = {pair for pair in set(map(add, letters, letters[1:])) if "\n" not in pair}
    pairs.update(WHOLE + word for word in _WHOLE.findall(" ".join(tokens)))
    singles = {*letters, *_marks(plain)} - {"\n"}
    return pairs, singles


def shard_of(piece: str, count: int) -> int:
    """FNV-1a over the code points: Python's own hash differs from run to run."""
    value = 2166136261
    for character in piece:
        value = (value ^ ord(character)) * 16777619 & 0xFFFFFFFF
    return value % count


def _plain(text: str) -> str:
    """NFKD, whose accents are no letters, makes the same of a character wherever it stands; so does the one sigma."""
    return unicodedata.normalize("NFKD", text).lower().replace("ς", "σ")


def _tokens(plain: str) -> list[str]:
    return [token.replace(",", "") for token in _KEPT.findall(plain)]


def _marks(plain: str) -> set[str]:
    found: set[str] = set()
    for run in set(_NOT_KEPT.findall(plain)):
        marks = [mark for mark in run if unicodedata.category(mark)[0] in "PS"]
        found.update(marks, map(add, marks, marks[1:]))
    return found
