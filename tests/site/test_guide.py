"""The reference pages of the editor's guide: each key and each problem stands there, under an address of its own."""

from __future__ import annotations

import html
from pathlib import Path

from highlights.editing.guidance import FIELDS, VALUES
from highlights.editing.problems import PROBLEM_GROUPS


def page(site: Path, name: str) -> str:
    return html.unescape((site / "editing" / name / "index.html").read_text(encoding="utf-8"))


def test_every_key_stands_in_the_guide(invented_site: Path) -> None:
    text = page(invented_site, "fields")
    for model, fields in FIELDS.items():
        for name, guidance in fields.items():
            title = model.model_fields[name].title
            assert f"<code>{name}</code> {title}" in text
            assert f"<p>{guidance.text}</p>" in text
    for texts in VALUES.values():
        for value, meaning in texts.items():
            assert f"<code>{value}</code> {meaning}" in text


def test_every_problem_has_an_address(invented_site: Path) -> None:
    text = page(invented_site, "problems")
    for group in PROBLEM_GROUPS:
        for problem in group.problems:
            assert f'id="{problem.code}"' in text
            assert f"改法：{problem.fix}" in text
