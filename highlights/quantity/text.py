"""One spelling for all: full-width forms become plain, spaces go, what cannot be seen is refused.

What was typed is kept beside it: an editor looks for that, not for our spelling of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from highlights.quantity.value import UnreadableQuantity

# Longer than any printed quantity; keeps a pasted page out.
LONGEST = 64

_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SPACED_GROUPS = re.compile(r"(?<![0-9.,] )(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?! ?[0-9])")
_QUOTED = re.compile("“([^“”]+)”")


@dataclass(frozen=True, slots=True)
class Spelling:
    """`text` is what is read; its character `i` was typed at `places[i]`."""

    text: str
    typed: str
    places: tuple[int, ...]

    def after(self, start: int) -> Spelling:
        return Spelling(self.text[start:], self.typed, self.places[start:])

    def as_typed(self, start: int, end: int) -> str:
        return self.typed[self.places[start] : self.places[end - 1] + 1] if start < end else ""

    def quote_as_typed(self, message: str) -> str:
        """What a message quotes of the text, as it was typed."""
        return _QUOTED.sub(self._quote, message)

    def _quote(self, quoted: re.Match[str]) -> str:
        # The last occurrence: messages mostly quote what is left of the text.
        start = self.text.rfind(quoted[1])
        return quoted[0] if start < 0 else f"“{self.as_typed(start, start + len(quoted[1]))}”"


def tidy(expression: str) -> Spelling:
    if len(expression) > LONGEST:
        raise UnreadableQuantity(f"超过 {LONGEST} 个字，不像一个数量", "只写数量本身，例如：近400万元")
    for before, character in pairwise(f" {expression}"):
        _check_character(character, before)
    typed = expression.strip()
    text = unicodedata.normalize("NFKC", typed)
    if re.search(r"[0-9.,] +[0-9]", _SPACED_GROUPS.sub(lambda found: found[0].replace(" ", ""), text)):
        raise UnreadableQuantity("数字中间有空格，可能是两个数", "核对原文；确为一个数，请去掉空格")
    pieces = [unicodedata.normalize("NFKC", one) for one in typed] if text != typed else list(text)
    if "".join(pieces) != text:
        # Combining marks, which no quantity has, were put together: what was typed is told no more.
        typed, pieces = text, list(text)
    places = (at for at, piece in enumerate(pieces) for plain in piece if plain != " ")
    return Spelling(text.replace(" ", ""), typed, tuple(places))


def _check_character(character: str, before: str) -> None:
    category = unicodedata.category(character)
    if category in _INVISIBLE or ord(character) in _VARIATION_SELECTORS:
        raise UnreadableQuantity(f"有看不见的字符 U+{ord(character):04X}", "删去这个数量，用键盘重新输入")
    # Of m², ㎡, ㎥ and km² NFKC makes m2, m3 and km2, which are units.
    is_unit = character in "㎡㎥㎢" or (before == "m" and character in "²³")
    if _is_disguised_number(character, category) and not is_unit:
        message = f"“{character}”（U+{ord(character):04X}）不是普通的数字"
        hint = "用 0 到 9 或中文数字书写"
        raise UnreadableQuantity(message, f"{hint}；单位写成“平方米”“立方米”" if character in "²³" else hint)


def _is_disguised_number(character: str, category: str) -> bool:
    """②, ½, ² and ㋀: NFKC would make 2, 1⁄2, 2 and 1月 of them, and 10² would be read as 102. ٣ and 𝟑 are foreign."""
    if character == "〇" or character.isascii() or "０" <= character <= "９":
        return False
    hides_digits = any(plain in "0123456789" for plain in unicodedata.normalize("NFKC", character))
    return category in {"No", "Nl", "Nd"} or hides_digits
