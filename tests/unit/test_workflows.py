"""What runs for pull requests: valid to the platforms' published schemas, pinned by hash, and able to read only."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from highlights.review.as_json import as_json
from tests.conftest import ROOT, replace_in
from tests.unit.test_review import reviewed
from tests.unit.test_revisions import commit, git
from tests.untrusted import inert

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PULL_REQUEST = ROOT / ".github" / "workflows" / "pull-request.yml"
READ_ONLY = {"contents": "read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_github_takes_the_workflow(path: Path) -> None:
    assert_valid("--builtin-schema", "vendor.github-workflows", str(path))


def test_gitlab_takes_the_file() -> None:
    assert_valid("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(GITLAB))


def assert_valid(*arguments: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_the_token_only_reads(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == READ_ONLY
    for step in steps(workflow):
        if "uses" in step:
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
        if "checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
        # What a pull request says of itself reaches a shell as a variable only.
        assert "${{" not in step.get("run", "")


def test_pull_requests_run_without_secrets_and_without_leave_to_write() -> None:
    text = PULL_REQUEST.read_text(encoding="utf-8")
    assert "secrets" not in re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    assert "pull_request_target" not in text
    assert all("permissions" not in job for job in yaml.safe_load(text)["jobs"].values())


def test_only_targets_of_the_makefile_are_made() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    made = {
        target
        for path in (*WORKFLOWS, GITLAB)
        for target in re.findall(r"(?:run:|-) make ([a-z][a-z-]*)", path.read_text(encoding="utf-8"))
    }
    assert {"check", "diff", "site", "test"} <= made <= targets


def test_both_platforms_run_the_tests() -> None:
    """On the system that the README names."""
    jobs = yaml.safe_load(PULL_REQUEST.read_text(encoding="utf-8"))["jobs"]
    tests = jobs["tests"]
    assert (tests["needs"], tests["if"]) == ("outside-data", "needs.outside-data.outputs.program == 'true'")
    assert jobs["outside-data"]["outputs"] == {"program": "${{ steps.program.outputs.program }}"}
    assert "make test" in [step.get("run") for step in tests["steps"]]
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert tests["container"] == gitlab["image"] == "debian:12"
    (script,) = gitlab["test"]["script"]
    assert script.endswith(" || make test")
    assert gitlab["test"]["variables"]["GIT_DEPTH"] == "0"


def test_both_platforms_verify_with_the_texts_that_are_committed() -> None:
    """Some are enough: others may be kept elsewhere."""
    for path in (PULL_REQUEST, GITLAB):
        (command,) = re.findall(r"make verify .*", path.read_text(encoding="utf-8"))
        assert "SOURCES=sources ONLY_PRESENT=1" in command
    made = ["make", "--dry-run", "--old-file", ".venv/check.ready", "verify", "SOURCES=sources", "ONLY_PRESENT=1"]
    done = subprocess.run(made, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "highlights verify --sources sources --only-present" in done.stdout


@pytest.mark.parametrize(
    ("file", "is_tested"),
    [("data/2022/donghu.yaml", False), ("data/verified.yaml", False), ("docs/data/a.md", True), (".ci/run", True)],
)
def test_only_a_change_outside_of_data_is_tested(tmp_path: Path, file: str, is_tested: bool) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    git(repository, "init", "--quiet", "--initial-branch", "main")
    base = commit(repository)
    (repository / file).parent.mkdir(parents=True)
    (repository / file).write_text("改", encoding="utf-8")
    commit(repository)
    jobs = yaml.safe_load(PULL_REQUEST.read_text(encoding="utf-8"))["jobs"]
    (on_github,) = (step["run"] for step in jobs["outside-data"]["steps"] if step.get("id") == "program")
    (on_gitlab,) = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["test"]["script"]
    make = tmp_path / "bin" / "make"
    make.parent.mkdir()
    make.write_text('#!/bin/sh\necho "$*" > "$GITHUB_OUTPUT"\n', encoding="utf-8")
    make.chmod(0o755)
    for script, told in ((on_github, "program=true\n"), (on_gitlab, "test\n")):
        output = tmp_path / "output"
        output.write_text("", encoding="utf-8")
        environment = {
            **os.environ,
            "PATH": f"{make.parent}:{os.environ['PATH']}",
            "BASE": base,
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
            "GITHUB_OUTPUT": str(output),
        }
        subprocess.run(["bash", "-e", "-c", script], cwd=repository, env=environment, check=True)
        assert output.read_text(encoding="utf-8") == (told if is_tested else "")


@pytest.mark.parametrize(
    ("file", "needs_maintainer"),
    [
        ("data/2022/donghu.yaml", False),
        ("data/.schema/report.json", False),
        ("data/verified.yaml", True),
        ("docs/index.md", True),
        ("数据/甲.yaml", True),
    ],
)
def test_what_editors_do_not_type_needs_a_maintainer(tmp_path: Path, file: str, needs_maintainer: bool) -> None:
    """The platform asks by CODEOWNERS, and a job says so."""
    repository, base = repository_with_tool(tmp_path)
    (repository / file).parent.mkdir(parents=True, exist_ok=True)
    (repository / file).write_text("改", encoding="utf-8")
    commit(repository)
    told = tell_outside_data(repository, base)
    assert (f"- {file}\n" in told) is needs_maintainer
    assert ("不需要维护者" in told) is not needs_maintainer
    assert owner_of(file) == ("@your-organisation/maintainers" if needs_maintainer else "")


def test_the_bulletins_that_a_change_touches_are_put_aside(data_folder: Path, tmp_path: Path) -> None:
    replace_in(data_folder / "2023" / "donghu.yaml", "2.9万棵", "3万棵")
    replace_in(data_folder / "2022" / "edition.yaml", "title: ", "title: 新")
    (data_folder / "2022" / "xiling.yaml").unlink()
    bulletins = tmp_path / "bulletins"
    bulletins.mkdir()
    for name in ("2022.pdf", "2022-donghu.pdf", "2023.pdf", "2023-donghu.pdf"):
        (bulletins / name).write_text(name, encoding="utf-8")
    command = [
        sys.executable,
        "-I",
        str(ROOT / "tools" / "changed_bulletins.py"),
        str(bulletins),
        str(tmp_path / "out"),
    ]
    changes = as_json(reviewed(data_folder))
    done = subprocess.run(command, input=changes, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2022.pdf", "2023-donghu.pdf"]
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()} == {
        "2022.pdf": "2022.pdf",
        "2023-donghu.pdf": "2023-donghu.pdf",
    }


def test_both_platforms_offer_them_for_download() -> None:
    steps_of_preview = yaml.safe_load(PULL_REQUEST.read_text(encoding="utf-8"))["jobs"]["preview"]["steps"]
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["preview"]
    command = "python3 tools/changed_bulletins.py site-offline/bulletins changed-bulletins < .build/changes.json"
    assert command in "".join(step.get("run", "") for step in steps_of_preview)
    assert "changed-bulletins" in [step.get("with", {}).get("path") for step in steps_of_preview]
    assert command in gitlab["script"]
    assert "changed-bulletins" in gitlab["artifacts"]["paths"]


def repository_with_tool(folder: Path) -> tuple[Path, str]:
    """And the revision to compare with."""
    repository = folder / "repository"
    (repository / "tools").mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "outside-data", repository / "tools")
    git(repository, "init", "--quiet", "--initial-branch", "main")
    return repository, commit(repository)


def tell_outside_data(repository: Path, base: str, **variables: str) -> str:
    command = [str(repository / "tools" / "outside-data"), base]
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"} | variables
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_no_name_of_a_file_is_obeyed_where_maintainers_are_asked(tmp_path: Path) -> None:
    names = [
        "::error::甲",
        "##[error]甲",
        "##vso[task]",
        "```",
        "</pre><img src=x>",
        "- [甲](https:乙)",
        "甲\n::error::乙",
    ]
    repository, base = repository_with_tool(tmp_path)
    for name in names:
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text("改", encoding="utf-8")
    commit(repository)
    summary = tmp_path / "summary"
    told = tell_outside_data(repository, base, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary)).splitlines()
    assert [line for line in told if line.startswith("::")] == [told[-1]]
    assert list(inert.in_terminal("\n".join(told[:-1]))) == []
    assert "##[" not in "\n".join(told)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(summary.read_text(encoding="utf-8"))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close", "code_block"]
    assert len(tokens[-1].content.splitlines()) == len(names)


def owner_of(file: str) -> str:
    """The last line that fits decides."""
    owners = ""
    for line in (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, _, named = line.partition(" ")
        if not line.startswith("#") and (pattern == "*" or f"/{file}".startswith(pattern)):
            owners = named.strip()
    return owners


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]
