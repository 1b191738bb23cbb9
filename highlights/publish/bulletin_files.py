"""Bulletins as PDF files in a folder: what has changed is made, what has not is kept. The city in, files out.

A file is replaced only when its successor is finished. `bulletins.json` remembers from what each was made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from highlights.bulletin.document import Bulletins
from highlights.bulletin.page import Preset, bulletin_page, bulletin_templates
from highlights.bulletin.pdf import Printer
from highlights.derive.index import index_city
from highlights.diagnostics import Diagnostic
from highlights.load.glyphs import missing_glyphs
from highlights.model import City, Edition
from highlights.render.glossary import Glossary
from highlights.render.pdf_links import PdfFile, pdf_name
from highlights.render.wording import size_text

REGISTER = "bulletins.json"


@dataclass(frozen=True, slots=True)
class Order:
    """A PDF to be made: its name without the ending, and its whole document."""

    name: str
    html: str


@dataclass(frozen=True, slots=True)
class Made:
    """`print` is of everything that the PDF follows from."""

    print: str
    pages: int


def order_bulletins(
    city: City, editions: Iterable[Edition], preset: Preset, district: str | None = None
) -> tuple[Order, ...]:
    """Each edition and every report in it alone; of one district only its own."""
    components = bulletin_templates()
    bulletins = Bulletins(city, index_city(city), Glossary(city.terms.values()), components)
    suffix = "" if preset is Preset.STANDARD else f"-{preset}"
    orders = []
    for edition in editions:
        whole = [] if district else [bulletins.of_edition(edition)]
        parts = [bulletins.of_report(report) for key, report in edition.reports.items() if district in {None, key}]
        orders += [Order(one.name + suffix, bulletin_page(one, preset, components)) for one in (*whole, *parts)]
    return tuple(orders)


def find_missing_glyphs(orders: Iterable[Order], printer: Printer, data: Path) -> tuple[Diagnostic, ...]:
    """Characters that would be printed as empty boxes."""
    return missing_glyphs(printer.missing_glyphs(character for order in orders for character in order.html), data)


def make_bulletins(orders: Sequence[Order], printer: Printer, folder: Path, tell: Callable[[str], None]) -> None:
    """Each is in place and remembered before the next one begins, so that nothing is lost when it is stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    register = _read_register(folder)
    for number, order in enumerate(orders, start=1):
        target = folder / f"{order.name}.pdf"
        print_ = hashlib.sha256(f"{printer.identity}\n{order.html}".encode()).hexdigest()
        known = register.get(order.name)
        if known and known.print == print_ and target.is_file():
            said = "没有变化"
        else:
            pdf = printer.print(order.html)
            _replace(target, pdf.content)
            register[order.name] = Made(print_, pdf.pages)
            _replace(folder / REGISTER, _register_text(register).encode())
            said = f"{pdf.pages} 页，{size_text(len(pdf.content))}"
        tell(f"[{number}/{len(orders)}] {target.name}：{said}")


def pdf_files(city: City, folder: Path) -> Mapping[str, PdfFile]:
    """The PDFs of a city's editions and reports that a folder has, by name, for pages that link to them."""
    register = _read_register(folder)
    names = [pdf_name(year) for year in city.editions]
    names += [pdf_name(report.year, report.district.id) for report in city.reports()]
    made = {name: folder / f"{name}.pdf" for name in names if name in register}
    return {name: PdfFile(register[name].pages, path.stat().st_size) for name, path in made.items() if path.is_file()}


def _read_register(folder: Path) -> dict[str, Made]:
    path = folder / REGISTER
    if not path.is_file():
        return {}
    return {name: Made(**made) for name, made in json.loads(path.read_text(encoding="utf-8")).items()}


def _register_text(register: Mapping[str, Made]) -> str:
    return json.dumps({name: asdict(register[name]) for name in sorted(register)}, indent=1)


def _replace(target: Path, content: bytes) -> None:
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(target)
