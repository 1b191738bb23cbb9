"""Two revisions of a city in, what changed in meaning out, by year and district. No git, no files, no layout.

Things are the same by what they are (district, year, id), wherever they stand in the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from highlights.model import CITY_ID, City, Edition, Figure, Highlight, Remark, Report, Section
from highlights.review import portraits
from highlights.review.change import Change, Nature, Subject
from highlights.review.differences import Where, differences
from highlights.review.pairs import Draw, Pairs, T, pair
from highlights.review.portraits import Names, Portrait


@dataclass(frozen=True, slots=True)
class Comparison:
    """`names` tell what things of the base revision are called in the head revision."""

    changes: tuple[Change, ...]
    names: Names


def compare_cities(base: City, head: City) -> Comparison:
    """Reports first, oldest edition first; then what all of them refer to."""
    names, shared = _compare_registries(base, head)
    return Comparison((*_compare_editions(base, head, names), *shared), names)


def _compare_registries(base: City, head: City) -> tuple[Names, tuple[Change, ...]]:
    """In such an order that nothing refers to what comes later: to refer to a renamed thing is no change."""
    names = Names()
    where = Where(base, head)
    found = [*_compare_one(Subject.CITY, CITY_ID, base, head, portraits.draw_city, names, where)]

    def compare(subject: Subject, old: Mapping[str, T], new: Mapping[str, T], draw: Draw[T]) -> None:
        nonlocal names
        pairs = pair(old, new, draw, names)
        found.extend(differences(subject, pairs, draw, names, where))
        names = names.with_more(subject, pairs.renamed)

    compare(Subject.DISTRICT, base.districts, head.districts, portraits.draw_district)
    compare(Subject.THEME, base.themes, head.themes, portraits.draw_theme)
    compare(Subject.INDICATOR, base.indicators, head.indicators, portraits.draw_indicator)
    compare(Subject.SOURCE, base.sources, head.sources, portraits.draw_source)
    compare(Subject.SECTION, _sections_of(base, names), _sections_of(head, Names()), portraits.draw_section)
    compare(Subject.TERM, base.terms, head.terms, portraits.draw_term)
    return names, tuple(found)


def _compare_editions(base: City, head: City, names: Names) -> Iterator[Change]:
    for year in sorted({*base.editions, *head.editions}):
        old, new = base.editions.get(year), head.editions.get(year)
        where = Where(base, head, year)
        yield from _compare_one(Subject.EDITION, str(year), old, new, portraits.draw_edition, names, where)
        before = {names.of(Subject.DISTRICT, key): report for key, report in _reports_of(old).items()}
        after = _reports_of(new)
        for district_id in dict.fromkeys((*after, *before)):
            yield from _compare_reports(before.get(district_id), after.get(district_id), names, where)


def _compare_reports(old: Report | None, new: Report | None, names: Names, where: Where) -> Iterator[Change]:
    report = new or old
    if report is None:
        return
    where = replace(where, district=report.district)
    yield from _compare_one(Subject.REPORT, report.district.id, old, new, portraits.draw_report, names, where)
    figures, names = _pair_figures(old.figures if old else {}, new.figures if new else {}, names)
    highlights = pair(_highlights_of(old), _highlights_of(new), portraits.draw_highlight, names)
    names = names.with_more(Subject.HIGHLIGHT, highlights.renamed)
    remarks = _pair_remarks(old.remarks if old else (), new.remarks if new else (), names)
    for change in (
        *differences(Subject.FIGURE, figures, portraits.draw_figure, names, where),
        *differences(Subject.HIGHLIGHT, highlights, portraits.draw_highlight, names, where),
    ):
        if not (old and new and _is_of_report(change, old, new, names)):
            yield change
    yield from differences(Subject.REMARK, remarks, portraits.draw_remark, names, where)


def _compare_one(
    subject: Subject, key: str, old: T | None, new: T | None, draw: Draw[T], names: Names, where: Where
) -> Iterator[Change]:
    pairs = pair({key: old} if old else {}, {key: new} if new else {}, draw, names)
    return differences(subject, pairs, draw, names, where)


def _pair_figures(old: Mapping[str, Figure], new: Mapping[str, Figure], names: Names) -> tuple[Pairs[Figure], Names]:
    """Once more for each that was found under another id, since its parts refer to it."""
    pairs = pair(old, new, portraits.draw_figure, names)
    known = names.with_more(Subject.FIGURE, pairs.renamed)
    again = pair(old, new, portraits.draw_figure, known)
    return (pairs, known) if again.renamed == pairs.renamed else _pair_figures(old, new, known)


def _pair_remarks(old: Sequence[Remark], new: Sequence[Remark], names: Names) -> Pairs[Remark]:
    """Remarks have no ids: those that say the same are one; of the others, those of one type on one thing are."""
    before = [(portraits.draw_remark(remark, names), remark) for remark in old]
    after = [(portraits.draw_remark(remark, Names()), remark) for remark in new]
    for drawn in list(before):
        same = next((other for other in after if other[0] == drawn[0]), None)
        if same:
            before.remove(drawn)
            after.remove(same)
    return pair(_numbered(before), _numbered(after), portraits.draw_remark, names)


def _numbered(drawn: Sequence[tuple[Portrait, Remark]]) -> Mapping[str, Remark]:
    times: Counter[str] = Counter()
    numbered = {}
    for portrait, remark in drawn:
        about = portrait.get("on") or portrait["type"]
        times[about] += 1
        numbered[f"{about}-{times[about]}"] = remark
    return numbered


def _is_of_report(change: Change, old: Report, new: Report, names: Names) -> bool:
    """Only the sources changed, and as the report's own did: told once, of the report."""
    if change.nature is not Nature.CHANGED or [field.key for field in change.fields] != ["sources"]:
        return False
    before = portraits.draw_report(old, names).get("sources")
    after = portraits.draw_report(new, Names()).get("sources")
    return (change.old("sources"), change.new("sources")) == (before, after)


def _reports_of(edition: Edition | None) -> Mapping[str, Report]:
    return edition.reports if edition else {}


def _highlights_of(report: Report | None) -> Mapping[str, Highlight]:
    return {highlight.id: highlight for highlight in report.highlights} if report else {}


def _sections_of(city: City, names: Names) -> Mapping[str, Section]:
    return {
        portraits.section_id(source, section, names): section
        for source in city.sources.values()
        for section in source.sections.values()
    }
