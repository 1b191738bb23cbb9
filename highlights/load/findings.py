"""Where the loader's findings are gathered: every mistake in one run, none raised."""

from __future__ import annotations

from collections.abc import Iterable

from highlights.diagnostics import Diagnostic, Place, Severity, in_order


class Findings:
    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def error(self, place: Place, code: str, message: str, hint: str = "") -> None:
        self._found.append(Diagnostic(place, code, message, hint))

    def warning(self, place: Place, code: str, message: str, hint: str = "") -> None:
        self._found.append(Diagnostic(place, code, message, hint, Severity.WARNING))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._found.extend(diagnostics)

    @property
    def has_errors(self) -> bool:
        return any(found.is_error for found in self._found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        return in_order(self._found)
