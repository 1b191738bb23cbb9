"""Every payload in every field of the data: refused in words that are inert, or inert in every file that is made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from highlights.cli import main
from highlights.derive.index import index_city
from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.publish.district_files import district_files
from highlights.publish.messages import as_github, as_json, as_text
from highlights.publish.open_data import open_data_files
from highlights.publish.search import search_files
from highlights.publish.table_files import table_files
from highlights.publish.terminal import visible
from highlights.render.components import Components
from highlights.render.diagnostics import Diagnostics
from highlights.render.links import Here
from highlights.review.command import written
from highlights.review.review import Side, review
from tests.conftest import ROOT
from tests.unit.test_revisions import commit, git
from tests.untrusted import inert
from tests.untrusted.fields import Tree, small_city, write
from tests.untrusted.payloads import ALL, FEW
from tests.untrusted.trial import Trial, try_everywhere

COMPONENTS = Components(ROOT / "overrides" / "components")


def payloads() -> list[object]:
    return [
        pytest.param(text, id=f"{number}", marks=() if text in FEW else pytest.mark.release)
        for number, text in enumerate(ALL)
    ]


def test_there_are_payloads_enough_and_none_twice() -> None:
    assert len(set(ALL)) == len(ALL) >= 150
    assert set(FEW) <= set(ALL)


@pytest.mark.parametrize("in_escapes", [False, True])
@pytest.mark.parametrize("text", payloads())
def test_a_text_is_refused_or_inert(text: str, in_escapes: bool, tmp_path: Path) -> None:
    if in_escapes and text.isascii() and text.isprintable():
        pytest.skip("the same file")
    write(small_city(), tmp_path / "before")
    before = load_city(tmp_path / "before").city
    assert before is not None
    trial = try_everywhere(text, tmp_path / "data", in_escapes=in_escapes)
    faults = [*in_messages(trial.told), *in_files(trial), *in_reviews(Side("甲", before), trial)]
    assert faults == []


def in_messages(told: tuple[Diagnostic, ...]) -> Iterator[str]:
    yield from inert.in_terminal(as_text(told))
    yield from inert.in_annotations(visible(as_github(told)))
    yield from inert.in_json(visible(as_json(told)))
    yield from inert.in_preview(
        COMPONENTS.html("diagnostics", Diagnostics(told, has_older_pages=True), Here("")).markup
    )


def in_files(trial: Trial) -> Iterator[str]:
    index = index_city(trial.city)
    yield from inert.in_files(
        {
            **open_data_files(trial.city),
            **table_files(trial.city, index),
            **district_files(trial.city, index, names_files=False),
            **search_files(trial.city),
        }
    )


def in_reviews(before: Side, trial: Trial) -> Iterator[str]:
    found = review(before, Side("乙", trial.city, trial.told))
    assert bool(found.changes) == bool(trial.accepted)
    checks = {"text": inert.in_terminal, "markdown": inert.in_markdown, "json": inert.in_json}
    for style, check in checks.items():
        yield from (f"diff {style}: {fault}" for fault in check(visible(written(found, style, is_guarded=True))))


FILE_NAMES = [
    "\x1b[2J.yaml",
    "甲\n::error::乙.yaml",
    "::error::甲.yaml",
    "##[error]甲.yaml",
    "甲\r.yaml",
    "\u202elmay.yaml",
    os.fsdecode(b"\xff\xfe.yaml"),
    "<img src=x onerror=pwned=1>.yaml",
    "{{1337*7331}}.yaml",
    "${{ github.token }}.yaml",
    "..yaml.txt",
    "%0A::error::甲.yaml",
    "a,line=1::b.yaml",
    "甲" * 80 + ".yaml",
]


@pytest.mark.parametrize("name", FILE_NAMES, ids=ascii)
@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_file_name_is_told_and_not_obeyed(
    name: str, style: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(small_city(), tmp_path)
    for file in (tmp_path / name, tmp_path / "2022" / name):
        file.write_text("district: a\nyear: 2021\n", encoding="utf-8")
    main(["check", "--data", str(tmp_path), "--format", style])
    told = capsys.readouterr().out
    checks = {"text": inert.in_terminal, "json": inert.in_json, "github": inert.in_annotations}
    assert told
    assert list(checks[style](told)) == []


@pytest.mark.parametrize("name", FILE_NAMES, ids=ascii)
@pytest.mark.parametrize("style", ["text", "markdown", "json"])
def test_a_file_name_is_told_by_a_review_and_not_obeyed(
    name: str, style: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = repository_of(small_city(), tmp_path)
    (data / name).write_text("district: a\n", encoding="utf-8")
    assert main(["diff", "--data", str(data), "--format", style, "--guard"]) == 0
    told = capsys.readouterr().out
    checks = {"text": inert.in_terminal, "markdown": inert.in_markdown, "json": inert.in_json}
    assert ("unexpected-file" in told) is not name.startswith(".")
    assert list(checks[style](told)) == []


@pytest.mark.parametrize("name", FILE_NAMES, ids=ascii)
def test_a_review_that_is_refused_is_not_obeyed(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = repository_of(small_city(), tmp_path)
    (data / name).symlink_to("nowhere")
    (data / "2022" / name).write_text("district: a\nyear: 2021\n", encoding="utf-8")
    main(["diff", "--data", str(data), "--format", "json"])
    captured = capsys.readouterr()
    assert ("unreadable-file" in captured.err) is not name.startswith(".")
    assert list(inert.in_terminal(captured.err)) == []


@pytest.mark.parametrize("name", FILE_NAMES, ids=ascii)
def test_a_file_name_is_text_above_the_pages_of_a_preview(name: str, tmp_path: Path) -> None:
    write(small_city(), tmp_path)
    for file in (tmp_path / name, tmp_path / "2022" / name):
        file.write_text("district: a\nyear: 2021\n", encoding="utf-8")
    view = Diagnostics(load_city(tmp_path).diagnostics, has_older_pages=True)
    markup = visible(COMPONENTS.html("diagnostics", view, Here("")).markup)
    assert list(inert.in_preview(markup)) == []
    assert list(inert.in_lines(markup)) == []


def repository_of(tree: Tree, folder: Path) -> Path:
    write(tree, folder / "data")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder / "data"
