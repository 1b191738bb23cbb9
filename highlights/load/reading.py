"""A data file as a document, with what may be wrong in any text of it; None when reading on would only take time."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from highlights.diagnostics import Place
from highlights.load.document import Document, read_document
from highlights.load.findings import Findings
from highlights.load.prose import check_no_html
from highlights.load.typography import check_typography
from highlights.load.verified import VERIFIED_FILE

# Ten times the longest file that anybody has typed.
MOST_ENTRIES = 10_000
# These two tell a little of every report, and grow with them.
GROWING = ("sources.yaml", VERIFIED_FILE)


def read_checked(path: Path, findings: Findings, *, may_be_empty: bool = False) -> Document | None:
    document = _read_if_any(path, findings) if may_be_empty else read_document(path, findings)
    if document and path.name not in GROWING and _is_endless(document):
        message = f"文件里有 {MOST_ENTRIES} 项以上，没有读"
        findings.error(Place(document.file), "too-many-entries", message, "核对是不是粘贴了别的材料，或重复粘贴了")
        return None
    if document:
        check_no_html(document, findings)
        findings.extend(check_typography(document))
    return document


def _read_if_any(path: Path, findings: Findings) -> Document | None:
    found = Findings()
    document = read_document(path, found)
    findings.extend(one for one in found.in_order() if one.code != "empty-file")
    return document


def _is_endless(document: Document) -> bool:
    return next(islice(document.nodes(), MOST_ENTRIES, None), None) is not None
