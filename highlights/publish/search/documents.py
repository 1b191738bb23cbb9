"""What can be found: a document for each report, district, theme, indicator, edition, source and term, in passages.

City in, documents out, in the order in which equals are shown: newest reports first, the city's own after those of its
districts. No pieces, no files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from highlights import addresses
from highlights.model import City, District, Edition, Figure, Highlight, Indicator, Report, Source, Term, Theme
from highlights.publish.open_data.records import plain_decimal
from highlights.publish.search.pinyin import district_spellings, spellings
from highlights.render import wording
from highlights.render.district import TYPES
from highlights.render.prose import plain_text


class Field(IntEnum):
    """Where something stands; the first weighs most."""

    TITLE = 0
    FIGURES = 1
    TEXT = 2
    THEME = 3


class DocumentKind(StrEnum):
    REPORT = "report"
    DISTRICT = "district"
    THEME = "theme"
    INDICATOR = "indicator"
    EDITION = "edition"
    SOURCE = "source"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that a result leads to. `also` is found, as if it were title, and not shown.

    Nothing is found across the borders of title, lines, `also` and the names of the themes.
    """

    anchor: str
    field: Field
    title: str
    lines: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()

    @property
    def field_of_lines(self) -> Field:
        return Field.FIGURES if self.field is Field.FIGURES else Field.TEXT


@dataclass(frozen=True, slots=True)
class Document:
    """`report` is None for all other kinds. `id` is that of the page or of its anchor."""

    kind: DocumentKind
    id: str
    passages: tuple[Passage, ...]
    report: Report | None = None

    @property
    def key(self) -> str:
        """Of its file: 2021-haidian, term-two_new."""
        return self.id if self.kind is DocumentKind.REPORT else f"{self.kind.value}-{self.id}"

    @property
    def themes(self) -> frozenset[Theme]:
        """Of its highlights; of themes and indicators their own."""
        return frozenset(theme for passage in self.passages for theme in passage.themes if passage.field is Field.TITLE)


def documents(city: City, *, with_pinyin: bool = True) -> Iterator[Document]:
    for edition in reversed(tuple(city.editions.values())):
        own = [report for report in edition.reports.values() if report.district.is_city]
        for report in (*edition.district_reports, *own):
            passages = tuple(_report_passages(report))
            yield Document(DocumentKind.REPORT, f"{report.year}-{report.district.id}", passages, report)
    for district in city.districts.values():
        yield Document(DocumentKind.DISTRICT, district.id, (_district(district, with_pinyin),))
    for theme in city.themes.values():
        yield Document(DocumentKind.THEME, theme.id, (_theme(theme, with_pinyin),))
    for indicator in city.indicators.values():
        yield Document(DocumentKind.INDICATOR, indicator.id, (_indicator(indicator, with_pinyin),))
    for edition in city.editions.values():
        yield Document(DocumentKind.EDITION, str(edition.year), (_edition(edition),))
    for source in city.sources.values():
        yield Document(DocumentKind.SOURCE, source.id, (_source(source),))
    for term in city.terms.values():
        yield Document(DocumentKind.TERM, term.id, (_term(term),))


def _report_passages(report: Report) -> Iterator[Passage]:
    district = report.district
    # The names of a district are known to the engine; those of the city belong to its own reports.
    names = (district.organisation, *((district.short_name, *district.aliases) if district.is_city else ()))
    title = f"{district.name} {report.year}年"
    yield Passage("", Field.TITLE, title, (district.organisation,), (f"{report.name}数据", *names))
    for highlight in report.highlights:
        yield _highlight(highlight, report)
    for figure in report.figures.values():
        yield _figure(figure, report)
    for remark in report.remarks:
        label = wording.REMARKS[remark.type]
        yield Passage("section-remarks", Field.TEXT, label, _lines(plain_text(remark.text, {})))


def _highlight(highlight: Highlight, report: Report) -> Passage:
    lines = _lines(plain_text(highlight.text, report.figures))
    return Passage(highlight.id, Field.TITLE, highlight.title, lines, _lines(highlight.organisation), highlight.themes)


def _figure(figure: Figure, report: Report) -> Passage:
    """Found in digits as well, however it was printed: 3.7万 is 37000."""
    values = (figure.quantity.value, figure.quantity.value_max)
    indicator = figure.indicator
    return Passage(
        addresses.figure_anchor(figure.id),
        Field.FIGURES,
        figure.name,
        (figure.reported, *wording.notes_on(figure, report)),
        _lines(indicator.name if indicator and figure.label else None, *map(plain_decimal, values)),
        (indicator.theme,) if indicator else (),
    )


def _district(district: District, with_pinyin: bool) -> Passage:
    shown = (district.organisation, TYPES[district.type] if district.type else "", "、".join(district.aliases))
    names = (district.short_name, *district.aliases, district.organisation)
    typed = district_spellings(district) if with_pinyin else ()
    return Passage("", Field.TITLE, district.name, _lines(*shown), (*names, *typed))


def _theme(theme: Theme, with_pinyin: bool) -> Passage:
    also = spellings(theme.name) if with_pinyin else ()
    return Passage("", Field.TITLE, theme.name, _lines(theme.description), also, (theme,))


def _indicator(indicator: Indicator, with_pinyin: bool) -> Passage:
    also = spellings(indicator.name) if with_pinyin else ()
    lines = _lines(indicator.definition, "、".join(indicator.units))
    return Passage("", Field.TITLE, indicator.name, lines, also, (indicator.theme,))


def _edition(edition: Edition) -> Passage:
    lines = _lines(edition.introduction and plain_text(edition.introduction, {}), edition.issuer)
    return Passage("", Field.TITLE, edition.title, lines, (f"{edition.year}年",))


def _source(source: Source) -> Passage:
    """Explained among the data notes; what a report says of it stands here once."""
    sections = [f"{section.name}部分，{wording.lines_text(section)}" for section in source.sections.values()]
    notes = [section.note for section in source.sections.values()]
    lines = _lines(source.note and plain_text(source.note, {}), source.publisher, *sections, *notes)
    return Passage("section-texts", Field.TEXT, f"《{source.title}》", lines)


def _term(term: Term) -> Passage:
    also = (*term.aliases, "、".join(term.aliases))
    return Passage(term.id, Field.TITLE, term.name, _lines(plain_text(term.text, {})), also)


def _lines(*texts: str | None) -> tuple[str, ...]:
    return tuple(line for text in texts if text for line in text.split("\n") if line.strip())
