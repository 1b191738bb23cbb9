"""What changed in meaning, as values that say it themselves. No comparing, no wording, no layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from highlights.model import District


class Subject(StrEnum):
    """What a change is about, by the words of the data."""

    FIGURE = "figure"
    HIGHLIGHT = "highlight"
    REMARK = "remark"
    REPORT = "report"
    EDITION = "edition"
    DISTRICT = "district"
    INDICATOR = "indicator"
    THEME = "theme"
    SOURCE = "source"
    SECTION = "section"
    TERM = "term"
    CITY = "city"


class Nature(StrEnum):
    """RENAMED: another id, the same content."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`key` and values as they are typed in the file; "" where a revision has none."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What a reviewer should look at. `code` is the rule's where one may be offended."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """`fields` hold what differs; everything that is there of something added or removed.

    `id` is the new one, `id_before` the old one where it was another. `file` is below the data folder and with `line`
    that of the head revision, of the base where it was removed. `year` and `district` are None outside of reports.
    `size` says by how much a figure changed, "" where that cannot be computed.
    """

    nature: Nature
    subject: Subject
    id: str
    name: str
    file: str
    line: int
    fields: tuple[FieldChange, ...] = ()
    id_before: str | None = None
    year: int | None = None
    district: District | None = None
    size: str = ""
    cautions: tuple[Caution, ...] = ()

    def field(self, key: str) -> FieldChange | None:
        return next((field for field in self.fields if field.key == key), None)

    def old(self, key: str) -> str:
        field = self.field(key)
        return field.old if field else ""

    def new(self, key: str) -> str:
        field = self.field(key)
        return field.new if field else ""
