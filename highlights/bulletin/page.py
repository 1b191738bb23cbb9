"""A bulletin as one HTML document for paper, with the style sheets of a preset in it. Text in, text out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from markupsafe import Markup

from highlights.bulletin.breaks import add_breaks
from highlights.bulletin.document import Bulletin
from highlights.render.components import Components
from highlights.render.links import Here

FOLDER = Path(__file__).parent


class Preset(StrEnum):
    """An annual report on A4, or one in the geometry of GB/T 9704, which does not make it an official paper."""

    STANDARD = "standard"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True)
class Page:
    bulletin: Bulletin
    full_title: str
    styles: Markup


@cache
def bulletin_templates() -> Components:
    """Compiled once for all editions, and in a preview for all builds."""
    return Components(FOLDER / "templates")


def bulletin_page(bulletin: Bulletin, preset: Preset, components: Components) -> str:
    """The whole document; everything that decides how it looks stands in it."""
    part = f"{bulletin.district}{bulletin.year}年，" if bulletin.district else ""
    page = Page(bulletin, f"{part}{bulletin.title}　年终简报", _styles(preset))
    return add_breaks(str(components.html("page", page, Here("")).markup))


def _styles(preset: Preset) -> Markup:
    sheets = (FOLDER / "css" / name for name in ("bulletin.css", f"{preset}.css"))
    return Markup("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))  # noqa: S704 our own files
