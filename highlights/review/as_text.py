"""A review for a terminal. It finds nothing itself."""

from __future__ import annotations

from collections.abc import Iterator

from highlights.publish.terminal import obeyed_by_none
from highlights.review import wording
from highlights.review.change import Change, FieldChange, Nature
from highlights.review.review import Review
from highlights.review.words import Mark

_MARKS = {Mark.SAME: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def as_text(review: Review) -> str:
    return obeyed_by_none("\n".join(_lines(review)))


def _lines(review: Review) -> Iterator[str]:
    yield f"{review.base} → {review.head}"
    yield from wording.passed_over_lines(review.passed_over)
    yield wording.summary(review.changes) or wording.NO_CHANGE
    for heading, file, changes in wording.by_file(review.changes):
        yield ""
        yield f"{heading}  {review.path(file)}"
        for change in changes:
            yield from (f"  {line}" for line in _change(change))
    if review.standings:
        yield from ("", "合计和名次")
        yield from (f"  {wording.standing_text(standing)}" for standing in review.standings)
    for heading, lines in (
        (wording.VERIFIED, tuple(wording.verified_lines(review.verified))),
        ("页面", tuple(wording.page_lines(review.pages))),
    ):
        if lines:
            yield from ("", heading)
            yield from (f"  {line}" for line in lines)
    if review.diagnostics:
        yield from ("", "新出现的提醒")
        yield from (f"  {review.path(found.place)} {found.code}  {found.message}" for found in review.diagnostics)


def demands_as_text(review: Review) -> str:
    return obeyed_by_none("\n".join(_demands(review)))


def _demands(review: Review) -> Iterator[str]:
    count = sum(len(demand.uncorrected) for demand in review.demands)
    if not count:
        yield "更正：已发布的年度没有漏写更正的改动。"
        return
    yield f"更正：已发布的年度有 {count} 处改动没有更正，不能这样发布。改错了的就改回原样，确要更正的照下面补上。"
    for demand in review.demands:
        yield ""
        yield review.path(demand.file)
        for one in demand.uncorrected:
            yield f"  {one.name}（{one.id}）：{one.what}。{one.problem}"
        yield from ("", wording.demand_text(demand, review.path(demand.file)), "", *demand.lines)


def _change(change: Change) -> Iterator[str]:
    telling = wording.telling(change)
    reported = change.field("reported")
    main = wording.title(change)
    if telling:
        main += f"：{_one_line(telling)}"
    elif reported:
        main += f"：{reported.old} → {reported.new}{'，' if change.size else ''}{change.size}"
    yield f"{main}  第{change.line}行"
    if change.nature is Nature.CHANGED:
        for field in change.fields:
            if field is not reported:
                yield f"  {wording.field_name(change, field)}：{_field(field)}"
    for caution in change.cautions:
        yield f"  请核对 {caution.code}  {caution.message}"


def _field(field: FieldChange) -> str:
    if wording.is_prose(field):
        return _one_line("".join(_MARKS[piece.mark].format(piece.text) for piece in wording.marked(field)))
    return f"{wording.value(field, field.old)} → {wording.value(field, field.new)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
