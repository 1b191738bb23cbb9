"""What a review says in Chinese, whatever it is laid out in. Changes in, short phrases out; nothing is escaped here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from highlights.load import entries
from highlights.render.district import TYPES
from highlights.render.wording import AGGREGATES, KINDS, MEASURES, REMARKS
from highlights.review.change import Change, FieldChange, Nature, Subject
from highlights.review.effects import Pages, Standing
from highlights.review.guard import Demand, Spot
from highlights.review.review import PassedOver
from highlights.review.verified import Noted, VerifiedFigures
from highlights.review.words import Mark, Piece, mark_words

NO_CHANGE = "没有改变任何数据。"
VERIFIED = "与来源核对的印记"
CONTEXT = 16
MOST_PAGES = 20
MOST_ERRORS = 5

SUBJECTS = {
    Subject.FIGURE: "数据",
    Subject.HIGHLIGHT: "亮点",
    Subject.REMARK: "说明",
    Subject.REPORT: "报告",
    Subject.EDITION: "年度",
    Subject.DISTRICT: "区",
    Subject.INDICATOR: "指标",
    Subject.THEME: "主题",
    Subject.SOURCE: "来源",
    Subject.SECTION: "来源的部分",
    Subject.TERM: "名词",
    Subject.CITY: "城市",
}
NATURES = {Nature.ADDED: "新增", Nature.REMOVED: "删去", Nature.CHANGED: "改动", Nature.RENAMED: "只改编号"}

_ENTRIES: Mapping[Subject, type[entries.Entry]] = {
    Subject.FIGURE: entries.FigureEntry,
    Subject.HIGHLIGHT: entries.HighlightEntry,
    Subject.REMARK: entries.RemarkEntry,
    Subject.REPORT: entries.ReportHead,
    Subject.EDITION: entries.EditionEntry,
    Subject.DISTRICT: entries.DistrictEntry,
    Subject.INDICATOR: entries.IndicatorEntry,
    Subject.THEME: entries.ThemeEntry,
    Subject.SOURCE: entries.SourceEntry,
    Subject.SECTION: entries.SectionEntry,
    Subject.TERM: entries.TermEntry,
    Subject.CITY: entries.CityEntry,
}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "kind": {kind.value: text for kind, text in KINDS.items()},
    "measure": {measure.value: text for measure, text in MEASURES.items()},
    "aggregate": {aggregate.value: text for aggregate, text in AGGREGATES.items()},
    "status": {"draft": "草稿", "published": "已发布"},
    "type": {**{kind.value: text for kind, text in TYPES.items()}, **{k.value: text for k, text in REMARKS.items()}},
}
_PROSE = {"text", "title", "introduction", "definition", "description", "caveat", "note"}
_SPOTS = {Spot.END: "的末尾加上", Spot.REMARKS: "的 remarks 下面加上", Spot.BEFORE: "里改回"}
# What one line says of something that is new or gone.
_TELLING = {Subject.FIGURE: "reported", Subject.REMARK: "text", Subject.INDICATOR: "definition", Subject.TERM: "text"}


def summary(changes: Iterable[Change]) -> str:
    """数据：改动 2 处、新增 1 处；亮点：删去 1 处"""
    counts = Counter((change.subject, change.nature) for change in changes)
    parts = []
    for subject, name in SUBJECTS.items():
        told = [f"{word} {counts[subject, nature]} 处" for nature, word in NATURES.items() if counts[subject, nature]]
        if told:
            parts.append(f"{name}：{'、'.join(told)}")
    return "；".join(parts)


def passed_over_lines(passed_over: PassedOver | None) -> Iterator[str]:
    if passed_over is None:
        return
    yield f"原来的版本 {passed_over.name} 数据有误，不能发布，改与它以前最近一个没有错误的版本比较。其中的错误："
    for error in passed_over.errors[:MOST_ERRORS]:
        yield f"{error.place} {error.code}  {error.message}"
    if len(passed_over.errors) > MOST_ERRORS:
        yield f"还有 {len(passed_over.errors) - MOST_ERRORS} 个"


def by_file(changes: Iterable[Change]) -> Iterator[tuple[str, str, list[Change]]]:
    """Heading, file and changes of each file in turn."""
    for file, found in groupby(changes, key=lambda change: change.file):
        group = list(found)
        yield _heading(group[0]), file, group


def title(change: Change) -> str:
    """改动数据 植树（trees_planted）"""
    name = _VALUES["type"].get(change.new("type") or change.old("type"), "") if _is_remark(change) else change.name
    named = f" {name}" if name else ""
    id_ = "" if _is_remark(change) else f"（{change.id}）"
    if change.id_before:
        id_ = f"（{change.id_before} → {change.id}）"
    return f"{NATURES[change.nature]}{SUBJECTS[change.subject]}{named}{id_}"


def telling(change: Change) -> str:
    """The value that one line tells of something new or gone; "" for what changed."""
    key = _TELLING.get(change.subject, "")
    return change.new(key) or change.old(key) if change.nature in {Nature.ADDED, Nature.REMOVED} else ""


def field_name(change: Change, field: FieldChange) -> str:
    known = _ENTRIES[change.subject].model_fields.get(field.key)
    return known.title or field.key if known else field.key


def value(field: FieldChange, typed: str) -> str:
    return _VALUES.get(field.key, {}).get(typed, typed) if typed else "没有"


def is_prose(field: FieldChange) -> bool:
    """A text of which something was there before and is there now: its words are marked."""
    return field.key in _PROSE and bool(field.old and field.new)


def marked(field: FieldChange) -> tuple[Piece, ...]:
    """What is the same is cut down to a few words around the changes."""
    pieces = mark_words(field.old, field.new)
    last = len(pieces) - 1
    return tuple(
        Piece(piece.mark, _cut(piece.text, number > 0, number < last)) if piece.mark is Mark.SAME else piece
        for number, piece in enumerate(pieces)
    )


def standing_text(standing: Standing) -> str:
    told = []
    if standing.total_before != standing.total_after:
        told.append(f"合计 {standing.total_before or '没有'} → {standing.total_after or '没有'}")
    moves = "，".join(f"{name} {_rank(before)} → {_rank(after)}" for name, before, after in standing.moves)
    if moves:
        told.append(f"名次 {moves}")
    return f"{standing.year}年“{standing.indicator}”：{'；'.join(told)}"


def verified_lines(verified: VerifiedFigures) -> Iterator[str]:
    """Every figure is named: a note that is not true is seen nowhere else."""
    yield from _by_report("新记为已核对", verified.gained)
    yield from _by_report("不再算已核对", verified.lost)
    if verified.gained:
        yield "印记应由 highlights verify --record 写入，不能手改：请有来源文本的人再核对一遍"


def page_lines(pages: Pages) -> Iterator[str]:
    for what, addresses in (
        ("内容有变的页面", pages.touched),
        ("新的页面", pages.added),
        ("消失的页面（原来的链接会失效）", pages.removed),
    ):
        if addresses:
            shown = "、".join(f"/{address}" for address in addresses[:MOST_PAGES])
            rest = f"，还有{len(addresses) - MOST_PAGES}个" if len(addresses) > MOST_PAGES else ""
            yield f"{what}（{len(addresses)}）：{shown}{rest}"


def demand_text(demand: Demand, where: str) -> str:
    return f"在 {where} {_SPOTS[demand.spot]}："


def _by_report(what: str, noted: Sequence[Noted]) -> Iterator[str]:
    names: dict[str, list[str]] = defaultdict(list)
    for report, figure in noted:
        names[report.name].append(f"{figure.name}（{figure.id}）")
    yield from (f"{what} {report}（{len(told)}）：{'、'.join(told)}" for report, told in names.items())


def _is_remark(change: Change) -> bool:
    return change.subject is Subject.REMARK


def _heading(change: Change) -> str:
    if change.district:
        return f"{change.year}年{change.district.name}"
    return f"{change.year}年度" if change.year else SUBJECTS[change.subject]


def _rank(position: int | None) -> str:
    return f"第{position}" if position else "没有"


def _cut(text: str, has_before: bool, has_after: bool) -> str:
    if len(text) <= (has_before + has_after) * CONTEXT:
        return text
    return (text[:CONTEXT] if has_before else "") + "…" + (text[-CONTEXT:] if has_after else "")
