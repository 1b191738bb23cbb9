"""A city and a year in, the files of the next edition out: each report with what the district reported last.

A new report says nothing yet. What stood there last time stands in comments, with its numbers behind an empty place,
so that no old number is taken over by mistake.
"""

from __future__ import annotations

from pathlib import Path

from highlights.editing.schema_files import SCHEMA_FOLDER, modeline
from highlights.editing.writing import Refusal
from highlights.editing.yaml_text import block_lines, flow_list, flow_mapping, scalar
from highlights.load.layout import EDITION_FILE
from highlights.model import City, District, Figure, Kind, Measure, Period, Report

WIDTH = 100

_HEAD = """
# 填写的办法：删去行首的“# ”，在空着的地方写今年原文的写法，连“近”“约”和单位一起。
# 行末注明的是上一次的数据，供对照；今年没有公布的，把那一行删去。
# sources:    # 来源#部分，登记在 sources.yaml
# highlights:
#   - id:    # 英文编号，例如 tree-day
#     title:    # 一句话说明做了什么
#     themes: []    # 主题的编号，见 themes.yaml
#     text: |    # 用自己的话写，从下一行起，行首空六格；数据写成 {编号}
"""


def new_year(city: City, year: int, folder: Path) -> dict[Path, str]:
    """The edition's head, and a report for the city and each of its districts."""
    if year in city.editions:
        hint = f"少一份报告时，用 highlights new report {year} 区的编号"
        raise Refusal(f"{year} 年度已经有了：{folder / str(year)}", hint)
    head = {"year": str(year), "title": scalar(_title(city, year)), "status": "draft"}
    lines = [*_modeline(folder, "edition"), *block_lines(head, 0)]
    reporting = (city.itself, *city.districts.values())
    return {
        folder / str(year) / EDITION_FILE: "\n".join(lines) + "\n",
        **{_report_path(folder, year, one): _report_text(city, one, year, folder) for one in reporting},
    }


def new_report(city: City, year: int, district_id: str, folder: Path) -> dict[Path, str]:
    district = {city.itself.id: city.itself, **city.districts}.get(district_id)
    if year not in city.editions:
        raise Refusal(f"还没有 {year} 年度", f"先用 highlights new year {year} 建立")
    if district is None:
        raise Refusal(f"区“{district_id}”没有登记", "核对 districts.yaml；新的区先用 highlights new district 登记")
    return {_report_path(folder, year, district): _report_text(city, district, year, folder)}


def _report_path(folder: Path, year: int, district: District) -> Path:
    return folder / str(year) / f"{district.id}.yaml"


def _title(city: City, year: int) -> str:
    """As the last edition was called, where its title has its year."""
    last = max(city.editions.values(), key=lambda edition: edition.year)
    if str(last.year) in last.title:
        return last.title.replace(str(last.year), str(year))
    return f"{city.title}（{year}年）"


def _report_text(city: City, district: District, year: int, folder: Path) -> str:
    last = _last_report(city, district, year)
    head = {"district": district.id, "year": str(year)}
    lines = [*_modeline(folder, "report"), *block_lines(head, 0)]
    return "\n".join(lines) + "\n" + _HEAD + "".join(f"# {line}\n" for line in _figure_lines(last))


def _modeline(folder: Path, name: str) -> list[str]:
    return [modeline(name, depth=1)] if (folder / SCHEMA_FOLDER).is_dir() else []


def _last_report(city: City, district: District, year: int) -> Report | None:
    """The latest one before the year in which there are figures."""
    before = [city.report(district.id, other) for other in sorted(city.editions, reverse=True) if other < year]
    return next((report for report in before if report and report.figures), None)


def _figure_lines(last: Report | None) -> list[str]:
    lines = ["figures:"]
    for figure in last.figures.values() if last else ():
        lines += _lines_of(figure, last.year if last else 0)
    if not last:
        lines.append("  example: {label: 名称, reported: }")
    return lines


def _lines_of(figure: Figure, year: int) -> list[str]:
    """Short when nothing but the number is to be filled in, on one line where it fits."""
    fields = _fields(figure)
    comment = f"# {_when(figure, year)}：{figure.reported}"
    if list(fields) == ["reported"]:
        return [f"  {figure.id}:    {comment}"]
    line = f"  {figure.id}: {flow_mapping(fields)}    {comment}"
    if len(line) <= WIDTH:
        return [line]
    block = block_lines(fields, 4)
    at = list(fields).index("reported")
    return [f"  {figure.id}:", *block[:at], f"{block[at]}    {comment}", *block[at + 1 :]]


def _fields(figure: Figure) -> dict[str, str]:
    """What holds from year to year; number and day wait to be filled in."""
    is_stock = figure.as_of is not None or (figure.indicator and figure.indicator.measure is Measure.STOCK)
    # A label alone would not say that the figure is one of the indicator of the same name.
    names_indicator = figure.indicator and (figure.label or figure.indicator.id != figure.id)
    fields = {
        "indicator": figure.indicator.id if figure.indicator and names_indicator else None,
        "label": figure.label and scalar(figure.label),
        "reported": "",
        "kind": None if figure.kind is Kind.RESULT else figure.kind.value,
        "as_of": "" if is_stock else None,
        "scope": figure.scope and scalar(figure.scope),
        "per": figure.per and scalar(figure.per),
        "part_of": figure.part_of,
        "ratio_of": figure.ratio_of and flow_list(figure.ratio_of),
        "by": figure.by and scalar(figure.by),
        "caveat": figure.caveat and scalar(figure.caveat),
    }
    return {key: value for key, value in fields.items() if value is not None}


def _when(figure: Figure, year: int) -> str:
    """The year, and the time where it is not just the year."""
    time = figure.as_of or ("" if figure.period == Period(str(year), str(year)) else str(figure.period))
    return f"{year}年（{time}）" if time else f"{year}年"
