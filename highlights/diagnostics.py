"""One finding about the data: what it is, where it stands, how to mend it. No I/O, no wording of findings."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands. Line and column count from 1, as editors do; the column counts characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`code` is a stable word that the editor's guide documents; `message` and `hint` are Chinese.

    `subject` is the id of the figure or highlight it is about, which an exception may name.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    subject: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, by file, line and column."""
    return tuple(sorted(set(diagnostics), key=lambda found: (found.place, found.code, found.message)))


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, or None when none is near enough to be worth proposing."""
    candidates = list(names)
    close = difflib.get_close_matches(name, candidates, n=1, cutoff=0.7)
    longer = [candidate for candidate in candidates if len(name) > 2 and candidate.startswith(name)]
    return next(iter((*close, *longer)), None)


def propose(name: str, names: Iterable[str], listed: str) -> str:
    """The hint of a wrong name: the nearest right one, or all of them when they are few."""
    candidates = sorted(names)
    close = nearest(name, candidates)
    if close:
        return f"是不是“{close}”？"
    if not candidates:
        return f"{listed}还没有任何内容"
    if len(candidates) <= 20:
        return f"可用的有：{'、'.join(candidates)}"
    return f"可用的见{listed}"


def and_also(hint: str, more: str) -> str:
    """One more thing to do or to think of, behind a hint that may end as a question."""
    return f"{hint}{'' if hint.endswith('？') else '；'}{more}"
