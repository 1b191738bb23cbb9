"""Code and guide held against each other: every problem that is told is explained, and none more."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from highlights.editing.problems import PROBLEM_GROUPS
from highlights.load.rules import RULES
from highlights.load.typography import TYPOGRAPHY_RULES
from tests.test_floors import PACKAGE
from tests.unit.test_bad_input import CASES

# Words with hyphens that are no codes. Nothing refers to a term by its id, so none is ever unknown.
OTHER_WORDS = {"unknown-term", "utf-8"}
WORD = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")

PROBLEMS = [problem for group in PROBLEM_GROUPS for problem in group.problems]
EXPLAINED = [*(one.code for one in PROBLEMS), *(one.code for one in RULES), *(one.code for one in TYPOGRAPHY_RULES)]


def words_in(path: Path) -> Iterator[str]:
    """All texts of a module that stand for themselves."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def told() -> set[str]:
    """What the modules that find something name; the guide itself is not asked."""
    finders = [
        *(PACKAGE / "load").rglob("*.py"),
        *(PACKAGE / "derive").rglob("*.py"),
        *(PACKAGE / "editing").glob("*.py"),
        PACKAGE / "publish" / "writer.py",
    ]
    return {word for path in finders for word in words_in(path)}


def test_every_problem_is_explained() -> None:
    assert {word for word in told() if WORD.fullmatch(word)} - OTHER_WORDS - set(EXPLAINED) == set()


def test_nothing_is_explained_that_is_never_told() -> None:
    assert set(EXPLAINED) - told() == set()


def test_a_problem_is_explained_once_and_in_full() -> None:
    assert len(EXPLAINED) == len(set(EXPLAINED))
    assert all(problem.means and problem.example and problem.fix for problem in PROBLEMS)


def test_what_the_tests_get_wrong_is_explained() -> None:
    assert {case.code for case in CASES} <= set(EXPLAINED)
