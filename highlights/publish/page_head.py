"""What is told of a page to those who find it: search engines, sites that link to it, readers. City in, text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights import addresses
from highlights.derive.index import Index
from highlights.model import City, District, Edition, Indicator, Report, Theme
from highlights.publish.pages import Subject
from highlights.publish.structured_data import (
    Record,
    article,
    as_script,
    indicator_dataset,
    open_data_dataset,
    tables_dataset,
)
from highlights.render.feedback import page_feedback
from highlights.render.wording import editions_text


@dataclass(frozen=True, slots=True)
class PageHead:
    """Plain text, escaped by whoever writes it out; `structured_data` is ready for its script.

    `data_date` says how old the data on the page is; `feedback` is a link for reporting an error.
    """

    open_graph: tuple[tuple[str, str], ...]
    structured_data: Markup | None
    data_date: str
    feedback: str | None


def page_head(city: City, index: Index, address: str, title: str, description: str, subject: Subject) -> PageHead:
    """`address` is below the site's root. A page without a subject is about all editions, the home page about one."""
    title, description = _one_line(title or city.title), _one_line(description or city.description)
    if address == addresses.HOME:
        subject = city.home
    record = _record(city, index, address, title, description, subject)
    return PageHead(
        open_graph=tuple(_open_graph(city, address, title, description, subject)),
        structured_data=as_script(record) if record else None,
        data_date=editions_text(_editions(city, index, subject)),
        feedback=page_feedback(city, title, address),
    )


def _open_graph(city: City, address: str, title: str, description: str, subject: Subject) -> Iterator[tuple[str, str]]:
    yield "og:title", title
    yield "og:description", description
    yield "og:type", "article" if isinstance(subject, Report) else "website"
    yield "og:site_name", city.title
    yield "og:locale", "zh_CN"
    absolute = addresses.absolute(city, address)
    if absolute:
        yield "og:url", absolute


def _record(city: City, index: Index, address: str, title: str, description: str, subject: Subject) -> Record | None:
    match subject:
        case Report():
            return article(city, subject, title, description)
        case Indicator():
            return indicator_dataset(city, index, subject, description)
        case Edition() if address == addresses.of_tables(subject):
            return tables_dataset(city, index, subject, description)
    return open_data_dataset(city, description) if address == addresses.OPEN_DATA else None


def _editions(city: City, index: Index, subject: Subject) -> tuple[Edition, ...]:
    """Those whose data stands on the page; all where none does."""
    years = _years(city, index, subject)
    return tuple(edition for year, edition in city.editions.items() if year in years) or tuple(city.editions.values())


def _years(city: City, index: Index, subject: Subject) -> set[int]:
    match subject:
        case Edition() | Report():
            return {subject.year}
        case District():
            return {report.year for report in index.of_district(subject.id)}
        case Indicator():
            return {year for year in city.editions if index.of_indicator(subject, year)}
        case Theme():
            indicators = [indicator for indicator in city.indicators.values() if indicator.theme == subject]
            told = {passage.report.year for passage in index.of_theme(subject)}
            return told.union(*(_years(city, index, indicator) for indicator in indicators))
    return set()


def _one_line(text: str) -> str:
    return " ".join(text.split())
