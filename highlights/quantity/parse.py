"""An expression as printed in, the quantity that it means out; or UnreadableQuantity with the reason.

It guesses nothing: what has two readings is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from highlights.quantity.amount import Amount, Reader, read_amount
from highlights.quantity.number import SIZES, Number
from highlights.quantity.numerals import NUMERAL_CHARACTERS
from highlights.quantity.qualifiers import SURPLUS, meaning_of
from highlights.quantity.refusals import refuse_what_is_no_quantity
from highlights.quantity.slips import Explained
from highlights.quantity.text import tidy
from highlights.quantity.units import KNOWN_UNITS, canonical_unit, every_unit
from highlights.quantity.value import (
    EXACTLY,
    PRINTED_SO,
    ExtraText,
    Qualifier,
    Quantity,
    UnknownUnit,
    UnreadableQuantity,
    plain,
)

_WAN = Decimal(SIZES["万"])
_RANGE = re.compile("[至到~〜‐–—―-]")
_UNIT_AT_END = re.compile(f"[0-9余多{NUMERAL_CHARACTERS}]([^0-9余多{NUMERAL_CHARACTERS}]+)$")
# 人.次 is not 人, nor is 轮次 轮.
_MORE_OF_A_UNIT = re.compile(r"\.?次|[·•]")
_DECLARE = "只写到单位，例如：50个；确实是单位的，先写进 city.yaml 的 units，属于指标的写进指标的 units"


def parse_quantity(expression: str, units: Iterable[str] = ()) -> Quantity:
    """What a printed expression means. `units`: further units that the data declares."""
    spelling = tidy(expression)
    read = partial(_read, units=every_unit(units))
    try:
        return read(spelling.text)
    except UnreadableQuantity as refused:
        raise Explained(spelling, refused, read) from None


def _read(text: str, units: frozenset[str]) -> Quantity:
    refuse_what_is_no_quantity(text)
    reader = Reader(text, units)
    amount = read_amount(reader)
    if reader.take(_RANGE):
        high = read_amount(reader)
        _check_end(reader, high)
        return _range(amount, high)
    _check_end(reader, amount)
    if amount.number.omits_one and not amount.words:
        raise _rhetorical_perhaps()
    return Quantity(plain(amount.value), None, canonical_unit(amount.unit), meaning_of(amount.words))


def rhetorical_quantity(expression: str) -> Quantity:
    """A number that says "a great deal" (百万资金): no value, and a unit only where one ends it (百万元)."""
    found = _UNIT_AT_END.search(unicodedata.normalize("NFKC", expression).replace(" ", ""))
    unit = canonical_unit(found[1]) if found and found[1] in KNOWN_UNITS else ""
    return Quantity(None, None, unit, Qualifier.RHETORICAL)


def _rhetorical_perhaps() -> UnreadableQuantity:
    return UnreadableQuantity(
        "前面没有数字，可能是泛指", "核对原文；确为泛指，加一行 qualifier: rhetorical；不是泛指，写出确数"
    )


def _check_end(reader: Reader, last: Amount) -> None:
    rest = reader.rest
    if not rest:
        return
    if last.unit and rest in {"(次)", "/次"}:
        message = f"“{last.unit}{rest}”可能是“{last.unit}”，也可能是“{last.unit}次”"
        raise UnreadableQuantity(message, f"核对原文；{PRINTED_SO}")
    if last.unit and _MORE_OF_A_UNIT.match(rest):
        raise UnknownUnit(f"“{last.unit}{rest}”不是认识的单位", _DECLARE, reader.position - len(last.unit))
    if last.unit:
        raise ExtraText(f"单位后面多出“{rest}”", "只写到单位：", reader.position)
    if last.number.omits_one and not last.words:
        raise _rhetorical_perhaps()
    if last.words and reader.read.endswith(last.words[-1]) and not SURPLUS.fullmatch(last.words[-1]):
        raise ExtraText(f"“{last.words[-1]}”后面多出“{rest}”", "只写数量本身：", reader.position)
    raise UnknownUnit(f"“{rest}”不是认识的单位", _DECLARE, reader.position)


def _range(low: Amount, high: Amount) -> Quantity:
    unit = canonical_unit(high.unit)
    if words := low.words + high.words:
        raise UnreadableQuantity(f"区间里不能再有“{words[0]}”", f"核对原文；区间只写两端；{PRINTED_SO}")
    if low.number.omits_one or high.number.omits_one:
        raise _rhetorical_perhaps()
    if low.unit and canonical_unit(low.unit) != unit:
        raise UnreadableQuantity(f"区间两端的单位不同：“{low.unit}”和“{high.unit}”", "核对原文，两端用同一单位")
    value = low.value if low.unit else _low_end(low.number, high.number)
    if value >= high.value:
        raise UnreadableQuantity("区间的前一个数应小于后一个", "核对原文")
    return Quantity(plain(value), plain(high.value), unit, Qualifier.EXACT)


def _low_end(low: Number, high: Number) -> Decimal:
    """In 2至3万元 both ends are counted in 万; in 5000至10万元 the low end is not."""
    if high.magnitude == 1 or low.magnitude >= high.magnitude:
        return low.value
    is_counted_like_high = low.magnitude == 1 and low.value < high.leading
    if is_counted_like_high and not high.is_composite:
        return EXACTLY.multiply(low.value, Decimal(high.magnitude))
    # 一千至二千万, 三至三万五千: 万 may be meant for both ends, or not.
    is_open = high.value >= _WAN > low.magnitude and EXACTLY.multiply(low.value, _WAN) < high.value
    if is_counted_like_high or is_open:
        raise UnreadableQuantity("区间的前一个数可能省了“万”“亿”等单位", "核对原文，两端都写全，例如：2万至3万元")
    return low.value
