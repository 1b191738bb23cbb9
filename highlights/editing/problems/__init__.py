"""Every problem that the program can tell of, but for the rules across the data, which explain themselves."""

from __future__ import annotations

from highlights.editing.problems.of_content import FIGURES, PAGES, SOURCES, TEXTS
from highlights.editing.problems.of_files import FILES, YAML
from highlights.editing.problems.of_values import NAMES, VALUES
from highlights.editing.problems.problem import Problem, ProblemGroup

PROBLEM_GROUPS: tuple[ProblemGroup, ...] = (FILES, YAML, VALUES, NAMES, FIGURES, TEXTS, SOURCES, PAGES)

__all__ = ["PROBLEM_GROUPS", "Problem", "ProblemGroup"]
