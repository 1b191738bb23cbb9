"""Figures whose words contradict their kind: plans told as results, totals to date told as the year's, 人 for 人次."""

from __future__ import annotations

import re
from collections.abc import Iterator

from highlights.load.rules.rule import Doubt, Rule
from highlights.model import City, Figure, Kind, Measure, Period, Report
from highlights.prose import FIGURE_REFERENCE

_PLAN = re.compile(r"计划|预计|力争|争取|拟|目标|打算|规划(?!图)|将(?!近)|来年|下一步|下半年|再建|确保")
_CERTAIN_PLAN = re.compile(r"计划|预计|力争|争取|打算|拟[建开新在]|目标")
# What is done although it says 目标, 计划 or 争取: 完成全年目标, 求学圆梦行动计划, 为职工争取补偿.
_DONE = re.compile(
    r"(?<![将要])(?:完成|实现|达到|超额)[^力预]{0,8}?(?:目标|计划)|按计划完成|超计划"
    r"|(?:行动|培养|培训|帮扶|援助|圆梦|提升|关爱|扶持|激励|资助)计划"
    r"|计划生育|计划单列|[为帮助][^前明后来]{1,8}争取"
    r"|争取(?=到(?!\d|[明后年])|来|得|了|专项|上级|[市区县]级|财政|经济|资金|经费|补|赔|权益|利益|政策|支持|项目|工资|待遇)"
)
_TO_DATE = re.compile(r"截至|截止|已建成|历年|自\d{4}年以来|成立以来")
_SUM = re.compile("累计")
_OF_THE_YEAR = re.compile(r"[全当本今]年|年[度内]|[上下]半年|季度|(?<![\d自从到至])\d{4}年(?![底末以起])")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|「[^」]*」")
_CLAUSE_ENDS = "，。；！？\n"
_SENTENCE_ENDS = "。！？\n"


def _results_worded_as_plans(city: City) -> Iterator[Doubt]:
    for report, figure in _figures(city):
        for words in _words_about(figure, report, _CLAUSE_ENDS):
            found = _CERTAIN_PLAN.search(_DONE.sub("", words))
            if figure.kind is Kind.RESULT and found:
                yield Doubt(
                    figure.place,
                    f"“{figure.name}”记作结果，文字却说“{found[0]}”",
                    "还没有做到的写 kind: target；已经做到的改写文字",
                    figure.id,
                )
                break


def _targets_worded_as_results(city: City) -> Iterator[Doubt]:
    for report, figure in _figures(city):
        words = list(_words_about(figure, report, _SENTENCE_ENDS))
        if figure.kind is Kind.TARGET and not any(_PLAN.search(text) for text in words):
            yield Doubt(
                figure.place,
                f"“{figure.name}”记作目标，文字里看不出是计划",
                "在名称或正文里写明“计划”“预计”；已经做到的删去 kind: target",
                figure.id,
            )


def _stocks_entered_as_flows(city: City) -> Iterator[Doubt]:
    for report, figure in _figures(city):
        is_the_years = figure.as_of is None and figure.period == Period(str(report.year), str(report.year))
        is_flow = figure.indicator is None or figure.indicator.measure is Measure.FLOW
        if figure.kind is not Kind.RESULT or not is_the_years or not is_flow:
            continue
        for words in _words_about(figure, report, _CLAUSE_ENDS):
            words = words.replace(f"自{report.year}年以来", "")
            found = _TO_DATE.search(words) or (None if _OF_THE_YEAR.search(words) else _SUM.search(words))
            if found:
                yield Doubt(
                    figure.place,
                    f"“{figure.name}”记作当年发生，文字却说“{found[0]}”",
                    "存量写 as_of；从以前累计的写 period: unknown/年度；确属当年的改写文字",
                    figure.id,
                )
                break


def _persons_and_visits(city: City) -> Iterator[Doubt]:
    for _, figure in _figures(city):
        label = figure.label or ""
        unit = figure.quantity.unit
        if ("人次" in label and unit == "人") or (re.search(r"人数(?!次)", label) and unit == "人次"):
            yield Doubt(
                figure.place,
                f"名称“{label}”与数据“{figure.reported}”的单位不一致",
                "人次和人不能互换：照原文改名称或数据",
                figure.id,
            )


def _figures(city: City) -> Iterator[tuple[Report, Figure]]:
    for report in city.reports():
        for figure in report.figures.values():
            yield report, figure


def _words_about(figure: Figure, report: Report, ends: str) -> Iterator[str]:
    """The label, and each piece of running text up to the given ends in which the figure stands; quotes left out."""
    if figure.label:
        yield _QUOTED.sub("", figure.label)
    naming = (highlight.text for highlight in report.highlights if f"{{{figure.id}}}" in highlight.text)
    for text in naming:
        for found in FIGURE_REFERENCE.finditer(text):
            if found[1] == figure.id:
                yield _QUOTED.sub("", _piece_around(text, found.start(), ends))


def _piece_around(text: str, at: int, ends: str) -> str:
    start = max(text.rfind(end, 0, at) for end in ends) + 1
    stops = [place for place in (text.find(end, at) for end in ends) if place >= 0]
    return text[start : min(stops, default=len(text))]


RULES = (
    Rule(
        "result-worded-as-plan",
        "记作结果的数据，文字不应说是计划。",
        "kind 不写，正文说“预计新建30家”",
        "kind: target，或正文说“新建30家”",
        _results_worded_as_plans,
    ),
    Rule(
        "target-worded-as-result",
        "记作目标的数据，文字应看得出是计划。",
        "kind: target，正文说“新建30家”",
        "kind: target，正文说“计划新建30家”",
        _targets_worded_as_results,
    ),
    Rule(
        "stock-as-flow",
        "累计、截至某日的总数，不是当年发生的数量。",
        "正文说“已建成800余家”，没有写 as_of",
        "as_of: unknown，或 period: unknown/2021",
        _stocks_entered_as_flows,
    ),
    Rule(
        "persons-and-visits",
        "人和人次不能互换。",
        "label: 到馆人次，reported: 2000人",
        "label: 到馆人数，reported: 2000人",
        _persons_and_visits,
    ),
)
