"""Small fonts. WeasyPrint leaves an empty place for every glyph that a PDF does not use; Chinese fonts have 65,000.

A font that numbers its glyphs (CID-keyed CFF: Noto CJK, Source Han) is cut down to the used ones, which keep their
numbers, and embedded without its wrapping; any other font stays as WeasyPrint makes it. This reaches into WeasyPrint;
tests hold that the fonts are small and that every number a text uses is in them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.pdf.fonts import Font, ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

_NEEDED = {"CFF ", "head", "hhea", "hmtx", "maxp"}

_leave_empty_places = Font.subset


def shrink_fonts() -> None:
    """From now on, for all that WeasyPrint prints."""
    Font.subset = _subset


def unwrap_fonts(pdf: pydyf.PDF) -> None:
    """Only in a bare CFF do all readers look glyphs up by their numbers."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and isinstance(stream.stream[0], _Small):
            stream.stream = [TTFont(io.BytesIO(stream.stream[0])).reader["CFF "]]
            stream.extra["Subtype"] = "/CIDFontType0C"


class _Small(bytes):
    """A font that has been cut down."""


def _subset(font: Font, used: dict[int, str], hinting: bool) -> None:
    small = _cut_down(font, sorted(used)) if used and "CFF " in font.tables and not font.missing else b""
    if small and _numbers(small).issuperset(used):
        font.file_content = _Small(small)
    else:
        _leave_empty_places(font, used, hinting)


def _cut_down(font: Font, glyphs: list[int]) -> bytes:
    order = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _fill(harfbuzz_subset.hb_subset_input_glyph_set(order), glyphs)
    unneeded = (harfbuzz.hb_tag_from_string(tag.encode(), -1) for tag in {*font.tables} - _NEEDED)
    dropped = harfbuzz_subset.hb_subset_input_set(order, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG)
    _fill(dropped, unneeded)
    harfbuzz_subset.hb_subset_input_set_flags(
        order, harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    )
    face = harfbuzz_subset.hb_subset_or_fail(font.hb_face, order)
    return (get_hb_object_data(ffi.gc(face, harfbuzz.hb_face_destroy)) if face else None) or b""


def _fill(numbers: Any, content: Iterable[int]) -> None:
    ordered = sorted(content)
    harfbuzz.hb_set_add_sorted_array(numbers, ffi.new("hb_codepoint_t[]", ordered), len(ordered))


def _numbers(content: bytes) -> set[int]:
    """Of the glyphs of a font; none when it does not number them."""
    top = TTFont(io.BytesIO(content))["CFF "].cff.topDictIndex[0]
    return {0, *(int(name[3:]) for name in top.charset[1:])} if hasattr(top, "ROS") else set()
