"""A data file as a document, with what may be wrong in any text of it."""

from __future__ import annotations

from pathlib import Path

from highlights.load.document import Document, read_document
from highlights.load.findings import Findings
from highlights.load.prose import check_no_html
from highlights.load.typography import check_typography


def read_checked(path: Path, findings: Findings) -> Document | None:
    document = read_document(path, findings)
    if document:
        check_no_html(document, findings)
        findings.extend(check_typography(document))
    return document
