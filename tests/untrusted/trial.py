"""One text in every place at once, as far as the loader lets it: what is refused is taken back, and asked again.

So it is known of every place whether it takes the text, and there is a city that has it wherever it can be.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.model import City
from tests.untrusted.fields import KeyPath, Slot, Tree, slots, small_city, write


@dataclass(frozen=True, slots=True)
class Trial:
    """`told` is everything that the loader said on the way."""

    text: str
    tree: Tree
    city: City
    accepted: tuple[Slot, ...]
    refused: tuple[Slot, ...]
    told: tuple[Diagnostic, ...]


def try_everywhere(
    text: str, folder: Path, unit: str = "a", year: int = 2022, count: int = 1, *, in_escapes: bool = False
) -> Trial:
    left, refused, told = slots(unit, year), list[Slot](), list[Diagnostic]()
    while True:
        tree = copy.deepcopy(small_city(unit, year, count))
        for slot in left:
            slot.fill(tree, text)
        where = write(tree, folder, in_escapes=in_escapes)
        loaded = load_city(folder)
        told += loaded.diagnostics
        if loaded.city:
            return Trial(text, tree, loaded.city, tuple(left), tuple(refused), tuple(told))
        errors = [found for found in loaded.diagnostics if found.is_error]
        wrong = set(_named(errors, left, text, folder, where)) or set(_around(errors[0], left, folder, where))
        assert wrong, errors
        refused += [slot for slot in left if slot in wrong]
        left = [slot for slot in left if slot not in wrong]


Lines = Mapping[str, Sequence[KeyPath]]


def _named(errors: Iterable[Diagnostic], left: Sequence[Slot], text: str, folder: Path, where: Lines) -> Iterator[Slot]:
    """What stands where an error is; the errors of a copied entry are those of its key."""
    for error in errors:
        file, at = _where(error, folder, where)
        for slot in left:
            own = slot.stands_at(text)
            if slot.file == file and (own == at or (slot.is_key and at[: len(own)] == own)):
                yield slot


def _around(error: Diagnostic, left: Sequence[Slot], folder: Path, where: Lines) -> Sequence[Slot]:
    """For an error that names another place than its reason: all of the entry, else all of the file."""
    file, at = _where(error, folder, where)
    own = [slot for slot in left if slot.file == file]
    return [slot for slot in own if len(at) > 1 and slot.path[: len(at) - 1] == at[:-1]] or own


def _where(error: Diagnostic, folder: Path, where: Lines) -> tuple[str, KeyPath]:
    file = Path(error.place.file).relative_to(folder).as_posix()
    lines = where[file]
    return file, lines[min(error.place.line, len(lines)) - 1]
