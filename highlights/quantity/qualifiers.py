"""The words that say on which side of the number the truth lies, and what several of them mean together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from highlights.quantity.value import PRINTED_SO, Direction, Qualifier, UnreadableQuantity

_BEFORE = {
    Qualifier.ABOUT: "约 大约 大概",
    Qualifier.OVER: "超 超过 超出 逾 突破 多于 高于 大于 不止",
    Qualifier.AT_LEAST: "至少 最少 最低 不下 不下于",
    Qualifier.UNDER: "近 接近 将近 逼近 直逼 不到 不足 不满 不及 未满 未达 未达到 低于 少于 小于",
    Qualifier.AT_MOST: "至多 最多 最高 封顶",
}
# 不低于 is at least, as is 不得少于.
_NOT = "不 不得 不能 不应 不会 未 没有"
_DENIED = {
    Qualifier.AT_LEAST: "低于 少于 小于",
    Qualifier.AT_MOST: "超 超过 超出 突破 多于 高于 大于",
}
# What may stand between such a word and its number: 约有300人, 最多可达300元, 超过了3000人.
_FILLERS = {
    "约 大约 大概 将近 至少 最少 最低 至多 最多 最高": (
        "有 为 是 在 占 占到 达 达到 可达 可达到 合 计 共 共有 共计 需"
    ),
    "超过 超出 突破 接近": "了",
}
_AFTER = {
    Qualifier.ABOUT: "左右 上下",
    Qualifier.AT_LEAST: "以上 及以上 或以上 (含)以上",
    Qualifier.AT_MOST: "以下 及以下 或以下 (含)以下 以内 (含)以内 之内 范围内 封顶",
}
_SURPLUS = {Qualifier.OVER: "余 多 +"}
# Only behind some units: 3天内, 2公里内, 3000元起; not in 300家内设机构, 300人起草.
_WITHIN, _FROM = "内", "起"
_BEHIND = f"(?<=[天日周月季年时钟里米]){_WITHIN}", f"(?<=元){_FROM}"
# 上千人, 上百万元: said of round numbers without their 一 only.
_UP_TO = "上"
# The 约 of 签约5家 and the 近 of 最近5年 belong to the word before.
OTHER_WORDS = (
    *("签约", "节约", "预约", "合约", "契约", "违约", "履约", "续约", "特约", "制约", "条约", "公约", "邀约", "集约"),
    *("相约", "解约", "失约", "爽约", "简约", "隐约", "亲近"),
    *("最近", "附近", "临近", "邻近", "靠近", "走近", "贴近", "就近", "赶超", "反超", "高超"),
    *("网上", "线上", "会上", "晚上", "早上", "以上", "加上"),
)


# The 内 of 3天内容丰富, the 起 of 3000元起付线 and the 份 of 300人份额 belong to the word behind.
NEXT_WORD = re.compile("内[容部设外涵退环]|起[步付始草用]|份额")


def _meanings(table: dict[Qualifier, str]) -> dict[str, Qualifier]:
    return {word: qualifier for qualifier, words in table.items() for word in words.split()}


def _denied() -> Iterator[tuple[str, Qualifier]]:
    for word, qualifier in _meanings(_DENIED).items():
        yield from ((f"{no}{word}", qualifier) for no in _NOT.split())


def _filled(meanings: dict[str, Qualifier]) -> Iterator[tuple[str, Qualifier]]:
    for words, fillers in _FILLERS.items():
        for word in words.split():
            yield from ((f"{word}{filler}", meanings[word]) for filler in fillers.split())


def _any_of(words: Iterable[str], *patterns: str) -> re.Pattern[str]:
    return re.compile("|".join([*map(re.escape, sorted(words, key=len, reverse=True)), *patterns]))


_ALONE = _meanings(_BEFORE) | dict(_denied())
MEANINGS_BEFORE = _ALONE | dict(_filled(_ALONE))
_MEANINGS = (
    {_UP_TO: Qualifier.OVER, _WITHIN: Qualifier.AT_MOST, _FROM: Qualifier.AT_LEAST}
    | MEANINGS_BEFORE
    | _meanings(_AFTER)
    | _meanings(_SURPLUS)
)

WORD_BEFORE = _any_of(MEANINGS_BEFORE, f"{_UP_TO}(?=[百千万亿])")
WORD_AFTER = _any_of(_meanings(_AFTER), *_BEHIND)
SURPLUS = _any_of(_meanings(_SURPLUS))
# Begins what is no part of another word.
NO_OTHER_WORD = "".join(f"(?<!{word[:-1]}(?={word[-1]}))" for word in OTHER_WORDS)
# May speak of a number at some distance: 约有职工300人. A lone 近 or 超 does not (超市), nor 最低 (最低工资).
_APART = _any_of(word for word in MEANINGS_BEFORE if len(word) > 1 and not word.startswith(("最低", "最高")))
WORD_APART = re.compile(f"{NO_OTHER_WORD}(?:{_APART.pattern})")


def meaning_of(words: Iterable[str]) -> Qualifier:
    """One direction for all of them; of two in one direction the stricter (over, under)."""
    words = tuple(words)
    meanings = [_MEANINGS[word] for word in words]
    if not meanings:
        return Qualifier.EXACT
    direction = meanings[0].direction
    for word, meaning in zip(words, meanings, strict=True):
        if meaning.direction is not direction:
            raise UnreadableQuantity(f"“{words[0]}”和“{word}”互相矛盾", f"核对原文；{PRINTED_SO}")
    strict = {Direction.LOWER: Qualifier.OVER, Direction.UPPER: Qualifier.UNDER}.get(direction)
    return strict if strict in meanings else meanings[0]
