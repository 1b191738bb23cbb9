"""Measure words: which are known, which are one and the same, which count alike, which may be split by 多. No numbers.

人次 counts visits and is never 人.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

_SYNONYMS = {
    "名": "人",
    "位": "人",
    "个人": "人",
    "场次": "场",
    "个小时": "小时",
    "个工作日": "工作日",
    "人·次": "人次",
    "人•次": "人次",
    "人·天": "人天",
    "人民币": "元",
    "元人民币": "元",
    "km": "公里",
    "kg": "千克",
    "平米": "平方米",
    "立方": "立方米",
    "m2": "平方米",
    "m3": "立方米",
    "km2": "平方公里",
}

# What can be divided: only after these does Chinese put 多 and 余 behind the unit (3年多; never 3人多).
_DIVISIBLE = """
    年 个月 周 天 工作日 个工作日 小时 个小时 分钟 秒 分 倍 元 度 亩 公顷 平方米 平米 平方公里 立方米 立方 m2
    m3 km2 公里 km kg 千米 米 厘米 毫米 吨 千克 公斤 斤 克 升 毫升 千瓦时
"""
_COUNTED = """
    人 名 位 个人 人次 人天 人时 户 户次 家 家次 个 件 件次 场 场次 次 项 项次 期 批 批次 份 台 台次
    辆 辆次 车次 套 盒 箱 袋 包 瓶 桶 张 本 册 篇 条 支 枝 队 所 座 栋 幢 间 处 类 种 门 课 课时
    学时 工时 节 届 班 班次 组 对 双 站 棵 株 盆 封 幅 部 集 遍 轮 起 宗 例 桌 床 只 头 匹 艘 架 列
    把 块 片 面 枚 颗 粒 根 顶 副 堂 讲 章 则 首 款 笔 单 票 页 字 层 级 步 岁 周年 星期 个星期 季度
    个季度 学期 个学期 工日 村 趟 剂 剂次 针次 千瓦 美元 欧元 日元 港元 个百分点 餐 餐次 顿 席 杯 碗 壶 罐 筐 束 捆 车
    人·次 人•次 人·天 折 人民币 元人民币 大类 大项 轮次 站次 人份 通 盏 卷 版 学分 课次 班期 期次 届次 篇次 条次 张次
    例次 间次
"""
# What counts things one by one, whatever they are: so 54家 and 54个 may be the same number of the same things.
# Not 人 and 户, which say what is counted; nor 箱, 双, 批, which hold several; nor 人次, a length or a sum of money.
_ONE_BY_ONE = """
    个 件 项 家 所 座 处 间 栋 幢 场 次 节 堂 讲 门 份 台 辆 张 本 册 篇 条 支 枝 棵 株 封 幅 起 宗 例 床 只 头 匹
    艘 架 列 把 块 片 面 枚 颗 粒 根 顶 则 首 笔 单 票
"""

PROPORTIONS = frozenset({"%", "‰"})
DIVISIBLE = frozenset(_DIVISIBLE.split())
KNOWN_UNITS = frozenset(_COUNTED.split()) | DIVISIBLE | PROPORTIONS
ONE_BY_ONE = frozenset(_ONE_BY_ONE.split())


@cache
def canonical_unit(unit: str) -> str:
    """名 and 位 are 人, 场次 is 场, full-width ％ is %; other units stay as they are."""
    return _SYNONYMS.get(_spelled(unit), _spelled(unit))


def count_alike(units: Iterable[str]) -> bool:
    """Whether numbers in these units may be compared and added up as they are: [家, 个], never [公里, 米]."""
    canonical = {canonical_unit(unit) for unit in units}
    return len(canonical) == 1 or canonical <= ONE_BY_ONE


def every_unit(declared: Iterable[str]) -> frozenset[str]:
    """The known units and those that the data declares, spelled as `tidy` spells expressions."""
    return _known_and(frozenset(declared))


@cache
def _known_and(declared: frozenset[str]) -> frozenset[str]:
    return KNOWN_UNITS | {_spelled(unit) for unit in declared} - {""}


def _spelled(unit: str) -> str:
    return unicodedata.normalize("NFKC", unit).replace(" ", "")


def unit_at_start(text: str, units: frozenset[str]) -> str:
    """The longest unit that the text begins with, as written; "" when it begins with none."""
    longest = min(len(text), max(map(len, units)))
    return next((text[:size] for size in range(longest, 0, -1) if text[:size] in units), "")
