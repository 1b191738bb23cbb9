"""A data folder in; what its registries list out, whatever the reports say. For help while typing, not for pages."""

from __future__ import annotations

import os
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.load.document import read_document
from highlights.load.findings import Findings
from highlights.load.registries import Registries, read_registries

LISTING_FILES = ("districts.yaml", "themes.yaml", "indicators.yaml", "sources.yaml")


def load_registries(folder: Path) -> tuple[Registries, tuple[Diagnostic, ...]]:
    findings = Findings()
    paths = {name: folder / name for name in LISTING_FILES if os.path.lexists(folder / name)}
    documents = {name: read_document(path, findings) for name, path in paths.items()}
    return read_registries(documents, findings), findings.in_order()
