"""Which words of a text are gone and which are new. Two texts in, marked pieces out.

Chinese has no spaces, so the tokens are characters; Latin words, numbers and {id} are one each. Sentences are compared
first: a sentence that was moved or added is marked as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+")
_TOKEN = re.compile(r"\{[^{}\s]+\}|[A-Za-z0-9]+(?:[.,][0-9]+)*%?|.", re.DOTALL)
# Below it two sentences have only stray characters in common, which would be marked like confetti.
_LEAST_LIKENESS = 0.4
# As many equal tokens between two changes are a coincidence.
_ISLAND = 1


class Mark(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    mark: Mark
    text: str


def mark_words(old: str, new: str) -> tuple[Piece, ...]:
    """Pieces in reading order; joined without the added ones they are the old text, without the removed the new."""
    return tuple(_joined(_compare_sentences(_SENTENCE.findall(old), _SENTENCE.findall(new))))


def _compare_sentences(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[first:last]), "".join(new[start:end])
        if tag == "equal":
            yield Piece(Mark.SAME, gone)
        else:
            yield from _compare_tokens(_TOKEN.findall(gone), _TOKEN.findall(came))


def _compare_tokens(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST_LIKENESS or matcher.ratio() < _LEAST_LIKENESS:
        yield from _replaced("".join(old), "".join(new))
        return
    gone, came = "", ""
    opcodes = matcher.get_opcodes()
    for number, (tag, first, last, start, end) in enumerate(opcodes):
        is_island = tag == "equal" and last - first <= _ISLAND and 0 < number < len(opcodes) - 1
        if tag == "equal" and not is_island:
            yield from _replaced(gone, came)
            gone, came = "", ""
            yield Piece(Mark.SAME, "".join(old[first:last]))
        else:
            gone += "".join(old[first:last])
            came += "".join(new[start:end])
    yield from _replaced(gone, came)


def _replaced(gone: str, came: str) -> Iterator[Piece]:
    yield Piece(Mark.REMOVED, gone)
    yield Piece(Mark.ADDED, came)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one mark as one; nothing empty."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last and last.mark is piece.mark:
            last = Piece(last.mark, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
