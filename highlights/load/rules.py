"""Rules that hold between the figures of a report and between reports. Reports in, findings out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from highlights.comparability import comparability
from highlights.load.findings import Findings
from highlights.model import Figure, Report


def check_reports(reports: Iterable[Report], findings: Findings) -> None:
    first: dict[tuple[int, str], Report] = {}
    for report in reports:
        key = (report.year, report.district.id)
        other = first.setdefault(key, report)
        if other is not report:
            findings.error(
                report.place,
                "duplicate-report",
                f"{report.district.name} {report.year} 年已有一份报告：{other.place.file}",
                "把两份合成一份，留下文件名与内容相符的那一个",
            )
        _check_one_comparable_figure(report, findings)


def _check_one_comparable_figure(report: Report, findings: Findings) -> None:
    """Two figures of one indicator cannot both be the district's value in a ranking."""
    comparable: dict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures.values():
        if figure.indicator and comparability(figure, report.year).is_comparable:
            comparable[figure.indicator.id].append(figure)
    for first, *others in comparable.values():
        for figure in others:
            findings.error(
                figure.place,
                "two-comparable-figures",
                f"“{figure.id}”和“{first.id}”都是指标“{figure.name}”的全区数据，排名不知用哪个",
                "给较窄的一个写明 part_of、scope 或 caveat",
            )
