"""What the data means, as values that never change: a city, its districts, editions, reports and figures.

`load` makes them, everything above reads them. Absent is None (not published), never zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from highlights.diagnostics import Place
from highlights.quantity import Quantity

CITY_ID = "city"


class DistrictType(StrEnum):
    DISTRICT = "district"
    FUNCTIONAL_AREA = "functional_area"


class Kind(StrEnum):
    """What a figure is evidence of: something done, a plan, a norm, or how things are laid out."""

    RESULT = "result"
    TARGET = "target"
    STANDARD = "standard"
    CONTEXT = "context"


class Measure(StrEnum):
    FLOW = "flow"
    STOCK = "stock"
    RATE = "rate"


class Aggregate(StrEnum):
    SUM = "sum"
    NONE = "none"


class EditionStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


class RemarkType(StrEnum):
    DAMAGED = "damaged"
    MISSING = "missing"
    CAVEAT = "caveat"
    EXCEPTION = "exception"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Theme:
    id: str
    name: str
    description: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Indicator:
    id: str
    name: str
    definition: str
    units: tuple[str, ...]
    measure: Measure
    aggregate: Aggregate
    theme: Theme
    place: Place

    @property
    def unit(self) -> str:
        """The unit that is shown."""
        return self.units[0]


@dataclass(frozen=True, slots=True)
class Term:
    """`aliases` are other spellings of the same expression."""

    id: str
    name: str
    text: str
    aliases: tuple[str, ...]
    sources: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of a source. `lines` are ranges that count from 1, both ends included."""

    id: str
    name: str
    lines: tuple[tuple[int, int], ...]
    note: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """A document. Publisher and date are None where no text gives them."""

    id: str
    title: str
    file: str
    sha256: str
    publisher: str | None
    published: str | None
    address: str | None
    note: str | None
    sections: Mapping[str, Section]
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the section in it that a figure or highlight comes from."""

    source: Source
    section: Section

    @property
    def id(self) -> str:
        return f"{self.source.id}#{self.section.id}"


@dataclass(frozen=True, slots=True)
class District:
    """The city is one too, with `type` None: it reports like its districts.

    `tile` is its row and column, from 1, in a schematic grid of the city; None where the city gives none.
    """

    id: str
    name: str
    short_name: str
    type: DistrictType | None
    organisation: str
    aliases: tuple[str, ...]
    tile: tuple[int, int] | None
    place: Place

    @property
    def is_city(self) -> bool:
        return self.id == CITY_ID


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure counts. `start` or `end` None: the text does not say.

    Both are dates as far as they are known: 2021, 2021-04 or 2021-04-30.
    """

    start: str | None
    end: str | None

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start or "unknown"
        return f"{self.start or 'unknown'}/{self.end or 'unknown'}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One reported number. `reported` is the expression as printed; `quantity` is what it means.

    `as_of` is the day a stock was counted ("unknown" where the text does not say); flows have a period only.
    `ratio_of` names the two figures that a rate was made of: the count and its base.
    `nth` says which occurrence is meant where the expression stands more than once in the section.
    """

    id: str
    indicator: Indicator | None
    label: str | None
    reported: str
    quantity: Quantity
    kind: Kind
    period: Period
    as_of: str | None
    scope: str | None
    per: str | None
    part_of: str | None
    ratio_of: tuple[str, str] | None
    by: str | None
    caveat: str | None
    sources: tuple[Citation, ...]
    nth: int | None
    place: Place

    @property
    def name(self) -> str:
        """What is counted: the label where there is one, since it narrows the indicator."""
        if self.label:
            return self.label
        return self.indicator.name if self.indicator else self.id


@dataclass(frozen=True, slots=True)
class Highlight:
    """`text` is Markdown without HTML in which {id} stands for a figure of the same report."""

    id: str
    title: str
    themes: tuple[Theme, ...]
    text: str
    organisation: str | None
    sources: tuple[Citation, ...]
    figure_ids: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Remark:
    """An exception names the `rule` that it excuses, and the figure or highlight it is `on`.

    A correction has the `date` on which it was made, and what was printed before as `was`. What it removed from the
    report is known by its `label` only.
    """

    type: RemarkType
    text: str
    rule: str | None
    on: str | None
    date: str | None
    was: str | None
    label: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Report:
    """What one district, or the city, reports for one year."""

    district: District
    year: int
    sources: tuple[Citation, ...]
    highlights: tuple[Highlight, ...]
    figures: Mapping[str, Figure]
    remarks: tuple[Remark, ...]
    place: Place

    @property
    def name(self) -> str:
        """东湖区2022年: as it is called in a sentence."""
        return f"{self.district.name}{self.year}年"

    @property
    def is_empty(self) -> bool:
        """As it was laid out, and nobody has filled it in."""
        return not (self.highlights or self.figures or self.remarks)

    @property
    def citations(self) -> Iterator[Citation]:
        """All that it cites, in its order; what is cited twice comes twice."""
        yield from self.sources
        for highlight in self.highlights:
            yield from highlight.sources
        for figure in self.figures.values():
            yield from figure.sources

    @property
    def corrections(self) -> tuple[Remark, ...]:
        """In the order in which they were made."""
        made = (remark for remark in self.remarks if remark.type is RemarkType.CORRECTION)
        return tuple(sorted(made, key=lambda remark: remark.date or ""))


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's book. `reports` maps district ids to reports, in the order of the districts, the city first."""

    year: int
    title: str
    status: EditionStatus
    issuer: str | None
    issued: str | None
    introduction: str | None
    reports: Mapping[str, Report]
    place: Place

    @property
    def is_draft(self) -> bool:
        return self.status is EditionStatus.DRAFT

    @property
    def district_reports(self) -> tuple[Report, ...]:
        """Without the city's own report, and without those that say nothing yet."""
        return tuple(report for report in self.reports.values() if not (report.district.is_city or report.is_empty))


@dataclass(frozen=True, slots=True)
class City:
    """Everything there is. `itself` is the city as a reporting unit; `districts` holds its districts only.

    `verified` are the prints of figures that stood in their sources; see derive/coverage.py.
    `address` is where the site is published and ends in a slash. `contact` is an e-mail or web address; `icp` and
    `police` are the numbers under which the site is registered. `units` are further ones that figures may have.
    """

    name: str
    title: str
    description: str
    address: str | None
    host: str | None
    contact: str | None
    icp: str | None
    police: str | None
    units: tuple[str, ...]
    itself: District
    districts: Mapping[str, District]
    indicators: Mapping[str, Indicator]
    themes: Mapping[str, Theme]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    verified: frozenset[str]
    editions: Mapping[int, Edition]
    home: Edition
    place: Place

    def report(self, district_id: str, year: int) -> Report | None:
        edition = self.editions.get(year)
        return edition.reports.get(district_id) if edition else None

    def reports(self) -> Iterator[Report]:
        """Every report, oldest edition first."""
        for edition in self.editions.values():
            yield from edition.reports.values()
