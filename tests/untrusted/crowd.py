"""One city of many texts: whatever each of them was let into, side by side, so that one site shows all of them."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.untrusted.fields import CITY, Tree, small_city, write
from tests.untrusted.trial import Trial, try_everywhere

FIRST_YEAR = 2000
# The edition in which every district reports.
TOGETHER = 1998
# Of what a city has only one, as many texts stand in a field as are no longer than this together.
MOST_IN_A_FIELD = 300
# A name of every object in JavaScript, which the pages' scripts must not take for one of theirs.
INHERITED = "constructor"


@dataclass(frozen=True, slots=True)
class Member:
    """A text that is shown, with the district, indicator, theme and edition that it stands in."""

    unit: str
    year: int
    trial: Trial

    @property
    def stands_in(self) -> frozenset[tuple[str, str]]:
        return frozenset((slot.kind, slot.field) for slot in self.trial.accepted)


@dataclass(frozen=True, slots=True)
class Crowd:
    data: Path
    trials: tuple[Trial, ...]
    members: tuple[Member, ...]


def gather(texts: Sequence[str], folder: Path, *, of_city: Sequence[str]) -> Crowd:
    """`of_city` stand in the fields of the city itself."""
    members = tuple(_try(text, number, folder / "tried" / str(number)) for number, text in enumerate(texts))
    trials = tuple(member.trial for member in members)
    # Blanks at the ends are not read: with them some would be of one name.
    shown = tuple({member.trial.text.strip(): member for member in reversed(members)}.values())[::-1]
    whole = small_city(INHERITED, FIRST_YEAR - 1, len(texts))
    for member in shown:
        _add(member.trial.tree, whole)
    _add(dict(_together(shown, of_city)), whole)
    whole["city.yaml"] = {**_city(trials, of_city), "home": str(shown[0].year)}
    write(whole, folder / "data")
    return Crowd(folder / "data", trials, shown)


def _try(text: str, number: int, folder: Path) -> Member:
    unit, year = f"u{number}", FIRST_YEAR + number
    return Member(unit, year, try_everywhere(text, folder, unit, year, number))


def _add(tree: Tree, whole: Tree) -> None:
    for file, entries in tree.items():
        whole[file] = {**whole.get(file, {}), **copy.deepcopy(entries)}


def _together(members: Sequence[Member], of_city: Sequence[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Reports that can be compared: all of one indicator, those of `of_city` of their own one too."""
    yield f"{TOGETHER}/edition.yaml", {"year": str(TOGETHER), "title": "合在一起", "status": "published"}
    for number, member in enumerate(members, start=1):
        indicators = {"shared": INHERITED, **({"own": member.unit} if member.trial.text in of_city else {})}
        figures = {key: {"reported": f"{number}棵", "indicator": indicator} for key, indicator in indicators.items()}
        head = {"district": member.unit, "year": str(TOGETHER), "sources": f"{INHERITED}#all"}
        yield f"{TOGETHER}/{member.unit}.yaml", {**head, "figures": figures}


def _city(trials: Sequence[Trial], of_city: Sequence[str]) -> Mapping[str, object]:
    """Each text after a word that nobody could break out of."""
    fields = dict[str, object]()
    for name in (*CITY, "host", "icp", "police"):
        together = CITY.get(name, "")
        for text in _let_into(name, trials, of_city):
            if len(together) + len(text) < MOST_IN_A_FIELD:
                together += f"乙{text}"
        fields[name] = together or "乙"
    fields["aliases"] = [f"{text}市" for text in _let_into("aliases", trials, of_city)]
    fields["contact"] = "a+b@example.org"
    fields["address"] = "https://yunzhou.example.org"
    return fields


def _let_into(field: str, trials: Sequence[Trial], of_city: Sequence[str]) -> list[str]:
    """The texts that this field of the city takes."""
    return [
        trial.text
        for trial in trials
        if trial.text in of_city and any((slot.kind, slot.field) == ("CityEntry", field) for slot in trial.accepted)
    ]
