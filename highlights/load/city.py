"""A data folder in; the city out, or every reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from highlights.diagnostics import Diagnostic, propose
from highlights.load.document import Document, read_document
from highlights.load.entries import CityEntry, EditionEntry
from highlights.load.fields import read_entry
from highlights.load.findings import Findings
from highlights.load.layout import EDITION_FILE, Layout, read_layout
from highlights.load.prose import check_no_html, check_text
from highlights.load.registries import Registries, Registry, read_registries
from highlights.load.reports import ReportReader, read_edition
from highlights.load.rules import check_reports
from highlights.model import CITY_ID, City, District, Edition, Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """`city` is None as soon as one diagnostic is an error: a city that is partly wrong is not shown."""

    city: City | None
    diagnostics: tuple[Diagnostic, ...]


def load_city(folder: Path) -> Loaded:
    findings = Findings()
    layout = read_layout(folder, findings)
    documents = {name: _read(path, findings) for name, path in layout.registries.items()}
    registries = read_registries(documents, findings)
    head = _read_city_file(documents.get("city.yaml"), findings)
    registries = replace(registries, districts=_with_city(registries.districts, head))
    names = _names_with_digits(registries)
    _check_term_texts(documents.get("terms.yaml"), registries, names, findings)
    editions = {
        year: _read_edition(folder / str(year), paths, registries, names, findings)
        for year, paths in sorted(layout.editions.items())
    }
    return _assemble(head, registries, editions, layout, findings)


@dataclass(frozen=True, slots=True)
class _Head:
    entry: CityEntry
    document: Document
    itself: District


def _read(path: Path, findings: Findings) -> Document | None:
    document = read_document(path, findings)
    if document:
        check_no_html(document, findings)
    return document


def _read_city_file(document: Document | None, findings: Findings) -> _Head | None:
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
        place=document.place(),
    )
    return _Head(entry, document, itself)


def _with_city(districts: Registry[District], head: _Head | None) -> Registry[District]:
    """The city reports like its districts; its id is right even while city.yaml is wrong."""
    written = None if districts.written is None else districts.written | {CITY_ID}
    itself = {CITY_ID: head.itself} if head else {}
    return replace(districts, items={**itself, **districts.items}, written=written)


def _names_with_digits(registries: Registries) -> tuple[str, ...]:
    terms = registries.terms.items.values()
    names = [name for term in terms for name in (term.name, *term.aliases)]
    names += [name for district in registries.districts.items.values() for name in (district.name, *district.aliases)]
    return tuple(name for name in names if any(character.isdigit() for character in name))


def _check_term_texts(
    document: Document | None, registries: Registries, names: tuple[str, ...], findings: Findings
) -> None:
    if document is None:
        return
    for term in registries.terms.items.values():
        check_text(term.text, (), names, document, (term.id, "text"), findings)


@dataclass(frozen=True, slots=True)
class _ReadEdition:
    entry: EditionEntry | None
    document: Document | None
    reports: tuple[Report, ...]


def _read_edition(
    folder: Path,
    paths: tuple[Path, ...],
    registries: Registries,
    names: tuple[str, ...],
    findings: Findings,
) -> _ReadEdition:
    head = folder / EDITION_FILE
    document = _read(head, findings) if head.exists() else None
    entry = read_edition(head, document, names, findings) if document else None
    reports = []
    for path in paths:
        report_document = _read(path, findings)
        if report_document:
            reader = ReportReader(path, report_document, registries, names, findings)
            reports.append(reader.read())
    return _ReadEdition(entry, document, tuple(report for report in reports if report))


def _assemble(
    head: _Head | None,
    registries: Registries,
    read: Mapping[int, _ReadEdition],
    layout: Layout,
    findings: Findings,
) -> Loaded:
    check_reports([report for edition in read.values() for report in edition.reports], findings)
    editions = {
        year: _edition(edition.entry, edition.document, edition.reports, registries)
        for year, edition in read.items()
        if edition.entry and edition.document
    }
    home = _find_home(head, editions, len(registries.districts.items) - 1, layout, findings) if head else None
    diagnostics = findings.in_order()
    if head is None or home is None or any(found.is_error for found in diagnostics):
        return Loaded(None, diagnostics)
    city = City(
        name=head.entry.name,
        title=head.entry.title,
        description=head.entry.description,
        address=head.entry.address,
        itself=head.itself,
        districts={key: item for key, item in registries.districts.items.items() if key != CITY_ID},
        indicators=registries.indicators.items,
        themes=registries.themes.items,
        sources=registries.sources.items,
        terms=registries.terms.items,
        editions=editions,
        home=home,
        place=head.itself.place,
    )
    return Loaded(city, diagnostics)


def _edition(entry: EditionEntry, document: Document, reports: tuple[Report, ...], registries: Registries) -> Edition:
    by_district = {report.district.id: report for report in reports}
    order = [district_id for district_id in registries.districts.items if district_id in by_district]
    return Edition(
        year=entry.year,
        title=entry.title,
        status=entry.status,
        issuer=entry.issuer,
        issued=entry.issued,
        introduction=entry.introduction,
        reports={district_id: by_district[district_id] for district_id in order},
        place=document.place(),
    )


def _find_home(
    head: _Head, editions: Mapping[int, Edition], district_count: int, layout: Layout, findings: Findings
) -> Edition | None:
    """The edition that city.yaml names; else the newest that at least half of the districts reported."""
    named = head.entry.home
    if named is not None:
        if named not in layout.editions:
            years = map(str, layout.editions)
            place = head.document.place("home")
            findings.error(place, "unknown-edition", f"没有 {named} 年度", propose(str(named), years, "数据文件夹"))
        return editions.get(named)
    if not layout.editions:
        findings.error(
            head.document.place(),
            "no-edition",
            "还没有任何年度",
            "新建年度文件夹，例如 2021，放入 edition.yaml",
        )
    full = [e for e in editions.values() if 2 * len(e.district_reports) >= district_count]
    return max(full or editions.values(), key=lambda edition: edition.year, default=None)
