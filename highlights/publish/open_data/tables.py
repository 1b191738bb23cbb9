"""Records as CSV and JSON text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

from highlights.publish.open_data.columns import FIGURE_COLUMNS, ColumnType
from highlights.publish.open_data.records import FigureRecord

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

# What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection. Apostrophes that
# stand before it count as well, so that taking one away from such a cell always gives back what was typed.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def csv_text(records: Sequence[FigureRecord]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(column.name for column in FIGURE_COLUMNS)
    for record in records:
        writer.writerow(
            inert(record[column.name]) if column.type is ColumnType.TEXT else record[column.name]
            for column in FIGURE_COLUMNS
        )
    # Excel takes a CSV file for UTF-8 only when it begins with a byte-order mark.
    return BYTE_ORDER_MARK + buffer.getvalue()


def inert(text: str) -> str:
    """The text of a cell that no spreadsheet runs."""
    return f"'{text}" if _FORMULA.match(text) else text


def json_text(records: object) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
