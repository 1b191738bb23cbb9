"""The real data, with no exclusions: whatever is in it must hold."""

from __future__ import annotations

from highlights.load import load_city
from highlights.model import City
from tests.conftest import REAL_DATA


def test_the_real_data_has_no_findings() -> None:
    assert load_city(REAL_DATA).diagnostics == ()


def test_every_report_says_something(real_city: City) -> None:
    for report in real_city.reports():
        assert report.highlights or report.figures or report.remarks, report.place


def test_every_figure_has_a_source_with_lines(real_city: City) -> None:
    for report in real_city.reports():
        for figure in report.figures.values():
            assert figure.sources, figure.place
            assert all(citation.section.lines for citation in figure.sources)
