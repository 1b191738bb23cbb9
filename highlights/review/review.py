"""One review: what changed between two revisions, what follows from it, what has to be owned up to. No git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.model import City
from highlights.review.change import Caution, Change
from highlights.review.compare import compare_cities
from highlights.review.differences import file_in_data
from highlights.review.effects import Pages, Standing, standings, touched_pages
from highlights.review.guard import Demand, demands
from highlights.review.verified import VerifiedFigures, compare_verified

NO_PAGES = Pages((), (), ())


@dataclass(frozen=True, slots=True)
class Side:
    """One revision: what it is called, the city, what `check` says about it."""

    name: str
    city: City
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """The base revision that was asked for, when its data is wrong; compared was the last before it that is right."""

    name: str
    errors: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """`diagnostics` are the reminders that the head revision is the first to get, but for those at a change.

    `folder` is the data folder below the repository's top.
    """

    base: str
    head: str
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]
    standings: tuple[Standing, ...]
    pages: Pages
    demands: tuple[Demand, ...]
    verified: VerifiedFigures
    folder: str = "data"
    passed_over: PassedOver | None = None

    @property
    def touches_pages(self) -> bool:
        return bool(self.changes or self.verified.gained or self.verified.lost)

    def path(self, file: object) -> str:
        """Of a file below the data folder, or a place in one, as the repository knows it."""
        return str(file) if self.folder == "." else f"{self.folder}/{file}"


def review(base: Side, head: Side) -> Review:
    """Without pages; see `with_pages`."""
    comparison = compare_cities(base.city, head.city)
    changes, diagnostics = _with_diagnostics(comparison.changes, _new_diagnostics(base, head))
    return Review(
        base=base.name,
        head=head.name,
        changes=changes,
        diagnostics=diagnostics,
        standings=tuple(standings(base.city, head.city, comparison.names)) if changes else (),
        pages=NO_PAGES,
        demands=tuple(demands(base.city, head.city, comparison)),
        verified=compare_verified(base.city, head.city, comparison),
    )


def with_pages(found: Review, base: Side, head: Side, root: Path) -> Review:
    """`root` is the project's folder, with what pages are drawn from."""
    return replace(found, pages=touched_pages(base.city, head.city, root))


def _new_diagnostics(base: Side, head: Side) -> list[Diagnostic]:
    """With their files below the data folder; a finding that has only moved is not new."""
    known = {(found.place.file, found.code, found.message) for found in _in_data(base)}
    return [found for found in _in_data(head) if (found.place.file, found.code, found.message) not in known]


def _in_data(side: Side) -> Iterator[Diagnostic]:
    for found in side.diagnostics:
        yield replace(found, place=replace(found.place, file=file_in_data(found.place, side.city)))


def _with_diagnostics(
    changes: Sequence[Change], diagnostics: Iterable[Diagnostic]
) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """Findings about what changed become its cautions, unless it has one of that code; the others are left."""
    places = {(change.file, change.id): number for number, change in enumerate(changes)}
    made, left = list(changes), []
    for found in diagnostics:
        number = places.get((found.place.file, found.subject))
        if number is None:
            left.append(found)
            continue
        change = made[number]
        if found.code not in {caution.code for caution in change.cautions}:
            caution = Caution(found.code, found.message)
            made[number] = replace(change, cautions=(*change.cautions, caution))
    return tuple(made), tuple(left)
