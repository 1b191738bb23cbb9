"""What an editor is told about every file, field and fixed value. The shape itself stands in load/entries.py."""

from __future__ import annotations

from enum import StrEnum

from highlights.editing.guidance.guidance import FileGuidance, Guidance
from highlights.editing.guidance.registry_fields import REGISTRY_FIELDS
from highlights.editing.guidance.report_fields import REPORT_FIELDS
from highlights.load.entries import (
    CityEntry,
    DistrictEntry,
    EditionEntry,
    Entry,
    FigureEntry,
    HighlightEntry,
    IndicatorEntry,
    RemarkEntry,
    ReportHead,
    SectionEntry,
    SourceEntry,
    TermEntry,
    ThemeEntry,
)
from highlights.model import Aggregate, DistrictType, EditionStatus, Kind, Measure, RemarkType

FIELDS = {**REPORT_FIELDS, **REGISTRY_FIELDS}

REPORT_PARTS: tuple[type[Entry], ...] = (HighlightEntry, FigureEntry, RemarkEntry)

FILES = (
    FileGuidance("report", "报告", "一个区一年的报告，文件是 年度/区的编号.yaml。", ReportHead, parts=REPORT_PARTS),
    FileGuidance("edition", "年度", "一个年度，文件是 年度/edition.yaml。", EditionEntry),
    FileGuidance("city", "城市", "城市和网站，文件是 city.yaml。", CityEntry),
    FileGuidance("districts", "各区", "各区，一个编号一个，文件是 districts.yaml。", DistrictEntry, has_ids=True),
    FileGuidance("indicators", "指标", "指标，一个编号一个，文件是 indicators.yaml。", IndicatorEntry, has_ids=True),
    FileGuidance("themes", "主题", "主题，一个编号一个，文件是 themes.yaml。", ThemeEntry, has_ids=True),
    FileGuidance("sources", "来源", "来源，一个编号一个，文件是 sources.yaml。", SourceEntry, True, (SectionEntry,)),
    FileGuidance("terms", "名词", "名词解释，一个编号一个，文件是 terms.yaml。", TermEntry, has_ids=True),
)

ENTRY_TITLES: dict[type[Entry], str] = {
    **{file.model: file.title for file in FILES},
    HighlightEntry: "亮点",
    FigureEntry: "数据",
    RemarkEntry: "说明",
    SectionEntry: "部分",
}

VALUES: dict[type[StrEnum], dict[str, str]] = {
    DistrictType: {"district": "行政区", "functional_area": "功能区，例如开发区"},
    Kind: {
        "result": "结果：做到了的",
        "target": "目标：计划做的",
        "standard": "标准：规定的数，例如补贴的范围",
        "context": "背景：本来就有的，例如街道的个数",
    },
    Measure: {
        "flow": "一段时间内发生的，例如当年新建",
        "stock": "某一天存有的，例如现有站点",
        "rate": "比率",
    },
    Aggregate: {"sum": "各区可以相加", "none": "不能相加"},
    EditionStatus: {"draft": "草稿", "published": "已发布"},
    RemarkType: {
        "damaged": "原文残缺、错排",
        "missing": "没有公布",
        "caveat": "口径、期间需要说明",
        "exception": "某条检查规则的例外，另写 rule",
        "correction": "发布以后的更正",
    },
}

__all__ = ["ENTRY_TITLES", "FIELDS", "FILES", "VALUES", "FileGuidance", "Guidance"]
