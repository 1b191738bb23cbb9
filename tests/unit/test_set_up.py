"""tools/set-up, killed at each of its steps and run again. A stand-in for Python notes what it has installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Like pip, it takes what is there for whole. It kills set-up in the middle of its step number $KILL_AT.
STAND_IN = """\
#!/usr/bin/env bash
step() {
  echo >> steps
  if [ "$(wc -l < steps)" = "${KILL_AT:-}" ]; then kill -KILL "$PPID"; exit 137; fi
}
case "$*" in
  "-m venv --clear .venv")
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
    return tmp_path


def set_up(project: Path, kill_at: int | None = None) -> int:
    environment = {**os.environ, "PYTHON": str(project / "python"), "KILL_AT": str(kill_at or "")}
    (project / "steps").write_text("", encoding="utf-8")
    return subprocess.run(["tools/set-up", "check"], cwd=project, env=environment, check=False).returncode


def assert_ready(project: Path) -> None:
    packages = {path.name: path.read_text(encoding="utf-8") for path in (project / ".venv").glob("package-*")}
    assert packages == {"package-requirements.lock": "whole\n", "package-.": "whole\n"}
    assert not (project / ".venv" / "unfinished").exists()


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
