"""Where characters stand in the data files: for what is found only long after loading, such as a missing glyph."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from highlights.diagnostics import Place


def places_of(characters: Collection[str], folder: Path) -> Iterator[tuple[str, Place]]:
    """Every place of every character; one that is nowhere as itself, but as an escape, stands in the folder."""
    found = set()
    for path in sorted(folder.rglob("*.yaml")):
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
            for column, character in enumerate(line, start=1):
                if character in characters:
                    found.add(character)
                    yield character, Place(str(path), number, column)
    for character in sorted(set(characters) - found):
        yield character, Place(str(folder))
