"""A figure or a highlight together with the report it stands in: what an index finds."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.comparability import Comparability
from highlights.model import Figure, Highlight, Report


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure of an indicator, the report it stands in, and whether it may be compared."""

    report: Report
    figure: Figure
    comparability: Comparability


@dataclass(frozen=True, slots=True)
class Passage:
    """A highlight and the report it stands in."""

    report: Report
    highlight: Highlight
