"""Bulletins as PDF files in a folder: what has changed is made, what has not is kept. The city in, files out.

A file is replaced only when its successor is finished. `bulletins.json` remembers from what each was made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from highlights.bulletin.document import Bulletins
from highlights.bulletin.page import Preset, bulletin_page, bulletin_templates
from highlights.bulletin.pdf import Printer
from highlights.derive.index import index_city
from highlights.diagnostics import Diagnostic
from highlights.load.glyphs import missing_glyphs
from highlights.model import City, Edition
from highlights.publish.obstacles import placed
from highlights.render.glossary import Glossary
from highlights.render.pdf_links import PdfFile, pdf_names
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


def find_unmade(orders: Iterable[Order], printer: Printer, folder: Path) -> tuple[Order, ...]:
    """Those that the folder lacks, or has from something else."""
    register = _read_register(folder)
    return tuple(order for order in orders if not _is_made(order, printer, folder, register.get(order.name)))


def _is_made(order: Order, printer: Printer, folder: Path, known: Made | None) -> bool:
    return known is not None and known.print == _print_of(order, printer) and _target(order, folder).is_file()


def _print_of(order: Order, printer: Printer) -> str:
    return hashlib.sha256(f"{printer.identity}\n{order.html}".encode()).hexdigest()


def _target(order: Order, folder: Path) -> Path:
    return folder / f"{order.name}.pdf"


def find_missing_glyphs(orders: Sequence[Order], printer: Printer, data: Path) -> tuple[Diagnostic, ...]:
    """Characters that would be printed as empty boxes."""
    if not orders:
        return ()
    return missing_glyphs(printer.missing_glyphs(character for order in orders for character in order.html), data)


def make_bulletins(orders: Sequence[Order], printer: Printer, folder: Path, tell: Callable[[str], None]) -> None:
    """Each is in place and remembered as soon as it is printed, so that nothing is lost when it is stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    register = _read_register(folder)
    unmade = find_unmade(orders, printer, folder)
    progress = _Progress([_target(order, folder).name for order in orders], tell)
    waiting = {order.name for order in unmade}
    for order in orders:
        if order.name not in waiting:
            progress.say(_target(order, folder).name, "没有变化")
    with closing(printer.print_all([order.html for order in unmade])) as printed:
        for place, pdf in printed:
            order, target = unmade[place], _target(unmade[place], folder)
            _replace(target, pdf.content)
            register[order.name] = Made(_print_of(order, printer), pdf.pages)
            _replace(folder / REGISTER, _register_text(register).encode())
            progress.say(target.name, f"{pdf.pages} 页，{size_text(len(pdf.content))}")


@dataclass
class _Progress:
    """A line for each of these files, in their order, whichever is finished first."""

    names: Sequence[str]
    tell: Callable[[str], None]
    _said: dict[str, str] = field(default_factory=dict)
    _told: int = 0

    def say(self, name: str, what: str) -> None:
        self._said[name] = what
        while self._told < len(self.names) and self.names[self._told] in self._said:
            name = self.names[self._told]
            self._told += 1
            self.tell(f"[{self._told}/{len(self.names)}] {name}：{self._said[name]}")


def pdf_files(city: City, folder: Path) -> Mapping[str, PdfFile]:
    """The PDFs of a city's editions and reports that a folder has, by name, for pages that link to them."""
    register = _read_register(folder)
    made = {name: folder / f"{name}.pdf" for name in pdf_names(city) if name in register}
    return {name: PdfFile(register[name].pages, path.stat().st_size) for name, path in made.items() if path.is_file()}


def _read_register(folder: Path) -> dict[str, Made]:
    """Nothing is remembered where it is damaged: what it told is made again."""
    path = folder / REGISTER
    if not path.is_file():
        return {}
    try:
        remembered = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    made = remembered.items() if isinstance(remembered, dict) else ()
    return {name: Made(one["print"], one["pages"]) for name, one in made if _is_whole(one)}


def _is_whole(made: Any) -> bool:
    return isinstance(made, dict) and isinstance(made.get("print"), str) and isinstance(made.get("pages"), int)


def _register_text(register: Mapping[str, Made]) -> str:
    return json.dumps({name: asdict(register[name]) for name in sorted(register)}, indent=1)


def _replace(target: Path, content: bytes) -> None:
    unfinished = target.with_name(f".{target.name}.part")
    with placed(target):
        unfinished.write_bytes(content)
        unfinished.replace(target)
