"""One number for the data of an edition: equal data, equal number, on every machine. Model in, SHA-256 out.

It sees what the data says, not where it stands: another line, another order of keys, a comment change nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from highlights.diagnostics import Place
from highlights.model import Citation, City, District, Edition, Indicator, Theme
from highlights.quantity import Qualifier, Quantity

_OF_THE_CITY = ("name", "title", "description", "address", "host", "contact", "icp", "police", "units")


def edition_checksum(city: City, edition: Edition) -> str:
    registers = (city.districts, city.indicators, city.themes, city.sources, city.terms)
    own = (repr(getattr(city, name)) for name in _OF_THE_CITY)
    told = (*own, *_entries(city.itself), *_values(registers), *_entries(edition))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _values(registers: tuple[Mapping[str, object], ...]) -> Iterator[str]:
    for register in registers:
        for key in sorted(register):
            yield from (key, *_entries(register[key]))


def _entries(fact: object) -> Iterator[str]:
    """Every field of a fact by its name; what stands in a register of its own only by its id."""
    for field in fields(fact):  # type: ignore[arg-type]
        yield f"{field.name}={_text(getattr(fact, field.name))}"


def _text(value: object) -> str:
    match value:
        case Place():
            return ""
        case Citation() | District() | Indicator() | Theme():
            return value.id
        case Quantity():
            # What was printed stands beside it, and how that is understood is the program's; only this is typed.
            return "rhetorical" if value.qualifier is Qualifier.RHETORICAL else ""
        case Mapping():
            return "{" + ",".join(f"{key}:{_text(value[key])}" for key in sorted(value)) + "}"
        case tuple():
            return "[" + ",".join(map(_text, value)) + "]"
    return "(" + ";".join(_entries(value)) + ")" if is_dataclass(value) else repr(value)
