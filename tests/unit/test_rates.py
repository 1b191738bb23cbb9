"""A rate beside the two figures that it was made of: when they contradict each other, and when they only look so."""

from __future__ import annotations

import pytest

from highlights.load.rules.containment import RULES
from tests.unit.smallest import city, figure, report

(RATES,) = (rule for rule in RULES if rule.code == "rate-disagrees")


def told(rate: str, count: str, base: str, per: str | None = None) -> list[str]:
    made = report(
        "a",
        figure(count, id="count", indicator=None, label="办结"),
        figure(base, id="base", indicator=None, label="受理"),
        figure(rate, id="rate", indicator=None, label="办结率", ratio_of=("count", "base"), per=per),
    )
    return [found.message for found in RATES.diagnose(city(made))]


@pytest.mark.parametrize(
    ("rate", "count", "base"),
    [
        ("95%", "190件", "200件"),
        ("94.5%", "190件", "200件"),
        ("950‰", "190件", "200件"),
        ("95%以上", "196件", "200件"),
        ("超95%", "196件", "200件"),
        ("近100%", "196件", "200件"),
        ("不超过99%", "196件", "200件"),
        ("约90%", "190件", "200件"),
        ("90%至99%", "190件", "200件"),
        ("98%", "190余件", "200件"),
        ("90%", "190件", "200余件"),
        ("90%", "近190件", "200件"),
        ("90%", "约190件", "200件"),
        ("99%", "190余件", "200余件"),
    ],
)
def test_what_may_be_true_together_is_not_told(rate: str, count: str, base: str) -> None:
    assert told(rate, count, base) == []


@pytest.mark.parametrize(
    ("rate", "count", "base", "computed"),
    [
        ("85%", "190件", "200件", "95.0%"),
        ("990‰", "190件", "200件", "950.0‰"),
        ("98%以上", "190件", "200件", "95.0%"),
        ("近90%", "190件", "200件", "95.0%"),
        ("不超过90%", "190件", "200件", "95.0%"),
        ("约80%", "190件", "200件", "95.0%"),
        ("80%至90%", "190件", "200件", "95.0%"),
        ("90%", "190余件", "200件", "95.0%"),
        ("98%", "190件", "200余件", "95.0%"),
        ("98%", "近190件", "200件", "95.0%"),
    ],
)
def test_what_cannot_be_true_together_is_told(rate: str, count: str, base: str, computed: str) -> None:
    (message,) = told(rate, count, base)
    assert f"算是{computed}" in message


@pytest.mark.parametrize(("rate", "per"), [("348.9人次", "架"), ("5倍", None), ("5%", "街道"), ("3件", None)])
def test_what_is_no_proportion_is_not_computed(rate: str, per: str | None) -> None:
    assert told(rate, "12560件", "36个", per) == []
