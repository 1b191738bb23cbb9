"""Rules that hold for every quantity: nothing is lost by printing and reading, and no sum claims too much."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from highlights.quantity import (
    Direction,
    Qualifier,
    Quantity,
    UnreadableQuantity,
    canonical_unit,
    format_quantity,
    parse_quantity,
    rhetorical_quantity,
    total,
)
from highlights.quantity.qualifiers import MEANINGS_BEFORE
from highlights.quantity.units import KNOWN_UNITS

settings.register_profile("rules", deadline=None, derandomize=True, max_examples=400)
RULES = settings.get_profile("rules")

UNITS = st.sampled_from(sorted({canonical_unit(unit) for unit in KNOWN_UNITS} | {""}))
QUALIFIERS = st.sampled_from([qualifier for qualifier in Qualifier if qualifier is not Qualifier.RHETORICAL])
WHOLE = st.one_of(st.integers(0, 12_000), st.integers(0, 10**9), st.integers(0, 10**13)).map(Decimal)
VALUES = st.one_of(WHOLE, st.decimals(0, 10**10, places=2), st.decimals(0, 100, places=6))
ALPHABET = (
    "0123456789,.，．〇零一二两三四五六七八九十百千万亿点余多约近超上至到-~—%％人名次场元年月日个第半数几分之 \u200b²½"
    "受理负担lOw>≥￥Ａ有达最"
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    if draw(st.integers(0, 4)) == 0:
        low, high = sorted((draw(VALUES), draw(VALUES)))
        assume(low < high)
        return Quantity(low, high, draw(UNITS), Qualifier.EXACT)
    return Quantity(draw(VALUES), None, draw(UNITS), draw(QUALIFIERS))


def spelled(number: int) -> str:
    """A Chinese numeral, written independently of the package: digit by digit, then the zeros merged."""
    digits = str(number).zfill(8)
    groups = []
    for group in (digits[:4], digits[4:]):
        marked = "".join(
            "零" if digit == "0" else "零一二三四五六七八九"[int(digit)] + mark
            for digit, mark in zip(group, "千百十 ", strict=True)
        )
        groups.append(marked.replace(" ", ""))
    text = (groups[0].rstrip("零") + "万" if groups[0].strip("零") else "") + groups[1]
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.strip("零") or "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def is_no_stronger(weaker: Quantity, stronger: Quantity) -> bool:
    """The first claims nothing that the second does not."""
    assert weaker.value is not None
    assert stronger.value is not None
    match stronger.qualifier.direction:
        case Direction.LOWER:
            return weaker.value <= stronger.value
        case Direction.UPPER:
            return weaker.value >= stronger.value
        case Direction.EXACT:
            return (weaker.value, weaker.value_max) == (stronger.value, stronger.value_max)
    # About: one decimal of what is printed, or two digits of a number below one.
    return abs(weaker.value - stronger.value) <= max(stronger.value / 10, Decimal("0.000001"))


@RULES
@given(quantities())
def test_what_is_printed_is_read_back_with_unit_and_direction_and_claims_no_more(computed: Quantity) -> None:
    read = parse_quantity(format_quantity(computed))
    assert read.unit == computed.unit
    assert read.qualifier is computed.qualifier
    assert is_no_stronger(read, computed)


@RULES
@given(quantities())
def test_printing_what_was_read_changes_nothing_more(computed: Quantity) -> None:
    printed = format_quantity(computed)
    assert format_quantity(parse_quantity(printed)) == printed


@RULES
@given(st.one_of(st.integers(0, 99_999), st.integers(0, 99_999_999)), UNITS)
def test_numerals_and_digits_mean_the_same(number: int, unit: str) -> None:
    in_digits = parse_quantity(f"{number:,}{unit}")
    assert in_digits.value == number
    assert parse_quantity(spelled(number)).value == number
    # 三千米 is 3,000 米 as well as 3 千米.
    if not unit.startswith("千"):
        assert parse_quantity(f"{spelled(number)}{unit}") == in_digits


def test_every_numeral_up_to_twelve_thousand_is_read() -> None:
    for number in range(12_001):
        assert parse_quantity(spelled(number)).value == number


@RULES
@given(st.integers(1, 10**6), QUALIFIERS, UNITS)
def test_full_width_characters_and_spaces_around_change_nothing(number: int, qualifier: Qualifier, unit: str) -> None:
    printed = format_quantity(Quantity(Decimal(number), None, unit, qualifier))
    wide = printed.translate({code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)})
    assert parse_quantity(wide) == parse_quantity(printed) == parse_quantity(f" {printed} ")


@st.composite
def quantities_with_truth(draw: st.DrawFn) -> tuple[Quantity, int]:
    """What is known, and a true value that it does not contradict."""
    known, distance = draw(st.integers(0, 10**9)), draw(st.integers(0, 10**6))
    qualifier = draw(QUALIFIERS)
    if qualifier is Qualifier.EXACT and distance % 2:
        return Quantity(Decimal(known), Decimal(known + distance), "人", qualifier), known + distance // 2
    truths = {
        Qualifier.EXACT: known,
        Qualifier.ABOUT: known + distance - 10**5,
        Qualifier.OVER: known + distance + 1,
        Qualifier.AT_LEAST: known + distance,
        Qualifier.UNDER: known - distance - 1,
        Qualifier.AT_MOST: known - distance,
    }
    return Quantity(Decimal(known), None, "人", qualifier), truths[qualifier]


@RULES
@given(st.lists(quantities_with_truth(), min_size=1, max_size=6))
def test_a_total_never_claims_more_than_the_true_sum(parts: list[tuple[Quantity, int]]) -> None:
    added = total(known for known, _ in parts)
    for claimed in (added, parse_quantity(format_quantity(added))):
        assert is_true(claimed, sum(truth for _, truth in parts))


def is_true(claimed: Quantity, truth: int) -> bool:
    assert claimed.value is not None
    match claimed.qualifier:
        case Qualifier.EXACT if claimed.value_max is not None:
            return claimed.value <= truth <= claimed.value_max
        case Qualifier.EXACT:
            return claimed.value == truth
        case Qualifier.OVER:
            return truth > claimed.value
        case Qualifier.AT_LEAST:
            return truth >= claimed.value
        case Qualifier.UNDER:
            return truth < claimed.value
        case Qualifier.AT_MOST:
            return truth <= claimed.value
    return True


@RULES
@given(st.lists(quantities(), min_size=1, max_size=5), UNITS)
def test_a_total_never_has_a_direction_that_its_parts_do_not_have(parts: list[Quantity], unit: str) -> None:
    alike = [Quantity(part.value, part.value_max, unit, part.qualifier) for part in parts]
    added = total(alike)
    directions = {part.qualifier.direction for part in alike} - {Direction.EXACT}
    expected = directions.pop() if len(directions) == 1 else None
    assert added.qualifier.direction is (expected or (Direction.EITHER if directions else Direction.EXACT))
    assert added.unit == unit
    assert total(reversed(alike)) == added


def check_advice(message: str, hint: str) -> None:
    """What a hint says to write can be read."""
    assert message
    assert hint
    found = re.fullmatch(
        "(?:“.+”说的不是这个数，才)?只写 ([^；]+)(?:；.*才写成 (.+)|；.*)?"
        "|只写一个数量：(.+)，或 (.+)|只写(?:到单位|数量本身)：(.+)",
        hint,
    )
    for proposed in filter(None, found.groups() if found else ()):
        assert parse_quantity(proposed, ["工作日"])


@settings(RULES, max_examples=1500)
@given(
    st.one_of(
        st.text(max_size=80),
        st.text(ALPHABET, max_size=12),
        st.text("0123456789,. 〇零一两五十百千万亿余多", max_size=70),
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = parse_quantity(text, ["工作日"])
    except UnreadableQuantity as refused:
        check_advice(str(refused), refused.hint)
        return
    assert read.value is not None
    assert "E" not in str(read.value)
    again = parse_quantity(format_quantity(read), ["工作日"])
    assert (again.unit, again.qualifier) == (read.unit, read.qualifier)
    assert is_no_stronger(again, read)


@RULES
@given(st.sampled_from(["受理", "共计", "同比增长", "￥", "签约", "其中，"]), quantities())
def test_of_words_and_a_quantity_the_quantity_is_proposed_as_typed(words: str, computed: Quantity) -> None:
    printed = format_quantity(computed)
    wide = printed.translate({code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)})
    for typed in (printed, wide):
        with pytest.raises(UnreadableQuantity) as refused:
            parse_quantity(words + typed)
        assert str(refused.value) == f"前面多出“{words}”"
        assert refused.value.hint == f"只写 {typed}"


@RULES
@given(st.sampled_from(sorted(MEANINGS_BEFORE)), st.integers(1, 10**6), UNITS)
def test_a_word_before_a_number_is_read_and_never_proposed_away(word: str, number: int, unit: str) -> None:
    written = f"{word}{format_quantity(Quantity(Decimal(number), None, unit, Qualifier.EXACT))}"
    assert parse_quantity(written) == Quantity(Decimal(number), None, unit, MEANINGS_BEFORE[word])
    with pytest.raises(UnreadableQuantity) as refused:
        parse_quantity(f"全区{written}")
    assert refused.value.hint == f"只写 {written}"


@RULES
@given(st.text(max_size=80))
def test_any_text_may_be_rhetorical(text: str) -> None:
    assert rhetorical_quantity(text).value is None
