"""The open data: typed columns, cells that no spreadsheet runs, numbers that are numbers, the same bytes every time."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from highlights.derive.index import index_city
from highlights.model import City
from highlights.publish.open_data import open_data_files
from highlights.publish.open_data.columns import FIGURE_COLUMNS, HIGHLIGHT_COLUMNS, ColumnType
from highlights.publish.open_data.records import figure_records, highlight_records
from highlights.publish.open_data.tables import inert
from highlights.publish.table_files import table_files
from highlights.render.wording import size_text, whole_citation
from tests.unit.smallest import SOURCE, TREES, city, figure, report

FORMULA = '=HYPERLINK("https://example.org","点这里")'


def sheets(of: City) -> tuple[Worksheet, Worksheet]:
    book = load_workbook(io.BytesIO(open_data_files(of)["data/figures.xlsx"]))
    assert book.sheetnames == ["数据", "说明"]
    return book["数据"], book["说明"]


def package(of: City) -> dict[str, Any]:
    described: dict[str, Any] = json.loads(open_data_files(of)["data/datapackage.json"])
    return described


def csv_rows(of: City) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(open_data_files(of)["data/figures.csv"].decode("utf-8-sig"), newline="")))


# Columns


def test_every_record_has_the_columns_of_the_dictionary(invented_city: City) -> None:
    for found in invented_city.reports():
        for figure_record in figure_records(found):
            assert list(figure_record) == [column.name for column in FIGURE_COLUMNS]
        for highlight_record in highlight_records(found):
            assert list(highlight_record) == [column.name for column in HIGHLIGHT_COLUMNS]


@pytest.mark.parametrize("column", [*FIGURE_COLUMNS, *HIGHLIGHT_COLUMNS], ids=lambda column: column.name)
def test_a_column_says_what_it_is(column: Any) -> None:
    assert column.title
    assert column.description
    for choice in column.choices:
        assert f"{choice} " in column.description


# CSV


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'=1+1", "''=1+1"),
        ("近400万元", "近400万元"),
        ("'四个一'", "'四个一'"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_a_cell_that_would_be_a_formula_begins_with_an_apostrophe(text: str, cell: str) -> None:
    assert inert(text) == cell


def test_only_the_csv_has_the_apostrophe() -> None:
    dangerous = city(report("a", figure("5棵", label=FORMULA)))
    files = open_data_files(dangerous)
    assert csv_rows(dangerous)[0]["label"] == f"'{FORMULA}"
    assert json.loads(files["data/figures.json"])[0]["label"] == FORMULA
    assert sheets(dangerous)[0]["F3"].value == FORMULA


def test_the_tables_have_it_too() -> None:
    known = replace(TREES, name=FORMULA)
    trees = figure("5棵", indicator=known)
    dangerous = replace(city(report("a", trees), report("b", trees)), indicators={"trees": known})
    (table,) = table_files(dangerous, index_city(dangerous)).values()
    head, first, *_ = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    assert head == ["区", f"'{FORMULA}", f"'{FORMULA}（数值）", f"'{FORMULA}（说明）"]
    assert first[1:3] == ["5棵", "5"]


# XLSX


def test_numbers_are_numbers_and_everything_else_is_text(invented_city: City) -> None:
    data, _ = sheets(invented_city)
    records = csv_rows(invented_city)
    assert data.max_row == len(records) + 2
    for record, row in zip(records, data.iter_rows(min_row=3), strict=True):
        for column, cell in zip(FIGURE_COLUMNS, row, strict=True):
            text = record[column.name]
            if not text:
                assert cell.value is None
            elif column.type in {ColumnType.YEAR, ColumnType.NUMBER}:
                assert cell.data_type == "n"
                assert cell.value == float(text)
            else:
                assert (cell.data_type, cell.number_format, cell.value) == ("s", "@", text)


@pytest.mark.parametrize("text", [FORMULA, "+1", "-1", "@a", "{=1}", "https://example.org", "007", "a\tb", "_x0041_"])
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    data, _ = sheets(city(report("a", figure("5棵", caveat=text))))
    cell = data["S3"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_the_head_stays_in_sight_and_filters(invented_city: City) -> None:
    data, _ = sheets(invented_city)
    titles, ids = ([cell.value for cell in row] for row in data.iter_rows(max_row=2))
    assert titles == [column.title for column in FIGURE_COLUMNS]
    assert ids == [column.name for column in FIGURE_COLUMNS]
    assert data.freeze_panes == "A3"
    assert data.auto_filter.ref == f"A2:V{data.max_row}"


def test_the_second_sheet_is_the_dictionary(invented_city: City) -> None:
    _, dictionary = sheets(invented_city)
    rows = list(dictionary.iter_rows(min_row=6, values_only=True))
    assert rows == [(column.name, column.title, column.type_name, column.description) for column in FIGURE_COLUMNS]


def test_a_city_without_figures_has_all_files() -> None:
    data, _ = sheets(city(report("a")))
    assert data.max_row == 2


def test_the_workbook_knows_no_date(invented_city: City) -> None:
    made = open_data_files(invented_city)["data/figures.xlsx"]
    with ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml")
    assert b"dcterms:created" not in properties
    assert b"dcterms:modified" not in properties
    assert invented_city.title.encode() in properties


def test_the_same_data_give_the_same_bytes(invented_city: City) -> None:
    assert open_data_files(invented_city) == open_data_files(invented_city)


# Data package


def test_the_package_knows_size_and_hash_of_its_files(invented_city: City) -> None:
    files = open_data_files(invented_city)
    resources = package(invented_city)["resources"]
    assert [resource["path"] for resource in resources] == ["figures.csv", "figures.json", "highlights.json"]
    for resource in resources:
        content = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_package_types_its_columns(invented_city: City) -> None:
    fields = {field["name"]: field for field in package(invented_city)["resources"][0]["schema"]["fields"]}
    assert (fields["year"]["type"], fields["value"]["type"], fields["label"]["type"]) == ("year", "number", "string")
    assert fields["kind"]["constraints"] == {"required": True, "enum": ["result", "target", "standard", "context"]}
    assert "rhetorical" in fields["qualifier"]["constraints"]["enum"]
    assert "constraints" not in fields["value"]


def test_the_package_says_what_is_known_and_no_more() -> None:
    plain = package(city(report("a")))
    assert plain["sources"] == [{"name": "yearbook", "title": "年鉴"}]
    assert not {"homepage", "licenses", "created", "version"} & set(plain)
    known = replace(SOURCE, publisher="编辑部", published="2023-02", address="https://example.org/yearbook")
    rich = package(replace(city(report("a")), address="https://example.org/", sources={"yearbook": known}))
    assert rich["homepage"] == "https://example.org/"
    assert rich["sources"] == [
        {
            "name": "yearbook",
            "title": "年鉴",
            "path": "https://example.org/yearbook",
            "publisher": "编辑部",
            "published": "2023-02",
        }
    ]


# The page


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"), (1_250_000, "1.2 MB")],
)
def test_sizes_read_as_file_managers_print_them(size: int, text: str) -> None:
    assert size_text(size) == text


def test_a_citation_of_all_data_says_what_is_known() -> None:
    one = city(report("a"))
    assert whole_citation(one) == "《测试》开放数据，2022年度。"
    two = replace(city(report("a"), report("a", year=2023)), address="https://example.org/")
    assert whole_citation(two) == "《测试》开放数据，2022至2023年度，https://example.org/。"
