"""What is registered and never used: sources, sections, themes, terms, indicators that one district uses, and reports
that were laid out, published and never filled in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from highlights.load.rules.rule import Doubt, Rule
from highlights.model import Citation, City


def _unused_sources(city: City) -> Iterator[Doubt]:
    cited = {citation.source.id for citation in _citations(city)}
    for source in city.sources.values():
        if source.id not in cited:
            yield Doubt(source.place, f"来源“{source.id}”没有被引用", "引用它，或从 sources.yaml 删去")


def _unused_sections(city: City) -> Iterator[Doubt]:
    cited = {citation.id for citation in _citations(city)}
    sources = {citation.source.id for citation in _citations(city)}
    for source in city.sources.values():
        for section in source.sections.values():
            if source.id in sources and f"{source.id}#{section.id}" not in cited:
                yield Doubt(section.place, f"“{source.id}#{section.id}”没有被引用", "引用它，或从 sources.yaml 删去")


def _unused_themes(city: City) -> Iterator[Doubt]:
    used = {theme.id for report in city.reports() for highlight in report.highlights for theme in highlight.themes}
    for theme in city.themes.values():
        if theme.id not in used:
            yield Doubt(theme.place, f"主题“{theme.name}”没有亮点", "给亮点写上它，或从 themes.yaml 删去")


def _unused_terms(city: City) -> Iterator[Doubt]:
    text = "\n".join(_all_words(city))
    for term in city.terms.values():
        if not any(name in text for name in (term.name, *term.aliases)):
            hint = "补上文中的写法（aliases），或从 terms.yaml 删去"
            yield Doubt(term.place, f"名词“{term.name}”没有出现过", hint)


def _lonely_indicators(city: City) -> Iterator[Doubt]:
    users: dict[str, dict[str, str]] = defaultdict(dict)
    for report in city.reports():
        for figure in report.figures.values():
            if figure.indicator:
                users[figure.indicator.id][report.district.id] = report.district.short_name
    for indicator in city.indicators.values():
        names = users[indicator.id].values()
        if len(names) < 2:
            message = f"只有{'、'.join(names)}用" if names else "没有区用"
            hint = "多个区都报告的才是指标；只有一个区的，改用带 label 的本区数据"
            yield Doubt(indicator.place, f"指标“{indicator.name}”{message}", hint)


def _empty_reports(city: City) -> Iterator[Doubt]:
    for report in city.reports():
        if report.is_empty and not city.editions[report.year].is_draft:
            message = f"{report.year}年度已经发布，{report.name}的报告还没有填写"
            yield Doubt(report.place, message, "填写；没有报告的，删去这个文件")


def _citations(city: City) -> Iterator[Citation]:
    for term in city.terms.values():
        yield from term.sources
    for report in city.reports():
        yield from report.citations


def _all_words(city: City) -> Iterator[str]:
    """Everything that readers see in reports and definitions."""
    for indicator in city.indicators.values():
        yield from (indicator.name, indicator.definition)
    for edition in city.editions.values():
        yield edition.introduction or ""
    for report in city.reports():
        for highlight in report.highlights:
            yield from (highlight.title, highlight.text)
        for figure in report.figures.values():
            yield from (figure.label or "", figure.caveat or "", figure.scope or "")
        for remark in report.remarks:
            yield remark.text


RULES = (
    Rule(
        "unused-source",
        "登记的来源应有数据或亮点引用。",
        "sources.yaml 里有一份从未引用的文件",
        "引用它，或删去",
        _unused_sources,
        needs_whole_city=True,
    ),
    Rule(
        "unused-section",
        "来源的每一部分应有数据或亮点引用。",
        "登记了“乙区”部分，没有报告引用",
        "引用它，或删去",
        _unused_sections,
        needs_whole_city=True,
    ),
    Rule(
        "unused-theme",
        "主题应有亮点。",
        "themes.yaml 里有一个没有亮点的主题",
        "给亮点写上它，或删去",
        _unused_themes,
        needs_whole_city=True,
    ),
    Rule(
        "unused-term",
        "名词应在网站上出现过。",
        "解释了一个从未出现的名词",
        "补上文中的写法，或删去",
        _unused_terms,
        needs_whole_city=True,
    ),
    Rule(
        "lonely-indicator",
        "指标应由几个区报告。",
        "只有一个区用的指标",
        "改用带 label 的本区数据",
        _lonely_indicators,
        needs_whole_city=True,
    ),
    Rule(
        "empty-report",
        "已经发布的年度里，每份报告都应有内容。",
        "年度改成了 published，一个区的文件还和建立时一样",
        "填写，或删去这个文件",
        _empty_reports,
        needs_whole_city=True,
    ),
)
