"""What each thing in the data says, field by field as typed: two things with one portrait mean the same.

Values in, texts out. Places, order, quotes, comments and line breaks within a paragraph are in no portrait.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from highlights.model import (
    Citation,
    City,
    District,
    Edition,
    Figure,
    Highlight,
    Indicator,
    Remark,
    Report,
    Section,
    Source,
    Term,
    Theme,
)
from highlights.prose import FIGURE_REFERENCE, space_between
from highlights.quantity import Qualifier
from highlights.review.change import Subject

Portrait = Mapping[str, str]

_LIST_ITEM = re.compile(r"[-*+] |\d+[.)] ")


class Names:
    """What things of the base revision are called in the head revision; by itself, as before."""

    def __init__(self, renamed: Mapping[tuple[Subject, str], str] | None = None) -> None:
        self._renamed = dict(renamed or {})

    def of(self, subject: Subject, known_as: str) -> str:
        return self._renamed.get((subject, known_as), known_as)

    def with_more(self, subject: Subject, renamed: Mapping[str, str]) -> Names:
        return Names({**self._renamed, **{(subject, old): new for old, new in renamed.items()}})


def draw_figure(figure: Figure, names: Names) -> Portrait:
    return _without_empty(
        {
            "reported": figure.reported,
            "qualifier": "rhetorical" if figure.quantity.qualifier is Qualifier.RHETORICAL else None,
            "indicator": names.of(Subject.INDICATOR, figure.indicator.id) if figure.indicator else None,
            "label": figure.label,
            "kind": figure.kind,
            "period": None if figure.as_of else str(figure.period),
            "as_of": figure.as_of,
            "scope": figure.scope,
            "per": figure.per,
            "part_of": _figure_id(figure.part_of, names),
            "ratio_of": _listed(names.of(Subject.FIGURE, other) for other in figure.ratio_of or ()),
            "by": figure.by,
            "caveat": figure.caveat,
            "sources": _cited(figure.sources, names),
            "nth": str(figure.nth) if figure.nth else None,
        }
    )


def draw_highlight(highlight: Highlight, names: Names) -> Portrait:
    return _without_empty(
        {
            "title": highlight.title,
            "themes": _listed(names.of(Subject.THEME, theme.id) for theme in highlight.themes),
            "text": _prose(FIGURE_REFERENCE.sub(lambda found: f"{{{_figure_id(found[1], names)}}}", highlight.text)),
            "organisation": highlight.organisation,
            "sources": _cited(highlight.sources, names),
        }
    )


def draw_remark(remark: Remark, names: Names) -> Portrait:
    on = remark.on and names.of(Subject.HIGHLIGHT, names.of(Subject.FIGURE, remark.on))
    return _without_empty(
        {
            "type": remark.type,
            "rule": remark.rule,
            "on": on,
            "label": remark.label,
            "was": remark.was,
            "date": remark.date,
            "text": _prose(remark.text),
        }
    )


def draw_report(report: Report, names: Names) -> Portrait:
    return _without_empty({"sources": _cited(report.sources, names)})


def draw_edition(edition: Edition, _names: Names) -> Portrait:
    return _without_empty(
        {
            "title": edition.title,
            "status": edition.status,
            "issuer": edition.issuer,
            "issued": edition.issued,
            "introduction": _prose(edition.introduction),
        }
    )


def draw_district(district: District, _names: Names) -> Portrait:
    return _without_empty(
        {
            "name": district.name,
            "short_name": district.short_name,
            "type": district.type,
            "organisation": district.organisation,
            "aliases": _listed(sorted(district.aliases)),
            "tile": _listed(map(str, district.tile or ())),
        }
    )


def draw_theme(theme: Theme, _names: Names) -> Portrait:
    return _without_empty({"name": theme.name, "description": _prose(theme.description)})


def draw_indicator(indicator: Indicator, names: Names) -> Portrait:
    return _without_empty(
        {
            "name": indicator.name,
            "definition": _prose(indicator.definition),
            "units": _listed(indicator.units),
            "measure": indicator.measure,
            "aggregate": indicator.aggregate,
            "theme": names.of(Subject.THEME, indicator.theme.id),
        }
    )


def draw_source(source: Source, _names: Names) -> Portrait:
    return _without_empty(
        {
            "title": source.title,
            "file": source.file,
            "sha256": source.sha256,
            "publisher": source.publisher,
            "published": source.published,
            "address": source.address,
            "note": _prose(source.note),
        }
    )


def draw_section(section: Section, _names: Names) -> Portrait:
    lines = _listed(str(first) if first == last else f"{first}-{last}" for first, last in section.lines)
    return _without_empty({"name": section.name, "lines": lines, "note": _prose(section.note)})


def draw_term(term: Term, names: Names) -> Portrait:
    return _without_empty(
        {
            "name": term.name,
            "text": _prose(term.text),
            "aliases": _listed(sorted(term.aliases)),
            "sources": _cited(term.sources, names),
        }
    )


def draw_city(city: City, _names: Names) -> Portrait:
    return _without_empty(
        {
            "name": city.name,
            "title": city.title,
            "description": _prose(city.description),
            "organisation": city.itself.organisation,
            "short_name": city.itself.short_name,
            "aliases": _listed(sorted(city.itself.aliases)),
            "home": str(city.home.year),
            "address": city.address,
            "host": city.host,
            "contact": city.contact,
            "icp": city.icp,
            "police": city.police,
            "units": _listed(city.units),
        }
    )


def section_id(source: Source, section: Section, names: Names) -> str:
    """As it is cited: source#section, the source by the name it has now."""
    return f"{names.of(Subject.SOURCE, source.id)}#{section.id}"


def _without_empty(fields: Mapping[str, str | None]) -> Portrait:
    return {key: str(value) for key, value in fields.items() if value}


def _figure_id(figure_id: str | None, names: Names) -> str | None:
    return names.of(Subject.FIGURE, figure_id) if figure_id else None


def _listed(items: Iterable[str]) -> str:
    return "、".join(items)


def _cited(citations: Iterable[Citation], names: Names) -> str:
    return _listed(names.of(Subject.SECTION, section_id(one.source, one.section, names)) for one in citations)


def _prose(text: str | None) -> str:
    """The same paragraphs, however their lines were broken."""
    made: list[str] = []
    for line in (text or "").strip().split("\n"):
        stripped = line.strip()
        if not made or not stripped or not made[-1] or _LIST_ITEM.match(stripped):
            made.append(stripped)
        else:
            made[-1] += space_between(made[-1], stripped) + stripped
    return re.sub("\n{2,}", "\n\n", "\n".join(made))
