"""Passages under the wrong name: the same figures, or nearly the same text, in two reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from highlights.diagnostics import Place
from highlights.load.rules.rule import Doubt, Rule
from highlights.model import Citation, City, Figure, Highlight, Report
from highlights.prose import FIGURE_REFERENCE

# Small numbers agree by chance; several larger ones do not.
SMALLEST_TELLING_VALUE = Decimal(10)
FEWEST_SHARED_FIGURES = 3
SHARE_OF_FIGURES = 0.4

# Shorter clauses are what everybody writes, and one longer one (切实维护职工合法权益) may be.
SHORTEST_TELLING_CLAUSE = 5
FEWEST_SHARED_CLAUSES = 2
LONGEST_STOCK_PHRASE = 30
SHARE_OF_TEXT = 0.5

# With how many earlier holders of the same part one is compared. What more of them share is a stock phrase, and a
# copy has other parts that are rare; so the work grows with the texts, not with their square.
NEIGHBOURS = 4

T = TypeVar("T", bound=Hashable)

_CLAUSE_END = re.compile(r"[，。；：！？、\n]")
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]")


def _copied_figures(city: City) -> Iterator[Doubt]:
    reports = {(report.year, report.district.id): report for report in city.reports()}
    telling = {key: _telling_figures(report) for key, report in reports.items()}
    for first, second, shared in pairs_sharing(telling):
        fewer = min(len(telling[first]), len(telling[second]))
        if len(shared) >= FEWEST_SHARED_FIGURES and len(shared) >= fewer * SHARE_OF_FIGURES:
            figure = next(found for found in reports[second].figures.values() if found.reported in shared)
            yield Doubt(
                figure.place,
                f"有 {len(shared)} 个数据与{reports[first].name}相同：{'、'.join(sorted(shared))}",
                "核对来源：是不是把一个区或一年的内容放到了另一个名下？",
                figure.id,
            )


def _copied_texts(city: City) -> Iterator[Doubt]:
    passages: dict[tuple[int, str, str], tuple[Report, Highlight]] = {
        (report.year, report.district.id, highlight.id): (report, highlight)
        for report in city.reports()
        for highlight in report.highlights
    }
    clauses = {key: _clauses(*passage) for key, passage in passages.items()}
    for first, second, shared in pairs_sharing(clauses):
        shorter = min(_length(clauses[first]), _length(clauses[second]))
        is_telling = len(shared) >= FEWEST_SHARED_CLAUSES or _length(shared) > LONGEST_STOCK_PHRASE
        if is_telling and _length(shared) >= shorter * SHARE_OF_TEXT:
            _, highlight = passages[second]
            other, twin = passages[first]
            yield Doubt(
                highlight.place,
                f"“{highlight.title}”与{other.name}的“{twin.title}”文字几乎相同",
                "核对来源：是不是把一个区或一年的内容放到了另一个名下？",
                highlight.id,
            )


def pairs_sharing(items: Mapping[T, frozenset[str]]) -> Iterator[tuple[T, T, frozenset[str]]]:
    """What each two items have in common, found by what is common, so that strangers are never compared."""
    holders: dict[str, list[T]] = defaultdict(list)
    pairs: dict[tuple[T, T], None] = {}
    for key, parts in items.items():
        for part in sorted(parts):
            pairs.update(((earlier, key), None) for earlier in holders[part][-NEIGHBOURS:])
            holders[part].append(key)
    for first, second in pairs:
        yield first, second, items[first] & items[second]


def _telling_figures(report: Report) -> frozenset[str]:
    return frozenset(figure.reported for figure in report.figures.values() if _is_telling(figure))


def _is_telling(figure: Figure) -> bool:
    return figure.quantity.value is not None and figure.quantity.value >= SMALLEST_TELLING_VALUE


def _clauses(report: Report, highlight: Highlight) -> frozenset[str]:
    """What stands between punctuation marks, without numbers and the reporter's own names."""
    text = FIGURE_REFERENCE.sub("", highlight.text)
    for name in (report.district.organisation, report.district.name, report.district.short_name):
        text = text.replace(name, "")
    clauses = (_NOT_HAN.sub("", clause) for clause in _CLAUSE_END.split(text))
    return frozenset(clause for clause in clauses if len(clause) >= SHORTEST_TELLING_CLAUSE)


def _length(clauses: frozenset[str]) -> int:
    return sum(map(len, clauses))


def _foreign_sections(city: City) -> Iterator[Doubt]:
    """A section that is named after another district."""
    for report in city.reports():
        for citation, place, subject in _cited(report):
            owner = city.districts.get(citation.section.id)
            if owner and owner != report.district and not report.district.is_city:
                yield Doubt(
                    place,
                    f"{report.name}引用了{owner.name}的部分（{citation.id}）",
                    "核对来源：是不是把一个区的内容放到了另一个名下？",
                    subject,
                )


def _cited(report: Report) -> Iterator[tuple[Citation, Place, str]]:
    """The report's own sources once; beyond them those of single highlights and figures."""
    for citation in report.sources:
        yield citation, report.place, ""
    items: list[Highlight | Figure] = [*report.highlights, *report.figures.values()]
    for item in items:
        for citation in item.sources:
            if citation not in report.sources:
                yield citation, item.place, item.id


RULES = (
    Rule(
        "copied-figures",
        "两份报告不应有好几个相同的数据。",
        "甲区和乙区都写 27件、383人次、52.76万元",
        "这些数据只在乙区",
        _copied_figures,
    ),
    Rule(
        "foreign-section",
        "一个区的报告不引用另一个区的部分。",
        "乙区的报告写 sources: 年鉴#甲区",
        "sources: 年鉴#乙区",
        _foreign_sections,
    ),
    Rule(
        "copied-text",
        "两份报告的文字不应几乎相同。",
        "同一段亮点出现在两个区，或照抄上一年",
        "各写各的",
        _copied_texts,
    ),
)
