"""What is typed around the reference to a figure, and would stand there twice or change what the figure says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from highlights.load.rules.rule import Doubt, Rule
from highlights.model import City, Figure
from highlights.prose import FIGURE_REFERENCE
from highlights.quantity import canonical_unit
from highlights.quantity.qualifiers import NEXT_WORD, NO_OTHER_WORD, WORD_AFTER, WORD_BEFORE
from highlights.quantity.units import KNOWN_UNITS

_BEFORE = re.compile(f"(?:{NO_OTHER_WORD}(?:{WORD_BEFORE.pattern})|百分之)$")
_AFTER = re.compile(f"(?!以下简称|上下[联同一齐班]|{NEXT_WORD.pattern})(?:{WORD_AFTER.pattern})")
# Nouns that begin like a unit: of 36个, {shelves}个人捐的 says nothing twice.
_NOUNS = """
    个人 个体 个案 家庭 家长 家属 家政 项目 场地 场馆 场所 场景 名师 名优 名校 名录 组织 班组 班级 座谈 座椅 位于 处理
    处于 单位 站点 门店 门诊 间接 课程 课堂 课题 节目 节日 期间 次日 本科 本市 本区 本地 条件 条例 部门 部分 队伍 队员
    队长 级别 面向 面对 对口 对接 对应 分别 批准 年度 户外 户籍 村民 台账 支持 支部 张贴 种类 类型 起到 层面 只有 根据
    人员 人才 人大 人民 人均 人物 个性 个别 个税 所属 所在 家电 家装 家访 家具 对象 年轻 处级 处置 本书 本级 部委 期刊
    组建 名医 户主 条款 首次 首都 首批 轮流 轮训 环节 遍布 列入 列为 双方 双向 封闭 份额 套餐 席位
"""
# Longer than any word of _BEFORE, with the word that may end like it.
_FAR = 12


def _typed_around_references(city: City) -> Iterator[Doubt]:
    """The printed expression brings its unit and its 近 or 约 along; another one would change what it says."""
    for report in city.reports():
        for highlight in report.highlights:
            for found in FIGURE_REFERENCE.finditer(highlight.text):
                figure = report.figures.get(found[1])
                if figure is None:
                    continue
                before, after = _typed_around(figure, highlight.text, *found.span())
                if before or after:
                    yield Doubt(
                        highlight.place,
                        f"“{before}{found[0]}{after}”显示出来是“{before}{figure.reported}{after}”，"
                        f"原文是“{figure.reported}”",
                        "引用前后不写单位，也不写“近”“约”“以上”：原文有的，数据里写；原文没有的，不能另加",
                        highlight.id,
                    )


def _typed_around(figure: Figure, text: str, start: int, end: int) -> tuple[str, str]:
    before = _BEFORE.search(text[max(0, start - _FAR) : start])
    # 内 and 起 are such words behind some units only.
    shown = figure.reported + text[end : end + _FAR]
    after = _AFTER.match(shown, len(figure.reported)) or _unit_pattern(figure.quantity.unit).match(text, end)
    return before[0] if before else "", after[0] if after else ""


@cache
def _unit_pattern(unit: str) -> re.Pattern[str]:
    """万元 as well as 元; 名 and 位 behind what counts 人."""
    alike = sorted({unit, *(known for known in KNOWN_UNITS if canonical_unit(known) == unit)}, key=len, reverse=True)
    units = "|".join(map(re.escape, [*alike, "％"] if unit == "%" else alike))
    return re.compile(f"(?!{'|'.join(_NOUNS.split())})[百千万亿]*[余多]?(?:{units})" if unit else "(?!)")


RULES = (
    Rule(
        "doubled-unit",
        "引用会把单位和“近”“约”一起显示，前后不要再写，也不要另加。",
        "受理{accepted}件，而数据是 2209件",
        "受理{accepted}",
        _typed_around_references,
    ),
)
