"""Registries in; the ids that a report may name, each with what it stands for in Chinese, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from highlights.editing.problems import PROBLEM_GROUPS
from highlights.load.exceptions import EXCUSABLE
from highlights.load.registries import Registries
from highlights.load.rules import RULES
from highlights.load.typography import TYPOGRAPHY_RULES
from highlights.model import CITY_ID, Indicator


@dataclass(frozen=True, slots=True)
class Choices:
    """The texts of ids by id; `sections` are written source#section."""

    districts: Mapping[str, str]
    themes: Mapping[str, str]
    sections: Mapping[str, str]
    indicators: Mapping[str, str]


def choices_of(registries: Registries) -> Choices:
    return Choices(
        districts={CITY_ID: "全市", **{key: item.name for key, item in registries.districts.items.items()}},
        themes={key: _joined(item.name, item.description) for key, item in registries.themes.items.items()},
        sections={
            f"{source.id}#{section.id}": f"{source.title}：{section.name}"
            for source in registries.sources.items.values()
            for section in source.sections.values()
        },
        indicators={key: _described(item) for key, item in registries.indicators.items.items()},
    )


def excusable_rules() -> Mapping[str, str]:
    told = {problem.code: problem.means for group in PROBLEM_GROUPS for problem in group.problems}
    asked = {rule.code: rule.asks for rule in RULES} | {rule.code: rule.asks for rule in TYPOGRAPHY_RULES}
    return {code: text for code, text in (told | asked).items() if code in EXCUSABLE}


def _described(indicator: Indicator) -> str:
    return f"{indicator.name}（{'、'.join(indicator.units)}）：{indicator.definition}"


def _joined(name: str, description: str | None) -> str:
    return f"{name}：{description}" if description else name
