"""One number with what stands around it: qualifiers, 余 or 多, unit. It judges no whole expression."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from highlights.quantity.number import SIZES, Number, number_at
from highlights.quantity.qualifiers import SURPLUS, WORD_AFTER, WORD_BEFORE
from highlights.quantity.units import DIVISIBLE, PROPORTIONS, unit_at_start
from highlights.quantity.value import EXACTLY, PRINTED_SO, NumberMissing, UnreadableQuantity

_OUTER_MAGNITUDE = re.compile("万亿|万|亿")
_SPLIT_UNIT = re.compile("个多(月|小时|星期|季度|学期)")
_PROPORTION = re.compile("百分之|千分之")
_CHECK = "核对原文"


@dataclass(slots=True)
class Reader:
    text: str
    units: frozenset[str]
    position: int = 0

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.position)
        self.position = found.end() if found else self.position
        return found[0] if found else ""

    @property
    def rest(self) -> str:
        return self.text[self.position :]

    @property
    def read(self) -> str:
        return self.text[: self.position]


@dataclass(slots=True)
class Amount:
    """`value` counts a magnitude behind 余 too (100余万); `words` are the qualifiers as written."""

    number: Number
    value: Decimal
    unit: str = ""
    words: list[str] = field(default_factory=list)


def read_amount(reader: Reader) -> Amount:
    words = _read_words_before(reader)
    proportion = reader.take(_PROPORTION)
    number = number_at(reader.text, reader.position)
    if number is None:
        found = f"：“{reader.rest}”" if reader.rest else ""
        hint = "照原文填写数字和单位，例如：2209件、近400万元、25万余元"
        raise NumberMissing(f"没有读到数字{found}", hint, reader.position)
    reader.position = number.end
    if proportion and number.value == 100:
        number = replace(number, omits_one=False)
    amount = Amount(number, number.value, words=words)
    surplus = _read_surplus(reader, amount)
    if proportion:
        amount.unit = "%" if proportion == "百分之" else "‰"
    else:
        _read_unit(reader, amount, surplus)
    while word := reader.take(WORD_AFTER):
        _add(word, amount.words)
    return amount


def _read_words_before(reader: Reader) -> list[str]:
    words: list[str] = []
    while word := reader.take(WORD_BEFORE):
        _add(word, words)
    return words


def _add(word: str, words: list[str]) -> None:
    if word in words:
        raise UnreadableQuantity(f"“{word}”写了两次", f"{_CHECK}，多打的删去；{PRINTED_SO}")
    words.append(word)


def _read_surplus(reader: Reader, amount: Amount) -> str:
    """余 or 多 behind the number, and the 万 or 亿 behind that: 100余万."""
    number = reader.text[: reader.position]
    word = reader.take(SURPLUS)
    if not word:
        return ""
    if not amount.number.takes_surplus:
        raise UnreadableQuantity(f"“{word}”不能放在“{number}”后面", f"{_CHECK}；小数前用“超”，例如：超3.4公里")
    amount.words.append(word)
    if outer := reader.take(_OUTER_MAGNITUDE):
        if amount.value >= SIZES[outer]:
            raise UnreadableQuantity(f"“{reader.read}”的数字写法不规范", _CHECK)
        amount.value = EXACTLY.multiply(amount.value, Decimal(SIZES[outer]))
    return word


def _read_unit(reader: Reader, amount: Amount, surplus: str) -> None:
    """Behind the unit 余 and 多 stand only where it can be divided: 3年多, 2个多月, never 3人多."""
    if not surplus and (split := _SPLIT_UNIT.match(reader.text, reader.position)):
        reader.position = split.end()
        amount.unit = f"个{split[1]}"
        amount.words.append("多")
        return
    amount.unit = unit_at_start(reader.rest, reader.units)
    reader.position += len(amount.unit)
    if surplus and amount.unit in PROPORTIONS:
        raise UnreadableQuantity(f"“{surplus}”不和“{amount.unit}”连用", f"{_CHECK}；可写：超70%、70%以上")
    if amount.unit and (word := reader.take(SURPLUS)):
        if surplus or amount.unit not in DIVISIBLE | PROPORTIONS:
            raise UnreadableQuantity(
                f"“{word}”不能放在“{amount.unit}”后面", f"{_CHECK}；通常放在数字后面，例如：20余人"
            )
        amount.words.append(word)
