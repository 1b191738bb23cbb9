"""Corrections: what the loader asks of them, and where readers meet them."""

from __future__ import annotations

from pathlib import Path

import pytest

from highlights.load import load_city
from highlights.model import City
from highlights.publish.writer import Writer
from highlights.render.blocks import Html
from highlights.render.components import Components
from highlights.render.links import Here
from tests.conftest import ROOT

FILE = "2022/donghu.yaml"
GOOD = "{type: correction, on: shelves, was: 35个, date: 2023-05-06, text: 漏数了一个}"


@pytest.mark.parametrize(
    ("remark", "code", "column", "words"),
    [
        ("{type: correction, on: shelves, was: 35个, text: 无日期}", "incomplete-correction", 5, "date: 2024-03-01"),
        ("{type: correction, date: 2023-05-06, text: 无对象}", "incomplete-correction", 5, "on: 编号"),
        ("{type: correction, on: shelves, date: 2023-05, text: 哪天}", "bad-date", 43, "2024-03-01"),
        ("{type: correction, on: shelfs, date: 2023-05-06, text: 写错}", "unknown-figure", 28, "shelves"),
        ("{type: correction, on: racks, date: 2023-05-06, text: 没有}", "unknown-figure", 28, "label"),
        (
            "{type: correction, on: shelves, label: 架, date: 2023-05-06, text: 还在}",
            "removed-and-present",
            37,
            "删去 label",
        ),
        (
            "{type: correction, on: shelves, was: 36个, date: 2023-05-06, text: 未改}",
            "nothing-corrected",
            42,
            "reported",
        ),
        ("{type: caveat, on: shelves, was: 35个, text: 不是更正}", "not-a-correction", 33, "type: correction"),
        ("{type: missing, date: 2023-05-06, text: 不是更正}", "not-a-correction", 21, "type: correction"),
        ("{type: correction, on: shelves, date: , text: 没填}", "empty-value", 43, "没有填写"),
    ],
)
def test_a_correction_says_what_was_changed_and_when(
    data_folder: Path, remark: str, code: str, column: int, words: str
) -> None:
    add_remarks(data_folder, remark)
    (found,) = load_city(data_folder).diagnostics
    assert found.code == code
    assert (found.place.line, found.place.column) == (27, column)
    assert words in found.message + found.hint


@pytest.mark.parametrize(
    "remark",
    [
        GOOD,
        "{type: correction, on: shelves, date: 2023-05-06, text: 只改了名称}",
        "{type: correction, on: book-drift, date: 2023-05-06, text: 改了正文}",
        "{type: correction, on: racks, label: 书架, was: 3个, date: 2023-05-06, text: 与漂流架重复}",
    ],
)
def test_a_complete_correction_is_no_finding(data_folder: Path, remark: str) -> None:
    add_remarks(data_folder, remark)
    assert load_city(data_folder).diagnostics == ()


def test_a_figure_may_be_corrected_twice_and_back_again(data_folder: Path) -> None:
    add_remarks(
        data_folder,
        "{type: correction, on: shelves, was: 35个, date: 2023-06-07, text: 又数了一次}",
        "{type: correction, on: shelves, was: 36个, date: 2023-05-06, text: 数错了}",
    )
    assert load_city(data_folder).diagnostics == ()


def test_one_correction_is_written_once(data_folder: Path) -> None:
    add_remarks(data_folder, GOOD, GOOD)
    assert [found.code for found in load_city(data_folder).diagnostics] == ["duplicate-correction"]


def test_a_corrected_figure_says_so_where_it_stands(data_folder: Path) -> None:
    later = "{type: correction, on: shelves, was: 40个, date: 2023-06-07, text: 多数了几个}"
    add_remarks(data_folder, later, GOOD)
    page = html_of(data_folder, "report", "donghu", 2022)
    row = page[page.index('id="figure-shelves"') :].partition("</tr>")[0]
    assert row.index("更正：原为35个，2023年5月6日更正，漏数了一个") < row.index("更正：原为40个，2023年6月7日更正")
    assert '<a href="#figure-shelves">图书漂流架</a>：原为35个，2023年5月6日更正' in page


def test_what_was_removed_is_told_by_its_name(data_folder: Path) -> None:
    add_remarks(data_folder, "{type: correction, on: racks, label: 书架, was: 3个, date: 2023-05-06, text: 重复}")
    assert "<p>书架：原为3个，2023年5月6日删去</p>" in html_of(data_folder, "report", "donghu", 2022)


def test_all_corrections_stand_in_one_list_the_newest_first(data_folder: Path) -> None:
    add_remarks(data_folder, GOOD, "{type: correction, on: tree-day, date: 2022-12-01, text: 改了正文}")
    page = html_of(data_folder, "correction_list")
    order = [page.index(day) for day in ("2023年5月6日", "2023年4月10日", "2022年12月1日")]
    assert order == sorted(order)
    assert "现为36个" in page


def test_a_city_that_never_corrected_says_so(real_city: City) -> None:
    writer = Writer(real_city, Components(ROOT / "overrides" / "components"))
    (block,) = writer.correction_list()
    has_corrected = any(report.corrections for report in real_city.reports())
    assert isinstance(block, Html)
    assert ("没有更正过" in block.markup) is not has_corrected


def add_remarks(folder: Path, *remarks: str) -> None:
    path = folder / FILE
    lines = "".join(f"  - {remark}\n" for remark in remarks)
    path.write_text(path.read_text(encoding="utf-8") + f"remarks:\n{lines}", encoding="utf-8")


def html_of(folder: Path, macro: str, *arguments: object) -> str:
    loaded = load_city(folder)
    assert loaded.city is not None, loaded.diagnostics
    writer = Writer(loaded.city, Components(ROOT / "overrides" / "components"))
    writer.begin_page("test", "", Here("2022/donghu/"))
    return "".join(block.markup for block in getattr(writer, macro)(*arguments) if isinstance(block, Html))
