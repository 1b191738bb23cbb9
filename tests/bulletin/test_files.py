"""The command that makes bulletins: which files, what is kept, what stops it."""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from highlights.bulletin.page import Preset
from highlights.bulletin.pdf import Pdf, Printer
from highlights.cli import main
from highlights.commands import bulletin
from highlights.commands.options import WORKSHOP
from highlights.commands.sites import places_of
from highlights.model import City
from highlights.publish.bulletins.files import REGISTER, Order, make_bulletins, order_bulletins, pdf_files
from highlights.render.pdf_links import pdf_names
from tests.conftest import INVENTED_DATA, ROOT, replace_in

_SMALL = ("2022", "--district", "xiling")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "highlights", "bulletin", *arguments]
    around = {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=False)


def test_there_is_one_for_each_edition_and_each_report(invented_city: City) -> None:
    orders = order_bulletins(invented_city, invented_city.editions.values(), Preset.STANDARD)
    assert [order.name for order in orders] == [
        "2022", "2022-city", "2022-donghu", "2022-xiling", "2023", "2023-donghu", "2023-nangang-park",
    ]  # fmt: skip
    assert tuple(order.name for order in orders) == pdf_names(invented_city)


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (_SMALL, {"2022-xiling.pdf"}),
        (("--district", "nangang-park"), {"2023-nangang-park.pdf"}),
        ((*_SMALL, "--preset", "official"), {"2022-xiling-official.pdf"}),
    ],
)
def test_the_command_makes_what_is_asked_for(arguments: tuple[str, ...], names: set[str], tmp_path: Path) -> None:
    assert main(["bulletin", *arguments, "--data", str(INVENTED_DATA), "--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.glob("*.pdf")} == names


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2019",), "没有2019年度"),
        (("--district", "xilin"), "没有“xilin”这个区。是不是“xiling”？"),
        (("2022", "--district", "nangang-park"), "在这些年度没有报告"),
    ],
)
def test_a_wrong_name_is_told_and_nothing_is_made(
    arguments: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["bulletin", *arguments, "--data", str(INVENTED_DATA), "--out", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


class CountingPrinter(Printer):
    """Prints a few bytes at once; stops at what it cannot print."""

    def __init__(self) -> None:
        self.identity = "this machine"
        self.printed: list[str] = []

    def print(self, html: str) -> Pdf:
        if html == "broken":
            raise RuntimeError(html)
        self.printed.append(html)
        return Pdf(f"%PDF {html}".encode(), 3)


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    printer = CountingPrinter()
    said: list[str] = []
    make_bulletins([Order("2022", "a"), Order("2023", "b")], printer, tmp_path, said.append)
    make_bulletins([Order("2022", "a"), Order("2023", "c")], printer, tmp_path, said.append)
    assert printer.printed == ["a", "b", "c"]
    assert said == [
        "[1/2] 2022.pdf：3 页，6 B",
        "[2/2] 2023.pdf：3 页，6 B",
        "[1/2] 2022.pdf：没有变化",
        "[2/2] 2023.pdf：3 页，6 B",
    ]
    printer.identity = "another machine"
    make_bulletins([Order("2022", "a")], printer, tmp_path, said.append)
    assert printer.printed[-1] == "a"
    (tmp_path / "2022.pdf").unlink()
    make_bulletins([Order("2022", "a")], printer, tmp_path, said.append)
    assert (tmp_path / "2022.pdf").is_file()


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", '{"2022": 1}', '{"2022": {"print": "x"}}', '{"2022": {"print": "x", "pages": "3"}}', "\udcff"],
)
def test_a_damaged_memory_is_none(invented_city: City, tmp_path: Path, damaged: str) -> None:
    printer = CountingPrinter()
    make_bulletins([Order("2022", "a")], printer, tmp_path, str)
    (tmp_path / REGISTER).write_bytes(damaged.encode(errors="surrogateescape"))
    assert pdf_files(invented_city, tmp_path) == {}
    make_bulletins([Order("2022", "a")], printer, tmp_path, str)
    assert printer.printed == ["a", "a"]
    assert list(pdf_files(invented_city, tmp_path)) == ["2022"]


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "2022-xiling.pdf").mkdir(parents=True)
    for out, words in (
        (file, "这里已经有别的东西"),
        (file / "out", "这里应是文件夹，却是文件"),
        (tmp_path / ("长" * 100), "名称太长"),
        (folder, f"这里应是文件，却是文件夹：{folder / '2022-xiling.pdf'}\n"),
    ):
        assert main(["bulletin", *_SMALL, "--data", str(INVENTED_DATA), "--out", str(out)]) == 1
        said = capsys.readouterr().err
        assert words in said
        assert "没有做完" in said


def test_nothing_else_is_built_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site takes its PDFs from the same folder."""

    def try_to_build(*_: object) -> bool:
        with (tmp_path / "lock").open("w") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True

    monkeypatch.setattr(bulletin, "WORKSHOP", tmp_path)
    monkeypatch.setattr(bulletin, "print_bulletins", try_to_build)
    assert main(["bulletin", *_SMALL, "--data", str(INVENTED_DATA), "--out", str(tmp_path / "out")]) == 0
    assert places_of(Namespace(offline=False)).workshop == WORKSHOP


def test_an_earlier_pdf_stays_when_its_successor_fails(tmp_path: Path) -> None:
    printer = CountingPrinter()
    make_bulletins([Order("2022", "a")], printer, tmp_path, str)
    with pytest.raises(RuntimeError):
        make_bulletins([Order("2023", "b"), Order("2022", "broken")], printer, tmp_path, str)
    assert (tmp_path / "2022.pdf").read_bytes() == b"%PDF a"
    make_bulletins([Order("2023", "b")], printer, tmp_path, str)
    assert printer.printed == ["a", "b"]


def test_only_pdfs_of_this_city_are_offered(invented_city: City, tmp_path: Path) -> None:
    orders = [Order("2022", "a"), Order("2022-donghu", "a"), Order("2022-elsewhere", "a"), Order("2022-official", "a")]
    make_bulletins(orders, CountingPrinter(), tmp_path, str)
    assert list(pdf_files(invented_city, tmp_path)) == ["2022", "2022-donghu"]
    assert pdf_files(invented_city, tmp_path)["2022"].pages == 3


def test_a_character_without_a_glyph_is_told_at_its_place(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = data_folder / "2022" / "xiling.yaml"
    arguments = ["bulletin", *_SMALL, "--data", str(data_folder), "--out", str(tmp_path / "out")]
    assert main(arguments) == 0
    before = (tmp_path / "out" / "2022-xiling.pdf").read_bytes()
    # Nobody reads it.
    (data_folder / "旧").mkdir()
    (data_folder / "旧" / "xiling.yaml").write_bytes("荒坡".encode("gbk"))
    replace_in(report, "荒坡补栽\n", "荒坡补\u0f40栽\n")
    capsys.readouterr()
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert f"{report}:6:15 错误 missing-glyph  “\u0f40”（U+0F40）" in said
    assert "已有的 PDF 没有改动" in said
    assert (tmp_path / "out" / "2022-xiling.pdf").read_bytes() == before


_WITHOUT_A_LIBRARY = """
import sys, cffi
real = cffi.FFI.dlopen
missing = sys.argv.pop(1)
def dlopen(self, name, flags=0):
    if missing in str(name):
        raise OSError(f"cannot load library '{name}'")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
from highlights.cli import main
sys.exit(main(sys.argv[1:]))
"""

_NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A folder with the PDF of another day."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "2022.pdf").write_bytes(b"%PDF earlier")
    return folder


@pytest.mark.parametrize("library", ["pango", "harfbuzz-subset"])
def test_without_a_library_the_packages_are_named(library: str, earlier: Path) -> None:
    arguments = ["bulletin", "--data", str(INVENTED_DATA), "--out", str(earlier)]
    command = [sys.executable, "-c", _WITHOUT_A_LIBRARY, library, *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert_lacking(result, "没有系统库 Pango 或 HarfBuzz", earlier)


@pytest.mark.parametrize("has_latin", [False, True])
def test_without_a_chinese_font_the_packages_are_named(has_latin: bool, earlier: Path, tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    if has_latin:
        make_latin_font(fonts / "latin.ttf")
    settings = without_fonts(fonts)
    result = run("--data", str(INVENTED_DATA), "--out", str(earlier), FONTCONFIG_FILE=str(settings))
    assert_lacking(result, "没有中文字体", earlier)


def without_fonts(folder: Path) -> Path:
    """Settings by which a machine has no fonts but those of a folder."""
    settings = folder / "fonts.conf"
    settings.write_text(_NO_FONTS.format(folder=folder), encoding="utf-8")
    return settings


def make_latin_font(path: Path) -> None:
    """With one letter in it."""
    builder = FontBuilder(1000)
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((300, 700))
    pen.lineTo((600, 0))
    pen.closePath()
    glyph = pen.glyph()
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({ord("A"): "A"})
    builder.setupGlyf({".notdef": glyph, "A": glyph})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "A": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "One Letter", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def assert_lacking(result: subprocess.CompletedProcess[str], said: str, out: Path) -> None:
    assert result.returncode == 1, result.stderr
    assert said in result.stderr
    assert "apt-get install --no-install-recommends libpango-1.0-0" in result.stderr
    assert "fonts-noto-cjk" in result.stderr
    assert "Traceback" not in result.stderr
    assert not result.stdout
    assert [(path.name, path.read_bytes()) for path in out.iterdir()] == [("2022.pdf", b"%PDF earlier")]


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    worlds: list[Mapping[str, str]] = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
    ]
    prints = []
    for number, world in enumerate(worlds):
        out = tmp_path / str(number)
        assert run(*_SMALL, "--data", str(INVENTED_DATA), "--out", str(out), **world).returncode == 0
        prints.append(hashlib.sha256((out / "2022-xiling.pdf").read_bytes()).hexdigest())
    assert prints[0] == prints[1]
