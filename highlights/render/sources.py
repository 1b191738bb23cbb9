"""A source as pages and bulletins show it: its note, and what is known of the document."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from highlights.model import Source
from highlights.render.figures import SourceNote
from highlights.render.links import Here
from highlights.render.prose import prose_html
from highlights.render.wording import date_text

_UNKNOWN = "文中没有写明"


@dataclass(frozen=True, slots=True)
class SourceItem:
    """`note` and `published` are empty where there is none."""

    title: str
    note: Markup
    published: str
    facts: tuple[tuple[str, str | Markup], ...]


@dataclass(frozen=True, slots=True)
class CitedSection:
    """A numbered note with what there is to say of its section; `section` is empty where there is nothing."""

    note: SourceNote
    section: Markup


def source_item(source: Source, here: Here) -> SourceItem:
    published = date_text(source.published) if source.published else ""
    facts = (
        ("文件", source.file),
        ("出版者", source.publisher or _UNKNOWN),
        ("日期", published or _UNKNOWN),
        ("网址", Markup('<a class="address" href="{0}">{0}</a>').format(source.address) if source.address else ""),
        ("校验值（SHA-256）", source.sha256),
    )
    known = tuple((name, fact) for name, fact in facts if fact)
    return SourceItem(source.title, prose_html(source.note or "", here, {}, ""), published, known)


def cited_section(note: SourceNote, here: Here) -> CitedSection:
    return CitedSection(note, prose_html(note.citation.section.note or "", here, {}, ""))
