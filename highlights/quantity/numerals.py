"""Chinese numerals: 一万二千 is 12,000. Only the full spelling is read; 三万五 and 三五 are refused."""

from __future__ import annotations

import re

from highlights.quantity.value import PRINTED_SO, UnreadableQuantity

DIGITS = "零一二三四五六七八九"
NUMERAL_CHARACTERS = "〇零一二两三四五六七八九十百千万亿"

_DIGIT = "([一二三四五六七八九])"
_SECTION = re.compile(f"零?(?:{_DIGIT}千)?零?(?:{_DIGIT}百)?零?(?:{_DIGIT}?十)?零?{_DIGIT}?")

# 三四百, 十七八, 三五; but 五四 and 一二三四 are something else.
_LOOSE = re.compile(f"(?<![〇{DIGITS}两])(?:一二|[二两]三|三[四五]|四五|五六|六七|七八|八九)(?![〇{DIGITS}两])")


def read_numeral(run: str) -> int:
    """The value of a run of numeral characters. Refused is what a careful writer would not write so."""
    if _LOOSE.search(run):
        raise UnreadableQuantity(f"“{run}”是约数，没有确切的数目", f"核对原文；{PRINTED_SO}")
    if len(run) > 1 and not re.search("[十百千万亿]", run):
        raise UnreadableQuantity(f"“{run}”可能是约数，也可能是逐字写的号码或年份", "核对原文；确为数量的写成阿拉伯数字")
    if re.search("[百千万亿][一二两三四五六七八九]$", run):
        raise UnreadableQuantity(
            f"“{run}”是口语省略，末位可能是个位，也可能省了单位", "核对原文是哪一种，写全，例如“三万五千”或“三万零五”"
        )
    if re.search("两(?![百千万亿]|$)|.零?两$", run):
        raise _misspelled(run)
    # Up to 9999万亿. Beyond, each further 亿 would multiply the digits and no reader would know how many.
    if run.count("亿") > 1:
        raise _misspelled(run)
    folded = _fold(run)
    value = _read(folded, run)
    if _fold(spell(value)) != folded:
        raise _misspelled(run)
    return value


def _misspelled(run: str) -> UnreadableQuantity:
    return UnreadableQuantity(f"“{run}”不是规范的中文数字", "核对原文，或写成阿拉伯数字")


def _fold(run: str) -> str:
    """Spellings that mean the same made one: 〇, 两, 一十, and the 零 of 十万零五千 that may be left out."""
    folded = run.replace("〇", "零").replace("两", "二").replace("一十", "十")
    return re.sub("(?<=[万亿])零(?=.千)", "", folded)


def _read(folded: str, run: str) -> int:
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = folded.rpartition(mark)
        if found:
            if not head:
                raise _misspelled(run)
            return _read(head, run) * size + (_read(tail, run) if tail else 0)
    return _read_section(folded, run)


def _read_section(folded: str, run: str) -> int:
    found = _SECTION.fullmatch(folded)
    if not found:
        raise _misspelled(run)
    thousands, hundreds, tens, ones = (DIGITS.index(digit) if digit else 0 for digit in found.groups())
    if "十" in folded and not tens:
        tens = 1
    return thousands * 1000 + hundreds * 100 + tens * 10 + ones


def spell(number: int) -> str:
    """The full spelling: 10500 is 一万零五百."""
    if number == 0:
        return "零"
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return spell(high) + mark + (gap + spell(low) if low else "")
    return _spell_section(number)


def _spell_section(number: int) -> str:
    spelled = ""
    for mark, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            spelled += DIGITS[digit] + mark
        elif spelled and number and not spelled.endswith("零"):
            spelled += "零"
        if not number:
            break
    return spelled
