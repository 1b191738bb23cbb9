"""A review for a pull request or a job's summary. Text of the data is inert: it can break neither table nor HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from highlights.review import wording
from highlights.review.change import Change, FieldChange, Nature, Subject
from highlights.review.review import Review
from highlights.review.words import Mark, Piece

# Every character that Markdown or HTML could take for markup within a line becomes a character reference.
_ACTIVE = re.compile(r"[!-$&-+.:-@\[-`{-~]")
# Git hosts turn @name and #12 into links and letters, however they are written; not with a joiner between.
_CALLS = {"@": "&#64;&#8288;", "#": "&#35;&#8288;"}
# Beside punctuation `**` counts as a mark only with a space outside, and never with one inside.
_MARKS = {Mark.REMOVED: "~~", Mark.ADDED: "**"}
_HEAD = ("| 数据 | 原来 | 现在 | 变化 | 请核对 |", "| --- | --- | --- | --- | --- |")
_NONE = "—"
_SAME = "未变"


def as_markdown(review: Review) -> str:
    return "\n".join(_lines(review))


def demands_as_markdown(review: Review) -> str:
    return "\n".join(_demands(review))


def _lines(review: Review) -> Iterator[str]:
    yield f"## 数据改动：{inert(review.base)} → {inert(review.head)}"
    yield from (line for told in wording.passed_over_lines(review.passed_over) for line in ("", inert(told)))
    yield from ("", inert(wording.summary(review.changes)) or wording.NO_CHANGE)
    for heading, file, changes in wording.by_file(review.changes):
        yield from ("", f"### {inert(heading)}", "", inert(review.path(file)))
        figures = [change for change in changes if _is_in_table(change)]
        if figures:
            yield from ("", *_HEAD, *map(_row, figures))
        others = [change for change in changes if change not in figures]
        yield from ("", *(line for change in others for line in _item(change))) if others else ()
    yield from _list("合计和名次", [inert(wording.standing_text(standing)) for standing in review.standings])
    yield from _list(wording.VERIFIED, [inert(line) for line in wording.verified_lines(review.verified)])
    yield from _list("页面", [inert(line) for line in wording.page_lines(review.pages)])
    yield from _list(
        "新出现的提醒",
        [inert(f"{review.path(found.place)} {found.code} {found.message}") for found in review.diagnostics],
    )


def _demands(review: Review) -> Iterator[str]:
    yield from ("## 更正", "")
    if not review.demands:
        yield "已发布的年度没有漏写更正的改动。"
        return
    count = sum(len(demand.uncorrected) for demand in review.demands)
    yield f"已发布的年度有 {count} 处改动没有更正，不能这样发布。改错了的就改回原样，确要更正的照下面补上。"
    for demand in review.demands:
        yield from ("", f"### {inert(review.path(demand.file))}", "")
        for one in demand.uncorrected:
            yield f"- {inert(f'{one.name}（{one.id}）：{one.what}。{one.problem}')}"
        yield from ("", inert(wording.demand_text(demand, review.path(demand.file))), "", *_fenced(demand.lines))


def inert(text: str) -> str:
    """One line that means itself to Markdown and HTML."""
    return _ACTIVE.sub(lambda found: _CALLS.get(found[0], f"&#{ord(found[0])};"), " ".join(text.split()))


def _is_in_table(change: Change) -> bool:
    return change.subject is Subject.FIGURE and change.nature is not Nature.RENAMED


def _row(change: Change) -> str:
    """Besides the printed expressions, what else changed."""
    others = [
        f"{inert(wording.field_name(change, field))}：{_field(field)}"
        for field in change.fields
        if field.key != "reported" and change.nature is Nature.CHANGED
    ]
    cautions = [inert(f"{caution.code}：{caution.message}") for caution in change.cautions]
    size = inert(change.size) or ("" if change.nature is Nature.CHANGED else wording.NATURES[change.nature])
    reported = change.field("reported")
    cells = (
        inert(f"{change.name}（{change.id}）"),
        inert(reported.old) if reported else _SAME,
        inert(reported.new) if reported else _SAME,
        "<br>".join(filter(None, (size, *others))),
        "<br>".join(cautions),
    )
    return f"| {' | '.join(cell or _NONE for cell in cells)} |"


def _item(change: Change) -> Iterator[str]:
    telling = wording.telling(change)
    yield f"- {inert(wording.title(change))}{f'：{inert(telling)}' if telling else ''}"
    if change.nature is Nature.CHANGED:
        yield from (f"  - {inert(wording.field_name(change, field))}：{_field(field)}" for field in change.fields)
    yield from (f"  - 请核对 {inert(caution.code)}：{inert(caution.message)}" for caution in change.cautions)


def _field(field: FieldChange) -> str:
    if wording.is_prose(field):
        return "".join(map(_piece, wording.marked(field))).replace("  ", " ").strip()
    return f"{inert(wording.value(field, field.old))} → {inert(wording.value(field, field.new))}"


def _piece(piece: Piece) -> str:
    text = inert(piece.text)
    mark = _MARKS.get(piece.mark)
    return f" {mark}{text}{mark} " if mark and text else text


def _list(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", f"### {heading}", "", *(f"- {item}" for item in items))


def _fenced(lines: Sequence[str]) -> Iterator[str]:
    """Longer than any fence inside."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}yaml", *lines, fence)
