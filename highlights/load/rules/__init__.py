"""Rules that hold across the data: plain functions from city to findings, each with a code and an example."""

from highlights.load.rules import containment, copies, magnitude, names, references, usage, wording
from highlights.load.rules.rule import Doubt, Rule

RULES: tuple[Rule, ...] = (
    *containment.RULES,
    *copies.RULES,
    *magnitude.RULES,
    *wording.RULES,
    *references.RULES,
    *names.RULES,
    *usage.RULES,
)

__all__ = ["RULES", "Doubt", "Rule"]
