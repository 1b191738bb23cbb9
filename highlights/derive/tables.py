"""The city-wide tables of one year: a table a theme, a row a district, a column an indicator.

Real data is sparse, so a table holds the districts that report something in it and names the others once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from highlights.derive.index import Index
from highlights.derive.observation import Observation
from highlights.derive.ranking import Ranking
from highlights.model import CITY_ID, City, District, Edition, Theme

# An indicator that a single district reports is no column: there is nothing to compare.
FEWEST_DISTRICTS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` follow the columns; a cell is empty where the district published nothing."""

    district: District
    cells: tuple[tuple[Observation, ...], ...]


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """`columns` are rankings, since they know totals and order; `absent` districts report none of them."""

    theme: Theme
    columns: tuple[Ranking, ...]
    rows: tuple[Row, ...]
    city: Row | None
    absent: tuple[District, ...]

    @property
    def has_totals(self) -> bool:
        return any(column.total for column in self.columns)


@dataclass(frozen=True, slots=True)
class CityTables:
    edition: Edition
    tables: tuple[ThemeTable, ...]
    single: tuple[Ranking, ...]


def tabulate(city: City, index: Index, edition: Edition) -> CityTables:
    rankings = [index.ranking(indicator, edition.year) for indicator in city.indicators.values()]
    shared = [ranking for ranking in rankings if _count_districts(ranking) >= FEWEST_DISTRICTS]
    tables = [
        _theme_table(city, theme, [ranking for ranking in shared if ranking.indicator.theme == theme])
        for theme in city.themes.values()
    ]
    return CityTables(
        edition=edition,
        tables=tuple(table for table in tables if table.columns),
        single=tuple(r for r in rankings if not r.is_empty and _count_districts(r) < FEWEST_DISTRICTS),
    )


def _theme_table(city: City, theme: Theme, columns: Sequence[Ranking]) -> ThemeTable:
    cells = [_cells_by_district(column) for column in columns]
    rows = [
        Row(district, tuple(column.get(district.id, ()) for column in cells))
        for district in (city.itself, *city.districts.values())
    ]
    city_row, *district_rows = rows
    return ThemeTable(
        theme=theme,
        columns=tuple(columns),
        rows=tuple(row for row in district_rows if any(row.cells)),
        city=city_row if any(city_row.cells) else None,
        absent=tuple(row.district for row in district_rows if not any(row.cells)),
    )


def _cells_by_district(column: Ranking) -> dict[str, tuple[Observation, ...]]:
    """What may be compared stands first."""
    cells: dict[str, tuple[Observation, ...]] = {}
    for observation in (*(ranked.observation for ranked in column.ranked), *column.set_aside, *column.city):
        district_id = observation.report.district.id
        cells[district_id] = (*cells.get(district_id, ()), observation)
    return cells


def _count_districts(ranking: Ranking) -> int:
    return len(_cells_by_district(ranking).keys() - {CITY_ID})
