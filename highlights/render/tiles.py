"""The districts as a schematic grid: where each lies roughly, shaded by one indicator. No map, no borders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.ranking import Ranked, Ranking
from highlights.model import City, District, Edition, Report
from highlights.render.links import Here

SHADES = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """`printed` and `shade` are of the grid's indicator: empty and 0 for a district that published none."""

    district: District
    link: str
    summary: str
    printed: str
    shade: int
    has_report: bool


@dataclass(frozen=True, slots=True)
class TileGrid:
    """`cells` go row by row; None is an empty place. `columns` is 0 where the city gives no positions."""

    indicator: str
    indicator_link: str
    columns: int
    cells: tuple[Tile | None, ...]


def tile_grid(city: City, index: Index, edition: Edition, here: Here) -> TileGrid:
    ranking = _most_reported(city, index, edition)
    ranked = {row.observation.report.district.id: row for row in ranking.ranked} if ranking else {}
    reports = {report.district.id: report for report in edition.district_reports}
    tiles = {
        district.id: _tile(district, reports.get(district.id), ranked.get(district.id), here)
        for district in city.districts.values()
    }
    return TileGrid(
        indicator=ranking.indicator.name if ranking else "",
        indicator_link=here.to(addresses.of_indicator(ranking.indicator)) if ranking else "",
        columns=_columns(city),
        cells=tuple(_placed(city, tiles)) if _columns(city) else tuple(tiles.values()),
    )


def _most_reported(city: City, index: Index, edition: Edition) -> Ranking | None:
    """The indicator that most districts can be compared by; the first of several in the order of the data."""
    rankings = [index.ranking(indicator, edition.year) for indicator in city.indicators.values()]
    best = max(rankings, key=lambda ranking: len(ranking.ranked), default=None)
    return best if best and len(best.ranked) > 1 else None


def _tile(district: District, report: Report | None, ranked: Ranked | None, here: Here) -> Tile:
    return Tile(
        district=district,
        link=here.to(addresses.of_report(report) if report else addresses.of_district(district)),
        summary=_summary(report),
        printed=ranked.observation.figure.reported if ranked else "",
        shade=_shade(ranked.share) if ranked else 0,
        has_report=report is not None,
    )


def _summary(report: Report | None) -> str:
    if report is None:
        return "没有报告"
    figures = f"数据{len(report.figures)}项" if report.figures else "未公布数据"
    return f"亮点{len(report.highlights)}条，{figures}"


def _shade(share: Decimal) -> int:
    """1 to SHADES, by the share of the largest value."""
    return max(1, min(SHADES, int(share * SHADES - Decimal("0.0001")) + 1))


def _columns(city: City) -> int:
    positions = [district.tile for district in city.districts.values()]
    if None in positions:
        return 0
    return max(position[1] for position in positions if position)


def _placed(city: City, tiles: dict[str, Tile]) -> Iterator[Tile | None]:
    at = {district.tile: tiles[district.id] for district in city.districts.values() if district.tile}
    rows = max(position[0] for position in at)
    for row in range(1, rows + 1):
        for column in range(1, _columns(city) + 1):
            yield at.get((row, column))
