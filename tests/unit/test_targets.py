"""Plans for later years stand in the report that tells of them; what was done does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from highlights.derive.index import index_city
from highlights.derive.targets import result_of
from highlights.load import load_city
from tests.conftest import replace_in

DONGHU = "2022/donghu.yaml"
PLAN = "  plan: {indicator: trees_planted, label: 来年计划植树, reported: 3万棵, %s}\n"
LENGTH = "  plan: {indicator: greenway_length, label: 计划绿道长度, reported: 60公里, %s}\n"


def plan(folder: Path, line: str, words: str) -> None:
    replace_in(folder / DONGHU, "figures:\n", f"figures:\n{line % words}")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (PLAN, "kind: target, period: 2023"),
        (PLAN, "kind: target, period: 2023/2025"),
        (PLAN, "kind: target, period: unknown/2025"),
        (PLAN, "kind: target, period: 2022/2023"),
        (LENGTH, "kind: target, as_of: 2025-12-31"),
    ],
)
def test_a_target_may_be_of_a_later_year(data_folder: Path, line: str, words: str) -> None:
    plan(data_folder, line, words)
    assert load_city(data_folder).diagnostics == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (PLAN, "kind: target, period: 2021"),
        (PLAN, "scope: 湖边, period: 2023"),
        (PLAN, "kind: context, period: 2023"),
        (LENGTH, "scope: 湖边, as_of: 2025-12-31"),
    ],
)
def test_what_is_no_plan_is_of_the_year(data_folder: Path, line: str, words: str) -> None:
    plan(data_folder, line, words)
    told = [found for found in load_city(data_folder).diagnostics if found.code == "period-outside-year"]
    assert len(told) == 1
    assert "kind: target" in told[0].hint


def test_a_target_of_next_year_meets_its_result(data_folder: Path) -> None:
    plan(data_folder, PLAN, "kind: target, period: 2023")
    city = load_city(data_folder).city
    assert city
    report = city.editions[2022].reports["donghu"]
    found = result_of(report.figures["plan"], report, index_city(city))
    assert found
    assert (found.report.year, found.figure.reported) == (2023, "2.9万棵")
