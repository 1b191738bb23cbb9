"""Postings as compact text, in shards small enough that a question fetches little, however large the index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain, pairwise

from highlights.publish.search.documents import Field
from highlights.publish.search.postings import Postings
from highlights.publish.search.spelling import shard_of

# In characters: about 1 KB compressed.
SHARD_SIZE = 1_000
# The fullest first, so that most pieces end early.
_FIELDS = (Field.TEXT, Field.FIGURES, Field.TITLE, Field.THEME)
# Around a piece: quotes, colon, comma.
_AROUND = 6

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SIXES = {f"{value:06b}": digit for value, digit in enumerate(DIGITS)}


def shards(postings: Postings) -> Sequence[dict[str, str]]:
    """Piece to text, in the order of the pieces. The fields are divided by commas, empty ends left out."""
    encoded: dict[str, str] = {}
    for piece in sorted({piece for of_field in postings.values() for piece in of_field}):
        fields = (postings[field].get(piece, ()) for field in _FIELDS)
        encoded[piece] = ",".join(map(encode, fields)).rstrip(",")
    size = sum(len(piece) + len(text) + _AROUND for piece, text in encoded.items())
    made: list[dict[str, str]] = [{} for _ in range(size // SHARD_SIZE + 1)]
    for piece, text in encoded.items():
        made[shard_of(piece, len(made))][piece] = text
    return made


def encode(ascending: Sequence[int]) -> str:
    """The gaps between the numbers in a Rice code, six bits a character: half of what plain digits would compress to.

    The first character says how many low bits of a gap are written as they are, according to the mean gap; before them
    stands the rest as so many ones and a zero. Ones fill up the last character.
    """
    if not ascending:
        return ""
    gaps = [second - first - 1 for first, second in pairwise(chain((-1,), ascending))]
    low = (sum(gaps) * 7 // (10 * len(gaps))).bit_length()
    bits = "".join(map(_codes(low).__getitem__, gaps))
    bits += "1" * (-len(bits) % 6)
    return DIGITS[low] + "".join([_SIXES[bits[at : at + 6]] for at in range(0, len(bits), 6)])


class _Codes(dict[int, str]):
    """By gap."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self._low = low

    def __missing__(self, gap: int) -> str:
        written = f"{gap & (1 << self._low) - 1:0{self._low}b}" if self._low else ""
        self[gap] = "1" * (gap >> self._low) + "0" + written
        return self[gap]


@cache
def _codes(low: int) -> _Codes:
    return _Codes(low)
