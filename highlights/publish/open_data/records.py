"""What the open data say of each figure and highlight. A report in, one record a row out, keyed by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from highlights import addresses
from highlights.model import Figure, Highlight, Report
from highlights.render.prose import plain_text

FigureRecord = Mapping[str, str]


def figure_records(report: Report) -> Iterator[FigureRecord]:
    for figure in report.figures.values():
        referring = [highlight for highlight in report.highlights if figure.id in highlight.figure_ids]
        yield {
            "year": str(report.year),
            "district": report.district.id,
            "district_name": report.district.name,
            "figure": figure.id,
            "indicator": figure.indicator.id if figure.indicator else "",
            "label": figure.name,
            "reported": figure.reported,
            "value": plain_decimal(figure.quantity.value),
            "value_max": plain_decimal(figure.quantity.value_max),
            "unit": figure.quantity.unit,
            "qualifier": figure.quantity.qualifier.value,
            "kind": figure.kind.value,
            "period": "" if figure.as_of else str(figure.period),
            "as_of": figure.as_of or "",
            "scope": figure.scope or "",
            "per": figure.per or "",
            "part_of": figure.part_of or "",
            "by": figure.by or "",
            "caveat": figure.caveat or "",
            "organisation": "|".join(_organisations(referring)),
            "highlights": "|".join(highlight.id for highlight in referring),
            "sources": "|".join(_source_ids(figure)),
        }


def _organisations(referring: Sequence[Highlight]) -> list[str]:
    """Of a figure that only organisations' highlights refer to; else it is the reporter's own."""
    names = [highlight.organisation for highlight in referring]
    return [name for name in names if name] if all(names) else []


def _source_ids(figure: Figure) -> list[str]:
    return [citation.id for citation in figure.sources]


def highlight_records(report: Report) -> Iterator[dict[str, object]]:
    for highlight in report.highlights:
        yield {
            "year": report.year,
            "district": report.district.id,
            "district_name": report.district.name,
            "highlight": highlight.id,
            "title": highlight.title,
            "text": plain_text(highlight.text, report.figures).strip(),
            "themes": [theme.id for theme in highlight.themes],
            "figures": list(highlight.figure_ids),
            "organisation": highlight.organisation,
            "sources": [citation.id for citation in highlight.sources],
            "address": addresses.of_highlight(report, highlight),
        }


def plain_decimal(value: Decimal | None) -> str:
    """1000000, never 1E+6; empty when there is no value."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
