"""What a rule about the data is: a code, what it asks, an example of each side, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from highlights.diagnostics import Diagnostic, Place, Severity
from highlights.model import City


@dataclass(frozen=True, slots=True)
class Doubt:
    """One finding of a rule. `subject` is the id of the figure or highlight that an exception would name."""

    place: Place
    message: str
    hint: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs_whole_city`: about what is registered, not about what a report says. No report can excuse it, and it is
    silent while something could not be read, since then much looks unused or alone.
    """

    code: str
    asks: str
    wrong: str
    right: str
    look: Callable[[City], Iterator[Doubt]]
    severity: Severity = Severity.WARNING
    needs_whole_city: bool = False

    def diagnose(self, city: City) -> Iterator[Diagnostic]:
        for doubt in self.look(city):
            yield Diagnostic(doubt.place, self.code, doubt.message, doubt.hint, self.severity, doubt.subject)
