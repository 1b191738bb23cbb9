"""What every chapter of one bulletin is made from, and what a chapter is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from highlights.bulletin.inside import Inside
from highlights.derive.index import Index
from highlights.model import City, District, Edition, Report
from highlights.render.blocks import Block, Heading, Html
from highlights.render.components import Components
from highlights.render.figures import SourceNote
from highlights.render.glossary import PageTerms


@dataclass(frozen=True, slots=True)
class Chapter:
    """`kind` is how it is set on paper: the CSS class of its part of the document."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """`district` is None for the whole edition, of which `checksum` always is; `notes` number its sources through, by
    the id of a citation.

    `terms` remembers what the reports have met, so they are made before the list of terms.
    """

    city: City
    index: Index
    edition: Edition
    district: District | None
    reports: tuple[Report, ...]
    checksum: str
    notes: Mapping[str, SourceNote]
    terms: PageTerms
    here: Inside
    components: Components

    def html(self, name: str, view: Any) -> Html:
        return self.components.html(name, view, self.here)


def chapter(kind: str, title: str, *blocks: Block) -> Chapter:
    """A chapter: its heading and what stands below it."""
    return Chapter(kind, (Heading(2, title, f"section-{kind}"), *blocks))
