"""figures.xlsx: the figures for people who work with a spreadsheet, and beside them the data dictionary.

Records in, bytes out. Numbers are numbers, everything else is text, whatever it begins with; nothing is a formula.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from highlights.model import City
from highlights.publish.open_data.columns import FIGURE_COLUMNS, Column, ColumnType
from highlights.publish.open_data.records import FigureRecord

HEAD_ROWS = 2
NARROWEST, WIDEST = 8, 44
_MARGIN = 3  # the button of the filter
_WIDE_LETTERS = {"W", "F", "A"}

_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def figures_workbook(city: City, records: Sequence[FigureRecord]) -> bytes:
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": city.title, "comments": city.description})
        styles = _Styles(book)
        _fill_data(book.add_worksheet("数据"), records, styles)
        _fill_dictionary(book.add_worksheet("说明"), city, styles)
    return _without_dates(buffer.getvalue())


class _Styles:
    """Cells in the format for text stay text when somebody edits them: 2021-04 does not become a date."""

    def __init__(self, book: Workbook) -> None:
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.head: Format = book.add_format({"bold": True, "bg_color": "#EEEEEE"})
        self.ids: Format = book.add_format({"bg_color": "#EEEEEE", "bottom": 1})
        self.text: Format = book.add_format({"num_format": "@"})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.whole: Format = book.add_format({"num_format": "0"})


def _fill_data(sheet: Worksheet, records: Sequence[FigureRecord], styles: _Styles) -> None:
    """A row of titles, a row of ids, then the figures."""
    last_row, last_column = HEAD_ROWS - 1 + len(records), len(FIGURE_COLUMNS) - 1
    for at, column in enumerate(FIGURE_COLUMNS):
        cells = [record[column.name] for record in records]
        sheet.write_string(0, at, column.title, styles.head)
        sheet.write_string(1, at, column.name, styles.ids)
        for row, cell in enumerate(cells, start=HEAD_ROWS):
            if cell:
                _write(sheet, row, at, column, cell, styles)
        sheet.set_column(at, at, _width_of((column.title, column.name, *cells)))
    sheet.freeze_panes(HEAD_ROWS, 0)
    sheet.autofilter(HEAD_ROWS - 1, 0, last_row, last_column)
    # A period such as 2021 is text on purpose.
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, last_row, last_column)})


def _write(sheet: Worksheet, row: int, at: int, column: Column, cell: str, styles: _Styles) -> None:
    if column.type in {ColumnType.YEAR, ColumnType.NUMBER}:
        number = Decimal(cell)
        is_whole = number == number.to_integral_value()
        sheet.write_number(row, at, float(number), styles.whole if is_whole else None)
    elif sheet.write_string(row, at, cell, styles.text) != 0:
        raise ValueError(f"row {row + 1}, {column.name}: longer than a cell can be")


def _fill_dictionary(sheet: Worksheet, city: City, styles: _Styles) -> None:
    sheet.write_string(0, 0, city.title, styles.title)
    sheet.write_string(1, 0, city.description)
    if city.address:
        sheet.write_string(2, 0, city.address)
    head = 4
    for at, (title, width) in enumerate({"列": 16, "名称": 12, "类型": 8, "含义": 90}.items()):
        sheet.write_string(head, at, title, styles.head)
        sheet.set_column(at, at, width)
    for row, column in enumerate(FIGURE_COLUMNS, start=head + 1):
        for at, text in enumerate((column.name, column.title, column.type_name, column.description)):
            sheet.write_string(row, at, text, styles.wrapped)


def _width_of(cells: Iterable[str]) -> int:
    return max(NARROWEST, min(WIDEST, _MARGIN + max(map(_letters_in, set(cells)))))


def _letters_in(text: str) -> int:
    """How many Latin letters take the room of the text."""
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE_LETTERS else 1 for letter in text)


def _without_dates(made: bytes) -> bytes:
    """The library notes when the file was made; the same data shall give the same bytes."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(made)) as dated, ZipFile(buffer, "w") as undated:
        for entry in dated.infolist():
            content = dated.read(entry)
            undated.writestr(entry, _DATES.sub(b"", content) if entry.filename == _PROPERTIES else content)
    return buffer.getvalue()
