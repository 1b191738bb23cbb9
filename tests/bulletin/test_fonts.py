"""Fonts in a PDF hold what it uses and hardly more, whatever kind of font a machine has."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
from fontTools.cffLib import CFFFontSet, TopDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pypdf.generic import DictionaryObject

from tests.bulletin.conftest import Print
from tests.bulletin.test_files import run
from tests.conftest import replace_in

_TIBETAN = "\u0f40"
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>
"""


def fonts_of(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    yield from (font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values())


def used_glyphs(font: DictionaryObject) -> set[int]:
    named = re.findall(rb"<([0-9a-f]{4})> <[0-9a-f]+>", font["/ToUnicode"].get_data())
    return {int(number, 16) for number in named}


def test_a_font_holds_the_glyphs_that_are_used_under_the_numbers_of_the_text(printed: Print) -> None:
    for font in fonts_of(printed.reader):
        top = bare_font(font)
        held = {int(name[3:]) for name in top.charset[1:]}
        used = used_glyphs(font) - {0}
        assert used <= held, font["/BaseFont"]
        # Brackets bring their mirror images along.
        assert len(held) <= len(used) + 12, font["/BaseFont"]
        assert len([number for number in used if has_outline(top, number)]) >= len(used) - 2  # spaces


def test_every_face_has_the_shapes_of_simplified_chinese(printed: Print) -> None:
    """Those of other regions draw 骨, 直 or 门 in ways that a reader here takes for mistakes."""
    names = {font["/BaseFont"] for font in fonts_of(printed.reader)}
    assert names
    assert all(re.search(r"CJK-?SC", name, re.IGNORECASE) for name in names), names


def bare_font(font: DictionaryObject) -> TopDict:
    embedded = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile3"]
    assert embedded["/Subtype"] == "/CIDFontType0C"
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(embedded.get_data()), None)
    return fonts[0]


def has_outline(top: TopDict, number: int) -> bool:
    return len(top.CharStrings[f"cid{number:05d}"].bytecode) > 4


def test_a_district_s_part_is_sent_by_mail_without_a_thought(part: Print) -> None:
    assert len(part.content) < 150_000


def test_a_font_that_names_its_glyphs_is_embedded_as_it_is(data_folder: Path, tmp_path: Path) -> None:
    make_named_font(tmp_path / "rare.otf")
    (tmp_path / "fonts.conf").write_text(_FONTS.format(folder=tmp_path), encoding="utf-8")
    replace_in(data_folder / "2022" / "xiling.yaml", "荒坡补栽\n", f"荒坡补{_TIBETAN}栽\n")
    arguments = ("2022", "--district", "xiling", "--data", str(data_folder), "--out", str(tmp_path))
    result = run(*arguments, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert result.returncode == 0, result.stderr
    reader = pypdf.PdfReader(tmp_path / "2022-xiling.pdf")
    assert _TIBETAN in "".join(page.extract_text() for page in reader.pages)
    (rare,) = [font for font in fonts_of(reader) if "Rare" in font["/BaseFont"]]
    embedded = rare["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile3"]
    assert embedded["/Subtype"] == "/OpenType"
    assert set(TTFont(io.BytesIO(embedded.get_data())).getGlyphOrder()) == {".notdef", "ka"}
    assert 1 in used_glyphs(rare)


def make_named_font(path: Path) -> None:
    """OpenType with CFF outlines and one letter, as Latin fonts are made."""
    pen = T2CharStringPen(600, None)
    pen.moveTo((0, 0))
    pen.lineTo((300, 700))
    pen.lineTo((600, 0))
    pen.closePath()
    glyph = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "ka"])
    builder.setupCharacterMap({ord(_TIBETAN): "ka"})
    builder.setupCFF("Rare", {}, {".notdef": glyph, "ka": glyph}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "ka": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Rare", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
