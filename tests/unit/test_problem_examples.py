"""What the guide of problems shows, typed into the invented city: an example is told under its code, its fix is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from highlights.editing.problems import PROBLEM_GROUPS, Problem
from highlights.editing.problems.of_content import PAGES
from highlights.editing.problems.of_content import SOURCES as SOURCES_GROUP
from highlights.load import load_city
from tests.conftest import replace_in

PROBLEMS = {problem.code: problem for group in PROBLEM_GROUPS for problem in group.problems}
CITY, INDICATORS, SOURCES = "city.yaml", "indicators.yaml", "sources.yaml"
DONGHU, XILING = "2022/donghu.yaml", "2022/xiling.yaml"

# Words around what is typed: 正文写 {fruit_tree}, themes: [greening]，见 themes.yaml.
BEFORE = re.compile(r"^(?:正文写|植树写|2022 年的报告写|districts.yaml 里只有) ")
BEHIND = re.compile(r"；|，见|，或|（")


class Typed(NamedTuple):
    """Instead of `old` stands `frame`, with what the guide shows at ▸. `fix` is False where that is words."""

    file: str
    old: str
    frame: str = "▸"
    fix: bool = True


MARK = "▸"
SHELVES = "reported: 36个"
TITLE = "title: 沿湖植树"
REMARK = ("  on_time_rate: 99.43%", "  on_time_rate: 99.43%\nremarks:\n  - ▸")

TYPED = {
    "syntax": Typed(DONGHU, TITLE),
    "full-width": Typed(DONGHU, "district: donghu"),
    "key-not-text": Typed(DONGHU, TITLE),
    "cut-by-comma": Typed(DONGHU, "{label: 图书漂流架, reported: 36个}"),
    "cut-by-hash": Typed(DONGHU, TITLE),
    "no-district": Typed("districts.yaml", "", "▸", fix=False),
    "unknown-key": Typed(DONGHU, TITLE),
    "empty-value": Typed(DONGHU, TITLE, fix=False),
    "wrong-type": Typed(DONGHU, "year: 2022"),
    "unknown-value": Typed(DONGHU, "label: 图书漂流架", "label: 计划添的图书漂流架, ▸"),
    "out-of-range": Typed(DONGHU, SHELVES, f"{SHELVES}, ▸"),
    "bad-id": Typed(DONGHU, "id: tree-day"),
    "bad-date": Typed(DONGHU, "as_of: 2022-12-31"),
    "bad-period": Typed(XILING, "period: 2022/unknown"),
    "bad-lines": Typed(SOURCES, "lines: 10-13"),
    "bad-sha256": Typed(SOURCES, "sha256: f72fcd28ca77dabf87325def43e2280d848b1994a6eddb6b8c5321d6c4729a23", fix=False),
    "bad-unit": Typed(INDICATORS, "units: [棵, 株]"),
    "mixed-units": Typed(INDICATORS, "units: [公里]"),
    "bad-link": Typed(DONGHU, "[名词](/terms/#book_drift)"),
    "bad-file": Typed(SOURCES, "file: yearbook-2022.txt"),
    "bad-contact": Typed(CITY, "contact: nianbao@yunzhou.example.org"),
    "rate-with-sum": Typed(INDICATORS, "aggregate: none"),
    "unknown-district": Typed(DONGHU, "district: donghu"),
    "unknown-theme": Typed(DONGHU, "themes: [greening]"),
    "unknown-indicator": Typed(DONGHU, "shelves: {label: 图书漂流架, reported: 36个}"),
    "unknown-source": Typed(DONGHU, "sources: yearbook-2022#donghu", fix=False),
    "unknown-section": Typed(DONGHU, "sources: yearbook-2022#donghu"),
    "unknown-figure": Typed(DONGHU, "{fruit_trees}"),
    "unknown-page": Typed(DONGHU, "[名词](/terms/#book_drift)"),
    "unknown-edition": Typed(CITY, "short_name: 全市", "short_name: 全市\n▸"),
    "unknown-rule": Typed(DONGHU, REMARK[0], REMARK[1].replace(MARK, "{type: exception, ▸, text: 原文如此}")),
    "unreadable-quantity": Typed(DONGHU, SHELVES, fix=False),
    "missing-unit": Typed(DONGHU, SHELVES),
    "zero-value": Typed(DONGHU, SHELVES, fix=False),
    "forgotten-indicator": Typed(DONGHU, "on_time_rate: 99.43%", fix=False),
    "as-of-on-flow": Typed(DONGHU, "trees_planted: 2.4万余棵", "trees_planted: {reported: 2.4万余棵, ▸}"),
    "period-outside-year": Typed(DONGHU, SHELVES, f"{SHELVES}, ▸", fix=False),
    "whole-scope": Typed(DONGHU, SHELVES, f"{SHELVES}, ▸"),
    "html-in-text": Typed(DONGHU, "公园设漂流架", "公园设▸漂流架"),
    "unsupported-markdown": Typed(DONGHU, "      公园设", "      ▸\n      公园设", fix=False),
    "bad-reference": Typed(DONGHU, "{fruit_trees}"),
    "number-in-text": Typed(DONGHU, "公园设漂流架", "公园▸，设漂流架", fix=False),
    "exception-without-rule": Typed(DONGHU, *REMARK),
    "incomplete-correction": Typed(DONGHU, *REMARK),
}

# Whole files and folders, sources, pages, and what takes more than one line to show.
IN_WORDS = {
    "encoding", "empty-file", "file-too-large", "too-many-entries", "too-many-errors", "unreadable-file",
    "missing-file", "unexpected-file", "file-name", "duplicate-report", "no-edition", "stale-schema", "odd-character",
    "duplicate-key", "not-a-mapping", "several-documents", "too-deep", "yaml-feature", "missing-field", "too-long",
    "duplicate-id", "reserved-id", "unit-mismatch", "missing-source", "missing-as-of", "period-and-as-of",
    "part-of-itself", "missing-glyph", "not-a-correction", "removed-and-present", "duplicate-correction",
    "nothing-corrected", "needless-exception",
    *(problem.code for group in (SOURCES_GROUP, PAGES) for problem in group.problems),
}  # fmt: skip


def typed_in(text: str) -> str:
    return BEHIND.split(BEFORE.sub("", text))[0]


def codes_with(text: str, where: Typed, folder: Path) -> set[str]:
    if where.old:
        replace_in(folder / where.file, where.old, where.frame.replace(MARK, typed_in(text)))
    else:
        (folder / where.file).write_text(typed_in(text), encoding="utf-8")
    return {found.code for found in load_city(folder).diagnostics}


@pytest.mark.parametrize("code", TYPED)
def test_an_example_of_a_problem_is_told_under_its_code(code: str, data_folder: Path) -> None:
    assert code in codes_with(PROBLEMS[code].example, TYPED[code], data_folder)


@pytest.mark.parametrize("code", [code for code, where in TYPED.items() if where.fix])
def test_the_fix_of_a_problem_is_no_problem(code: str, data_folder: Path) -> None:
    """An exception for what is not there is needless, as it should be."""
    found = codes_with(PROBLEMS[code].fix, TYPED[code], data_folder)
    assert found <= {"needless-exception"}


def test_a_problem_is_shown_as_it_is_typed_or_in_words() -> None:
    assert not TYPED.keys() & IN_WORDS
    assert TYPED.keys() | IN_WORDS == PROBLEMS.keys()


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
def test_the_exception_that_a_fix_shows_excuses_what_it_names(problem: Problem, data_folder: Path) -> None:
    shown = re.search(r"\{type: exception, rule: [^}]*\}", problem.fix)
    if not shown:
        return
    replace_in(data_folder / DONGHU, SHELVES, "reported: 0个")
    replace_in(data_folder / DONGHU, REMARK[0], REMARK[1].replace(MARK, shown[0]))
    assert load_city(data_folder).diagnostics == ()
