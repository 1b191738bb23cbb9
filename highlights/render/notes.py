"""The data notes: what is missing, damaged or not comparable, how far indicators are covered, what is verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.coverage import count_verified, cover_indicators, silent_districts
from highlights.derive.index import Index
from highlights.model import City, Edition, RemarkType, Report
from highlights.render.blocks import Block, Heading
from highlights.render.components import Components
from highlights.render.links import Here
from highlights.render.ranking import AsideRow, aside_row
from highlights.render.report import RemarkItem, remark_items
from highlights.render.sources import source_item

SAID_OF_DATA = {RemarkType.DAMAGED, RemarkType.MISSING, RemarkType.CAVEAT}


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A cell a year: `3（可比2）` of an indicator, `8项（指标5）` of a district, empty where there is nothing."""

    name: str
    link: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    caption: str
    head: str
    years: tuple[int, ...]
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class ReportNotes:
    title: str
    link: str
    remarks: tuple[RemarkItem, ...]


@dataclass(frozen=True, slots=True)
class SilentDistricts:
    year: int
    names: str


@dataclass(frozen=True, slots=True)
class SetAside:
    name: str
    link: str
    rows: tuple[tuple[int, AsideRow], ...]


def notes_blocks(city: City, index: Index, here: Here, components: Components) -> Iterator[Block]:
    """Sections of a page that people write the beginning of."""
    yield Heading(2, "核对", "section-verified")
    yield components.html("verified", count_verified(city), here)
    yield Heading(2, "来源文本", "section-texts")
    yield components.html("source_list", tuple(source_item(source, here) for source in city.sources.values()), here)
    yield Heading(2, "指标的覆盖", "section-coverage")
    yield components.html("coverage", _indicator_coverage(city, index, here), here)
    yield Heading(2, "各区的数据", "section-districts")
    yield components.html("coverage", _district_coverage(city, here), here)
    silent = tuple(found for found in (_silent(city, edition) for edition in city.editions.values()) if found)
    if silent:
        yield components.html("silent_districts", silent, here)
    yield Heading(2, "残缺、未公布和口径", "section-remarks")
    notes = tuple(found for found in (_report_notes(report, here) for report in city.reports()) if found.remarks)
    yield components.html("report_notes", notes, here)
    aside = tuple(found for found in _set_aside(city, index, here) if found.rows)
    if aside:
        yield Heading(2, "不参加比较的数据", "section-aside")
        yield components.html("set_aside", aside, here)


def _district_coverage(city: City, here: Here) -> Coverage:
    rows = (
        CoverageRow(
            district.name,
            here.to(addresses.of_district(district)),
            tuple(_published(edition.reports.get(district.id)) for edition in city.editions.values()),
        )
        for district in city.districts.values()
    )
    return Coverage("各区各年公布了多少数据，其中多少属于指标", "区", tuple(city.editions), tuple(rows))


def _published(report: Report | None) -> str:
    """Empty without a report; a report without figures published none."""
    if report is None or report.is_empty:
        return ""
    of_indicators = sum(figure.indicator is not None for figure in report.figures.values())
    return f"{len(report.figures)}项（指标{of_indicators}）" if report.figures else "没有数据"


def _indicator_coverage(city: City, index: Index, here: Here) -> Coverage:
    years = tuple(city.editions)
    cells: dict[str, list[str]] = {}
    for found in cover_indicators(city, index):
        cell = f"{found.districts}（可比{found.comparable}）" if found.districts else ""
        cells.setdefault(found.indicator.id, []).append(cell)
    rows = (
        CoverageRow(city.indicators[key].name, here.to(addresses.of_indicator(city.indicators[key])), tuple(row))
        for key, row in cells.items()
    )
    return Coverage(f"各年有几个区公布了指标（共{len(city.districts)}个区）", "指标", years, tuple(rows))


def _silent(city: City, edition: Edition) -> SilentDistricts | None:
    names = "、".join(district.short_name for district in silent_districts(city, edition))
    return SilentDistricts(edition.year, names) if names else None


def _report_notes(report: Report, here: Here) -> ReportNotes:
    remarks = tuple(remark for remark in report.remarks if remark.type in SAID_OF_DATA)
    return ReportNotes(report.name, here.to(addresses.of_report(report)), remark_items(report, remarks, here))


def _set_aside(city: City, index: Index, here: Here) -> Iterator[SetAside]:
    for indicator in city.indicators.values():
        rows = tuple(
            (year, aside_row(observation, here))
            for year in city.editions
            for observation in index.of_indicator(indicator, year)
            if not observation.comparability.is_comparable
        )
        yield SetAside(indicator.name, here.to(addresses.of_indicator(indicator)), rows)
