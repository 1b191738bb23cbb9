"""One year's folder: the edition's head and its reports."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from highlights.load.document import Document
from highlights.load.entries import EditionEntry
from highlights.load.fields import read_entry
from highlights.load.findings import Findings
from highlights.load.layout import EDITION_FILE
from highlights.load.prose import check_text
from highlights.load.reading import read_checked
from highlights.load.registries import Registries
from highlights.load.reports import ReportReader
from highlights.model import Edition, Report


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """`edition` is None when its head could not be read; the reports may be good all the same."""

    edition: Edition | None
    reports: tuple[Report, ...]


def read_folder(
    folder: Path, paths: Collection[Path], registries: Registries, names: Collection[str] | None, findings: Findings
) -> ReadFolder:
    """`paths` are the report files; `names` are expressions in which digits are no figures, None if not known."""
    reports = [_read_report(path, registries, names, findings) for path in paths]
    by_district = _one_a_district([report for report in reports if report], findings)
    order = [district_id for district_id in registries.districts.items if district_id in by_district]
    ordered = {district_id: by_district[district_id] for district_id in order}
    return ReadFolder(_read_edition(folder / EDITION_FILE, ordered, findings), tuple(ordered.values()))


def _read_report(
    path: Path, registries: Registries, names: Collection[str] | None, findings: Findings
) -> Report | None:
    document = read_checked(path, findings)
    return ReportReader(path, document, registries, names, findings).read() if document else None


def _one_a_district(reports: Collection[Report], findings: Findings) -> dict[str, Report]:
    """The file whose name fits is the good one, whatever the order of the folder."""
    by_district: dict[str, Report] = {}
    for report in sorted(reports, key=lambda report: Path(report.place.file).stem != report.district.id):
        other = by_district.setdefault(report.district.id, report)
        if other is not report:
            findings.error(
                report.place,
                "duplicate-report",
                f"{report.district.name} {report.year} 年已有一份报告：{other.place.file}",
                "多余的副本就删去；是另一个区的，改正 district 和文件名",
            )
    return by_district


def _read_edition(path: Path, reports: dict[str, Report], findings: Findings) -> Edition | None:
    document = read_checked(path, findings) if os.path.lexists(path) else None
    entry = read_entry(EditionEntry, document, findings) if document else None
    if document is None or entry is None:
        return None
    _check_year(path, entry, document, findings)
    check_text(entry.introduction or "", None, (), document, ("introduction",), findings)
    return Edition(
        year=entry.year,
        title=entry.title,
        status=entry.status,
        issuer=entry.issuer,
        issued=entry.issued,
        introduction=entry.introduction,
        reports=reports,
        place=document.place(),
    )


def _check_year(path: Path, entry: EditionEntry, document: Document, findings: Findings) -> None:
    if str(entry.year) != path.parent.name:
        findings.error(
            document.place("year"),
            "file-name",
            f"year 是 {entry.year}，文件却在 {path.parent.name} 文件夹里",
            "改正 year，或把文件移到对应的年度文件夹",
        )
