"""What is indexed, and that the same data gives the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace

from highlights.model import City
from highlights.publish.search import search_files
from highlights.publish.search.documents import DocumentKind, Field, documents
from highlights.publish.search.pinyin import district_spellings
from highlights.publish.search.postings import post
from tests.conftest import INVENTED_DATA, ROOT
from tests.unit.smallest import city, district, figure, report

DIGEST = """
import hashlib
from pathlib import Path
from highlights.load import load_city
from highlights.publish.search import search_files
files = search_files(load_city(Path({data!r})).city)
print(hashlib.sha256(b"".join(name.encode() + content for name, content in files.items())).hexdigest())
"""


def test_there_is_a_document_for_everything(invented_city: City) -> None:
    found = list(documents(invented_city))
    keys = [document.key for document in found if document.kind is DocumentKind.REPORT]
    assert keys == ["2023-donghu", "2023-nangang-park", "2022-donghu", "2022-xiling", "2022-city"]
    assert {document.key for document in found} >= {
        "district-donghu",
        "theme-reading",
        "indicator-books_lent",
        "edition-2022",
        "source-bulletin-2023",
        "term-book_drift",
    }
    assert {f"search/text/{document.key}.js" for document in found} <= search_files(invented_city).keys()


def test_a_figure_is_found_in_digits_however_it_was_printed() -> None:
    trees = figure("近400万棵")
    (first, *_), _ = documents(city(report("a", trees))), None
    passage = next(passage for passage in first.passages if passage.field is Field.FIGURES)
    assert (passage.anchor, passage.title, passage.lines[0]) == ("figure-trees", "植树", "近400万棵")
    assert "4000000" in passage.also


def test_a_piece_counts_in_the_highest_field_of_a_document() -> None:
    pairs, singles = post(documents(city(report("a", figure("5棵", caveat="植树节")))))
    assert pairs[Field.FIGURES]["植树"][0] == 0
    assert 0 not in pairs[Field.TITLE].get("植树", ())
    assert 0 not in pairs[Field.TEXT].get("植树", ())
    assert 0 in singles[Field.FIGURES]["棵"]


def test_a_short_name_is_read_as_in_the_whole() -> None:
    known = replace(district("chaoyang", "朝阳区"), short_name="朝阳")
    assert district_spellings(known) == ("chaoyang", "cy", "chaoyangqu", "cyq")


def test_the_same_data_gives_the_same_bytes() -> None:
    def digest(seed: str) -> str:
        command = [sys.executable, "-c", DIGEST.format(data=str(INVENTED_DATA))]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    assert digest("1") == digest("2")


def test_every_file_is_a_script_that_registers_itself(invented_city: City) -> None:
    for address, content in search_files(invented_city).items():
        name = address.removeprefix("search/").removesuffix(".js")
        assert content.startswith(f'districtSearch.put("{name}",'.encode())


def test_readers_are_told_every_kind_of_result_by_name() -> None:
    script = (ROOT / "overrides" / "assets" / "js" / "search" / "results.js").read_text(encoding="utf-8")
    (kinds,) = re.findall(r"const KINDS = \{(.*?)\};", script, re.DOTALL)
    assert set(re.findall(r'(\w+): "[^"]+"', kinds)) == {kind.value for kind in DocumentKind}
