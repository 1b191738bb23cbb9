"""A data folder in; the city out, or every reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from highlights.diagnostics import Diagnostic, in_order, propose
from highlights.load.document import Document
from highlights.load.editions import ReadFolder, read_folder
from highlights.load.entries import CityEntry
from highlights.load.exceptions import apply_exceptions
from highlights.load.fields import read_entry
from highlights.load.findings import Findings
from highlights.load.layout import read_layout
from highlights.load.links import check_links, written_pages
from highlights.load.prose import check_text
from highlights.load.reading import read_checked
from highlights.load.registries import Registries, Registry, read_registries
from highlights.load.rules import RULES
from highlights.load.verified import VERIFIED_FILE, read_verified
from highlights.model import CITY_ID, City, District, Edition, Term


@dataclass(frozen=True, slots=True)
class Loaded:
    """`city` is None as soon as one diagnostic is an error: a city that is partly wrong is not shown."""

    city: City | None
    diagnostics: tuple[Diagnostic, ...]


def load_city(folder: Path) -> Loaded:
    findings = Findings()
    layout = read_layout(folder, findings)
    documents = {
        name: read_checked(path, findings, may_be_empty=name == VERIFIED_FILE)
        for name, path in layout.registries.items()
    }
    head = _read_head(documents.get("city.yaml"), findings)
    registries = _with_city(read_registries(documents, findings), head)
    _check_term_texts(documents.get("terms.yaml"), registries, findings)
    is_broken = "terms.yaml" in documents and documents["terms.yaml"] is None
    names = None if is_broken else _names_with_digits(registries)
    folders = {
        year: read_folder(folder / str(year), paths, registries, names, findings)
        for year, paths in sorted(layout.editions.items())
    }
    editions = {year: read.edition for year, read in folders.items() if read.edition}
    home = _find_home(head, editions, layout.editions, len(registries.districts.items) - 1, findings)
    verified = read_verified(documents.get(VERIFIED_FILE), findings)
    city = _assemble(head, registries, verified, editions, home) if head and home else None
    return _judge(city, folders, findings)


def _judge(city: City | None, folders: Mapping[int, ReadFolder], findings: Findings) -> Loaded:
    """The rules across the data are asked even while something is wrong, so that all is told at once."""
    is_partial = city is None or findings.has_errors
    if city and not is_partial:
        check_links(city, written_pages(), findings)
    found = [*findings.in_order(), *(_ask_rules(city, is_partial) if city else ())]
    reports = [report for folder in folders.values() for report in folder.reports]
    diagnostics = in_order(apply_exceptions(found, reports, is_partial))
    is_wrong = any(diagnostic.is_error for diagnostic in diagnostics)
    return Loaded(None if is_wrong else city, diagnostics)


def _ask_rules(city: City, is_partial: bool) -> Iterator[Diagnostic]:
    for rule in RULES:
        if not (is_partial and rule.needs_whole_city):
            yield from rule.diagnose(city)


@dataclass(frozen=True, slots=True)
class _Head:
    """What city.yaml says."""

    entry: CityEntry
    document: Document
    itself: District


def _read_head(document: Document | None, findings: Findings) -> _Head | None:
    entry = read_entry(CityEntry, document, findings) if document else None
    if document is None or entry is None:
        return None
    itself = District(
        id=CITY_ID,
        name=entry.name,
        short_name=entry.short_name,
        type=None,
        organisation=entry.organisation,
        aliases=entry.aliases,
        tile=None,
        place=document.place(),
    )
    return _Head(entry, document, itself)


def _with_city(registries: Registries, head: _Head | None) -> Registries:
    """The city reports like its districts; its id is right even while city.yaml is wrong."""
    districts: Registry[District] = registries.districts
    itself = {CITY_ID: head.itself} if head else {}
    written = None if districts.written is None else districts.written | {CITY_ID}
    return replace(registries, districts=replace(districts, items={**itself, **districts.items}, written=written))


def _names_with_digits(registries: Registries) -> tuple[str, ...]:
    terms = registries.terms.items.values()
    districts = registries.districts.items.values()
    items: list[Term | District] = [*terms, *districts]
    names = [name for item in items for name in (item.name, *item.aliases)]
    return tuple(name for name in names if any(character.isdigit() for character in name))


def _check_term_texts(document: Document | None, registries: Registries, findings: Findings) -> None:
    if document:
        for term in registries.terms.items.values():
            check_text(term.text, None, (), document, (term.id, "text"), findings)


def _find_home(
    head: _Head | None,
    editions: Mapping[int, Edition],
    folders: Mapping[int, object],
    district_count: int,
    findings: Findings,
) -> Edition | None:
    """The edition that city.yaml names; else the newest published one that at least half of the districts reported."""
    if head is None:
        return None
    if not folders:
        hint = "新建年度文件夹，例如 2021，放入 edition.yaml"
        findings.error(head.document.place(), "no-edition", "还没有任何年度", hint)
    named = head.entry.home
    if named is not None:
        if named not in folders:
            hint = propose(str(named), map(str, folders), "数据文件夹")
            findings.error(head.document.place("home"), "unknown-edition", f"没有 {named} 年度", hint)
        return editions.get(named)
    published = [edition for edition in editions.values() if not edition.is_draft] or list(editions.values())
    full = [edition for edition in published if 2 * len(edition.district_reports) >= district_count]
    return max(full or published, key=lambda edition: edition.year, default=None)


def _assemble(
    head: _Head, registries: Registries, verified: frozenset[str], editions: Mapping[int, Edition], home: Edition
) -> City:
    return City(
        name=head.entry.name,
        title=head.entry.title,
        description=head.entry.description,
        address=head.entry.address,
        host=head.entry.host,
        contact=head.entry.contact,
        icp=head.entry.icp,
        police=head.entry.police,
        units=head.entry.units,
        itself=head.itself,
        districts={key: item for key, item in registries.districts.items.items() if key != CITY_ID},
        indicators=registries.indicators.items,
        themes=registries.themes.items,
        sources=registries.sources.items,
        terms=registries.terms.items,
        verified=verified,
        editions=editions,
        home=home,
        place=head.itself.place,
    )
