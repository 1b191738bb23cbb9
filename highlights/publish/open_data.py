"""The open data: every figure and every highlight as CSV and JSON. City in, file contents out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from highlights.model import City, Figure, Highlight, Report
from highlights.render import addresses
from highlights.render.prose import plain_text

# The columns of figures.csv and what they mean, for the page on open data.
COLUMNS: Mapping[str, str] = {
    "year": "年度",
    "district": "区的编号；city 是全市自己的报告",
    "district_name": "区的名称",
    "figure": "数据在报告里的编号",
    "indicator": "指标的编号；只有本区报告的数据为空",
    "label": "数据的名称；没有另起名称时是指标的名称",
    "reported": "原文的写法，例如 近400万元",
    "value": "数值，以基本单位（元、人、件等）计；泛指为空，范围为下限",
    "value_max": "范围的上限；不是范围时为空",
    "unit": "单位",
    "qualifier": "修饰：exact 确数，about 约，over 超过，at_least 不少于，under 不到，at_most 不超过，rhetorical 泛指",
    "kind": "性质：result 结果，target 目标，standard 标准，context 背景",
    "period": "期间；unknown 表示原文没有写明",
    "as_of": "存量的截至日期；unknown 表示原文没有写明",
    "scope": "范围，不是整个区时才有；city 表示全市",
    "per": "按每个什么计",
    "part_of": "属于同一报告的哪个数据",
    "by": "由谁实施，不是区里的单位时才有",
    "caveat": "口径与指标定义的不同之处",
    "organisation": "引用这个数据的亮点所属的单位",
    "highlights": "引用这个数据的亮点，多个以 | 分隔",
    "sources": "来源#部分，多个以 | 分隔",
}

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def open_data_files(city: City) -> Mapping[str, str]:
    """Text by address below the site's root. Everything ends in a line break and depends on the data alone."""
    figures = [record for report in city.reports() for record in _figure_records(report)]
    highlights = [record for report in city.reports() for record in _highlight_records(report)]
    return {
        "data/figures.csv": _csv(figures),
        "data/figures.json": _json(figures),
        "data/highlights.json": _json(highlights),
    }


def _figure_records(report: Report) -> Iterator[dict[str, str]]:
    for figure in report.figures.values():
        referring = [highlight for highlight in report.highlights if figure.id in highlight.figure_ids]
        yield {
            "year": str(report.year),
            "district": report.district.id,
            "district_name": report.district.name,
            "figure": figure.id,
            "indicator": figure.indicator.id if figure.indicator else "",
            "label": figure.name,
            "reported": figure.reported,
            "value": plain_decimal(figure.quantity.value),
            "value_max": plain_decimal(figure.quantity.value_max),
            "unit": figure.quantity.unit,
            "qualifier": figure.quantity.qualifier.value,
            "kind": figure.kind.value,
            "period": "" if figure.as_of else str(figure.period),
            "as_of": figure.as_of or "",
            "scope": figure.scope or "",
            "per": figure.per or "",
            "part_of": figure.part_of or "",
            "by": figure.by or "",
            "caveat": figure.caveat or "",
            "organisation": "|".join(_organisations(referring)),
            "highlights": "|".join(highlight.id for highlight in referring),
            "sources": "|".join(_source_ids(figure)),
        }


def _organisations(referring: Sequence[Highlight]) -> list[str]:
    """Of a figure that only organisations' highlights refer to; else it is the reporter's own."""
    names = [highlight.organisation for highlight in referring]
    return [name for name in names if name] if all(names) else []


def _source_ids(figure: Figure) -> list[str]:
    return [citation.id for citation in figure.sources]


def _highlight_records(report: Report) -> Iterator[dict[str, object]]:
    for highlight in report.highlights:
        yield {
            "year": report.year,
            "district": report.district.id,
            "district_name": report.district.name,
            "highlight": highlight.id,
            "title": highlight.title,
            "text": plain_text(highlight.text, report.figures).strip(),
            "themes": [theme.id for theme in highlight.themes],
            "figures": list(highlight.figure_ids),
            "organisation": highlight.organisation,
            "sources": [citation.id for citation in highlight.sources],
            "address": addresses.of_highlight(report, highlight),
        }


def plain_decimal(value: Decimal | None) -> str:
    """1000000, never 1E+6; empty when there is no value."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _csv(records: list[dict[str, str]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(records)
    # Excel takes a CSV file for UTF-8 only when it begins with a byte-order mark.
    return BYTE_ORDER_MARK + buffer.getvalue()


def _json(records: object) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
