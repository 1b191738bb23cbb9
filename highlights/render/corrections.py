"""Corrections as readers meet them: beside the figure, among the remarks, in one list of all. City in, views out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from highlights import addresses
from highlights.model import City, Figure, Remark, Report
from highlights.render.blocks import Block
from highlights.render.components import Components
from highlights.render.links import Here
from highlights.render.prose import plain_text, prose_html
from highlights.render.wording import date_text

NONE_YET = "到现在没有更正过。"


@dataclass(frozen=True, slots=True)
class Correction:
    """`link` leads to what was corrected; None where it is no longer in the report. `change` says what and when."""

    name: str
    link: str | None
    change: str
    reason: Markup


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """`now` is what is printed since; None for a highlight and for what was removed."""

    report: str
    report_link: str
    correction: Correction
    now: str | None


def correction_list(city: City, here: Here, components: Components) -> Iterator[Block]:
    """Newest first; those of one day in the order of the reports."""
    made = [(report, remark) for report in city.reports() for remark in report.corrections]
    made.sort(key=lambda pair: pair[1].date or "", reverse=True)
    items = tuple(_item(report, remark, here) for report, remark in made)
    yield components.html("correction_list" if items else "empty", items or NONE_YET, here)


def correction(remark: Remark, report: Report, here: Here) -> Correction:
    name, address = _what(remark, report)
    return Correction(
        name=name,
        link=here.to(address) if address else None,
        change=_change(remark),
        reason=prose_html(remark.text, here, {}, addresses.of_report(report)),
    )


def corrections_of(figure: Figure, report: Report) -> tuple[str, ...]:
    """One line each, oldest first: 更正：原为188家，2024年3月1日更正，抄录有误。"""
    return tuple(
        f"更正：{_change(remark)}，{plain_text(remark.text, {}).strip()}"
        for remark in report.corrections
        if remark.on == figure.id
    )


def _item(report: Report, remark: Remark, here: Here) -> CorrectionItem:
    figure = report.figures.get(remark.on or "")
    return CorrectionItem(
        report=report.name,
        report_link=here.to(addresses.of_report(report)),
        correction=correction(remark, report, here),
        now=figure.reported if figure else None,
    )


def _what(remark: Remark, report: Report) -> tuple[str, str | None]:
    """The name and address of what was corrected."""
    figure = report.figures.get(remark.on or "")
    if figure:
        return figure.name, addresses.of_figure(report, figure)
    highlight = next((found for found in report.highlights if found.id == remark.on), None)
    if highlight:
        return highlight.title, addresses.of_highlight(report, highlight)
    return remark.label or remark.on or "", None


def _change(remark: Remark) -> str:
    before = f"原为{remark.was}，" if remark.was else ""
    return f"{before}{date_text(remark.date or '')}{'删去' if remark.label else '更正'}"
