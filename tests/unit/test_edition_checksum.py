"""The checksum of an edition: whatever its bulletin is made from changes it, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from highlights import model
from highlights.derive.checksum import edition_checksum
from highlights.load import load_city
from highlights.model import City, District, Edition, Indicator, Section, Source, Theme
from tests.conftest import INVENTED_DATA, replace_in

# Where a thing stands; what its printed expression is understood to mean; what belongs to other editions.
UNSEEN = {
    "Place.file", "Place.line", "Place.column",
    "Quantity.value", "Quantity.value_max", "Quantity.unit",
    "City.home", "City.verified",
}  # fmt: skip

# Everywhere else these are named only: what they say is told once.
KNOWN_BY_ID = (District, Edition, Indicator, Section, Source, Theme)
REGISTERS = {"City.itself", "City.districts", "City.indicators", "City.themes", "City.sources", "City.editions"}
REGISTERS |= {"Source.sections"}


def checksum_of(data: Path) -> str:
    loaded = load_city(data).city
    assert loaded is not None
    return edition_checksum(loaded, loaded.editions[2022])


def test_the_checksum_is_of_what_the_data_says(data_folder: Path) -> None:
    before = checksum_of(INVENTED_DATA)
    report_file = data_folder / "2022" / "xiling.yaml"
    replace_in(report_file, "year: 2022\n", "# 一行说明\nyear: 2022\n")
    assert checksum_of(data_folder) == before
    replace_in(report_file, "18000株", "18001株")
    assert checksum_of(data_folder) != before


def test_the_checksum_sees_other_editions_only_in_their_own(data_folder: Path) -> None:
    before = checksum_of(INVENTED_DATA)
    replace_in(data_folder / "2023" / "edition.yaml", "title: ", "title: 另一个")
    assert checksum_of(data_folder) == before


def test_a_change_of_anything_that_is_typed_is_seen(invented_city: City) -> None:
    city = replace(invented_city, editions={2022: invented_city.editions[2022]})
    before = edition_checksum(city, city.editions[2022])
    changes = [(name, edition_checksum(other, other.editions[2022])) for name, other in changed(city)]
    assert {name for name, after in changes if after == before} == UNSEEN
    tried = {name.partition(".")[0] for name, _ in changes}
    assert tried == {name for name, kind in vars(model).items() if is_dataclass(kind)}


def changed(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """The same with one thing changed, time after time, and the name of its field."""
    if isinstance(value, Enum):
        yield name, next(other for other in reversed(type(value)) if other is not value)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from ((at, {**value, key: other}) for at, other in changed(one, name))
            if len(value) > 1:
                yield name, {other: value[other] for other in value if other != key}
    elif isinstance(value, tuple) and value:
        for place, one in enumerate(value):
            yield from ((at, (*value[:place], other, *value[place + 1 :])) for at, other in changed(one, name))
            yield name, (*value[:place], *value[place + 1 :])
    elif isinstance(value, KNOWN_BY_ID) and name not in REGISTERS:
        yield name, another(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            changes = changed(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
            yield from ((at, replace(value, **{field.name: other})) for at, other in changes)
    else:
        yield name, value + 1 if isinstance(value, int) else f"{value}。"


def another(entry: Any) -> Any:
    """Of another id, or year."""
    first = fields(entry)[0].name
    return replace(entry, **{first: f"{getattr(entry, first)}x"})
