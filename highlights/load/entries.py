"""The shape of each data file, for pydantic: which keys there are, which must be there, what a value may be.

Plain text trees in, typed entries out. References to other entries are any words here; whether they lead anywhere
is asked when the values are made. `title` is the field's name as an editor knows it.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from highlights.load.values import (
    AsOf,
    Contact,
    Day,
    FileName,
    Id,
    LineRanges,
    Name,
    PeriodPair,
    Several,
    Sha256,
    SiteAddress,
    Two,
    Units,
    WebAddress,
    WholeDay,
    Words,
)
from highlights.model import Aggregate, DistrictType, EditionStatus, Kind, Measure, RemarkType


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def _is_filled_in(cls, value: Any) -> Any:
        """A key without a value was forgotten, whether it must be there or not."""
        if value is None:
            raise PydanticCustomError("not_filled_in", "")
        return value


# A row or a column of the map of tiles.
Line = Annotated[int, Field(ge=1, le=12)]


class CityEntry(Entry):
    name: Name = Field(title="城市名称")
    title: Name = Field(title="网站名称")
    description: Words = Field(title="网站简介")
    organisation: Name = Field(title="市级单位名称")
    short_name: Name = Field(title="简称")
    aliases: Several = Field((), title="别名")
    home: int | None = Field(None, title="首页年度")
    address: SiteAddress | None = Field(None, title="网站公开地址")
    host: Name | None = Field(None, title="主办单位")
    contact: Contact | None = Field(None, title="联系方式")
    icp: Name | None = Field(None, title="ICP备案号")
    police: Name | None = Field(None, title="公安备案号")
    units: Units = Field((), title="另外的单位")


class DistrictEntry(Entry):
    name: Name = Field(title="名称")
    short_name: Name = Field(title="简称")
    type: DistrictType = Field(title="类型")
    organisation: Name = Field(title="报告单位")
    aliases: Several = Field((), title="别名")
    tile: Annotated[tuple[Line, Line], Two] | None = Field(None, title="方格图中的行和列")


class ThemeEntry(Entry):
    name: Name = Field(title="主题名称")
    description: Words | None = Field(None, title="说明")


class IndicatorEntry(Entry):
    name: Name = Field(title="指标名称")
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
    name: Name = Field(title="名词")
    text: Words = Field(title="解释")
    aliases: Several = Field((), title="其他写法")
    sources: Several = Field((), title="来源")


class SectionEntry(Entry):
    name: Name = Field(title="部分名称")
    lines: LineRanges = Field(title="行号")
    note: Words | None = Field(None, title="说明")


class SourceEntry(Entry):
    title: Name = Field(title="标题")
    file: FileName = Field(title="文件名")
    sha256: Sha256 = Field(title="校验值")
    publisher: Name | None = Field(None, title="出版者")
    published: Day | None = Field(None, title="出版日期")
    address: WebAddress | None = Field(None, title="网址")
    note: Words | None = Field(None, title="说明")
    sections: dict[Id, SectionEntry] = Field(title="各部分", min_length=1)


class EditionEntry(Entry):
    year: int = Field(title="年度", ge=1900, le=2999)
    title: Name = Field(title="标题")
    status: EditionStatus = Field(title="状态")
    issuer: Name | None = Field(None, title="发布单位")
    issued: Day | None = Field(None, title="发布日期")
    introduction: Words | None = Field(None, title="导言")


class HighlightEntry(Entry):
    id: Id = Field(title="编号")
    title: Name = Field(title="标题")
    themes: Several = Field(title="主题", min_length=1)
    text: Words = Field(title="正文")
    sources: Several = Field((), title="来源")
    organisation: Name | None = Field(None, title="做这件事的单位")


class FigureEntry(Entry):
    """The short form `members_new: 60354人` is `members_new: {reported: 60354人}`."""

    reported: Words = Field(title="原文数据")
    indicator: Words | None = Field(None, title="指标")
    label: Name | None = Field(None, title="名称")
    kind: Kind = Field(Kind.RESULT, title="性质")
    period: PeriodPair | None = Field(None, title="期间")
    as_of: AsOf | None = Field(None, title="截至日期")
    scope: Name | None = Field(None, title="范围")
    per: Name | None = Field(None, title="每个单位")
    part_of: Words | None = Field(None, title="属于哪个数据")
    ratio_of: Annotated[tuple[Words, Words], Two] | None = Field(None, title="由哪两个数据得出")
    by: Name | None = Field(None, title="实施单位")
    caveat: Words | None = Field(None, title="口径说明")
    qualifier: Name | None = Field(None, title="修饰")
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
    date: WholeDay | None = Field(None, title="更正日期")
    was: Words | None = Field(None, title="原来的写法")
    label: Name | None = Field(None, title="已删去的数据或亮点的名称")


class ReportHead(Entry):
    """A report's own fields; what is inside its lists is read entry by entry."""

    district: Words = Field(title="区")
    year: int = Field(title="年度", ge=1900, le=2999)
    sources: Several = Field((), title="来源")
    highlights: list[Any] = Field(default_factory=list, title="亮点")
    figures: dict[str, Any] = Field(default_factory=dict, title="数据")
    remarks: list[Any] = Field(default_factory=list, title="说明")
