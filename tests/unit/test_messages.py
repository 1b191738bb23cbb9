"""One finding in each of the three formats."""

from __future__ import annotations

import json

from highlights.diagnostics import Diagnostic, Place, Severity, in_order, nearest
from highlights.publish.messages import as_github, as_json, as_text, summary

UNIT = Diagnostic(Place("data/2021/a.yaml", 14, 22), "unit-mismatch", "“188人”的单位是“人”", "核对原文")
FILE = Diagnostic(Place("data/x.txt"), "unexpected-file", "没有读", severity=Severity.WARNING)


def test_text_has_place_problem_and_next_step() -> None:
    assert as_text([UNIT, FILE]) == (
        "data/2021/a.yaml:14:22 错误 unit-mismatch  “188人”的单位是“人”\n"
        "  提示：核对原文\n"
        "\n"
        "data/x.txt:1:1 提醒 unexpected-file  没有读"
    )


def test_json_has_the_published_keys() -> None:
    assert json.loads(as_json([UNIT])) == [
        {
            "file": "data/2021/a.yaml",
            "line": 14,
            "column": 22,
            "code": "unit-mismatch",
            "severity": "error",
            "message": "“188人”的单位是“人”",
            "hint": "核对原文",
        }
    ]
    assert as_json([]) == "[]"


def test_github_annotations_keep_text_out_of_the_command() -> None:
    nasty = Diagnostic(Place("a,b:c.yaml", 2, 3), "x", "50%\n::error ::假的")
    assert as_github([nasty]) == "::error file=a%2Cb%3Ac.yaml,line=2,col=3,title=x::50%25%0A::error ::假的"
    assert as_github([UNIT]).endswith("::“188人”的单位是“人”%0A提示：核对原文")
    assert as_github([FILE]).startswith("::warning ")


def test_the_summary_counts() -> None:
    assert summary([UNIT, UNIT, FILE]) == "2 个错误，1 个提醒"
    assert summary([]) == "没有发现问题"


def test_findings_stand_once_and_in_order() -> None:
    later = Diagnostic(Place("data/2021/a.yaml", 15, 1), "x", "y")
    assert in_order([later, FILE, UNIT, UNIT]) == (UNIT, later, FILE)


def test_a_name_nothing_like_any_other_gets_no_proposal() -> None:
    assert nearest("membres_new", ["members_new", "stations"]) == "members_new"
    assert nearest("zzz", ["members_new", "stations"]) is None
