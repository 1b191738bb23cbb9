"""What a build puts beside its pages: files made of the data, PDFs, what servers send, a shorter sheet of the theme."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from highlights import addresses
from highlights.publish.used_styles import keep_used

# What the theme brings and no page loads, but for its main sheet.
_THEME = ("assets/javascripts/", "assets/stylesheets/")
_THEME_SHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
PUBLISHED_SHEET = "assets/css/theme.css"


def published_as(source: str) -> str | None:
    """Where a file of the theme or of our own stands in the site; None for what no page loads."""
    if _THEME_SHEET.fullmatch(source):
        return PUBLISHED_SHEET
    return None if source.startswith(_THEME) else source


def write_files(site: Path, contents: Mapping[str, bytes]) -> None:
    """`contents` are by address."""
    targets = {site / address: content for address, content in contents.items()}
    for folder in {target.parent for target in targets}:
        folder.mkdir(parents=True, exist_ok=True)
    for target, content in targets.items():
        target.write_bytes(content)


def copy_bulletins(site: Path, names: Iterable[str], folder: Path) -> None:
    for name in names:
        shutil.copyfile(folder / f"{name}.pdf", site / addresses.of_pdf(name))


def shorten_theme_sheet(site: Path, class_names: set[str], assets: Path) -> None:
    """What pages use by `class_names` is kept, and what our own sheets and scripts in `assets` name."""
    sheet = site / PUBLISHED_SHEET
    own = [path.read_text(encoding="utf-8") for path in assets.rglob("*") if path.suffix in {".css", ".js"}]
    sheet.write_text(keep_used(sheet.read_text(encoding="utf-8"), class_names, own), encoding="utf-8")
