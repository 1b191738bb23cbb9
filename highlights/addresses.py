"""Where everything stands: addresses from the site's root. Ids make them, titles never. No links, no files."""

from __future__ import annotations

from collections.abc import Iterator

from highlights.model import City, District, Edition, Figure, Highlight, Indicator, Report, Term, Theme

HOME = ""
TERMS = "terms/"
DISTRICTS = "districts/"
INDICATORS = "indicators/"
THEMES = "themes/"
TABLES = "tables/"
OPEN_DATA = "open-data/"
BULLETINS = "bulletins/"


def of_edition(edition: Edition) -> str:
    return f"{edition.year}/"


def of_report(report: Report) -> str:
    return f"{report.year}/{report.district.id}/"


def of_highlight(report: Report, highlight: Highlight) -> str:
    return f"{of_report(report)}#{highlight.id}"


def of_figure(report: Report, figure: Figure) -> str:
    return f"{of_report(report)}#{figure_anchor(figure.id)}"


def of_district(district: District) -> str:
    return f"{DISTRICTS}{district.id}/"


def of_district_figures(district: District) -> str:
    """The script that brings a district's figures to the page of another one."""
    return f"{of_district(district)}figures.js"


def of_indicator(indicator: Indicator) -> str:
    return f"{INDICATORS}{indicator.id}/"


def of_theme(theme: Theme) -> str:
    return f"{THEMES}{theme.id}/"


def of_tables(edition: Edition) -> str:
    return f"{TABLES}{edition.year}/"


def of_table_csv(year: int, theme: Theme) -> str:
    return f"data/tables/{year}-{theme.id}.csv"


def of_bulletin(edition: Edition) -> str:
    return f"{BULLETINS}{edition.year}/"


def of_pdf(name: str) -> str:
    return f"{BULLETINS}{name}.pdf"


def of_term(term: Term) -> str:
    return f"{TERMS}#{term.id}"


def absolute(city: City, address: str) -> str | None:
    """None while it is not known where the site is published."""
    return city.address + address if city.address else None


def figure_anchor(figure_id: str) -> str:
    return f"figure-{figure_id}"


def source_anchor(number: int) -> str:
    return f"source-{number}"


def pages_of(city: City) -> Iterator[str]:
    """Every page that is made of the data; those that people write are beside them."""
    for edition in city.editions.values():
        yield from (of_edition(edition), of_tables(edition), of_bulletin(edition))
    yield from map(of_report, city.reports())
    yield from map(of_district, city.districts.values())
    yield from map(of_indicator, city.indicators.values())
    yield from map(of_theme, city.themes.values())


def anchors_of(city: City) -> dict[str, frozenset[str]]:
    """The places with an address of their own, by the page that they are on."""
    anchors = {of_report(report): frozenset(_anchors_in(report)) for report in city.reports()}
    return {**anchors, TERMS: frozenset(["terms", *city.terms])}


def parts_of(report: Report) -> Iterator[str]:
    """The places in a report, on its page and in a bulletin alike."""
    yield from (highlight.id for highlight in report.highlights)
    yield from map(figure_anchor, report.figures)
    if report.figures:
        yield "section-figures"
    if report.remarks:
        yield "section-remarks"


def _anchors_in(report: Report) -> Iterator[str]:
    """On its page: all that it has by itself. What others bring along, their highlights and the terms, may go again."""
    yield from ("report", "section-citation")
    yield from parts_of(report)
    if report.highlights:
        yield "section-highlights"
    cited = {citation.id for citation in report.citations}
    if cited:
        yield "section-sources"
    yield from map(source_anchor, range(1, len(cited) + 1))
