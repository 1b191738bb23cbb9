"""Text of the data that a terminal or a runner would obey is shown as what it is."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from highlights.commands.speaking import refuse, report, say, tell
from highlights.diagnostics import Diagnostic, Place
from highlights.publish.terminal import obeyed_by_none, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("近400万元，“四个一”\n\t甲 乙　丙", "近400万元，“四个一”\n\t甲 乙　丙"),
        ("\x1b[31m甲\x07", "\\u001b[31m甲\\u0007"),
        ("甲\r乙\x9b", "甲\\u000d乙\\u009b"),
        ("甲\u202e乙\u200b\u2028", "甲\\u202e乙\\u200b\\u2028"),
        ("甲\udcff\U000e0041", "甲\\udcff\\udb40\\udc41"),
    ],
)
def test_what_nobody_would_see_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_json_stays_what_it_was() -> None:
    value = ["\x1b\x7f\x9b", "\u202e\u2028", "\U000e0041"]
    assert json.loads(visible(json.dumps(value, ensure_ascii=False))) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\n::error::乙", "甲\n\\u003a:error::乙"),
        ("  ::add-mask::甲", "  \\u003a:add-mask::甲"),
        ("甲##[group]乙", "甲\\u0023#[group]乙"),
        ("甲##vso[task]乙", "甲\\u0023#vso[task]乙"),
        ("a.yaml:1:2 甲::乙 ## 丙 #[丁]", "a.yaml:1:2 甲::乙 ## 丙 #[丁]"),
    ],
)
def test_no_line_is_a_command(text: str, shown: str) -> None:
    assert obeyed_by_none(text) == shown


@pytest.mark.parametrize("speak", [say, report, refuse])
def test_whatever_a_command_says_is_obeyed_by_none(
    speak: Callable[[str], object], capsys: pytest.CaptureFixture[str]
) -> None:
    speak("没有：甲\n::error::乙、##[group]丙\x1b[2J")
    assert "".join(capsys.readouterr()) == "没有：甲\n\\u003a:error::乙、\\u0023#[group]丙\\u001b[2J\n"


def test_findings_are_annotations_for_github_and_the_same_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    found = Diagnostic(Place("甲\n::x.yaml"), "syntax", "乙\n::error::丙##[group]")
    tell("github", [found], "")
    assert (
        capsys.readouterr().out
        == "::error file=甲%0A%3A%3Ax.yaml,line=1,col=1,title=syntax::乙%0A::error::丙##[group]\n"
    )
    tell("json", [found], "")
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["file"], record["message"]) == (found.place.file, found.message)
