"""The city's figures and highlights found by indicator, theme and district. Made once, then only read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from highlights.comparability import Comparability, comparability
from highlights.model import City, Figure, Highlight, Indicator, Report, Theme

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure of an indicator, the report it stands in, and whether it may be compared."""

    report: Report
    figure: Figure
    comparability: Comparability


@dataclass(frozen=True, slots=True)
class Passage:
    """A highlight and the report it stands in."""

    report: Report
    highlight: Highlight


@dataclass(frozen=True, slots=True)
class Index:
    observations: Mapping[tuple[str, int], tuple[Observation, ...]]
    passages: Mapping[str, tuple[Passage, ...]]
    all_passages: tuple[Passage, ...]
    reports: Mapping[str, tuple[Report, ...]]

    def of_indicator(self, indicator: Indicator, year: int) -> tuple[Observation, ...]:
        """In the order of the districts, the city's own first."""
        return self.observations.get((indicator.id, year), ())

    def of_theme(self, theme: Theme) -> tuple[Passage, ...]:
        """Newest edition first, districts in their order."""
        return self.passages.get(theme.id, ())

    def of_district(self, district_id: str) -> tuple[Report, ...]:
        """Newest first."""
        return self.reports.get(district_id, ())


def index_city(city: City) -> Index:
    observations: dict[tuple[str, int], list[Observation]] = defaultdict(list)
    passages: dict[str, list[Passage]] = defaultdict(list)
    all_passages: list[Passage] = []
    reports: dict[str, list[Report]] = defaultdict(list)
    for edition in reversed(tuple(city.editions.values())):
        for report in edition.reports.values():
            reports[report.district.id].append(report)
            for figure in report.figures.values():
                if figure.indicator:
                    observation = Observation(report, figure, comparability(figure, report.year))
                    observations[figure.indicator.id, report.year].append(observation)
            for highlight in report.highlights:
                passage = Passage(report, highlight)
                all_passages.append(passage)
                for theme in highlight.themes:
                    passages[theme.id].append(passage)
    return Index(_frozen(observations), _frozen(passages), tuple(all_passages), _frozen(reports))


def _frozen(lists: Mapping[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
