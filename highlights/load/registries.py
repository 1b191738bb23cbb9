"""The lists that reports refer to: districts, themes, indicators, sources, terms.

A registry knows the ids that are written down, and the values of those that could be read. So one broken
entry, or a whole broken file, does not turn everything that refers to it into a mistake of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from highlights.diagnostics import Place, nearest, propose
from highlights.load.document import Document, Key
from highlights.load.entries import DistrictEntry, IndicatorEntry, SourceEntry, TermEntry, ThemeEntry
from highlights.load.fields import E, describe_id, read_entry
from highlights.load.findings import Findings
from highlights.load.page_ids import check_reserved
from highlights.load.prose import check_text
from highlights.load.values import Id
from highlights.model import CITY_ID, Citation, District, Indicator, Section, Source, Term, Theme
from highlights.quantity import count_alike

T = TypeVar("T")

_COMMA = re.compile(r"\s*[,，、;；]\s*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ID: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(frozen=True, slots=True)
class Registry(Generic[T]):
    """`written` is None when the file itself could not be read: then nothing can be said about an id."""

    what: str
    code: str
    file: str
    items: Mapping[str, T]
    written: frozenset[str] | None

    def find(self, wanted: str, place: Place, findings: Findings) -> T | None:
        if self.written is not None and wanted not in self.written:
            hint = self._hint(wanted, self.written, place)
            findings.error(place, self.code, f"{self.what}“{wanted}”没有登记", hint)
        return self.items.get(wanted)

    def _hint(self, wanted: str, written: frozenset[str], place: Place) -> str:
        several = _apart(wanted)
        if not written.isdisjoint(several):
            return _as_list(self.what, several)
        named = [item_id for item_id, item in self.items.items() if wanted in _names_of(item)]
        if named:
            return f"写它的编号 {named[0]}"
        others = _of_other_years(written, _years(wanted) | _years(PurePath(place.file).parent.name))
        near, other = nearest(wanted, written - others), nearest(wanted, others)
        if other and not near:
            return f"“{other}”写着另一年；新的{self.what}要先登记"
        return propose(wanted, written - others if near else written, self.file)


@dataclass(frozen=True, slots=True)
class Registries:
    """`declared_units` are those of the city and its indicators, of entries that are wrong otherwise too.

    `knows_all_units` is False when a file that declares some could not be read.
    """

    districts: Registry[District]
    themes: Registry[Theme]
    indicators: Registry[Indicator]
    sources: Registry[Source]
    terms: Registry[Term]
    declared_units: frozenset[str]
    knows_all_units: bool


def read_registries(documents: Mapping[str, Document | None], findings: Findings) -> Registries:
    """`documents` holds what could be read of districts.yaml, themes.yaml and so on, by file name."""
    city, indicators = documents.get("city.yaml"), documents.get("indicators.yaml")
    themes = _read_themes(documents.get("themes.yaml"), findings)
    sources = _read_sources(documents.get("sources.yaml"), findings)
    return Registries(
        districts=_read_districts(documents.get("districts.yaml"), findings),
        themes=themes,
        indicators=_read_indicators(indicators, themes, findings),
        sources=sources,
        terms=_read_terms(documents.get("terms.yaml"), sources, findings),
        declared_units=_declared_units(city, indicators),
        knows_all_units=city is not None and indicators is not None,
    )


def find_citations(
    references: Iterable[tuple[str, Place]], sources: Registry[Source], findings: Findings
) -> tuple[Citation, ...]:
    """`review-2021#xicheng` as the source and its section; wrong ones are reported and left out."""
    found = (_find_citation(reference, place, sources, findings) for reference, place in references)
    return tuple(citation for citation in found if citation)


def references_in(document: Document, references: Iterable[str], *path: Key) -> list[tuple[str, Place]]:
    """References with the places where they are typed, whether one is given or a list."""
    return [(reference, document.place(*path, index)) for index, reference in enumerate(references)]


def _names_of(item: object) -> tuple[str, ...]:
    """What people call a registered thing, who type its name for its id."""
    return (getattr(item, "name", ""), *getattr(item, "aliases", ()), getattr(item, "short_name", ""))


def _apart(text: str) -> list[str]:
    """What stands between commas, where a list was meant and its brackets or English commas are missing."""
    return [part for part in _COMMA.split(text) if part]


def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


def _of_other_years(ids: frozenset[str], years: frozenset[str]) -> frozenset[str]:
    """Last year's review is not what was meant in this year's edition."""
    return frozenset(one for one in ids if years and _years(one) and years.isdisjoint(_years(one)))


def _as_list(what: str, several: Iterable[str]) -> str:
    return f"几个{what}用方括号括起来，之间用英文逗号，写成 [{', '.join(several)}]"


def _find_citation(reference: str, place: Place, sources: Registry[Source], findings: Findings) -> Citation | None:
    several = _apart(reference)
    if len(several) > 1:
        findings.error(place, sources.code, f"“{reference}”不是一个来源", _as_list(sources.what, several))
        return None
    source_id, _, section_id = unicodedata.normalize("NFKC", reference).replace(" ", "").partition("#")
    source = sources.find(source_id, place, findings)
    if source is None:
        return None
    section = source.sections.get(section_id)
    if section is None:
        hint = propose(section_id, source.sections, "sources.yaml")
        message = f"来源“{source_id}”没有“{section_id}”这一部分" if section_id else f"来源“{source_id}”后面没有写部分"
        findings.error(place, "unknown-section", message, f"写成 来源#部分。{hint}")
        return None
    return Citation(source, section)


def _registry(
    what: str,
    code: str,
    file: str,
    kind: type[E],
    document: Document | None,
    findings: Findings,
    make: Callable[[Document, str, E], T | None],
) -> Registry[T]:
    if document is None:
        return Registry(what, code, file, {}, None)
    items: dict[str, T] = {}
    for entry_id in document.root.entries:
        check_id(document, findings, entry_id)
        entry = read_entry(kind, document, findings, entry_id)
        item = make(document, entry_id, entry) if entry else None
        if item is not None:
            items[entry_id] = item
    return Registry(what, code, file, items, frozenset(document.root.entries))


def check_id(document: Document, findings: Findings, *path: Key) -> bool:
    """Whether the key at the end of the path can be an id."""
    try:
        _ID.validate_python(path[-1])
    except ValidationError:
        findings.error(document.key_place(*path), *describe_id(str(path[-1])))
        return False
    return True


def _read_districts(document: Document | None, findings: Findings) -> Registry[District]:
    def make(document: Document, district_id: str, entry: DistrictEntry) -> District:
        place = document.key_place(district_id)
        if district_id == CITY_ID:
            findings.error(place, "reserved-id", f"“{CITY_ID}”指全市，不能作区的编号", "换一个编号，例如区名的拼音")
        return District(
            id=district_id,
            name=entry.name,
            short_name=entry.short_name,
            type=entry.type,
            organisation=entry.organisation,
            aliases=entry.aliases,
            tile=entry.tile,
            place=place,
        )

    if document and not document.root.entries:
        hint = "至少登记一个区：先写编号，下面写 name、short_name、type、organisation"
        findings.error(document.place(), "no-district", "还没有任何区", hint)
    return _registry("区", "unknown-district", "districts.yaml", DistrictEntry, document, findings, make)


def _read_themes(document: Document | None, findings: Findings) -> Registry[Theme]:
    def make(document: Document, theme_id: str, entry: ThemeEntry) -> Theme:
        return Theme(theme_id, entry.name, entry.description, document.key_place(theme_id))

    return _registry("主题", "unknown-theme", "themes.yaml", ThemeEntry, document, findings, make)


def _read_indicators(document: Document | None, themes: Registry[Theme], findings: Findings) -> Registry[Indicator]:
    def make(document: Document, indicator_id: str, entry: IndicatorEntry) -> Indicator | None:
        if not count_alike(entry.units):
            findings.error(
                document.place(indicator_id, "units"),
                "mixed-units",
                f"指标“{entry.name}”的单位“{'、'.join(entry.units)}”不能并列：这样的数不能直接比较和相加",
                "只留一个单位；原文确有几种的，分成两个指标。能并列的只有一个算一个的量词，例如 [家, 个]",
            )
        theme = themes.find(entry.theme, document.place(indicator_id, "theme"), findings)
        if theme is None:
            return None
        return Indicator(
            id=indicator_id,
            name=entry.name,
            definition=entry.definition,
            units=entry.units,
            measure=entry.measure,
            aggregate=entry.aggregate,
            theme=theme,
            place=document.key_place(indicator_id),
        )

    return _registry("指标", "unknown-indicator", "indicators.yaml", IndicatorEntry, document, findings, make)


def _declared_units(city: Document | None, indicators: Document | None) -> frozenset[str]:
    typed = [indicators.plain(key, "units") for key in indicators.root.entries] if indicators else []
    typed += [city.plain("units")] if city else []
    lists = ([units] if isinstance(units, str) else units for units in typed if isinstance(units, list | str))
    return frozenset(unit for units in lists for unit in units if isinstance(unit, str))


def _read_sources(document: Document | None, findings: Findings) -> Registry[Source]:
    def make(document: Document, source_id: str, entry: SourceEntry) -> Source:
        check_text(entry.note or "", None, (), document, (source_id, "note"), findings)
        for section_id, section in entry.sections.items():
            path = (source_id, "sections", section_id, "note")
            check_text(section.note or "", None, (), document, path, findings)
        return Source(
            id=source_id,
            title=entry.title,
            file=entry.file,
            sha256=entry.sha256,
            publisher=entry.publisher,
            published=entry.published,
            address=entry.address,
            note=entry.note,
            sections={
                section_id: Section(
                    section_id,
                    section.name,
                    section.lines,
                    section.note,
                    document.key_place(source_id, "sections", section_id),
                )
                for section_id, section in entry.sections.items()
            },
            place=document.key_place(source_id),
        )

    return _registry("来源", "unknown-source", "sources.yaml", SourceEntry, document, findings, make)


def _read_terms(document: Document | None, sources: Registry[Source], findings: Findings) -> Registry[Term]:
    def make(document: Document, term_id: str, entry: TermEntry) -> Term:
        check_reserved(term_id, document.key_place(term_id), findings)
        references = references_in(document, entry.sources, term_id, "sources")
        citations = find_citations(references, sources, findings)
        return Term(term_id, entry.name, entry.text, entry.aliases, citations, document.key_place(term_id))

    return _registry("名词", "unknown-term", "terms.yaml", TermEntry, document, findings, make)
