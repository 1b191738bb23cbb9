"""Bulletins of untrusted texts: each stands in the PDF as it was typed, and no reader of it is asked to do anything."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject
from weasyprint.urls import FatalURLFetchingError

from highlights.bulletin.page import Preset
from highlights.bulletin.pdf import Printer
from highlights.publish.bulletins.files import order_bulletins
from tests.untrusted.crowd import FIRST_YEAR
from tests.untrusted.payloads import ALL, PAYLOADS
from tests.untrusted.trial import Trial, try_everywhere

PRINTED = {*PAYLOADS["documents"][:2], PAYLOADS["attributes"][0], "甲<乙>丙"}
# What a reader of PDFs might do by itself, or be made to do by a click.
ACTIONS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMedia", "/AA"}
ACTIONS |= {"/EmbeddedFile", "/EmbeddedFiles", "/AcroForm"}
SCHEMES = {"http", "https", "mailto"}


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=f"{number}", marks=() if text in PRINTED else pytest.mark.release)
        for number, text in enumerate(ALL)
    ],
)
def test_a_pdf_shows_it_and_does_nothing(text: str, printer: Printer, tmp_path: Path) -> None:
    trial = try_everywhere(text, tmp_path, year=FIRST_YEAR)
    if not trial.accepted:
        pytest.skip("let in nowhere: there is nothing to print")
    whole = order_bulletins(trial.city, trial.city.editions.values(), Preset.STANDARD)[0]
    reader = pypdf.PdfReader(io.BytesIO(printer.print(whole.html).content))
    assert _names(reader) & ACTIONS == set()
    assert {urlsplit(link).scheme for link in _links(reader)} <= SCHEMES
    assert reader.metadata is not None
    if _is_in(trial, "EditionEntry", "title"):
        assert _words(reader.metadata.title) == _words(f"{text}　年终简报")
    if _is_in(trial, "DistrictEntry", "name"):
        assert _words(text) in [_words(item["/Title"]) for item in reader.outline if not isinstance(item, list)]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="file:///etc/passwd">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
        '<p style="background: url(data:image/png;base64,AAAA)">甲',
        "<style>@import 'file:///etc/passwd';</style>",
    ],
)
def test_printing_reads_no_file_and_asks_no_address(markup: str, printer: Printer) -> None:
    with pytest.raises(FatalURLFetchingError):
        printer.print(f'<html lang="zh"><title>甲</title>{markup}')


def _words(text: object) -> str:
    """Without white space, of which one kind becomes another."""
    return "".join(str(text).split())


def _is_in(trial: Trial, kind: str, field: str) -> bool:
    return any((slot.kind, slot.field) == (kind, field) for slot in trial.accepted)


def _dictionaries(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """All of the file, those within others too."""
    numbers = range(1, int(reader.trailer["/Size"]))
    waiting = [reader.trailer, *(reader.get_object(IndirectObject(number, 0, reader)) for number in numbers)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            yield one
        waiting += one.values() if isinstance(one, DictionaryObject) else one if isinstance(one, ArrayObject) else ()


def _names(reader: pypdf.PdfReader) -> set[str]:
    """Of all keys, and of the kinds of actions and objects."""
    found = list(_dictionaries(reader))
    return {key for one in found for key in one} | {str(one.get(key)) for one in found for key in ("/S", "/Type")}


def _links(reader: pypdf.PdfReader) -> set[str]:
    return {str(one["/URI"]) for one in _dictionaries(reader) if "/URI" in one}
