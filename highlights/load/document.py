"""One data file that could be read: its tree, and the place in the file of everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from highlights.diagnostics import Place
from highlights.load.findings import Findings
from highlights.load.yaml_file import (
    Mapping,
    Node,
    Scalar,
    locate,
    locate_key,
    node_at,
    parse_tree,
    read_text,
    to_plain,
)

Key = str | int


@dataclass(frozen=True, slots=True)
class Document:
    """`file` is shown to the editor. Paths are keys and indexes from the top of the file."""

    file: str
    root: Mapping
    lines: Sequence[str]

    def plain(self, *path: Key) -> Any:
        node = node_at(self.root, path)
        return None if node is None else to_plain(node)

    def place(self, *path: Key) -> Place:
        """Where the value at this path begins, or the nearest thing around it that is there."""
        return Place(self.file, *locate(self.root, path))

    def key_place(self, *path: Key) -> Place:
        """Where the key at the end of this path stands."""
        return Place(self.file, *locate_key(self.root, path))

    def text_place(self, path: Sequence[Key], offset: int) -> Place:
        """Where a character of a text stands; exact for `|` blocks and texts on one line."""
        node = node_at(self.root, path)
        if not isinstance(node, Scalar) or node.text is None:
            return self.place(*path)
        before = node.text[:offset]
        if node.style == "|":
            return self._place_in_block(node, before)
        if "\n" in node.text:
            return self.place(*path)
        return Place(self.file, node.line, node.column + offset + (node.style in ("'", '"')))

    def nodes(self) -> Iterator[tuple[tuple[Key, ...], Node]]:
        """Everything in the file with its path."""
        waiting: list[tuple[tuple[Key, ...], Node]] = [((), self.root)]
        while waiting:
            path, node = waiting.pop()
            yield path, node
            if isinstance(node, Mapping):
                waiting.extend(((*path, key), entry.node) for key, entry in node.entries.items())
            elif not isinstance(node, Scalar):
                waiting.extend(((*path, index), item) for index, item in enumerate(node.items))

    def scalars(self) -> Iterator[tuple[tuple[Key, ...], Scalar]]:
        """Every value in the file with its path."""
        return ((path, node) for path, node in self.nodes() if isinstance(node, Scalar))

    def _place_in_block(self, node: Scalar, before: str) -> Place:
        row = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        first, last = node.line, min(node.line + row, len(self.lines) - 1)
        indents = (len(line) - len(line.lstrip(" ")) for line in self.lines[first : last + 1] if line.strip())
        return Place(self.file, node.line + row + 1, min(indents, default=0) + column + 1)


def read_document(path: Path, findings: Findings) -> Document | None:
    """The file as a tree; None when it cannot be read as one, and the findings say why."""
    text, troubles = read_text(path, str(path))
    findings.extend(troubles)
    if text is None:
        return None
    root, troubles = parse_tree(text, str(path))
    findings.extend(troubles)
    return Document(str(path), root, text.split("\n")) if isinstance(root, Mapping) else None
