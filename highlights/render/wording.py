"""How the site says things about figures in Chinese: periods, kinds, reasons. Values in, short phrases out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from highlights.comparability import Obstacle
from highlights.derive.issued import last_corrected, last_issued
from highlights.derive.observation import Observation
from highlights.model import (
    Aggregate,
    Citation,
    City,
    Edition,
    Figure,
    Kind,
    Measure,
    Period,
    RemarkType,
    Report,
    Section,
)

KINDS = {Kind.RESULT: "结果", Kind.TARGET: "目标", Kind.STANDARD: "标准", Kind.CONTEXT: "背景"}
MEASURES = {Measure.FLOW: "一段时间内发生的数量", Measure.STOCK: "某一天存有的数量", Measure.RATE: "比率"}
AGGREGATES = {Aggregate.SUM: "各区可以相加", Aggregate.NONE: "各区不能相加"}
REMARKS = {
    RemarkType.DAMAGED: "原文残缺",
    RemarkType.MISSING: "未公布",
    RemarkType.CAVEAT: "口径说明",
    RemarkType.EXCEPTION: "核对说明",
    RemarkType.CORRECTION: "更正",
}


def notes_on(figure: Figure, report: Report) -> tuple[str, ...]:
    """What a reader must know besides the printed expression; nothing for an ordinary figure of the year."""
    notes = (
        KINDS[figure.kind] if figure.kind is not Kind.RESULT else "",
        time_of(figure, report.year),
        f"范围：{scope_of(figure)}" if figure.scope else "",
        f"按每个{figure.per}计" if figure.per else "",
        f"由{figure.by}实施" if figure.by else "",
        figure.caveat or "",
        "泛指，不是确数" if figure.quantity.value is None else "",
    )
    return tuple(note for note in notes if note)


def time_of(figure: Figure, year: int) -> str:
    """Empty for the whole year of the report."""
    if figure.as_of is not None:
        return "截至日期未注明" if figure.as_of == "unknown" else f"截至{date_text(figure.as_of)}"
    return "" if str(figure.period) == str(year) else period_text(figure.period)


def period_text(period: Period) -> str:
    if period.start is None:
        return f"截至{date_text(period.end or '')}，起始日期未注明"
    if period.end is None:
        return f"{date_text(period.start)}起，截至日期未注明"
    if period.start == period.end:
        return date_text(period.start)
    return f"{date_text(period.start)}至{date_text(period.end)}"


def date_text(date: str) -> str:
    """2021-04-08 is 2021年4月8日."""
    parts = zip(date.split("-"), "年月日", strict=False)
    return "".join(f"{int(number)}{unit}" for number, unit in parts)


def year_text(edition: Edition) -> str:
    """As a heading of what is of one year."""
    return f"{edition.year}年（草稿）" if edition.is_draft else f"{edition.year}年"


def editions_text(editions: Sequence[Edition]) -> str:
    """2021至2023年度（2023年度是草稿），其中2022年度发布于2023年3月1日，2023年5月4日有更正: what is known."""
    years = [edition.year for edition in editions]
    is_unbroken = len(years) > 2 and years[-1] - years[0] == len(years) - 1
    text = f"{years[0]}至{years[-1]}年度" if is_unbroken else "、".join(map(str, years)) + "年度"
    drafts = "、".join(str(edition.year) for edition in editions if edition.is_draft)
    if drafts:
        text += "（草稿）" if len(years) == 1 else f"（{drafts}年度是草稿）"
    issued, corrected = last_issued(editions), last_corrected(editions)
    if issued and issued.issued:
        which = f"其中{issued.year}年度" if len(years) > 1 else ""
        text += f"，{which}发布于{date_text(issued.issued)}"
    return f"{text}，{date_text(corrected)}有更正" if corrected else text


def scope_of(figure: Figure) -> str:
    return "全市" if figure.scope == "city" else str(figure.scope)


def why_set_aside(observation: Observation) -> str:
    """Why a figure is shown but neither ranked nor added up."""
    figure = observation.figure
    reasons: Mapping[Obstacle, str] = {
        Obstacle.KIND: f"是{KINDS[figure.kind]}，不是结果",
        Obstacle.VALUE: "没有单一的确定数值",
        Obstacle.SCOPE: f"范围是{scope_of(figure)}",
        Obstacle.PER: f"按每个{figure.per}计",
        Obstacle.PART: "只是另一个数据的一部分",
        Obstacle.CAVEAT: f"口径不同：{figure.caveat}",
        Obstacle.PERIOD: f"{_wrong_time(figure)}：{time_of(figure, observation.report.year)}",
    }
    return "；".join(reasons[obstacle] for obstacle in observation.comparability.obstacles)


def _wrong_time(figure: Figure) -> str:
    return "期间不是全年" if figure.as_of is None else "日期不在当年"


def lines_text(section: Section) -> str:
    """第79–83行、第90行: where a section stands in its document."""
    return "、".join(f"第{first}行" if first == last else f"第{first}–{last}行" for first, last in section.lines)


def citation_text(citation: Citation) -> str:
    return f"《{citation.source.title}》{citation.section.name}（{lines_text(citation.section)}）"


def whole_citation(city: City) -> str:
    """All of the data, ready to be copied; what is not known is left out."""
    years = sorted(city.editions)
    covered = f"{years[0]}年度" if len(years) == 1 else f"{years[0]}至{years[-1]}年度"
    address = f"，{city.address}" if city.address else ""
    return f"《{city.title}》开放数据，{covered}{address}。"


def size_text(size: int) -> str:
    """Of a file, in the units that file managers use."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.0f} KB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
