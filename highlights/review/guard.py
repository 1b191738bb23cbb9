"""Whether every change of a published figure is owned up to. Two cities and what changed in, what is missing out.

A figure of a published edition that says something else, or is gone, needs a new remark of type `correction`. Drafts
and additions are free; so are another spelling of the same quantity, another id, another place in the source. What has
been published never becomes a draft again: its figures would be free, and published once more as if nothing had been.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import yaml

from highlights.model import City, Edition, Remark, Report
from highlights.review.change import Change, Nature, Subject
from highlights.review.compare import Comparison
from highlights.review.differences import file_in_data
from highlights.review.portraits import Names, draw_remark

# Where a figure comes from is not what it says.
_EVIDENCE = {"sources", "nth", "ratio_of"}
_END = "...\n"
_PUBLISHED = "status: published"
_TO_FILL_IN = ("date:  # 更正的日期，例如 2024-03-01", "text:  # 为什么更正")


class Spot(StrEnum):
    """Where in a file its lines go: at its end, below the `remarks:` that it has already, or where they were."""

    END = "end"
    REMARKS = "remarks"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Uncorrected:
    """One silent change of a figure, one correction that was taken back, or an edition that was."""

    name: str
    id: str
    what: str
    problem: str


@dataclass(frozen=True, slots=True)
class Demand:
    """What a file owes. `lines` are YAML for it."""

    file: str
    uncorrected: tuple[Uncorrected, ...]
    lines: tuple[str, ...]
    spot: Spot


def demands(base: City, head: City, comparison: Comparison) -> Iterator[Demand]:
    """In the order of the base revision's reports."""
    changes: dict[tuple[int | None, str], list[Change]] = defaultdict(list)
    for change in comparison.changes:
        if change.district:
            district_id = comparison.names.of(Subject.DISTRICT, change.district.id)
            changes[change.year, district_id].append(change)
    for edition in base.editions.values():
        if edition.is_draft:
            continue
        yield from _withdrawn(edition, head.editions.get(edition.year), base, head)
        for report in edition.reports.values():
            district_id = comparison.names.of(Subject.DISTRICT, report.district.id)
            now = head.report(district_id, report.year)
            found = list(_silent(report, now, changes[report.year, district_id]))
            if found:
                yield _demand(report, now, base, head, found)


def _withdrawn(edition: Edition, now: Edition | None, base: City, head: City) -> Iterator[Demand]:
    if now is None:
        about = Uncorrected(edition.title, str(edition.year), "删去了整个年度", "发布以后不能删去年度")
        lines = (f"year: {edition.year}", _typed("title", edition.title), _PUBLISHED)
        yield Demand(file_in_data(edition.place, base), (about,), lines, Spot.BEFORE)
    elif now.is_draft:
        about = Uncorrected(now.title, str(now.year), "已发布 → 草稿", "发布以后不能改回草稿")
        yield Demand(file_in_data(now.place, head), (about,), (_PUBLISHED,), Spot.BEFORE)


def _silent(
    report: Report, now: Report | None, changes: Sequence[Change]
) -> Iterator[tuple[Uncorrected, tuple[str, ...]]]:
    """Each with the lines that would own up to it."""
    names = _names_in_report(changes)
    made = now.corrections if now else ()
    known = {_key(remark, names): remark for remark in report.corrections}
    fresh = [remark for remark in made if _key(remark) not in known]
    for change in changes:
        if change.subject is Subject.FIGURE and _says_something_else(change):
            problem = _problem(change, fresh)
            if problem:
                yield Uncorrected(change.name, change.id, _what(change), problem), _lines_for(change)
    kept = {_key(remark) for remark in made}
    for taken_back in (remark for key, remark in known.items() if key not in kept):
        about = taken_back.on or ""
        what = f"{taken_back.date} 的更正"
        yield Uncorrected(about, about, what, "更正的记录不能删去或改写日期和原来的写法"), _lines_of(taken_back, names)


def _says_something_else(change: Change) -> bool:
    if change.nature is not Nature.CHANGED:
        return change.nature is Nature.REMOVED
    is_respelled = any(caution.code == "same-quantity" for caution in change.cautions)
    said = {field.key for field in change.fields} - _EVIDENCE - ({"reported"} if is_respelled else set())
    return bool(said)


def _problem(change: Change, fresh: Sequence[Remark]) -> str | None:
    about = [remark for remark in fresh if remark.on == change.id]
    if not about:
        return "没有写更正"
    before = change.old("reported")
    if before and before not in {remark.was for remark in about}:
        return f"更正的 was 要写原来发布的“{before}”，这里是“{about[-1].was or '没有写'}”"
    return None


def _what(change: Change) -> str:
    if change.nature is Nature.REMOVED:
        return f"删去了{change.old('reported')}"
    return "；".join(f"{field.old or '没有'} → {field.new or '没有'}" for field in change.fields)


def _demand(
    report: Report, now: Report | None, base: City, head: City, found: Sequence[tuple[Uncorrected, tuple[str, ...]]]
) -> Demand:
    begin: tuple[str, ...] = ()
    if now is None:
        begin = (f"district: {report.district.id}", f"year: {report.year}")
    if now is None or not now.remarks:
        begin = (*begin, "remarks:")
    return Demand(
        file=file_in_data(now.place, head) if now else file_in_data(report.place, base),
        uncorrected=tuple(one for one, _ in found),
        lines=(*begin, *(line for _, lines in found for line in lines)),
        spot=Spot.END if begin else Spot.REMARKS,
    )


def _lines_for(change: Change) -> tuple[str, ...]:
    fields = {"on": change.id}
    if change.nature is Nature.REMOVED:
        fields["label"] = change.name
    if change.old("reported"):
        fields["was"] = change.old("reported")
    return _item(*(_typed(key, value) for key, value in fields.items()), *_TO_FILL_IN)


def _lines_of(correction: Remark, names: Names) -> tuple[str, ...]:
    portrait = dict(draw_remark(correction, names))
    return _item(*(_typed(key, portrait[key]) for key in ("on", "label", "was", "date", "text") if key in portrait))


def _item(*lines: str) -> tuple[str, ...]:
    return ("  - type: correction", *(f"    {line}" for line in lines))


def _typed(key: str, value: str) -> str:
    """Dates stay as they are typed; what YAML would take for something else gets its quotes."""
    if key == "date":
        return f"{key}: {value}"
    return f"{key}: {yaml.safe_dump(value, allow_unicode=True, width=float('inf')).removesuffix(_END).rstrip()}"


def _names_in_report(changes: Sequence[Change]) -> Names:
    return Names({(change.subject, change.id_before): change.id for change in changes if change.id_before})


def _key(correction: Remark, names: Names | None = None) -> tuple[str | None, str | None, str | None]:
    on = draw_remark(correction, names or Names()).get("on")
    return on, correction.date, correction.was
