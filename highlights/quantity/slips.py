"""What an editor probably did, when an expression could not be read: typed letters for digits, or words around it.

A refusal in, a more helpful one out, which quotes what was typed. Nothing becomes readable here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial

from highlights.quantity.numerals import NUMERAL_CHARACTERS
from highlights.quantity.qualifiers import NO_OTHER_WORD, WORD_APART, WORD_BEFORE
from highlights.quantity.text import Spelling
from highlights.quantity.value import (
    ExtraText,
    NumberMissing,
    Qualifier,
    Quantity,
    UnknownUnit,
    UnreadableQuantity,
)

Read = Callable[[str], Quantity]

# Cyrillic and Greek letters come with copied text, and nobody sees them.
_MEANT = dict.fromkeys("OoОоΟο", "数字 0") | dict.fromkeys("IlІΙ", "数字 1") | dict.fromkeys("Ww", "“万”")
_LOOK_ALIKES = re.compile(f"[{''.join(_MEANT)}]+")
_LETTER = re.compile("[A-Za-z\u0370-\u04ff]")
_DIGIT_BEFORE = re.compile("[0-9][.,]?$")
_DIGIT_AFTER = re.compile("[.,]?[0-9]")

_NUMBER = f"[0-9{NUMERAL_CHARACTERS}]"
# Behind a point, or a comma that is not a word's, digits may be lost.
_NO_DIGITS_LOST = rf"(?<!{_NUMBER})(?<!\.)(?<!^,)(?<!{_NUMBER},)"
_START = re.compile(f"{_NO_DIGITS_LOST}(?:{NO_OTHER_WORD}(?:{WORD_BEFORE.pattern}))*{_NUMBER}")

# 每个街道2场, 1000元/人.
_EACH = re.compile("^[^每]*每个?([^每补发奖给送领\\W\\d]{1,2})$")
_FOR_EACH = re.compile("[/每]([^每\\W\\d]{1,6})")
# 三八红旗手5名, 第一批200人: a name that begins with numerals.
_NAME = re.compile(f"(?:第[{NUMERAL_CHARACTERS}]+|[一二三四五六七八九]{{2,}})[^点分成年月日0-9{NUMERAL_CHARACTERS}]")

# The sign, the words that a source prints in its place, and where they stand.
_SIGNS = (
    (re.compile("(?:>=|[≥≧⩾])$"), "以上", "{}以上"),
    (re.compile("(?:<=|[≤≦⩽])$"), "不超过", "不超过{}"),
    (re.compile(">$"), "超", "超{}"),
    (re.compile("<$"), "不足", "不足{}"),
)


class Explained(UnreadableQuantity):
    """Explained when somebody asks: verifying tries thousands of pieces of text, and asks about hardly one."""

    def __init__(self, spelling: Spelling, refused: UnreadableQuantity, read: Read) -> None:
        super().__init__(str(refused), refused.hint)
        self._explain = partial(_explain, spelling, refused, read)

    @cached_property
    def _explained(self) -> UnreadableQuantity:
        return self._explain()

    def __str__(self) -> str:
        return str(self._explained)

    @property
    def hint(self) -> str:
        return self._explained.hint


def _explain(spelling: Spelling, refused: UnreadableQuantity, read: Read) -> UnreadableQuantity:
    """`refused` is what `read` raised for the text of `spelling`."""
    better = _look_alikes(spelling)
    if better:
        return better
    if isinstance(refused, ExtraText):
        return _one_of_two(spelling, refused, read)
    if isinstance(refused, NumberMissing | UnknownUnit):
        better = _words_before(spelling, refused, read)
    elif name := _NAME.match(spelling.text):
        better = _behind_name(spelling, name.end(), read)
    return better or UnreadableQuantity(spelling.quote_as_typed(str(refused)), refused.hint)


def _look_alikes(spelling: Spelling) -> UnreadableQuantity | None:
    letters = {
        spelling.as_typed(place, place + 1): _MEANT[spelling.text[place]]
        for run in _LOOK_ALIKES.finditer(spelling.text)
        if _stands_for_a_digit(run)
        for place in range(*run.span())
    }
    if not letters:
        return None
    changes = "，".join(f"字母 {letter} 改成{meant}" for letter, meant in letters.items())
    return UnreadableQuantity(f"数字里有字母 {'、'.join(letters)}", f"核对原文，{changes}")


def _stands_for_a_digit(run: re.Match[str]) -> bool:
    """Not in a longer word, such as WIFI; and 万 stands only behind digits."""
    before, after = run.string[: run.start()], run.string[run.end() :]
    if _LETTER.match(before[-1:]) or _LETTER.match(after):
        return False
    is_behind = bool(_DIGIT_BEFORE.search(before))
    return is_behind or (bool(_DIGIT_AFTER.match(after)) and run[0] not in "Ww")


def _words_before(spelling: Spelling, refused: NumberMissing | UnknownUnit, read: Read) -> UnreadableQuantity | None:
    """受理2209件, and 一线职工300人, which begins with a numeral that counts nothing."""
    text, place = spelling.text, refused.place
    if re.search("[0-9]" if isinstance(refused, UnknownUnit) else _NUMBER, text[:place]):
        return None
    while found := _START.search(text, place):
        start = found.start()
        try:
            return _only(spelling, start, read(text[start:]))
        except UnknownUnit as deeper:
            place = start + deeper.place
            if re.search("[0-9]", text[:place]):
                return None
        except UnreadableQuantity as deeper:
            return _explain(spelling.after(start), deeper, read)
    return None


def _behind_name(spelling: Spelling, place: int, read: Read) -> UnreadableQuantity | None:
    found = _START.search(spelling.text, place)
    quantity = _reading(spelling.text[found.start() :], read) if found else None
    return _only(spelling, found.start(), quantity) if found and quantity and quantity.unit else None


def _only(spelling: Spelling, start: int, quantity: Quantity) -> UnreadableQuantity:
    wanted = spelling.as_typed(start, len(spelling.text))
    left_out = spelling.as_typed(0, start)
    hint = f"只写 {wanted}"
    if apart := WORD_APART.search(left_out):
        hint = f"“{apart[0]}”说的不是这个数，才只写 {wanted}；说的就是它，全照原文写，加一行 qualifier: rhetorical"
    if each := _EACH.search(left_out):
        hint += _per(each[1])
    if quantity.qualifier is Qualifier.EXACT and quantity.value_max is None:
        for sign, word, form in _SIGNS:
            if sign.search(spelling.text[:start]):
                hint += f"；原文写着“{word}”的，才写成 {form.format(wanted)}"
                break
    return UnreadableQuantity(f"前面多出“{left_out}”", hint)


def _one_of_two(spelling: Spelling, refused: ExtraText, read: Read) -> UnreadableQuantity:
    """一次性投入400万元 reads as 一次 with something behind it, but 400万元 may be what is wanted."""
    message = spelling.quote_as_typed(str(refused))
    text, place = spelling.text, refused.place
    found = _START.search(text, place)
    second = _reading(text[found.start() :], read) if found else None
    try:
        read(text[:place])
    except UnreadableQuantity as deeper:
        # 百万元资金 is not mended by writing 百万元.
        if found and second:
            return _only(spelling, found.start(), second)
        return UnreadableQuantity(spelling.quote_as_typed(str(deeper)), deeper.hint)
    first = spelling.as_typed(0, place)
    if found and second:
        return UnreadableQuantity(message, f"只写一个数量：{first}，或 {spelling.as_typed(found.start(), len(text))}")
    each = _FOR_EACH.fullmatch(text, place)
    return UnreadableQuantity(message, refused.hint + first + (_per(each[1]) if each else ""))


def _per(each: str) -> str:
    return f"；每{each}的数，加一行 per: {each}"


def _reading(text: str, read: Read) -> Quantity | None:
    try:
        return read(text)
    except UnreadableQuantity:
        return None
