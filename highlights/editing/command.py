"""`highlights new …` and `highlights schema`: what an editor asked for in, what was done out as a sentence.

Whatever is missing from the command is told at once, in Chinese, with an example to follow.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.editing.new_entries import new_district, new_indicator, new_source
from highlights.editing.new_reports import new_report, new_year
from highlights.editing.schema_files import SCHEMA_FOLDER, schema_files
from highlights.editing.writing import Refusal, refuse_existing, try_out, write_together
from highlights.load.listed import load_registries
from highlights.model import City

_YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Argument:
    """`name` as argparse has it: with dashes when it is an option."""

    name: str
    text: str
    is_required: bool = True
    is_list: bool = False

    @property
    def key(self) -> str:
        return self.name.lstrip("-").replace("-", "_")


Make = Callable[[City, Namespace, Path], dict[Path, str]]


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    text: str
    example: str
    arguments: tuple[Argument, ...]
    make: Make

    def missing(self, options: Namespace) -> str:
        """Empty when nothing is."""
        lacking = [one for one in self.arguments if one.is_required and not getattr(options, one.key)]
        return "、".join(f"{one.name}（{one.text}）" for one in lacking)


def _make_year(city: City, options: Namespace, folder: Path) -> dict[Path, str]:
    return new_year(city, _year(options.year), folder)


def _make_report(city: City, options: Namespace, folder: Path) -> dict[Path, str]:
    return new_report(city, _year(options.year), options.district, folder)


def _make_district(city: City, options: Namespace, folder: Path) -> dict[Path, str]:
    kind = options.type or "district"
    return new_district(city, options.id, options.name, options.organisation, options.short_name, kind, folder)


def _make_indicator(city: City, options: Namespace, folder: Path) -> dict[Path, str]:
    measure = options.measure or "flow"
    return new_indicator(
        city, options.id, options.name, options.definition, options.unit, options.theme, measure, folder
    )


def _make_source(city: City, options: Namespace, folder: Path) -> dict[Path, str]:
    return new_source(city, options.id, options.title, Path(options.file), folder)


COMMANDS = (
    Command(
        "year",
        "建立一个年度：每个区一份待填的报告",
        "highlights new year 2024",
        (Argument("year", "年度"),),
        _make_year,
    ),
    Command(
        "report",
        "补一份报告",
        "highlights new report 2024 donghu",
        (Argument("year", "年度"), Argument("district", "区的编号")),
        _make_report,
    ),
    Command(
        "district",
        "登记一个区",
        "highlights new district donghu --name 东湖区 --organisation 东湖区办公室",
        (
            Argument("id", "区的编号，例如拼音"),
            Argument("--name", "区的全名"),
            Argument("--organisation", "由哪个单位报告"),
            Argument("--short-name", "简称，不写就省去全名末尾的区、县、市", is_required=False),
            Argument("--type", "district 行政区（不写就是它）或 functional_area 功能区", is_required=False),
        ),
        _make_district,
    ),
    Command(
        "indicator",
        "登记一个指标",
        "highlights new indicator trees_planted --name 植树 --unit 棵 --theme greening --definition 当年新栽的树。",
        (
            Argument("id", "指标的编号，例如英文"),
            Argument("--name", "指标的名称"),
            Argument("--unit", "单位，几个就写几次", is_list=True),
            Argument("--theme", "主题的编号"),
            Argument("--definition", "数的是什么、不含什么"),
            Argument("--measure", "flow 一段时间（不写就是它）、stock 某一天、rate 比率", is_required=False),
        ),
        _make_indicator,
    ),
    Command(
        "source",
        "登记一份来源文本",
        "highlights new source yearbook-2024 --title 2024年年鉴 --file sources/yearbook-2024.txt",
        (
            Argument("id", "来源的编号，例如英文和年份"),
            Argument("--title", "来源的标题"),
            Argument("--file", "文本文件在哪里，须是 UTF-8 编码"),
        ),
        _make_source,
    ),
)


def make_new(command: Command, city: City, options: Namespace, folder: Path) -> str:
    files = command.make(city, options, folder)
    if command.make in (_make_year, _make_report):
        refuse_existing(files)
    troubles = try_out(folder, files)
    if troubles:
        raise Refusal("没有写入，因为检查通不过", "；".join(map(_told, troubles)))
    write_together(files)
    written = f"已写入 {_where(files)}"
    return f"{written}\n{refresh_schemas(folder)}" if (folder / SCHEMA_FOLDER).is_dir() else written


def refresh_schemas(folder: Path) -> str:
    """With the ids that are registered now, whatever is still wrong in the reports."""
    registries, diagnostics = load_registries(folder)
    listed = (registries.districts, registries.themes, registries.indicators, registries.sources)
    if any(registry.written is None for registry in listed):
        places = "、".join(str(found.place) for found in diagnostics if found.is_error)
        raise Refusal(f"登记用的文件读不出来，没有更新提示：{places or folder}", "运行 highlights check，照提示改正")
    files = schema_files(folder, registries)
    write_together(files)
    return f"已更新编辑时的提示：{_where(files)}"


def _where(files: Collection[Path]) -> str:
    first, *others = files
    return f"{first.parent}，共 {len(files)} 个文件" if others else str(first)


def _told(found: Diagnostic) -> str:
    return f"{found.message}。{found.hint}"


def _year(given: str) -> int:
    if not _YEAR.fullmatch(given):
        raise Refusal(f"年度“{given}”看不懂", "写四位数字，例如 2024")
    return int(given)
