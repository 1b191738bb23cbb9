"""Mistakes seeded into copies of the real files, whatever they hold: each is found at its line, and nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from highlights.load import load_city
from highlights.model import City, Figure
from tests.conftest import REAL_DATA

FILES_A_MISTAKE = 5

Mistake = Callable[[str], str]


def figure_lines(city: City) -> Iterator[tuple[Path, int, Figure]]:
    """The lines on which figures of indicators are reported, one a report."""
    for report in city.reports():
        path = Path(report.place.file)
        lines = path.read_text(encoding="utf-8").split("\n")
        for figure in report.figures.values():
            if figure.indicator and figure.quantity.value is not None and figure.nth is None:
                number = figure.place.line
                while figure.reported not in lines[number - 1]:
                    number += 1
                yield path, number, figure
                break


def lines_with(city: City, words: str) -> Iterator[tuple[Path, int]]:
    """The first line of each report that begins with these words."""
    for report in city.reports():
        path = Path(report.place.file)
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            if line.strip().startswith(words):
                yield path, number
                break


def another_unit(figure: Figure) -> str:
    return "5米" if figure.quantity.unit == "公里" else "5公里"


IN_FIGURES = [
    ("another unit", "unit-mismatch", another_unit),
    ("no unit", "unit-mismatch", lambda _: "5"),
    ("a leading zero", "unreadable-quantity", lambda figure: "0" + figure.reported.lstrip("约近超逾")),
    ("no number", "unreadable-quantity", lambda figure: "若干" + figure.quantity.unit),
    ("two contradicting words", "unreadable-quantity", lambda figure: "近5余" + figure.quantity.unit),
    ("zero", "zero-value", lambda figure: "0" + figure.quantity.unit),
]

IN_LINES: list[tuple[str, str, str, Mistake]] = [
    ("a key mistyped", "unknown-key", "title:", lambda line: line.replace("title:", "titel:")),
    ("a title left empty", "empty-value", "title:", lambda line: line[: line.index(":") + 1]),
    ("a theme mistyped", "unknown-theme", "themes:", lambda line: line.replace("[", "[q")),
    ("a source mistyped", "unknown-source", "sources:", lambda line: line.replace(": ", ": q").replace(": q[", ": [q")),
    ("a district mistyped", "unknown-district", "district:", lambda line: line + "x"),
    ("a year in words", "wrong-type", "year:", lambda line: line + "年"),
    ("a word twice", "doubled-word", "title:", lambda line: line + "补栽补栽"),
    ("a quote open", "unbalanced-quotes", "title:", lambda line: line + "“"),
    ("punctuation of half width", "half-width-punctuation", "title:", lambda line: line + "好,好"),
    ("a number in a title", "number-in-text", "title:", lambda line: line + "500"),
    ("HTML in a title", "html-in-text", "title:", lambda line: line + "<br>"),
    ("a tab", "syntax", "title:", lambda line: "\t" + line.strip()),
    ("a quote as the first character", "syntax", "title:", lambda line: line.replace("title: ", 'title: "四个一"')),
]


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REAL_DATA, tmp_path / "data"))


def found_after(folder: Path, path: Path, number: int, changed: str) -> set[tuple[str, int, str]]:
    target = folder / path.relative_to(REAL_DATA)
    lines = target.read_text(encoding="utf-8").split("\n")
    before = lines[number - 1]
    lines[number - 1] = changed
    target.write_text("\n".join(lines), encoding="utf-8")
    found = {(d.place.file, d.place.line, d.code) for d in load_city(folder).diagnostics}
    lines[number - 1] = before
    target.write_text("\n".join(lines), encoding="utf-8")
    return found


@pytest.mark.parametrize(("code", "change"), [case[1:] for case in IN_FIGURES], ids=[case[0] for case in IN_FIGURES])
def test_a_wrong_figure_is_found_at_its_line(
    real_city: City, tmp_path: Path, code: str, change: Callable[[Figure], str]
) -> None:
    folder = copied(tmp_path)
    for path, number, figure in islice(figure_lines(real_city), FILES_A_MISTAKE):
        line = path.read_text(encoding="utf-8").split("\n")[number - 1]
        found = found_after(folder, path, number, line.replace(figure.reported, change(figure)))
        file = str(folder / path.relative_to(REAL_DATA))
        assert (file, number, code) in found or (file, figure.place.line, code) in found, (line, found)


@pytest.mark.parametrize(
    ("code", "begins", "change"), [case[1:] for case in IN_LINES], ids=[case[0] for case in IN_LINES]
)
def test_a_wrong_line_is_found_where_it_is(
    real_city: City, tmp_path: Path, code: str, begins: str, change: Mistake
) -> None:
    folder = copied(tmp_path)
    for path, number in islice(lines_with(real_city, begins), FILES_A_MISTAKE):
        line = path.read_text(encoding="utf-8").split("\n")[number - 1]
        found = found_after(folder, path, number, change(line))
        assert (str(folder / path.relative_to(REAL_DATA)), number, code) in found, (line, found)


def test_a_report_under_another_name_is_found(real_city: City, tmp_path: Path) -> None:
    """Each report in turn is saved as a district that has none, or over the next one."""
    folder = copied(tmp_path)
    reports = [report for report in real_city.home.district_reports if len(report.figures) > 4]
    for report in reports[:FILES_A_MISTAKE]:
        other = next(found for found in real_city.districts.values() if found != report.district)
        source = folder / str(report.year) / f"{report.district.id}.yaml"
        target = folder / str(report.year) / f"{other.id}.yaml"
        before = target.read_bytes() if target.exists() else None
        text = source.read_text(encoding="utf-8")
        target.write_text(text.replace(f"district: {report.district.id}", f"district: {other.id}"), encoding="utf-8")
        codes = {d.code for d in load_city(folder).diagnostics}
        assert {"copied-figures", "copied-text", "foreign-section"} <= codes
        target.write_bytes(before) if before is not None else target.unlink()
