"""The figures of one report: entries in, figures out, each with its meaning, its time and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from highlights.diagnostics import Place, and_also, propose
from highlights.load.document import Document
from highlights.load.entries import FigureEntry
from highlights.load.findings import Findings
from highlights.load.parts import ReportParts
from highlights.load.registries import Registries, find_citations, references_in
from highlights.model import CITY_ID, Citation, Figure, Indicator, Kind, Measure, Period
from highlights.quantity import (
    Qualifier,
    Quantity,
    UnreadableQuantity,
    canonical_unit,
    parse_quantity,
    rhetorical_quantity,
)


@dataclass(frozen=True, slots=True)
class FigureReader:
    """`defaults` are the sources of the report, for figures that name none."""

    report: ReportParts
    defaults: tuple[Citation, ...]
    document: Document
    registries: Registries
    findings: Findings

    def read_all(self) -> dict[str, Figure]:
        """The figures that could be read, by id, in the order of the file."""
        figures: dict[str, Figure] = {}
        for figure_id, entry in self.report.figures.items():
            figure = self._read(figure_id, entry)
            if figure:
                figures[figure_id] = figure
        self._check_parts(self.report.figures)
        return figures

    def _read(self, figure_id: str, entry: FigureEntry) -> Figure | None:
        indicator = self._find_indicator(figure_id, entry)
        quantity = self._read_quantity(figure_id, entry)
        sources = self._find_sources(figure_id, entry)
        self._check_time(figure_id, entry, indicator)
        if quantity is None:
            return None
        if indicator:
            self._check_unit(figure_id, entry, quantity, indicator)
        self._check_value(figure_id, entry, quantity)
        self._check_scope(figure_id, entry)
        year = str(self.report.year)
        return Figure(
            id=figure_id,
            indicator=indicator,
            label=entry.label,
            reported=entry.reported,
            quantity=quantity,
            kind=entry.kind,
            period=Period(*entry.period) if entry.period else Period(year, year),
            as_of=entry.as_of,
            scope=entry.scope,
            per=entry.per,
            part_of=entry.part_of,
            ratio_of=entry.ratio_of,
            by=entry.by,
            caveat=entry.caveat,
            sources=sources,
            nth=entry.nth,
            place=self._place_of_key(figure_id),
        )

    def _find_indicator(self, figure_id: str, entry: FigureEntry) -> Indicator | None:
        """The indicator that is named, or whose id is the key when neither indicator nor label is given."""
        indicators = self.registries.indicators
        if entry.indicator:
            return indicators.find(entry.indicator, self._place(figure_id, "indicator"), self.findings)
        if entry.label:
            self._check_forgotten_indicator(figure_id, entry)
            return None
        if indicators.written is not None and figure_id not in indicators.written:
            self.findings.error(
                self._place_of_key(figure_id),
                "unknown-indicator",
                f"“{figure_id}”不是指标的编号",
                and_also(
                    propose(figure_id, indicators.written, "indicators.yaml"), "只有本区报告的数据，写 label 说明是什么"
                ),
            )
        return indicators.items.get(figure_id)

    def _check_forgotten_indicator(self, figure_id: str, entry: FigureEntry) -> None:
        if figure_id in self.registries.indicators.items:
            self.findings.warning(
                self._place_of_key(figure_id),
                "forgotten-indicator",
                f"编号“{figure_id}”是指标，却只写了名称“{entry.label}”，没有写 indicator",
                f"属于这个指标的，加一行 indicator: {figure_id}；不属于的，换一个编号",
                figure_id,
            )

    def _read_quantity(self, figure_id: str, entry: FigureEntry) -> Quantity | None:
        if entry.qualifier == Qualifier.RHETORICAL:
            return rhetorical_quantity(entry.reported)
        if entry.qualifier is not None:
            self.findings.error(
                self._place(figure_id, "qualifier"),
                "unknown-value",
                f"qualifier 不能是“{entry.qualifier}”",
                "只在泛指（如“百万资金”）时写 qualifier: rhetorical；“约”“近”“余”等写在 reported 里",
            )
        try:
            return parse_quantity(entry.reported, self.registries.declared_units)
        except UnreadableQuantity as unreadable:
            if self._knows_units(figure_id, entry):
                message = f"“{entry.reported}”读不出数量：{unreadable}"
                place = self._place(figure_id, "reported")
                self.findings.error(place, "unreadable-quantity", message, unreadable.hint)
            return None

    def _knows_units(self, figure_id: str, entry: FigureEntry) -> bool:
        """Not while the lists of units, or the indicator, could not be read: the unit may be the city's own."""
        indicators = self.registries.indicators
        wanted = entry.indicator or figure_id
        is_broken = wanted in (indicators.written or ()) and wanted not in indicators.items
        return self.registries.knows_all_units and not is_broken

    def _check_unit(self, figure_id: str, entry: FigureEntry, quantity: Quantity, indicator: Indicator) -> None:
        wanted = {canonical_unit(unit) for unit in indicator.units}
        if quantity.qualifier is Qualifier.RHETORICAL or quantity.unit in wanted:
            return
        unit = f"的单位是“{quantity.unit}”" if quantity.unit else "没有单位"
        hint = "核对原文；若单位无误，请改用合适的指标，或改写成带 label 的本区数据"
        self.findings.error(
            self._place(figure_id, "reported"),
            "unit-mismatch",
            f"“{entry.reported}”{unit}，指标“{indicator.name}”用“{'、'.join(indicator.units)}”",
            hint if quantity.unit else f"照原文补上单位“{indicator.unit}”",
        )

    def _check_value(self, figure_id: str, entry: FigureEntry, quantity: Quantity) -> None:
        if quantity.value == 0:
            self.findings.warning(
                self._place(figure_id, "reported"),
                "zero-value",
                f"“{entry.reported}”是零",
                "没有公布就删去这一行；原文确实写了零的，写一条 exception",
                figure_id,
            )
        if not quantity.unit and entry.label and not entry.indicator and quantity.qualifier is not Qualifier.RHETORICAL:
            self.findings.error(
                self._place(figure_id, "reported"),
                "missing-unit",
                f"“{entry.reported}”没有单位",
                "照原文连单位一起写，例如 2209件",
            )

    def _check_scope(self, figure_id: str, entry: FigureEntry) -> None:
        """The whole district is no scope, and more than the district is written `city`."""
        district = self.registries.districts.items.get(self.report.district)
        city = self.registries.districts.items.get(CITY_ID)
        if district and entry.scope in {"全区", district.name, district.short_name}:
            message, hint = f"“{entry.scope}”就是整个区，不是范围", "删去 scope"
        elif city and entry.scope in {"全市", city.name, *city.aliases}:
            message, hint = f"“{entry.scope}”写在 scope 里", f"全市的范围写成 scope: {CITY_ID}"
        else:
            return
        self.findings.error(self._place(figure_id, "scope"), "whole-scope", message, hint)

    def _find_sources(self, figure_id: str, entry: FigureEntry) -> tuple[Citation, ...]:
        own = references_in(self.document, entry.sources, "figures", figure_id, "sources")
        return find_citations(own, self.registries.sources, self.findings) or self.defaults

    def _check_time(self, figure_id: str, entry: FigureEntry, indicator: Indicator | None) -> None:
        is_stock = indicator is not None and indicator.measure is Measure.STOCK
        if entry.as_of and entry.period:
            self.findings.error(
                self._place(figure_id, "as_of"),
                "period-and-as-of",
                "同时写了 period 和 as_of",
                "一段时间内发生的写 period，某一天存有的写 as_of，只留一个",
            )
        elif indicator and entry.as_of and not is_stock:
            self.findings.error(
                self._place(figure_id, "as_of"),
                "as-of-on-flow",
                f"指标“{indicator.name}”数的是一段时间，不是某一天的存量",
                "把 as_of 改成 period，例如 2021/unknown",
            )
        elif indicator and is_stock and not entry.as_of:
            self.findings.error(
                self._place_of_key(figure_id),
                "missing-as-of",
                f"指标“{indicator.name}”是存量，缺少截至日期",
                "补上 as_of: 2021-12-31；原文没有日期就写 as_of: unknown",
            )
        if not _is_of_year(entry, self.report.year):
            self.findings.error(
                self._place(figure_id, "period" if entry.period else "as_of"),
                "period-outside-year",
                f"期间不在 {self.report.year} 年",
                "核对年份；属于其他年度的数据放到那一年的报告里；是以后年度的计划，写 kind: target",
            )

    def _check_parts(self, entries: Mapping[str, FigureEntry]) -> None:
        for figure_id, entry in entries.items():
            for number, other in enumerate(entry.ratio_of or ()):
                if other not in self.report.figure_ids:
                    place = self.document.place("figures", figure_id, "ratio_of", number)
                    hint = propose(other, set(entries) - {figure_id}, "本报告的 figures")
                    self.findings.error(place, "unknown-figure", f"本报告没有数据“{other}”", hint)
            if entry.part_of is None:
                continue
            place = self._place(figure_id, "part_of")
            if entry.part_of not in self.report.figure_ids:
                hint = propose(entry.part_of, set(entries) - {figure_id}, "本报告的 figures")
                self.findings.error(place, "unknown-figure", f"本报告没有数据“{entry.part_of}”", hint)
            elif _is_part_of_itself(figure_id, entries):
                message = f"“{figure_id}”绕了一圈成了自己的一部分"
                self.findings.error(place, "part-of-itself", message, "part_of 只写更大的那个数据")

    def _place(self, figure_id: str, field: str) -> Place:
        return self.document.place("figures", figure_id, field)

    def _place_of_key(self, figure_id: str) -> Place:
        return self.document.key_place("figures", figure_id)


def _is_of_year(entry: FigureEntry, year: int) -> bool:
    """A time that touches the year, or a day up to its end. A target may lie in any year to come."""
    day = entry.as_of if entry.as_of != "unknown" else None
    first, last = (int(known[:4]) if known else None for known in entry.period or (None, None))
    is_over = last is not None and last < year
    is_to_come = (first is not None and first > year) or (day is not None and int(day[:4]) > year)
    return not is_over and (entry.kind is Kind.TARGET or not is_to_come)


def _is_part_of_itself(figure_id: str, entries: Mapping[str, FigureEntry]) -> bool:
    seen: set[str] = set()
    current: str | None = figure_id
    while current is not None and current in entries and current not in seen:
        seen.add(current)
        current = entries[current].part_of
    return current == figure_id
