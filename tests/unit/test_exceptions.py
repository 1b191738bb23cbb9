"""What a report may excuse: every doubt that stands in it, and nothing that stands elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from highlights.diagnostics import Diagnostic
from highlights.editing.problems import PROBLEM_GROUPS
from highlights.load import load_city
from highlights.load.exceptions import EXCUSABLE
from highlights.load.rules import RULES
from tests.conftest import ROOT, replace_in
from tests.unit.test_bad_input import CASES, Case, make_mistake
from tests.unit.test_rules import SEEDS, Seed, plant

DONGHU = "2022/donghu.yaml"
RULE = re.compile(r"rule: ([a-z-]+)")

PROBLEMS = [problem for group in PROBLEM_GROUPS for problem in group.problems]


def doubts(folder: Path) -> list[Diagnostic]:
    """Warnings that stand in reports."""
    found = load_city(folder).diagnostics
    in_reports = (one for one in found if re.fullmatch(r"2\d{3}", Path(one.place.file).parent.name))
    # An empty report of which something is said is not empty.
    return [one for one in in_reports if not one.is_error and one.code != "empty-report"]


def excuse(doubt: Diagnostic) -> None:
    path = Path(doubt.place.file)
    text = path.read_text(encoding="utf-8")
    about = f"on: {doubt.subject}, " if doubt.subject else ""
    head = "" if "\nremarks:\n" in text else "remarks:\n"
    path.write_text(
        f"{text}{head}  - {{type: exception, rule: {doubt.code}, {about}text: 原文如此}}\n", encoding="utf-8"
    )


@pytest.mark.parametrize("case", [*CASES, *SEEDS], ids=lambda case: str(case[0]))
def test_every_doubt_about_a_report_can_be_excused(case: Case | Seed, data_folder: Path) -> None:
    if isinstance(case, Case):
        make_mistake(case, data_folder / case.file)
    else:
        plant(case, data_folder)
    found = [doubt for doubt in doubts(data_folder) if doubt.code == case.code]
    for doubt in {(doubt.place.file, doubt.subject): doubt for doubt in found}.values():
        excuse(doubt)
    left = {one.code for one in load_city(data_folder).diagnostics}
    assert not found or not {case.code, "needless-exception", "unknown-rule"} & left


def test_a_zero_that_was_printed_is_excused(data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "reported: 36个", "reported: 0个")
    (doubt,) = load_city(data_folder).diagnostics
    assert (doubt.code, doubt.subject) == ("zero-value", "shelves")
    excuse(doubt)
    assert load_city(data_folder).diagnostics == ()


@pytest.mark.parametrize(("old", "new"), [("title: 沿湖植树", "title: 沿湖30里植树"), ("其中果树", "共30里，其中果树")])
def test_a_number_in_a_text_is_excused_for_its_highlight(data_folder: Path, old: str, new: str) -> None:
    replace_in(data_folder / DONGHU, old, new)
    (doubt,) = load_city(data_folder).diagnostics
    assert (doubt.code, doubt.subject) == ("number-in-text", "tree-day")
    excuse(doubt)
    assert load_city(data_folder).diagnostics == ()


@pytest.mark.parametrize(
    "name", ["2022-03-12", "2022/3/12", "90后", "00后", "1号楼", "地铁12号线", "2.0版", "2022版", "V2.0", "5G", "4A级"]
)
def test_a_number_that_counts_nothing_is_no_figure(data_folder: Path, name: str) -> None:
    replace_in(data_folder / DONGHU, "东湖区在湖边", f"东湖区{name}在湖边")
    assert load_city(data_folder).diagnostics == ()


@pytest.mark.parametrize("number", ["190后勤人员", "3版", "12", "500棵", "2.5棵", "5GB", "30号召"])
def test_a_number_that_only_looks_like_a_name_is_told(data_folder: Path, number: str) -> None:
    replace_in(data_folder / DONGHU, "东湖区在湖边", f"东湖区{number}在湖边")
    assert {found.code for found in load_city(data_folder).diagnostics} == {"number-in-text"}


def test_an_exception_is_not_judged_while_a_rule_could_not_look(data_folder: Path) -> None:
    """Whatever is broken: a rule that did not run has found nothing yet."""
    path = data_folder / DONGHU
    replace_in(path, "reported: 36个", "reported: 0个")
    excuse(load_city(data_folder).diagnostics[0])
    replace_in(path, "设漂流架{shelves}", "累计设漂流架{shelves}")
    excuse(load_city(data_folder).diagnostics[0])
    assert load_city(data_folder).diagnostics == ()
    whole = {file: file.read_text(encoding="utf-8") for file in data_folder.rglob("*.yaml")}
    for file, text in whole.items():
        file.write_text(f"nonsense: 1\n{text}", encoding="utf-8")
        assert "needless-exception" not in {found.code for found in load_city(data_folder).diagnostics}, file
        file.write_text(text, encoding="utf-8")


def test_what_stands_in_no_report_cannot_be_excused() -> None:
    assert not EXCUSABLE & {rule.code for rule in RULES if rule.needs_whole_city}
    assert "lonely-indicator" not in EXCUSABLE


def test_the_guide_names_rules_that_can_be_excused() -> None:
    """Every exception that the guide shows is accepted as it stands there."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "editing").glob("*.md")]
    texts += [text for problem in PROBLEMS for text in (problem.example, problem.fix)]
    named = {code for text in texts for code in RULE.findall(text)} - {"stock-flow"}
    assert {"stock-as-flow", "zero-value"} <= named <= EXCUSABLE
    assert {problem.code for problem in PROBLEMS if "写一条 exception" in problem.fix} <= EXCUSABLE
