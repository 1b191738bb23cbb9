"""The city-wide tables of a year: a table a theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.ranking import Ranking
from highlights.derive.tables import CityTables, Row, ThemeTable
from highlights.model import District, Theme
from highlights.quantity import format_quantity
from highlights.render.blocks import Block, Heading
from highlights.render.components import Components
from highlights.render.links import Here
from highlights.render.ranking import MARK, AsideRow, FigureLink, figure_link, ranking_view


@dataclass(frozen=True, slots=True)
class ColumnHead:
    name: str
    link: str
    unit: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A cell without figures is shown as not published."""

    district: District
    link: str
    cells: tuple[tuple[FigureLink, ...], ...]


@dataclass(frozen=True, slots=True)
class TableGuide:
    """How to read an edition's tables; `themes` are those that they can be narrowed to, none where there is one."""

    is_draft: bool
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class CityTable:
    """`totals` is empty where nothing can be added up; in it, None stands for such a column."""

    caption: str
    theme: Theme
    columns: tuple[ColumnHead, ...]
    rows: tuple[TableRow, ...]
    csv_link: str
    city: TableRow | None
    totals: tuple[TotalCell | None, ...]
    absent: tuple[District, ...]


@dataclass(frozen=True, slots=True)
class TotalCell:
    printed: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SingleItem:
    name: str
    link: str
    theme: Theme
    rows: tuple[AsideRow, ...]


def tables_blocks(tables: CityTables, here: Here, components: Components) -> Iterator[Block]:
    """Without a heading of the first level: the page decides what it is called."""
    year = tables.edition.year
    if tables.tables or tables.single:
        yield components.html("table_guide", _guide(tables), here)
    for table in tables.tables:
        yield Heading(2, table.theme.name, f"theme-{table.theme.id}")
        yield components.html("city_table", city_table(table, year, here), here)
    if tables.single:
        yield Heading(2, "只有一个区公布的指标", "section-single")
        yield components.html("single_indicators", tuple(single_item(r, here) for r in tables.single), here)
    if not tables.tables and not tables.single:
        yield components.html("empty", f"{year}年没有可以列表的指标数据。", here)


def _guide(tables: CityTables) -> TableGuide:
    themes = [*(table.theme for table in tables.tables), *(ranking.indicator.theme for ranking in tables.single)]
    once = tuple({theme.id: theme for theme in themes}.values())
    return TableGuide(tables.edition.is_draft, once if len(once) > 1 else ())


def city_table(table: ThemeTable, year: int, here: Here) -> CityTable:
    return CityTable(
        caption=f"{year}年各区{table.theme.name}数据",
        theme=table.theme,
        columns=tuple(_column(ranking, here) for ranking in table.columns),
        rows=tuple(_row(row, here) for row in table.rows),
        csv_link=here.to(addresses.of_table_csv(year, table.theme)),
        city=_row(table.city, here) if table.city else None,
        totals=tuple(_total(ranking) for ranking in table.columns) if table.has_totals else (),
        absent=table.absent,
    )


def _column(ranking: Ranking, here: Here) -> ColumnHead:
    indicator = ranking.indicator
    return ColumnHead(indicator.name, here.to(addresses.of_indicator(indicator)), indicator.unit)


def _row(row: Row, here: Here) -> TableRow:
    report = next(observation.report for cell in row.cells for observation in cell)
    return TableRow(
        district=row.district,
        link=here.to(addresses.of_report(report)),
        cells=tuple(tuple(figure_link(observation, here) for observation in cell) for cell in row.cells),
    )


def _total(ranking: Ranking) -> TotalCell | None:
    if ranking.total is None:
        return None
    mark = f"，含{MARK}" if ranking.total.is_marked else ""
    return TotalCell(format_quantity(ranking.total.quantity), f"{ranking.total.covered}个区{mark}")


def single_item(ranking: Ranking, here: Here) -> SingleItem:
    view = ranking_view(ranking, here)
    ranked = tuple(
        AsideRow(row.district, row.link, ranking.indicator.name, row.figure, row.figure.mark) for row in view.rows
    )
    link = here.to(addresses.of_indicator(ranking.indicator))
    return SingleItem(ranking.indicator.name, link, ranking.indicator.theme, (*ranked, *view.aside, *view.city))
