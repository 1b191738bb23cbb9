"""A style sheet without the rules that no page can meet. A sheet of the theme and the names in use in, the rest out.

Only classes and custom properties are looked at: a rule is kept when in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

import tinycss2
from tinycss2.ast import QualifiedRule

_CLASSES = re.compile(r'\bclass="([^"]*)"')
_USED_PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
_WORDS = re.compile(r"[\w-]+")
_GROUPS = {"media", "supports"}


def class_names(page: str) -> Iterator[str]:
    for found in set(_CLASSES.findall(page)):
        yield from found.split()


def keep_used(sheet: str, names: set[str], others: Iterable[str]) -> str:
    """`names` are those of classes. Whatever is a word of `others`, own sheets and scripts, is in use too."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    words = {word for text in others for word in _WORDS.findall(text)}
    kept = _used_rules(rules, names | words)
    while True:
        smaller = _used_properties(kept, words.union(_USED_PROPERTY.findall(kept)))
        if smaller == kept:
            return kept
        kept = smaller


def _used_rules(rules: Iterable[Any], names: set[str]) -> str:
    return "".join(_used_part(rule, names) for rule in rules)


def _used_part(rule: Any, names: set[str]) -> str:
    if isinstance(rule, QualifiedRule):
        selectors = [tinycss2.serialize(one) for one in _selectors(rule.prelude) if names.issuperset(_classes(one))]
        return f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""
    if rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS:
        inside = _used_rules(tinycss2.parse_rule_list(rule.content), names)
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}" if inside else ""
    return str(rule.serialize())


def _selectors(prelude: Iterable[Any]) -> Iterator[list[Any]]:
    for is_comma, parts in groupby(prelude, key=lambda part: part == ","):
        if not is_comma:
            yield list(parts)


def _classes(selector: Iterable[Any]) -> Iterator[str]:
    """Outside of brackets: what stands in those of :is() and :not() need not be met as a whole."""
    for part, following in pairwise(selector):
        if part == "." and following.type == "ident":
            yield following.value


def _used_properties(sheet: str, used: set[str]) -> str:
    rules = []
    for rule in tinycss2.parse_stylesheet(sheet):
        if isinstance(rule, QualifiedRule):
            declarations = tinycss2.parse_blocks_contents(rule.content)
            kept = [one for one in declarations if not getattr(one, "name", "").startswith("--") or one.name in used]
            if len(kept) < len(declarations):
                rule.content = kept
        if not isinstance(rule, QualifiedRule) or rule.content:
            rules.append(rule)
    return str(tinycss2.serialize(rules))
