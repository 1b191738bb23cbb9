"""Each city-wide table as a CSV file: a row a district, for every indicator what was printed and what it is worth."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.observation import Observation
from highlights.derive.tables import Row, ThemeTable, tabulate
from highlights.model import City
from highlights.publish.open_data.records import plain_decimal
from highlights.publish.open_data.tables import BYTE_ORDER_MARK, inert
from highlights.render import wording


def table_files(city: City, index: Index) -> Mapping[str, bytes]:
    """Contents by address below the site's root."""
    return {
        addresses.of_table_csv(edition.year, table.theme): _csv(table).encode()
        for edition in city.editions.values()
        for table in tabulate(city, index, edition).tables
    }


def _csv(table: ThemeTable) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(["区", *(inert(head) for column in table.columns for head in _heads(column.indicator.name))])
    for row in (*table.rows, *([table.city] if table.city else [])):
        writer.writerow(map(inert, [row.district.name, *_values(row)]))
    return BYTE_ORDER_MARK + buffer.getvalue()


def _heads(name: str) -> tuple[str, str, str]:
    return name, f"{name}（数值）", f"{name}（说明）"


def _values(row: Row) -> Iterator[str]:
    """Several figures of one cell are joined by |, as in figures.csv."""
    for cell in row.cells:
        yield "|".join(observation.figure.reported for observation in cell)
        yield "|".join(plain_decimal(observation.figure.quantity.value) for observation in cell)
        yield "|".join(_note(observation) for observation in cell)


def _note(observation: Observation) -> str:
    return wording.why_set_aside(observation) or wording.time_of(observation.figure, observation.report.year)
