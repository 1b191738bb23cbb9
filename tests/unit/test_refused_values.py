"""Whatever stands where a value should be, an editor is told in Chinese, under a code that the guide explains."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from highlights.diagnostics import Diagnostic
from highlights.load import entries
from highlights.load.document import Document
from highlights.load.entries import Entry
from highlights.load.fields import _DESCRIPTIONS, read_entry
from highlights.load.findings import Findings
from highlights.load.yaml_file import Mapping, parse_tree
from tests.unit.test_problems import EXPLAINED

ENTRIES = [one for one in vars(entries).values() if isinstance(one, type) and issubclass(one, Entry) and one != Entry]

TEXTS = (
    "甲", "a", "x" * 61, "x" * 301, "x" * 20_001, "0", "-1", "13", "3000", "1.5", "1e9", "9" * 5_000, "nan", "true",
    "2022-13-01", "a/b", "１２", "~",
)  # fmt: skip
# As data files have them: texts, lists and mappings, and nothing.
VALUES: tuple[Any, ...] = (
    None, "", "   ", *TEXTS, [], {}, [[]], [{}], [None], [""], *([text] for text in TEXTS),
    *([text] * 2 for text in TEXTS), *([text] * 3 for text in TEXTS), [["a"]], ["1", "a"], {"a": "b"}, {"甲": "b"},
    {"a": {}}, {"a": None}, {"a": []}, {"甲": {"name": "甲", "lines": "1"}}, {"a": {"name": ["甲"], "lines": [["1"]]}},
    {"a": {"name": "甲", "lines": {"a": "b"}}}, {"a" * 61: {}},
)  # fmt: skip

# Words of pydantic, values as Python writes them, an index of a list for a key.
OF_THE_MACHINE = re.compile(r"\b(?:should|input|[Uu]nable|dict|None)\b|[\[{]'|\b\d: …")


def tried() -> Iterator[tuple[type[Entry], Any]]:
    """Each value as each entry, and as each of its fields."""
    for kind in ENTRIES:
        for value in VALUES:
            yield kind, value
            yield from ((kind, {field: value}) for field in kind.model_fields)


def test_every_refusal_of_a_value_is_described_and_none_that_never_comes() -> None:
    kinds = {error["type"] for kind, value in tried() for error in errors(kind, value)}
    assert _DESCRIPTIONS.keys() <= kinds
    assert kinds - _DESCRIPTIONS.keys() <= set(EXPLAINED)


@pytest.mark.parametrize("kind", ENTRIES)
def test_a_refused_value_is_told_in_chinese(kind: type[Entry]) -> None:
    for value in (value for one, value in tried() if one is kind):
        for found in told(kind, value):
            assert found.code in EXPLAINED, found
            assert re.search("[\u4e00-\u9fff]", found.message), found
            assert not OF_THE_MACHINE.search(f"{found.message} {found.hint}"), found


def errors(kind: type[Entry], value: Any) -> Iterator[Any]:
    try:
        kind.model_validate(value)
    except ValidationError as invalid:
        yield from invalid.errors(include_url=False)


def told(kind: type[Entry], value: Any) -> tuple[Diagnostic, ...]:
    findings = Findings()
    root, troubles = parse_tree(f"entry: {typed(value)}", "test.yaml")
    assert isinstance(root, Mapping), troubles
    read_entry(kind, Document("test.yaml", root, ()), findings, "entry")
    return findings.in_order()


def typed(value: Any) -> str:
    """In YAML, which is JSON where there is something."""
    return json.dumps(value, ensure_ascii=False).replace("null", "")
