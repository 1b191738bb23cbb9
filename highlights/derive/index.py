"""The city's figures and highlights found by indicator, theme and district. Made once, then only read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from highlights.comparability import comparability
from highlights.derive.observation import Observation, Passage
from highlights.derive.ranking import Ranking, rank
from highlights.model import City, Indicator, Report, Theme

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Index:
    """What every page asks is worked out once, here: so a page costs what it shows, however large the city is."""

    observations: Mapping[tuple[str, int], tuple[Observation, ...]]
    own: Mapping[tuple[str, int, str], tuple[Observation, ...]]
    passages: Mapping[str, tuple[Passage, ...]]
    naming: Mapping[tuple[str, int], int]
    all_passages: tuple[Passage, ...]
    leading: Mapping[tuple[str, int], tuple[Passage, ...]]
    reports: Mapping[str, tuple[Report, ...]]
    rankings: Mapping[tuple[str, int], Ranking]

    def ranking(self, indicator: Indicator, year: int) -> Ranking:
        """Of a year of which the city has an edition."""
        return self.rankings[indicator.id, year]

    def of_indicator(self, indicator: Indicator, year: int) -> tuple[Observation, ...]:
        """In the order of the districts, the city's own first."""
        return self.observations.get((indicator.id, year), ())

    def of_report(self, indicator: Indicator, report: Report) -> tuple[Observation, ...]:
        """What may be compared stands first."""
        return self.own.get((indicator.id, report.year, report.district.id), ())

    def of_theme(self, theme: Theme) -> tuple[Passage, ...]:
        """Newest edition first, districts in their order."""
        return self.passages.get(theme.id, ())

    def count_naming(self, theme: Theme, year: int) -> int:
        """Of the year's highlights, how many name this theme, first or not."""
        return self.naming.get((theme.id, year), 0)

    def led_by(self, theme: Theme, year: int) -> tuple[Passage, ...]:
        """The year's highlights that name this theme first."""
        return self.leading.get((theme.id, year), ())

    def of_district(self, district_id: str) -> tuple[Report, ...]:
        """Newest first."""
        return self.reports.get(district_id, ())


def index_city(city: City) -> Index:
    observations: dict[tuple[str, int], list[Observation]] = defaultdict(list)
    own: dict[tuple[str, int, str], list[Observation]] = defaultdict(list)
    passages: dict[str, list[Passage]] = defaultdict(list)
    naming: Counter[tuple[str, int]] = Counter()
    all_passages: list[Passage] = []
    leading: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    reports: dict[str, list[Report]] = defaultdict(list)
    for edition in reversed(tuple(city.editions.values())):
        for report in edition.reports.values():
            reports[report.district.id].append(report)
            for figure in report.figures.values():
                if figure.indicator:
                    observation = Observation(report, figure, comparability(figure, report.year))
                    observations[figure.indicator.id, report.year].append(observation)
                    own[figure.indicator.id, report.year, report.district.id].append(observation)
            for highlight in report.highlights:
                passage = Passage(report, highlight)
                all_passages.append(passage)
                for theme in highlight.themes[:1]:
                    leading[theme.id, report.year].append(passage)
                for theme in highlight.themes:
                    passages[theme.id].append(passage)
                    naming[theme.id, report.year] += 1
    rankings = {
        (indicator.id, year): rank(indicator, year, observations[indicator.id, year], len(city.districts))
        for indicator in city.indicators.values()
        for year in city.editions
    }
    return Index(
        observations=_frozen(observations),
        own={key: tuple(sorted(found, key=_comparable_first)) for key, found in own.items()},
        passages=_frozen(passages),
        naming=naming,
        all_passages=tuple(all_passages),
        leading=_frozen(leading),
        reports=_frozen(reports),
        rankings=rankings,
    )


def _comparable_first(observation: Observation) -> bool:
    return not observation.comparability.is_comparable


def _frozen(lists: Mapping[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
