"""One district across the years: its indicators side by side, its reports and highlights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.observation import Passage
from highlights.model import City, District, DistrictType, Report
from highlights.render.beside import beside
from highlights.render.blocks import Block, Heading
from highlights.render.cards import highlight_cards
from highlights.render.components import Components
from highlights.render.links import Here
from highlights.render.ranking import FigureLink, figure_link
from highlights.render.wording import year_text

TYPES = {DistrictType.DISTRICT: "行政区", DistrictType.FUNCTIONAL_AREA: "功能区"}


@dataclass(frozen=True, slots=True)
class YearRow:
    """One indicator; a cell a year."""

    name: str
    link: str
    cells: tuple[tuple[FigureLink, ...], ...]


@dataclass(frozen=True, slots=True)
class YearTable:
    caption: str
    years: tuple[int, ...]
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class DistrictItem:
    district: District
    type: str
    link: str
    years: tuple[tuple[int, str], ...]


def district_blocks(
    index: Index, district: District, city: City, here: Here, components: Components
) -> Iterator[Block]:
    reports = index.of_district(district.id)
    yield Heading(1, district.name, "district")
    yield components.html("district_head", _item(district, reports, here), here)
    table = _year_table(index, district, city, reports, here)
    if table.rows:
        yield Heading(2, "历年指标", "section-indicators")
        yield components.html("year_table", table, here)
    others = beside(city, index, district, here)
    if others:
        yield Heading(2, "与其他区对照", "section-beside")
        yield components.html("beside", others, here)
    for report in reports:
        yield Heading(2, year_text(city.editions[report.year]), f"year-{report.year}")
        passages = [Passage(report, highlight) for highlight in report.highlights]
        yield components.html("highlight_cards", highlight_cards(passages, here), here)
        yield components.html("report_link", (report, here.to(addresses.of_report(report))), here)
    if not reports:
        yield components.html("empty", "还没有这个区的年度报告。", here)


def district_list(city: City, index: Index, here: Here, components: Components) -> Iterator[Block]:
    items = tuple(_item(district, index.of_district(district.id), here) for district in city.districts.values())
    yield components.html("district_list", items, here)


def _item(district: District, reports: Sequence[Report], here: Here) -> DistrictItem:
    return DistrictItem(
        district=district,
        type=TYPES[district.type] if district.type else "",
        link=here.to(addresses.of_district(district)),
        years=tuple((report.year, here.to(addresses.of_report(report))) for report in reports),
    )


def _year_table(index: Index, district: District, city: City, reports: Sequence[Report], here: Here) -> YearTable:
    years = tuple(report.year for report in reversed(reports))
    rows = []
    for indicator in city.indicators.values():
        cells = tuple(
            tuple(figure_link(observation, here) for observation in index.of_report(indicator, report))
            for report in reversed(reports)
        )
        if any(cells):
            rows.append(YearRow(indicator.name, here.to(addresses.of_indicator(indicator)), cells))
    return YearTable(f"{district.name}历年指标数据，“—”是没有公布", years, tuple(rows))
