"""One city of many texts: whatever each of them was let into, side by side, so that one site shows all of them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.untrusted.fields import CITY, Tree, small_city, write
from tests.untrusted.trial import Trial, try_everywhere

FIRST_YEAR = 2000
# Of what a city has only one, as many texts stand in a field as are no longer than this together.
MOST_IN_A_FIELD = 4_000
# A name of every object in JavaScript, which the pages' scripts must not take for one of theirs.
INHERITED = "constructor"


@dataclass(frozen=True, slots=True)
class Crowd:
    data: Path
    trials: tuple[Trial, ...]


def gather(texts: Sequence[str], folder: Path, *, of_city: Sequence[str]) -> Crowd:
    """`of_city` stand in the fields of the city itself."""
    trials = tuple(
        try_everywhere(text, folder / "tried" / str(number), f"u{number}", FIRST_YEAR + number, number)
        for number, text in enumerate(texts)
    )
    whole = small_city(INHERITED, FIRST_YEAR - 1, len(texts))
    for trial in trials:
        _add(trial.tree, whole)
    whole["city.yaml"] = {**_city(trials, of_city), "home": str(FIRST_YEAR)}
    write(whole, folder / "data")
    return Crowd(folder / "data", trials)


def _add(tree: Tree, whole: Tree) -> None:
    for file, entries in tree.items():
        whole[file] = {**whole.get(file, {}), **copy.deepcopy(entries)}


def _city(trials: Sequence[Trial], of_city: Sequence[str]) -> dict[str, object]:
    """Each text after a word that nobody could break out of."""
    fields = dict[str, object]()
    for name in (*CITY, "host", "icp", "police"):
        let_in = [trial.text for trial in trials if trial.text in of_city and _is_in(trial, name)]
        together = CITY.get(name, "")
        for text in let_in:
            if len(together) + len(text) < MOST_IN_A_FIELD:
                together += f"乙{text}"
        fields[name] = together or "乙"
    fields["aliases"] = [trial.text for trial in trials if trial.text in of_city and _is_in(trial, "aliases")]
    fields["contact"] = "a+b@example.org"
    fields["address"] = "https://yunzhou.example.org"
    return fields


def _is_in(trial: Trial, field: str) -> bool:
    return any((slot.kind, slot.field) == ("CityEntry", field) for slot in trial.accepted)
