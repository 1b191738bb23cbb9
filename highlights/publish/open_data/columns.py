"""The data dictionary: what each column of the open data is called, holds and means, for every file and page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from highlights.model import Kind
from highlights.quantity import Qualifier


class ColumnType(StrEnum):
    """The names are those of Table Schema, https://datapackage.org/standard/table-schema/."""

    YEAR = "year"
    NUMBER = "number"
    TEXT = "string"
    LIST = "array"


TYPE_NAMES = {
    ColumnType.YEAR: "年份",
    ColumnType.NUMBER: "数字",
    ColumnType.TEXT: "文字",
    ColumnType.LIST: "列表",
}


@dataclass(frozen=True, slots=True)
class Column:
    """`is_required`: never empty. `choices`: all that can stand in it, () when that is open."""

    name: str
    type: ColumnType
    title: str
    description: str
    is_required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def type_name(self) -> str:
        return TYPE_NAMES[self.type]


def _year() -> Column:
    return Column("year", ColumnType.YEAR, "年度", "报告的年度", is_required=True)


def _text(name: str, title: str, description: str, *choices: str) -> Column:
    """Never empty."""
    return Column(name, ColumnType.TEXT, title, description, is_required=True, choices=choices)


def _text_or_nothing(name: str, title: str, description: str) -> Column:
    return Column(name, ColumnType.TEXT, title, description)


def _number_or_nothing(name: str, title: str, description: str) -> Column:
    return Column(name, ColumnType.NUMBER, title, description)


def _list(name: str, title: str, description: str) -> Column:
    return Column(name, ColumnType.LIST, title, description, is_required=True)


_DISTRICT = _text("district", "区的编号", "区的编号；city 是全市自己的报告")
_DISTRICT_NAME = _text("district_name", "区", "区的名称")

FIGURE_COLUMNS = (
    _year(),
    _DISTRICT,
    _DISTRICT_NAME,
    _text("figure", "数据编号", "数据在报告里的编号，同一份报告里不重复"),
    _text_or_nothing("indicator", "指标编号", "指标的编号；只有本区报告的数据为空"),
    _text("label", "名称", "数据的名称；没有另起名称时是指标的名称"),
    _text("reported", "原文写法", "原文的写法，例如 近400万元"),
    _number_or_nothing(
        "value",
        "数值",
        "数值，以基本单位（元、人、件等）计；泛指为空，范围为下限。须连同 qualifier 一列使用",
    ),
    _number_or_nothing("value_max", "范围上限", "范围的上限；不是范围时为空"),
    _text_or_nothing("unit", "单位", "基本单位；没有单位时为空"),
    _text(
        "qualifier",
        "修饰",
        "exact 确数，about 约，over 超过，at_least 不少于，under 不到，at_most 不超过，rhetorical 泛指",
        *Qualifier,
    ),
    _text("kind", "性质", "result 结果，target 目标，standard 标准，context 背景", *Kind),
    _text_or_nothing("period", "期间", "期间，例如 2021、2021-01/2021-06；unknown 表示原文没有写明；存量为空"),
    _text_or_nothing("as_of", "截至日期", "存量的截至日期；unknown 表示原文没有写明；不是存量时为空"),
    _text_or_nothing("scope", "范围", "范围，不是整个区时才有；city 表示全市"),
    _text_or_nothing("per", "按什么计", "按每个什么计，例如每个街道"),
    _text_or_nothing("part_of", "所属数据", "属于同一报告的哪个数据"),
    _text_or_nothing("by", "实施单位", "由谁实施，不是区里的单位时才有"),
    _text_or_nothing("caveat", "口径", "口径与指标定义的不同之处"),
    _text_or_nothing("organisation", "亮点单位", "引用这个数据的亮点所属的单位，多个以 | 分隔"),
    _text_or_nothing("highlights", "亮点编号", "引用这个数据的亮点，多个以 | 分隔"),
    _text("sources", "来源", "来源#部分，多个以 | 分隔"),
)

HIGHLIGHT_COLUMNS = (
    _year(),
    _DISTRICT,
    _DISTRICT_NAME,
    _text("highlight", "亮点编号", "亮点在报告里的编号，同一份报告里不重复"),
    _text("title", "标题", "亮点的标题"),
    _text("text", "正文", "亮点的正文，数据按原文的写法写在其中"),
    _list("themes", "主题", "主题的编号"),
    _list("figures", "数据编号", "正文引用的数据"),
    _text_or_nothing("organisation", "单位", "亮点所属的单位；是区里自己的亮点时为空"),
    _list("sources", "来源", "来源#部分"),
    _text("address", "网址", "亮点在网站上的地址，从网站首页算起"),
)
