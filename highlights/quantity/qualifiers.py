"""The words that say on which side of the number the truth lies, and what several of them mean together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from highlights.quantity.value import Direction, Qualifier, UnreadableQuantity

_BEFORE = {
    Qualifier.ABOUT: "约 大约 约为 大概",
    Qualifier.OVER: "超 超过 逾 突破 多于 高于 大于",
    Qualifier.AT_LEAST: "不低于 不少于 不小于 至少 最少",
    Qualifier.UNDER: "近 接近 将近 不到 不足 低于 少于 小于",
    Qualifier.AT_MOST: "不超过 不多于 不高于 不大于 至多 最多",
}
_AFTER = {
    Qualifier.ABOUT: "左右 上下",
    Qualifier.AT_LEAST: "以上",
    Qualifier.AT_MOST: "以下 以内",
}
_SURPLUS = {Qualifier.OVER: "余 多"}
# 上千人, 上百万元: said of round numbers without their 一 only.
_UP_TO = "上"


def _meanings(table: dict[Qualifier, str]) -> dict[str, Qualifier]:
    return {word: qualifier for qualifier, words in table.items() for word in words.split()}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


_MEANINGS = {_UP_TO: Qualifier.OVER} | _meanings(_BEFORE) | _meanings(_AFTER) | _meanings(_SURPLUS)

WORD_BEFORE = _any_of([*_meanings(_BEFORE), f"{_UP_TO}(?=[百千万亿])"])
WORD_AFTER = _any_of(_meanings(_AFTER))
SURPLUS = _any_of(_meanings(_SURPLUS))


def meaning_of(words: Iterable[str]) -> Qualifier:
    """One direction for all of them; of two in one direction the stricter (over, under)."""
    words = tuple(words)
    meanings = [_MEANINGS[word] for word in words]
    if not meanings:
        return Qualifier.EXACT
    direction = meanings[0].direction
    for word, meaning in zip(words, meanings, strict=True):
        if meaning.direction is not direction:
            raise UnreadableQuantity(f"“{words[0]}”和“{word}”互相矛盾", "核对原文，按原意只留一个")
    strict = {Direction.LOWER: Qualifier.OVER, Direction.UPPER: Qualifier.UNDER}.get(direction)
    return strict if strict in meanings else meanings[0]
