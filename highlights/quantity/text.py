"""One spelling for all: full-width forms become plain, spaces go, what cannot be seen is refused."""

from __future__ import annotations

import re
import unicodedata

from highlights.quantity.value import UnreadableQuantity

# Longer than any printed quantity; keeps a pasted page out.
LONGEST = 64

_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SPACED_GROUPS = re.compile(r"(?<![0-9.,] )(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?! ?[0-9])")


def tidy(expression: str) -> str:
    if len(expression) > LONGEST:
        raise UnreadableQuantity(f"超过 {LONGEST} 个字，不像一个数量", "只写数量本身，例如：近400万元")
    for character in expression:
        _check_character(character)
    text = unicodedata.normalize("NFKC", expression).strip()
    text = _SPACED_GROUPS.sub(lambda found: found[0].replace(" ", ""), text)
    if re.search(r"[0-9.,] +[0-9]", text):
        raise UnreadableQuantity("数字中间有空格，可能是两个数", "核对原文；确为一个数，请去掉空格")
    return text.replace(" ", "")


def _check_character(character: str) -> None:
    category = unicodedata.category(character)
    if category in _INVISIBLE or ord(character) in _VARIATION_SELECTORS:
        raise UnreadableQuantity(f"有看不见的字符 U+{ord(character):04X}", "删去这个数量，用键盘重新输入")
    if _is_disguised_number(character, category):
        raise UnreadableQuantity(f"“{character}”不是普通的数字", "用 0 到 9 或中文数字书写")


def _is_disguised_number(character: str, category: str) -> bool:
    """②, ½, ² and ㋀: NFKC would make 2, 1⁄2, 2 and 1月 of them, and 10² would be read as 102."""
    if character == "〇" or character.isascii():
        return False
    hides_digits = any(plain in "0123456789" for plain in unicodedata.normalize("NFKC", character))
    return category in {"No", "Nl"} or (hides_digits and category != "Nd")
