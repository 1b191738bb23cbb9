"""What a problem is in the editor's guide: its code, what it means, an example, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Rules across the data explain themselves; see load/rules/rule.py."""

    code: str
    means: str
    example: str
    fix: str


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """`id` is where the page goes to."""

    id: str
    title: str
    problems: tuple[Problem, ...]
