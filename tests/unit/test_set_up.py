"""tools/set-up, killed at each of its steps and run again. A stand-in for Python notes what it has installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Like pip, it takes what is there for whole. It kills set-up in the middle of its step number $KILL_AT, and begins when
# $GATE, a pipe, is closed.
STAND_IN = """\
#!/usr/bin/env bash
step() {
  echo >> steps
  if [ "$(wc -l < steps)" = "${KILL_AT:-}" ]; then kill -KILL "$PPID"; exit 137; fi
}
case "$*" in
  "-m venv --clear .venv")
    if [ -n "${GATE:-}" ]; then cat "$GATE"; fi
    rm -rf .venv; mkdir -p .venv/bin; step; cp "$0" .venv/bin/python; step; touch .venv/pip; step ;;
  "-m pip --version") test -e .venv/pip ;;
  *" -r "*|*" -e .")
    name=.venv/package-${@: -1:1}
    if [ ! -e "$name" ]; then echo half > "$name"; step; echo whole > "$name"; step; fi ;;
esac
"""
STEPS = 7


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "set-up", tmp_path / "tools")
    python = tmp_path / "python"
    python.write_text(STAND_IN, encoding="utf-8")
    python.chmod(0o755)
    # Whatever this machine lacks is none of the tests' business: all packages are installed.
    query = tmp_path / "packages" / "dpkg-query"
    query.parent.mkdir()
    query.write_text("#!/bin/sh\necho 'ii '\n", encoding="utf-8")
    query.chmod(0o755)
    return tmp_path


def start(project: Path, what: str = "check", **variables: str) -> subprocess.Popen[str]:
    path = variables.pop("PATH", os.environ["PATH"])
    environment = {**os.environ, "PYTHON": str(project / "python"), **variables}
    environment["PATH"] = f"{project / 'packages'}:{path}"
    return subprocess.Popen(["tools/set-up", what], cwd=project, env=environment, stderr=subprocess.PIPE, text=True)


def set_up(project: Path, kill_at: int | None = None, **variables: str) -> int:
    (project / "steps").write_text("", encoding="utf-8")
    with start(project, KILL_AT=str(kill_at or ""), **variables) as process:
        process.communicate()
    return process.returncode


def assert_ready(project: Path) -> None:
    packages = {path.name: path.read_text(encoding="utf-8") for path in (project / ".venv").glob("package-*")}
    assert packages == {"package-requirements.lock": "whole\n", "package-.": "whole\n"}
    assert not (project / ".venv" / "unfinished").exists()
    assert (project / ".venv" / "check.ready").exists()


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_killed_at_any_step_the_next_run_makes_everything_whole(project: Path, step: int) -> None:
    assert set_up(project, kill_at=step) != 0
    assert set_up(project) == 0
    assert_ready(project)


def test_a_first_run_has_as_many_steps_as_were_tried(project: Path) -> None:
    assert set_up(project) == 0
    assert (project / "steps").read_text(encoding="utf-8") == "\n" * STEPS
    assert_ready(project)


def test_a_second_run_installs_nothing_again(project: Path) -> None:
    set_up(project)
    assert set_up(project) == 0
    assert (project / "steps").read_text(encoding="utf-8") == ""


def test_an_interrupted_run_leaves_nothing_that_make_takes_for_done(project: Path) -> None:
    set_up(project)
    (project / ".venv" / "check.ready").touch()
    (project / ".venv" / "package-.").unlink()
    assert set_up(project, kill_at=1) != 0
    assert not (project / ".venv" / "check.ready").exists()


@pytest.mark.parametrize("is_killed", [False, True])
def test_of_two_at_once_one_works_and_the_other_takes_what_it_has_made(project: Path, is_killed: bool) -> None:
    """Or does it itself, where the one that it has waited for was killed."""
    (project / "steps").touch()
    os.mkfifo(project / "gate")
    first = start(project, GATE="gate")
    with (project / "gate").open("w"):  # opened when the first is at work
        second = start(project)
        assert second.stderr
        assert "等它做完" in second.stderr.readline()
        if is_killed:
            first.kill()
    first.communicate()
    second.communicate()
    assert (first.returncode == 0, second.returncode) == (not is_killed, 0)
    assert_ready(project)
    if not is_killed:
        assert (project / "steps").read_text(encoding="utf-8") == "\n" * STEPS


def test_where_there_is_no_flock_it_goes_on_without(project: Path) -> None:
    tools = project / "bin"
    tools.mkdir()
    for path in (*Path("/usr/bin").iterdir(), *Path("/bin").iterdir()):
        if path.name != "flock" and not (tools / path.name).is_symlink():
            (tools / path.name).symlink_to(path)
    assert set_up(project, PATH=str(tools)) == 0
    assert_ready(project)


@pytest.mark.parametrize(
    ("what", "marks"),
    [
        ("check", {"check"}),
        ("site", {"check", "site"}),
        ("test", {"check", "site", "test"}),
        ("bench", {"check", "site", "bench"}),
    ],
)
def test_make_finds_marked_what_is_there(project: Path, what: str, marks: set[str]) -> None:
    (project / "steps").touch()
    with start(project, what) as process:
        process.communicate()
    assert {path.stem for path in (project / ".venv").glob("*.ready")} == marks
