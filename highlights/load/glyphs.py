"""Characters that cannot be printed, each at its place in the data: found long after loading, so looked up here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from highlights.diagnostics import Diagnostic, Place, in_order
from highlights.load.layout import data_files


def missing_glyphs(characters: Collection[str], folder: Path) -> tuple[Diagnostic, ...]:
    return in_order(
        Diagnostic(
            place,
            "missing-glyph",
            f"“{character}”（U+{ord(character):04X}）在这台机器的字体里没有字形，印不出来",
            "核对这个字；确实要用，就安装含有它的字体",
        )
        for character, place in _places_of(characters, folder)
    )


def _places_of(characters: Collection[str], folder: Path) -> Iterator[tuple[str, Place]]:
    """Every place of every character; one that is nowhere as itself, but as an escape, stands in the folder."""
    found = set()
    for path in data_files(folder):
        text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
        for number, line in enumerate(text.split("\n"), start=1):
            for column, character in enumerate(line, start=1):
                if character in characters:
                    found.add(character)
                    yield character, Place(str(path), number, column)
    for character in sorted(set(characters) - found):
        yield character, Place(str(folder))
