"""What there is and what there is not: who reports what, which figures are verified. City in, counts out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from highlights.derive.index import Index
from highlights.derive.verification import Verification
from highlights.model import City, District, Edition, Figure, Indicator, Report

FINGERPRINT_LENGTH = 12


@dataclass(frozen=True, slots=True)
class IndicatorCoverage:
    """`districts` report the indicator in the year; `comparable` of them may be compared."""

    indicator: Indicator
    year: int
    districts: int
    comparable: int


@dataclass(frozen=True, slots=True)
class VerifiedCount:
    """`verified` of `figures` stood in their sources when they were last verified, and have not changed since."""

    figures: int
    verified: int
    sources: int


def cover_indicators(city: City, index: Index) -> Iterator[IndicatorCoverage]:
    for indicator in city.indicators.values():
        for year in city.editions:
            found = [o for o in index.of_indicator(indicator, year) if not o.report.district.is_city]
            districts = {observation.report.district.id for observation in found}
            comparable = {o.report.district.id for o in found if o.comparability.is_comparable}
            yield IndicatorCoverage(indicator, year, len(districts), len(comparable))


def silent_districts(city: City, edition: Edition) -> tuple[District, ...]:
    heard = {report.district.id for report in edition.district_reports}
    return tuple(district for district in city.districts.values() if district.id not in heard)


def count_verified(city: City) -> VerifiedCount:
    prints = [fingerprint(figure, report) for report in city.reports() for figure in report.figures.values()]
    cited = {c.source.id for report in city.reports() for figure in report.figures.values() for c in figure.sources}
    return VerifiedCount(len(prints), sum(one in city.verified for one in prints), len(cited))


def renewed_prints(city: City, verification: Verification) -> dict[str, list[str]]:
    """Of what holds, and of what could not be checked this time but held before and has not changed."""
    held = {fingerprint(figure, report) for report, figure in verification.held}
    kept = {fingerprint(figure, report) for report, figure in verification.unchecked} & city.verified
    figures = ((report, figure) for report in city.reports() for figure in report.figures.values())
    return fingerprints(pair for pair in figures if fingerprint(pair[1], pair[0]) in held | kept)


def fingerprints(figures: Iterable[tuple[Report, Figure]]) -> dict[str, list[str]]:
    """By report, such as 2022/donghu."""
    prints: dict[str, list[str]] = defaultdict(list)
    for report, figure in figures:
        prints[f"{report.year}/{report.district.id}"].append(fingerprint(figure, report))
    return dict(prints)


def fingerprint(figure: Figure, report: Report) -> str:
    """Of everything that verification looks at: another expression, section, place or text is another print."""
    looked_at = [f"{report.year}/{report.district.id}/{figure.id}", figure.reported, str(figure.nth)]
    for citation in figure.sources:
        looked_at += [citation.source.sha256, repr(citation.section.lines)]
    return hashlib.sha256("\n".join(looked_at).encode()).hexdigest()[:FINGERPRINT_LENGTH]
