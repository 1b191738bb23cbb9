"""A parser's error and the text in, everything out that tells which trap it was. It explains nothing itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from highlights.load.yaml_file.events import read_events
from highlights.load.yaml_file.lines import is_comment


@dataclass(frozen=True, slots=True)
class Case:
    """Where the parser stopped, where it had begun what it could not end, the innermost bracket it was in, and the
    event of the value it had read just before, if it was one. Rows and columns from 0."""

    lines: list[str]
    row: int
    column: int
    words: str
    begun: tuple[int, int] | None
    value: Any
    bracket: tuple[int, int] | None

    def line_at(self, row: int) -> str:
        """An error may stand behind the last line."""
        return self.lines[row] if row < len(self.lines) else ""

    @property
    def line(self) -> str:
        return self.line_at(self.row)

    @property
    def head(self) -> str:
        return self.line[: self.column]

    @property
    def rest(self) -> str:
        return self.line[self.column :]

    @property
    def above(self) -> int | None:
        """The nearest row above that is neither blank nor a comment."""
        rows = range(min(self.row, len(self.lines)) - 1, -1, -1)
        return next((row for row in rows if self.lines[row].strip() and not is_comment(self.lines[row])), None)

    def first_piece(self, text: str) -> str:
        """Inside brackets, the text up to the sign that ends a value there."""
        return re.split(r"[,}\]]", text[:400])[0] if self.bracket else text


def case_of(error: yaml.MarkedYAMLError, text: str) -> Case:
    value, bracket, reached = _read_before(text)
    mark: Any = error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else reached
    context: Any = error.context_mark
    begun = (context.line, context.column) if context else None
    words = f"{error.context or ''} {error.problem or ''}"
    return Case(text.split("\n"), row, column, words, begun, value, bracket)


def _read_before(text: str) -> tuple[Any, tuple[int, int] | None, tuple[int, int]]:
    """The last event before the error if it is a value, the innermost open bracket, and the place reached."""
    event: Any = None
    brackets: list[tuple[int, int]] = []
    try:
        for event in read_events(text):
            if isinstance(event, yaml.CollectionStartEvent) and event.flow_style:
                brackets.append(_row_and_column(event.start_mark))
            elif isinstance(event, yaml.CollectionEndEvent) and brackets:
                brackets.pop()
    except yaml.MarkedYAMLError:
        pass
    value = event if isinstance(event, yaml.ScalarEvent) else None
    reached = _row_and_column(event.end_mark) if event else (0, 0)
    return value, brackets[-1] if brackets else None, reached


def _row_and_column(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column
