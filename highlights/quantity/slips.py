"""What an editor probably typed wrong, when an expression could not be read: letters for digits, words around it.

A refusal in, a more helpful refusal out. Nothing becomes readable here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from highlights.quantity.numerals import NUMERAL_CHARACTERS
from highlights.quantity.qualifiers import WORD_BEFORE
from highlights.quantity.text import Spelling
from highlights.quantity.value import ExtraText, NumberMissing, Qualifier, Quantity, UnreadableQuantity

Read = Callable[[str], Quantity]

# Cyrillic and Greek letters look the same and come from other people's files.
_MEANT = dict.fromkeys("OoОоΟο", "数字 0") | dict.fromkeys("lIІΙ", "数字 1") | dict.fromkeys("wW", "“万”")
_RUN = f"[{''.join(_MEANT)}]+"
_LOOK_ALIKES = re.compile(rf"(?<![^\W\d_])(?:(?<=[0-9]){_RUN}|(?<=[0-9][.,]){_RUN}|[^\W\dwW_]+(?=[.,]?[0-9]))")
_NOT_LOOK_ALIKE = re.compile(f"[^{''.join(_MEANT)}]")
_LATIN = re.compile("[A-Za-zА-яΑ-ω]")

_NUMBER = f"0-9{NUMERAL_CHARACTERS}"
# The 约 of 签约5家 and the 近 of 最近5年 belong to the word before.
_NOT_QUALIFYING = "(?<![签节预合契违履续特制]约)(?<![最附临邻靠]近)(?<![赶反高]超)(?<![网线会晚早以]上)"
_START = re.compile(rf"(?<![{_NUMBER}.,])(?:(?:{WORD_BEFORE.pattern}){_NOT_QUALIFYING})*(?<![.,])[{_NUMBER}]")

_SIGNS = {
    ">": ("超", "超{}"),
    "≥": ("以上", "{}以上"),
    "<": ("不足", "不足{}"),
    "≤": ("不超过", "不超过{}"),
}
_SIGN = re.compile("(?:[<>]=?|[≤≥≦≧⩽⩾])$")
_SAME_SIGN = {"<=": "≤", "≦": "≤", "⩽": "≤", ">=": "≥", "≧": "≥", "⩾": "≥"}
