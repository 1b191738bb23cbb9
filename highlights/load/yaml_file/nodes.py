"""The tree of one file: texts, lists and mappings with their places; a tree and a path in, a node or its place out.

No parser, no findings, no types but text.
"""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Scalar:
    """`text` is None for nothing, `~` and `null`. `style` is '', one of the quotes, '|' or '>'."""

    text: str | None
    line: int
    column: int
    style: str = ""

    @property
    def is_plain(self) -> bool:
        return not self.style


@dataclass(frozen=True, slots=True)
class Sequence:
    items: list[Node]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """`line` and `column` are those of the key."""

    line: int
    column: int
    node: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, Entry]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def to_plain(node: Node) -> Any:
    """Texts, lists and dicts. Recursion goes no deeper than the composer lets a file nest."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {key: to_plain(entry.node) for key, entry in node.entries.items()}


def node_at(root: Node, path: abc.Sequence[str | int]) -> Node | None:
    trail = _trail(root, path)
    return trail[-1][1] if len(trail) == len(path) + 1 else None


def locate(root: Node, path: abc.Sequence[str | int]) -> tuple[int, int]:
    """Line and column of the value at this path, or of the deepest one on the way that is there."""
    node = _trail(root, path)[-1][1]
    return node.line, node.column


def locate_key(root: Node, path: abc.Sequence[str | int]) -> tuple[int, int]:
    """Line and column of the key at the end of this path, or of the deepest one that is there; of a list, its item."""
    return _trail(root, path)[-1][0]


def _trail(root: Node, path: abc.Sequence[str | int]) -> list[tuple[tuple[int, int], Node]]:
    """The nodes along the path, as far as it can be followed, each with the place of its key."""
    trail: list[tuple[tuple[int, int], Node]] = [((root.line, root.column), root)]
    for part in path:
        node = trail[-1][1]
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            entry = node.entries[part]
            trail.append(((entry.line, entry.column), entry.node))
        elif isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
            item = node.items[part]
            trail.append(((item.line, item.column), item))
        else:
            break
    return trail
