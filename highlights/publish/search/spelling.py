"""One spelling for texts and questions, and the pieces that they are found by. Text in, pieces out; no documents.

overrides/assets/js/search/spelling.js says the same in JavaScript; tests/search/test_spelling.py holds them together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
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
    pairs = {WHOLE + word for word in _WHOLE.findall(" ".join(tokens))}
    for line in letters.split("\n"):
        pairs.update(map(add, line, line[1:]))
    singles = set(letters).union(*map(_marks, set(_NOT_KEPT.findall(plain))))
    singles.discard("\n")
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


@cache
def _marks(run: str) -> frozenset[str]:
    """Punctuation of a run without letters: each mark, and each two."""
    marks = [mark for mark in run if unicodedata.category(mark)[0] in "PS"]
    return frozenset((*marks, *map(add, marks, marks[1:])))
