"""Files that are wrong as a whole: their encoding, size, name or shape."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from highlights.load import load_city

REPORT = "district: xiling\nyear: 2022\nsources: yearbook-2022#xiling\nfigures:\n  trees_planted: 5棵\n"


def codes(folder: Path) -> list[str]:
    return [found.code for found in load_city(folder).diagnostics]


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty-file", ""),
        ("# 只有注释\n".encode(), "empty-file", ""),
        (REPORT.encode("gbk"), "encoding", "UTF-8"),
        (REPORT.encode("utf-16"), "encoding", "UTF-8"),
        (REPORT.encode("utf-16-le"), "encoding", "UTF-8"),
        (b"\xff\xfe\x00\x01\x02", "encoding", "UTF-8"),
        (b"\x00" * 100, "encoding", ""),
        (("a: " + "[" * 5000).encode(), "too-deep", ""),
        (("a:\n" + "".join("  " * depth + "- \n" for depth in range(60))).encode(), "too-deep", ""),
        (b"- a\n- b\n", "not-a-mapping", ""),
        ("只是一段话".encode(), "not-a-mapping", ""),
        (("a:\n" + "- 1\n" * 10_000).encode(), "too-many-entries", "粘贴"),
        (REPORT.replace("5棵", "5\u200b棵").encode(), "odd-character", "零宽空格"),
        (REPORT.replace("5棵", "\u202e5棵").encode(), "odd-character", "U+202E"),
    ],
    ids=[
        "empty", "comment", "gbk", "utf-16", "utf-16 without mark", "neither", "zeros", "brackets", "list items",
        "list", "prose", "too much", "zero-width", "bidirectional",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_finding(data_folder: Path, content: bytes, code: str, words: str) -> None:
    path = data_folder / "2022" / "xiling.yaml"
    path.write_bytes(content)
    found = load_city(data_folder).diagnostics
    assert [(d.code, d.place.file) for d in found] == [(code, str(path))]
    assert words in found[0].message + found[0].hint
    assert found[0].hint


def test_of_very_many_errors_the_first_are_told_and_that_there_are_more(data_folder: Path) -> None:
    path = data_folder / "2022" / "xiling.yaml"
    path.write_text(REPORT + "".join(f"key{number}: 1\n" for number in range(600)), encoding="utf-8")
    found = codes(data_folder)
    assert (found.count("unknown-key"), found.count("too-many-errors")) == (500, 1)
    assert len(found) == 501


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_what_windows_saves_as_utf_8_is_accepted(data_folder: Path, encoding: str, line_end: str) -> None:
    path = data_folder / "2022" / "xiling.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", line_end).encode(encoding))
    loaded = load_city(data_folder)
    assert loaded.diagnostics == ()
    assert loaded.city
    report = loaded.city.report("xiling", 2022)
    assert report
    assert report.figures["trees_planted"].reported == "18000株"
    assert report.figures["trees_planted"].place.line == 11


def test_a_huge_file_is_refused_unread(data_folder: Path) -> None:
    with (data_folder / "2022" / "xiling.yaml").open("wb") as huge:
        huge.truncate(50_000_000)
    assert codes(data_folder) == ["file-too-large"]


def test_a_city_has_districts(data_folder: Path) -> None:
    (data_folder / "districts.yaml").write_text("{}\n", encoding="utf-8")
    for district in ("donghu", "xiling", "nangang-park"):
        for report in data_folder.glob(f"*/{district}.yaml"):
            report.unlink()
    loaded = load_city(data_folder)
    (found,) = (found for found in loaded.diagnostics if found.is_error)
    assert loaded.city is None
    assert (found.code, str(found.place)) == ("no-district", f"{data_folder / 'districts.yaml'}:1:1")
    assert "short_name" in found.hint


def test_two_files_for_one_report_name_each_other(data_folder: Path) -> None:
    second = data_folder / "2022" / "a copy of xiling.yaml"
    shutil.copy(data_folder / "2022" / "xiling.yaml", second)
    found = load_city(data_folder).diagnostics
    assert [(d.code, d.place.file) for d in found] == [("duplicate-report", str(second))]
    assert str(data_folder / "2022" / "xiling.yaml") in found[0].message


@pytest.mark.parametrize("name", ["2022/donghu.yml", "2022/notes.docx", "districs.yaml", "drafts/a.yaml"])
def test_a_file_that_nobody_reads_is_told(data_folder: Path, name: str) -> None:
    path = data_folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x: 1\n", encoding="utf-8")
    loaded = load_city(data_folder)
    assert [d.code for d in loaded.diagnostics] == ["unexpected-file"]
    assert not loaded.diagnostics[0].is_error
    assert loaded.city


@pytest.mark.parametrize(
    "name", ["terms.yaml", "2022/xiling.yaml", "2022/edition.yaml", "甲", "2024", "甲\n::warning::乙"]
)
@pytest.mark.parametrize("target", ["elsewhere", "nowhere", "round", "甲" * 100])
def test_a_link_is_not_followed(data_folder: Path, name: str, target: str) -> None:
    """What it leads to is in no revision, and could be any file of the machine that checks."""
    path = data_folder / name
    path.unlink(missing_ok=True)
    (data_folder.parent / "elsewhere").write_text("year: 2022\ntitle: 别处\n", encoding="utf-8")
    path.symlink_to(path if target == "round" else data_folder.parent / target)
    loaded = load_city(data_folder)
    told = [d for d in loaded.diagnostics if d.place.file == str(path)]
    assert loaded.city is None
    assert "unreadable-file" in {d.code for d in told}
    assert "链接" in told[0].message
    assert told[0].hint


def test_what_is_neither_file_nor_folder_is_told(data_folder: Path) -> None:
    for name in ("city.yaml", "2022/xiling.yaml"):
        (data_folder / name).unlink()
    for name in ("city.yaml", "甲", "2024", "2022/xiling.yaml"):
        os.mkfifo(data_folder / name)
    assert codes(data_folder) == ["unreadable-file"] * 4


def test_hidden_files_are_nobodys_business(data_folder: Path) -> None:
    (data_folder / ".DS_Store").write_bytes(b"\x00")
    (data_folder / "2022" / ".swp").write_bytes(b"\x00")
    assert codes(data_folder) == []


@pytest.mark.parametrize("name", ["city.yaml", "districts.yaml", "sources.yaml", "2022/edition.yaml"])
def test_a_missing_file_is_one_finding(data_folder: Path, name: str) -> None:
    (data_folder / name).unlink()
    found = load_city(data_folder).diagnostics
    assert [(d.code, d.place.file) for d in found] == [("missing-file", str(data_folder / name))]


def test_a_folder_that_is_not_there_is_one_finding(tmp_path: Path) -> None:
    found = load_city(tmp_path / "none").diagnostics
    assert [(d.code, d.place.file) for d in found] == [("missing-file", str(tmp_path / "none"))]


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    found = load_city(tmp_path).diagnostics
    assert {d.code for d in found} == {"missing-file"}
    assert len(found) == 5
