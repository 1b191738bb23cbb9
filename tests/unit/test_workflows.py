"""What runs for pull requests: valid to the platforms' published schemas, pinned by hash, and able to read only."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
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
    text = (ROOT / ".github" / "workflows" / "pull-request.yml").read_text(encoding="utf-8")
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
    assert {"check", "diff", "site"} <= made <= targets


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]
