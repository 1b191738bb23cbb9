"""Pairs of things in, changes out: the same for every kind of thing. It knows no particular kind but figures' sizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from highlights.diagnostics import Place
from highlights.model import City, District, Figure
from highlights.review.change import Change, FieldChange, Nature, Subject
from highlights.review.figures import cautions_about, size_of_change
from highlights.review.pairs import Draw, Pairs, T
from highlights.review.portraits import Names, Portrait


@dataclass(frozen=True, slots=True)
class Where:
    """The two cities, and the report that something stands in; none for what belongs to the whole city."""

    base: City
    head: City
    year: int | None = None
    district: District | None = None


def differences(subject: Subject, pairs: Pairs[T], draw: Draw[T], names: Names, where: Where) -> Iterator[Change]:
    """`names` are those that the base revision's things have in the head revision."""
    ids_before = {new: old for old, new in pairs.renamed.items()}
    for key, (old, new) in pairs.kept.items():
        fields = _fields(draw(old, names), draw(new, Names()))
        if fields or key in ids_before:
            nature = Nature.CHANGED if fields else Nature.RENAMED
            yield _change(nature, subject, key, old, new, fields, ids_before.get(key), where)
    for key, item in pairs.removed.items():
        yield _change(Nature.REMOVED, subject, key, item, item, _fields(draw(item, names), {}), None, where)
    for key, item in pairs.added.items():
        yield _change(Nature.ADDED, subject, key, item, item, _fields({}, draw(item, Names())), None, where)


def file_in_data(place: Place, city: City) -> str:
    """2022/donghu.yaml: below the data folder, wherever that is."""
    return PurePath(place.file).relative_to(PurePath(city.place.file).parent).as_posix()


def _change(
    nature: Nature,
    subject: Subject,
    key: str,
    old: Any,
    new: Any,
    fields: tuple[FieldChange, ...],
    id_before: str | None,
    where: Where,
) -> Change:
    is_figure = nature is Nature.CHANGED and isinstance(new, Figure)
    return Change(
        nature=nature,
        subject=subject,
        id=key,
        name=_name_of(new),
        file=file_in_data(new.place, where.base if nature is Nature.REMOVED else where.head),
        line=new.place.line,
        fields=fields,
        id_before=id_before,
        year=where.year,
        district=where.district,
        size=size_of_change(old.quantity, new.quantity) if is_figure else "",
        cautions=tuple(cautions_about(old, new)) if is_figure else (),
    )


def _fields(old: Portrait, new: Portrait) -> tuple[FieldChange, ...]:
    keys = dict.fromkeys((*old, *new))
    return tuple(FieldChange(key, old.get(key, ""), new.get(key, "")) for key in keys if old.get(key) != new.get(key))


def _name_of(item: Any) -> str:
    """As people call it; a remark has no name."""
    return str(getattr(item, "name", None) or getattr(item, "title", ""))
