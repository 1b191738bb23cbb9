"""The city-wide tables on paper: a table wider than the page lies across it, one wider still goes on in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from highlights.bulletin.matter import Chapter, Matter
from highlights.derive.tables import Row, ThemeTable, tabulate
from highlights.render.blocks import Block, Heading
from highlights.render.tables import CityTable, city_table, single_item

# What A4 holds so that a name of 20 characters and 近12.5万余人次 can be read.
MOST_COLUMNS_UPRIGHT = 4
MOST_COLUMNS_ACROSS = 10


@dataclass(frozen=True, slots=True)
class TablePart:
    """`part` of `parts`, from 1."""

    table: CityTable
    part: int
    parts: int


def city_tables(matter: Matter) -> Iterator[Chapter]:
    """What stands upright, then what lies across, so that pages fill; none where there is nothing to tabulate."""
    tables = tabulate(matter.city, matter.index, matter.edition)
    title: tuple[Block, ...] = (Heading(2, "各区数据表", "section-tables"), matter.html("tables_lead", None))
    upright = [block for table in tables.tables if not _is_wide(table) for block in _table_blocks(table, matter)]
    across = [block for table in tables.tables if _is_wide(table) for block in _table_blocks(table, matter)]
    if tables.single:
        single = tuple(single_item(ranking, matter.here) for ranking in tables.single)
        upright += [Heading(3, "只有一个区公布的指标", "tables-single"), matter.html("single_indicators", single)]
    if upright:
        yield Chapter("tables", (*title, *upright))
    if across:
        yield Chapter("across", tuple(across) if upright else (*title, *across))


def _is_wide(table: ThemeTable) -> bool:
    return len(table.columns) > MOST_COLUMNS_UPRIGHT


def _table_blocks(table: ThemeTable, matter: Matter) -> Iterator[Block]:
    yield Heading(3, table.theme.name, f"table-{table.theme.id}")
    parts = tuple(split_columns(table, MOST_COLUMNS_ACROSS))
    for number, part in enumerate(parts, start=1):
        view = city_table(part, matter.edition.year, matter.here)
        yield matter.html("city_table", TablePart(view, number, len(parts)))


def split_columns(table: ThemeTable, most: int) -> Iterator[ThemeTable]:
    """Each part has the districts that report something in it; who reports nothing at all is said below the last."""
    count = len(table.columns)
    parts = -(-count // most)
    borders = [count * part // parts for part in range(parts + 1)]
    for start, end in pairwise(borders):
        rows = (replace(row, cells=row.cells[start:end]) for row in table.rows)
        yield ThemeTable(
            theme=table.theme,
            columns=table.columns[start:end],
            rows=tuple(row for row in rows if any(row.cells)),
            city=_cut(table.city, start, end),
            absent=table.absent if end == count else (),
        )


def _cut(row: Row | None, start: int, end: int) -> Row | None:
    cells = row.cells[start:end] if row else ()
    return replace(row, cells=cells) if row and any(cells) else None
