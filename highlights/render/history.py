"""One indicator over the editions: a table that is a chart, a bar beside each value that may be compared."""

from __future__ import annotations

from dataclasses import dataclass

from highlights import addresses
from highlights.derive.history import DistrictHistory, History, HistoryPoint
from highlights.render.links import Here
from highlights.render.ranking import FigureLink, figure_link

OF_THE_CITY = "全市报告的数据不与各区相比"


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """`percent` is the length of the bar, of 100; empty where a `reason` forbids it."""

    year: int
    figure: FigureLink
    percent: str
    reason: str


@dataclass(frozen=True, slots=True)
class HistoryGroup:
    district: str
    link: str
    rows: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """`largest` is what the bars are measured by, as it is said; empty where no districts can be compared."""

    caption: str
    groups: tuple[HistoryGroup, ...]
    largest: str


def history_view(history: History, here: Here) -> HistoryView:
    districts = (*history.districts, *([history.city] if history.city else []))
    largest = history.largest
    said = f"{largest.report.district.short_name}{largest.report.year}年的{largest.figure.reported}" if largest else ""
    return HistoryView(
        caption=f"{history.indicator.name}：各区历年公布的数据",
        groups=tuple(_group(district, here) for district in districts),
        largest=said,
    )


def _group(history: DistrictHistory, here: Here) -> HistoryGroup:
    district = history.district
    newest = history.points[-1].observation.report
    link = addresses.of_report(newest) if district.is_city else addresses.of_district(district)
    return HistoryGroup(district.short_name, here.to(link), tuple(_row(point, here) for point in history.points))


def _row(point: HistoryPoint, here: Here) -> HistoryRow:
    figure = figure_link(point.observation, here)
    year = point.observation.report.year
    if point.share is None:
        return HistoryRow(year, figure, "", figure.mark or OF_THE_CITY)
    return HistoryRow(year, figure, f"{point.share * 100:.1f}", "")
