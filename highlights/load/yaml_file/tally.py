"""The findings about one file in, as many of them out as anybody reads. It words none but “there are more”."""

from __future__ import annotations

from collections import Counter

from highlights.diagnostics import Diagnostic, Place, Severity

MAX_OF_ONE_CODE = 20
MAX_COUNTED = 2000


class Tally:
    """At most 20 findings of each code, and then one that says how many more there are.

    `is_full` when so much is wrong that looking further would only take time.
    """

    def __init__(self, shown_name: str) -> None:
        self._file = shown_name
        self._found: list[Diagnostic] = []
        self._count: Counter[str] = Counter()
        self._placed = 0
        self.is_full = False
        self._next: dict[str, Diagnostic] = {}

    def add(
        self, line: int, column: int, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        self._count[code] += 1
        self._placed += 1
        self.is_full = self._placed > MAX_COUNTED
        if self._count[code] > MAX_OF_ONE_CODE + 1:
            return
        found = Diagnostic(Place(self._file, line, column), code, message, hint, severity)
        if self._count[code] <= MAX_OF_ONE_CODE:
            self._found.append(found)
        else:
            self._next[code] = found

    def add_unplaced(self, code: str, more: int) -> None:
        """Findings beyond the listed ones, whose places nobody needs: seeking them would take quadratic time."""
        self._count[code] += max(more, 0)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return (*self._found, *(self._rest(found) for found in self._next.values()))

    def _rest(self, first: Diagnostic) -> Diagnostic:
        more = self._count[first.code] - MAX_OF_ONE_CODE
        message = f"从这里起至少还有 {more} 处同类问题，没有一一列出"
        return Diagnostic(first.place, first.code, message, first.hint, first.severity)
