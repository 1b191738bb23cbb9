"""`highlights bulletin`: names to check, PDFs to print. What it has to say goes out line by line through `tell`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from highlights.bulletin.pdf import CannotPrintError
from highlights.bulletin.presses import Presses
from highlights.diagnostics import propose
from highlights.model import City
from highlights.publish import messages
from highlights.publish.bulletins.files import Order, find_missing_glyphs, find_unmade, make_bulletins


def find_wrong_names(city: City, years: Sequence[int], district: str | None) -> list[str]:
    """All that is wrong with what is asked for, a line each."""
    return [*_wrong_years(city, years), *_wrong_district(city, years, district)]


def _wrong_years(city: City, years: Sequence[int]) -> Iterator[str]:
    for year in years:
        if year not in city.editions:
            yield f"没有{year}年度。{propose(str(year), map(str, city.editions), '数据文件夹')}"


def _wrong_district(city: City, years: Sequence[int], district: str | None) -> Iterator[str]:
    known = {city.itself.id, *city.districts}
    if district is None:
        return
    if district not in known:
        yield f"没有“{district}”这个区。{propose(district, known, 'districts.yaml')}"
    elif not any(city.report(district, year) for year in years or city.editions):
        yield f"“{district}”在这些年度没有报告，没有简报可印。"


def print_bulletins(orders: Sequence[Order], data: Path, folder: Path, tell: Callable[[str], None]) -> bool:
    """Whether all are there; when not, the folder is as it was."""
    try:
        printer = Presses()
    except CannotPrintError as error:
        tell(str(error))
        return False
    missing = find_missing_glyphs(find_unmade(orders, printer, folder), printer, data)
    if missing:
        tell(f"{messages.as_text(missing)}\n\n没有生成 PDF，已有的 PDF 没有改动。")
        return False
    make_bulletins(orders, printer, folder, tell)
    return True
