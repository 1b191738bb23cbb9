"""The number at a place in a text: digits (1,234, 1.5亿, 1万5千) or numerals (三千五百). No units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from highlights.quantity.numerals import DIGITS, NUMERAL_CHARACTERS, read_numeral
from highlights.quantity.value import EXACTLY, UnreadableQuantity, plain

# More digits than any reported quantity has; bounds the work, and keeps str() of every value plain.
MOST_DIGITS = 24
MOST_DECIMALS = 6

SIZES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}

_DIGITS = re.compile(r"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_MAGNITUDE = re.compile("[百千]?(?:万亿|万|亿)|[百千]")
_UNIT_IN_THOUSANDS = re.compile("千(?:克|米|瓦)")
_NUMERALS = re.compile(f"[{NUMERAL_CHARACTERS}]+")
_MORE_OF_A_NUMBER = re.compile(f"[,.{NUMERAL_CHARACTERS}]")
_FRACTION = re.compile("点([〇零一二三四五六七八九]+)((?:万亿|万|亿)?)")
_LONE_MAGNITUDE = re.compile("[百千]?(?:万亿|万|亿)?")
_WRITE_IN_FULL = "核对原文是哪一种，写全，例如“35000”或“3.5万”"


@dataclass(frozen=True, slots=True)
class Number:
    """`leading` times `magnitude` is the value, or begins it where `is_composite` (1亿2000万: 1, 亿).

    `takes_surplus`: 余 or 多 may follow. `omits_one`: 百 for 一百.
    """

    value: Decimal
    leading: Decimal
    magnitude: int
    is_composite: bool
    takes_surplus: bool
    omits_one: bool
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """5000, or 3千, or 2.5万: digits and the magnitude after them."""

    digits: str
    magnitude: str

    @property
    def size(self) -> int:
        size = 1
        for mark in re.findall("万亿|[百千万亿]", self.magnitude):
            size *= SIZES[mark]
        return size

    @property
    def coefficient(self) -> Decimal:
        return Decimal(self.digits.replace(",", ""))

    @property
    def value(self) -> Decimal:
        return EXACTLY.multiply(self.coefficient, Decimal(self.size))


def number_at(text: str, start: int) -> Number | None:
    if _DIGITS.match(text, start):
        return _number_in_digits(text, start)
    if found := _NUMERALS.match(text, start):
        return _number_in_numerals(_without_unit(found[0], text[found.end() :]), text, start)
    return None


def _number_in_digits(text: str, start: int) -> Number:
    parts: list[_Part] = []
    end = start
    while found := _DIGITS.match(text, end):
        end = found.end()
        # 5千克 is 5 千克, but 1万5千克 is 15,000 克.
        magnitude = None if not parts and _UNIT_IN_THOUSANDS.match(text, end) else _MAGNITUDE.match(text, end)
        parts.append(_Part(found[0], magnitude[0] if magnitude else ""))
        if not magnitude:
            break
        end = magnitude.end()
    if _MORE_OF_A_NUMBER.match(text, end) and not _UNIT_IN_THOUSANDS.match(text, end):
        raise UnreadableQuantity(f"“{text[start:]}”的数字写法不规范", "核对原文；千位分隔写作 1,234")
    if re.match("0[0-9,]", parts[0].digits):
        raise UnreadableQuantity(f"“{parts[0].digits}”以 0 开头，像号码", "核对原文；号码直接写在正文里")
    for part in parts:
        _check_digits(part)
    for higher, lower in pairwise(parts):
        _check_sequence(higher, lower, text[start:end])
    value = Decimal(0)
    for part in parts:
        value = EXACTLY.add(value, part.value)
    return Number(
        value=_checked(value),
        leading=parts[0].coefficient,
        magnitude=parts[0].size,
        is_composite=len(parts) > 1,
        takes_surplus="." not in parts[-1].digits or bool(parts[-1].magnitude),
        omits_one=False,
        end=end,
    )


def _check_digits(part: _Part) -> None:
    written = part.digits
    if "," in written and not _GROUPED.fullmatch(written):
        raise UnreadableQuantity(f"“{written}”的分隔不是三位一组", "核对原文；千位分隔写作 1,234")
    if len(re.sub("[,.]", "", written)) > MOST_DIGITS:
        raise UnreadableQuantity("位数太多，不像一个数量", "核对原文")
    if part.magnitude[:1] in {"百", "千"} and part.coefficient >= 10:
        raise UnreadableQuantity(f"“{written}{part.magnitude}”不是规范的写法", "核对原文，或写成阿拉伯数字")


def _check_sequence(higher: _Part, lower: _Part, written: str) -> None:
    """1亿2000万 and 1万2000 are in order; 1万5 leaves open whether 15,000 or 10,005 is meant."""
    if not lower.magnitude and len(lower.digits) != len(str(higher.size)) - 1:
        raise UnreadableQuantity(f"“{written}”是口语省略，末位可能省了单位", _WRITE_IN_FULL)
    is_whole = not re.search("[,.]", higher.digits + lower.digits)
    if not is_whole or lower.value >= higher.size:
        raise UnreadableQuantity(f"“{written}”的数字写法不规范", _WRITE_IN_FULL)


def _number_in_numerals(run: str, text: str, start: int) -> Number:
    end = start + len(run)
    if text[end : end + 1].isdecimal():
        raise UnreadableQuantity(f"“{text[start:]}”混用中文数字和阿拉伯数字", "核对原文，统一成一种写法")
    if fraction := _FRACTION.match(text, end):
        return _number_with_fraction(run, fraction)
    if _LONE_MAGNITUDE.fullmatch(run):
        size = _Part("1", run).size
        return Number(Decimal(size), Decimal(1), size, False, True, True, end)
    value = read_numeral(run)
    leading, magnitude = _magnitude_of(run, value)
    return Number(
        value=_checked(Decimal(value)),
        leading=Decimal(leading),
        magnitude=magnitude,
        is_composite=leading * magnitude != value,
        takes_surplus=run[-1] in "十百千万亿",
        omits_one=False,
        end=end,
    )


def _without_unit(run: str, rest: str) -> str:
    """五千克 is read as 5,000 克, which is as true; but the 千 of 五千瓦时 or 五万千克 is the unit's."""
    if len(run) == 1 or run[-1] != "千":
        return run
    is_unit = rest.startswith("瓦") or (rest[:1] in {"克", "米"} and run[-2] in "十百千万亿")
    return run[:-1] if is_unit else run


def _number_with_fraction(run: str, fraction: re.Match[str]) -> Number:
    decimals = "".join(str(DIGITS.index(digit)) for digit in fraction[1].replace("〇", "零"))
    part = _Part(f"{read_numeral(run)}.{decimals}", fraction[2])
    value = _checked(part.value)
    return Number(value, part.coefficient, part.size, False, bool(part.magnitude), False, fraction.end())


def _magnitude_of(run: str, value: int) -> tuple[int, int]:
    """五百万 is 5 times 百万, 一百五十万 is 150 times 万."""
    if found := re.fullmatch("([一二两三四五六七八九])([百千]?(?:万亿|万|亿)|[百千])", run):
        return value // _Part("1", found[2]).size, _Part("1", found[2]).size
    size = next((size for size in (10**12, 10**8, 10**4, 10**3, 10**2) if value >= size), 1)
    return value // size, size


def _checked(value: Decimal) -> Decimal:
    value = plain(value)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -MOST_DECIMALS:
        raise UnreadableQuantity("小数位数太多，不像一个数量", "核对原文")
    return value
