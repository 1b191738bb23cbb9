"""The shape of each data file, for pydantic: which keys there are, which must be there, what a value may be.

Plain text trees in, typed entries out. References to other entries are any words here; whether they lead anywhere
is asked when the values are made. `title` is the field's name as an editor knows it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from highlights.model import Aggregate, DistrictType, EditionStatus, Kind, Measure, RemarkType

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_LINES = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_E_MAIL = re.compile(r"[\w.+%-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
_NO_UNIT = re.compile(r"[\s，、。；,;/|\d]|^[百千万亿]")
_UNKNOWN = "unknown"


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _refusal(code: str, what: str, given: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{what}“{given}”看不懂", {"what": what, "given": given, "hint": hint})


def _is_date(text: str) -> bool:
    """2021, 2021-04 or 2021-04-30, and a day that the month has."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    return found[3] is None or int(found[3]) <= monthrange(int(found[1]), int(found[2]))[1]


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _is_date(value):
        raise _refusal("bad-date", "日期", value, "写成 2021-12-31、2021-12 或 2021")
    return value


def _whole_day(value: Any) -> Any:
    """Typed and left empty is not the same as not typed: the guard prints the key to be filled in."""
    if value is None:
        raise PydanticCustomError("empty-value", "日期没有填写", {"hint": "写到哪一天，例如 2024-03-01"})
    if isinstance(value, str) and not (_is_date(value) and value.count("-") == 2):
        raise _refusal("bad-date", "日期", value, "写到哪一天，例如 2024-03-01")
    return value


def _as_of(value: Any) -> Any:
    return value if value == _UNKNOWN else _day(value)


def _period(value: Any) -> Any:
    """A pair (start, end) of dates, None where the text says `unknown`."""
    if not isinstance(value, str):
        return value
    start, _, end = value.partition("/")
    end = end or start
    known = [day for day in (start, end) if day != _UNKNOWN]
    if not known or not all(map(_is_date, known)) or _is_backwards(known):
        hint = "写成 2021、2021-04、2021-01/2021-06、2021-01-01/2021-10-26，结束日期不明时写 2021/unknown"
        raise _refusal("bad-period", "期间", value, hint)
    return tuple(None if day == _UNKNOWN else day for day in (start, end))


def _is_backwards(days: list[str]) -> bool:
    """Dates of different precision are compared as far as both go."""
    length = min(map(len, days))
    return days[-1][:length] < days[0][:length]


def _line_ranges(value: Any) -> Any:
    """`79-83`, `17` or a list of them, as pairs of line numbers."""
    return tuple(_line_range(str(text)) for text in _one_or_many(value) or ())


def _line_range(text: str) -> tuple[int, int]:
    found = _LINES.fullmatch(text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 0 < first <= last:
        raise _refusal("bad-lines", "行号", text, "写成 79-83，或几段：[17, 19-21]；行号从 1 数起")
    return first, last


def _sha256(value: Any) -> Any:
    if isinstance(value, str) and not _SHA256.fullmatch(value):
        raise _refusal("bad-sha256", "校验值", value, "应是 64 位小写十六进制数：用 sha256sum 文件名 算出，整串抄入")
    return value


def _unit(value: str) -> str:
    if not value or _NO_UNIT.search(value):
        raise _refusal("bad-unit", "单位", value, "每个单位分开写，不带“万”“亿”和标点：units: [家, 个]")
    return value


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and not _WEB_ADDRESS.fullmatch(value):
        raise _refusal("bad-link", "网址", value, "写成 https:// 或 http:// 开头的完整网址")
    return value


def _contact(value: Any) -> Any:
    if isinstance(value, str) and not (_E_MAIL.fullmatch(value) or _WEB_ADDRESS.fullmatch(value)):
        raise _refusal("bad-contact", "联系方式", value, "写成电子邮箱 name@example.org，或 https:// 开头的完整网址")
    return value


def _folder(address: str) -> str:
    """Addresses of pages are joined to it."""
    return address if address.endswith("/") else f"{address}/"


Day = Annotated[str, BeforeValidator(_day)]
WholeDay = Annotated[str | None, BeforeValidator(_whole_day)]
AsOf = Annotated[str, BeforeValidator(_as_of)]
PeriodPair = Annotated[tuple[str | None, str | None], BeforeValidator(_period)]
LineRanges = Annotated[tuple[tuple[int, int], ...], BeforeValidator(_line_ranges), Field(min_length=1)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
SiteAddress = Annotated[WebAddress, AfterValidator(_folder)]
Contact = Annotated[str, BeforeValidator(_contact)]
Units = Annotated[tuple[Annotated[str, AfterValidator(_unit)], ...], BeforeValidator(_one_or_many)]
Several = Annotated[tuple[Words, ...], BeforeValidator(_one_or_many)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class CityEntry(Entry):
    name: Words = Field(title="城市名称")
    title: Words = Field(title="网站名称")
    description: Words = Field(title="网站简介")
    organisation: Words = Field(title="市级单位名称")
    short_name: Words = Field(title="简称")
    aliases: Several = Field((), title="别名")
    home: int | None = Field(None, title="首页年度")
    address: SiteAddress | None = Field(None, title="网站公开地址")
    host: Words | None = Field(None, title="主办单位")
    contact: Contact | None = Field(None, title="联系方式")
    icp: Words | None = Field(None, title="ICP备案号")
    police: Words | None = Field(None, title="公安备案号")


class DistrictEntry(Entry):
    name: Words = Field(title="名称")
    short_name: Words = Field(title="简称")
    type: DistrictType = Field(title="类型")
    organisation: Words = Field(title="单位名称")
    aliases: Several = Field((), title="别名")
    tile: tuple[Annotated[int, Field(ge=1, le=12)], Annotated[int, Field(ge=1, le=12)]] | None = Field(
        None, title="方格图中的行和列"
    )


class ThemeEntry(Entry):
    name: Words = Field(title="主题名称")
    description: Words | None = Field(None, title="说明")


class IndicatorEntry(Entry):
    name: Words = Field(title="指标名称")
    definition: Words = Field(title="定义")
    units: Units = Field(title="单位", min_length=1)
    measure: Measure = Field(title="计量方式")
    aggregate: Aggregate = Field(title="汇总方式")
    theme: Words = Field(title="主题")

    @model_validator(mode="after")
    def _rates_have_no_sum(self) -> IndicatorEntry:
        if self.measure is Measure.RATE and self.aggregate is Aggregate.SUM:
            raise PydanticCustomError("rate-with-sum", "比率不能相加", {"hint": "改成 aggregate: none"})
        return self


class TermEntry(Entry):
    name: Words = Field(title="名词")
    text: Words = Field(title="解释")
    aliases: Several = Field((), title="其他写法")
    sources: Several = Field((), title="来源")


class SectionEntry(Entry):
    name: Words = Field(title="部分名称")
    lines: LineRanges = Field(title="行号")
    note: Words | None = Field(None, title="说明")


class SourceEntry(Entry):
    title: Words = Field(title="标题")
    file: Words = Field(title="文件名")
    sha256: Annotated[str, BeforeValidator(_sha256)] = Field(title="校验值")
    publisher: Words | None = Field(None, title="出版者")
    published: Day | None = Field(None, title="出版日期")
    address: WebAddress | None = Field(None, title="网址")
    note: Words | None = Field(None, title="说明")
    sections: dict[Id, SectionEntry] = Field(title="各部分", min_length=1)


class EditionEntry(Entry):
    year: int = Field(title="年度", ge=1900, le=2999)
    title: Words = Field(title="标题")
    status: EditionStatus = Field(title="状态")
    issuer: Words | None = Field(None, title="发布单位")
    issued: Day | None = Field(None, title="发布日期")
    introduction: Words | None = Field(None, title="导言")


class HighlightEntry(Entry):
    id: Id = Field(title="编号")
    title: Words = Field(title="标题")
    themes: Several = Field(title="主题", min_length=1)
    text: Words = Field(title="正文")
    sources: Several = Field((), title="来源")
    organisation: Words | None = Field(None, title="单位")


class FigureEntry(Entry):
    """The short form `members_new: 60354人` is `members_new: {reported: 60354人}`."""

    reported: Words = Field(title="原文数据")
    indicator: Words | None = Field(None, title="指标")
    label: Words | None = Field(None, title="名称")
    kind: Kind = Field(Kind.RESULT, title="性质")
    period: PeriodPair | None = Field(None, title="期间")
    as_of: AsOf | None = Field(None, title="截至日期")
    scope: Words | None = Field(None, title="范围")
    per: Words | None = Field(None, title="每个单位")
    part_of: Words | None = Field(None, title="属于哪个数据")
    ratio_of: tuple[Words, Words] | None = Field(None, title="由哪两个数据得出")
    by: Words | None = Field(None, title="实施单位")
    caveat: Words | None = Field(None, title="口径说明")
    qualifier: Words | None = Field(None, title="修饰")
    sources: Several = Field((), title="来源")
    nth: int | None = Field(None, title="第几处", ge=1)

    @model_validator(mode="before")
    @classmethod
    def _accept_short_form(cls, value: Any) -> Any:
        return {"reported": value} if isinstance(value, str) else value


class RemarkEntry(Entry):
    type: RemarkType = Field(title="类型")
    text: Words = Field(title="内容")
    rule: Words | None = Field(None, title="规则")
    on: Words | None = Field(None, title="关于哪个数据或亮点")
    date: WholeDay = Field(None, title="更正日期")
    was: Words | None = Field(None, title="原来的写法")
    label: Words | None = Field(None, title="已删去的数据或亮点的名称")


class ReportHead(Entry):
    """A report's own fields; what is inside its lists is read entry by entry."""

    district: Words = Field(title="区")
    year: int = Field(title="年度", ge=1900, le=2999)
    sources: Several = Field((), title="来源")
    highlights: list[Any] = Field(default_factory=list, title="亮点")
    figures: dict[str, Any] = Field(default_factory=dict, title="数据")
    remarks: list[Any] = Field(default_factory=list, title="说明")
