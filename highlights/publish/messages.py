"""Findings as text for a terminal, as JSON, and as annotations for a pull request. It finds nothing itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from highlights.diagnostics import Diagnostic, Severity
from highlights.publish.terminal import obeyed_by_none

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Grouped by file, a blank line between files."""
    groups = groupby(diagnostics, key=lambda found: found.place.file)
    return obeyed_by_none("\n\n".join("\n".join(map(_as_lines, found)) for _, found in groups))


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    return json.dumps([as_record(found) for found in diagnostics], ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands of GitHub Actions: an annotation at the line of the pull request."""
    return "\n".join(map(_as_annotation, diagnostics))


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    errors = sum(found.is_error for found in diagnostics)
    warnings = len(diagnostics) - errors
    return f"{errors} 个错误，{warnings} 个提醒" if diagnostics else "没有发现问题"


FORMATS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _as_lines(found: Diagnostic) -> str:
    line = f"{found.place} {_SEVERITIES[found.severity]} {found.code}  {found.message}"
    return f"{line}\n  提示：{found.hint}" if found.hint else line


def as_record(found: Diagnostic) -> dict[str, str | int]:
    return {
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
    }


def _as_annotation(found: Diagnostic) -> str:
    place = f"file={_property(found.place.file)},line={found.place.line},col={found.place.column}"
    text = f"{found.message}\n提示：{found.hint}" if found.hint else found.message
    return f"::{found.severity.value} {place},title={_property(found.code)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
