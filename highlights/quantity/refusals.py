"""Expressions with digits or numerals that are no quantity: dates, ordinals, telephone numbers, vague words.

Tidy text in; an UnreadableQuantity with the reason out, or nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from highlights.quantity.value import PRINTED_SO, UnreadableQuantity

_NUMERAL = "〇零一二两三四五六七八九十"
_COUNT = "[0-9一二两三四五六七八九十]"
_DASH = "-−‐–—―"


class _Refusal(NamedTuple):
    pattern: re.Pattern[str]
    message: str
    hint: str


def _refusal(pattern: str, message: str, hint: str) -> _Refusal:
    return _Refusal(re.compile(pattern, re.IGNORECASE), message, hint)


_IN_THE_TEXT = "日期、序数和名称直接写在正文里，不作数据"
_MORE_BEHIND = f"{_IN_THE_TEXT}；后面另有数量的，只写那个数量"
_ABSENT_HINT = "没有公布就删去这一行"
_VAGUE_HINT = f"核对原文是否另有数字；{PRINTED_SO}"

# In this order: the first that matches tells the reason.
_REFUSALS = (
    _refusal(r"^$", "是空的", f"照原文填写，例如：2209件；{_ABSENT_HINT}"),
    _refusal(
        rf"^(?:[{_DASH}~〜/\\?.·×*_]+[^0-9{_NUMERAL}百千万亿]{{0,2}}|N[./]?A\.?|null|none|nil|tb[ad])$"
        r"|^[暂尚]?(?:无|無|没有|未(?:公布|公开|披露|统计|提供|提及|知|定)|不[详明]|空缺?|缺失?|待(?:定|补充?|查|核实?|统计))"
        r"(?:数据|数字|公布|统计)?$",
        "没有数据",
        _ABSENT_HINT,
    ),
    _refusal(
        r"^(?:0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4})$"
        r"|(?<![0-9.,])[0-9]{3,}(?![余多]?[个通部条次人名家台项款种场])[\u4e00-\u9fff]{0,4}(?:热线|专线|电话|手机|APP|公众号|短信)",
        "像电话号码或带数字的名称，不是数量",
        _IN_THE_TEXT,
    ),
    _refusal(
        rf"^第|^前(?=[0-9{_NUMERAL}])|TOP[0-9]|^[^0-9{_NUMERAL}百千万亿]*第[0-9{_NUMERAL}百千万亿]",
        "是序数，不是数量",
        _MORE_BEHIND,
    ),
    _refusal(r"[0-9][×x*+][0-9N]", "是算式或名称，不是数量", _IN_THE_TEXT),
    _refusal("[壹贰叁肆柒捌玖佰仟萬億]", "是大写数字，读不出来", PRINTED_SO),
    _refusal(
        r"(?<![0-9.,])(?:19|20)[0-9]{2}年"
        r"|[〇零一二三四五六七八九]{4}年"
        rf"|[0-9{_NUMERAL}](?:月|日(?!元)|号)"
        r"|^(?:19|20)[0-9]{2}[-./](?:0?[1-9]|1[0-2])(?:[-./][0-9]{1,2})?$"
        rf"|^(?:19|20)[0-9]{{2}}年?[{_DASH}~〜至到](?:19|20)[0-9]{{2}}(?:年度?)?$",
        "是日期，不是数量",
        _IN_THE_TEXT + "；时长写作“3个月”“5天”",
    ),
    _refusal(
        rf"[0-9][:∶比]|[0-9]点|[{_NUMERAL}]点(?![〇零一二三四五六七八九])|[{_NUMERAL}]点[{_NUMERAL}]*(?:十|分(?!钟)|整|钟)|[0-9{_NUMERAL}]时",
        "是时刻或比，不是数量",
        _IN_THE_TEXT + "；时长写作“3小时”",
    ),
    _refusal(
        rf"{_COUNT}个?(?:[年月周天]零?{_COUNT}+个?[月周天小]|(?:小时|分钟?)零?{_COUNT}+[分秒])|元[0-9一二三四五六七八九]角",
        "用了两个单位，读不成一个数",
        PRINTED_SO,
    ),
    _refusal(
        rf"[0-9{_NUMERAL}]、[0-9{_NUMERAL}]",
        "“、”前后的两个数，可能是约数，也可能各有所指",
        f"核对原文，各有所指的分成两个数据；{PRINTED_SO}",
    ),
    _refusal(
        # A pair of dashes is punctuation, and 负担 is no minus.
        rf"^[^0-9{_NUMERAL}百千万亿]*(?:(?<![{_DASH}])[{_DASH}](?![{_DASH}])|负(?=[0-9{_NUMERAL}百千万亿]))|零下",
        "是负数；原文的数量不会是负的",
        "写减少了多少，在 label 里说明是减少",
    ),
    _refusal(
        rf"差不多|[0-9十百千万亿]来|^[百千万]把|个把|出头|开外|好几|大几[十百千]|[{_NUMERAL}]?来个",
        "是口语说法，读不出界限",
        _VAGUE_HINT,
    ),
    _refusal(
        r"成[百千]上[千万]|数[十百千万亿]|[十百千万]数|^[^0-9]?数|几|若干|^多(?![于达])|许多|众多|诸多|无数|大量|不少(?!于)|部分|多数",
        "没有具体数目",
        _VAGUE_HINT,
    ),
    _refusal(r"(?<![上下])半|半(?!年)", "“半”不是数目", _VAGUE_HINT),
    _refusal(
        rf"(?<![百千])分之|万分之|[0-9]/[0-9]|⁄|[0-9{_NUMERAL}]成(?!员)",
        "是分数或成数，读不出确切的比例",
        "只认百分比，例如 70% 或 百分之七十；原文没有百分比的，写在正文里",
    ),
)


def refuse_what_is_no_quantity(text: str) -> None:
    for refusal in _REFUSALS:
        if refusal.pattern.search(text):
            raise UnreadableQuantity(refusal.message, refusal.hint)
