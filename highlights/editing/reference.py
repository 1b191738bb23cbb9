"""Fields and problems in, the reference pages of the editor's guide out. All of it is true of every city."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from highlights.editing.guidance import ENTRY_TITLES, FIELDS, FILES, VALUES, Guidance
from highlights.editing.problems import PROBLEM_GROUPS
from highlights.load.entries import Entry
from highlights.render.blocks import Block, Heading
from highlights.render.components import Components
from highlights.render.links import Here


@dataclass(frozen=True, slots=True)
class Field:
    """`values` are those to choose from, each with what it means."""

    name: str
    title: str
    is_required: bool
    guidance: Guidance
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldList:
    text: str
    fields: tuple[Field, ...]


def field_blocks(here: Here, components: Components) -> Iterator[Block]:
    for file in FILES:
        yield Heading(2, file.title, _anchor(file.model))
        yield components.html("field_reference", FieldList(file.text, _fields(file.model)), here)
        for part in file.parts:
            yield Heading(3, f"{file.title}里的{ENTRY_TITLES[part]}", _anchor(part))
            yield components.html("field_reference", FieldList("", _fields(part)), here)


def problem_blocks(here: Here, components: Components) -> Iterator[Block]:
    for group in PROBLEM_GROUPS:
        yield Heading(2, group.title, group.id)
        yield components.html("problem_reference", group.problems, here)


def _fields(model: type[Entry]) -> tuple[Field, ...]:
    return tuple(_field(model, name, guidance) for name, guidance in FIELDS[model].items())


def _field(model: type[Entry], name: str, guidance: Guidance) -> Field:
    info = model.model_fields[name]
    kind = info.annotation
    texts = VALUES[kind] if isinstance(kind, type) and issubclass(kind, StrEnum) else {}
    return Field(name, info.title or name, info.is_required(), guidance, tuple(texts.items()))


def _anchor(model: type[Entry]) -> str:
    return f"fields-{model.__name__.removesuffix('Entry').removesuffix('Head').lower()}"
