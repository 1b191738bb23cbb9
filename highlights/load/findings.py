"""Where the loader's findings are gathered: every mistake in one run, none raised.

Links within the site are gathered too: whether they lead anywhere is known when everything is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from highlights.diagnostics import Diagnostic, Place, Severity, in_order

MOST_ERRORS_OF_A_FILE = 500


@dataclass(frozen=True, slots=True)
class InnerLink:
    """`address` as Markdown reads it: from the site's root, or `#…` for a place on the page of its own report."""

    place: Place
    address: str


class Findings:
    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._errors: Counter[str] = Counter()
        self.links: list[InnerLink] = []

    def error(self, place: Place, code: str, message: str, hint: str = "") -> None:
        self._errors[place.file] += 1
        self._found.append(Diagnostic(place, code, message, hint))
        if self._errors[place.file] == MOST_ERRORS_OF_A_FILE:
            message = f"这个文件已有 {MOST_ERRORS_OF_A_FILE} 个错误，后面的没有一一查看"
            self._found.append(Diagnostic(Place(place.file), "too-many-errors", message, "先改正前面的，再检查一次"))

    def warning(self, place: Place, code: str, message: str, hint: str = "", subject: str = "") -> None:
        self._found.append(Diagnostic(place, code, message, hint, Severity.WARNING, subject))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._found.extend(diagnostics)

    def is_full(self, file: str) -> bool:
        """So much is wrong with it that looking further would only take time."""
        return self._errors[file] >= MOST_ERRORS_OF_A_FILE

    @property
    def has_errors(self) -> bool:
        return any(found.is_error for found in self._found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        return in_order(self._found)
