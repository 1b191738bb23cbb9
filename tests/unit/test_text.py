"""A file's bytes become text, or findings that an editor understands."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from highlights.diagnostics import Diagnostic
from highlights.load.yaml_file.characters import odd_characters
from highlights.load.yaml_file.text import MAX_BYTES, read_text


def read(folder: Path, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    path = folder / "x.yaml"
    path.write_bytes(data)
    return read_text(path, "2021/x.yaml")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("label: 受理\n".encode(), "label: 受理\n"),
        ("label: 受理\n".encode("utf-8-sig"), "label: 受理\n"),
        (b"a: 1\r\nb: 2\rc: 3\n", "a: 1\nb: 2\nc: 3\n"),
        ("text: |\n  　　段首空两格\n".encode(), "text: |\n  　　段首空两格\n"),
        ("a: “四个一”😀\tx\n".encode(), "a: “四个一”😀\tx\n"),
    ],
)
def test_utf8_is_read_as_it_stands(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (text, ())


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("label: 受理\n".encode("utf-16"), 1, 1, "UTF-16"),
        ("label: 受理\n".encode("utf-16-le"), 1, 2, "UTF-16"),
        ("label: 受理\n".encode("utf-16-be"), 1, 1, "UTF-16"),
        ("label: 受理\n".encode("utf-32"), 1, 1, "UTF-32"),
        ("label: 受理\n".encode("utf-32-le"), 1, 2, "UTF-32"),
        ("a: 1\r\nlabel: 受理案件\n".encode("gbk"), 2, 8, "GBK"),
        ("label: 受理劳动".encode() + b"\xe5\x8a: x\n", 1, 12, "0xE5"),
        (b"a: \xff\xfe\xfd\n", 1, 4, "编码不明"),
        (b"\x89PNG\r\n\x1a\n\xff\xff", 1, 1, "图片"),
    ],
)
def test_another_encoding_is_named_at_its_first_byte(
    tmp_path: Path, data: bytes, line: int, column: int, words: str
) -> None:
    text, (found,) = read(tmp_path, data)
    assert text is None
    assert (found.code, found.place.line, found.place.column) == ("encoding", line, column)
    assert words in found.message
    assert "UTF-8" in found.hint


@pytest.mark.parametrize(
    ("given_text", "line", "column", "words", "mended"),
    [
        ("a: x\x00y", 1, 5, "U+0000（空字符）", "a: xy"),
        ("a: 1\nb: x\u200by", 2, 5, "U+200B（零宽空格）", "a: 1\nb: xy"),
        ("a: \u202ex", 1, 4, "U+202E（双向", "a: x"),
        ("a: x\u2028y", 1, 5, "U+2028（行分隔符）", "a: x y"),
        ("a: x\x85y", 1, 5, "U+0085", "a: x y"),
        ("a: x\x0by", 1, 5, "Word", "a: x y"),
        ("a: \ufeffx", 1, 4, "U+FEFF", "a: x"),
        ("a: \ue123", 1, 4, "私用区", "a: \ufffd"),
        ("a: 工\ufffd", 1, 5, "替换符", "a: 工\ufffd"),
        ("a: \ud800", 1, 4, "代理", "a: \ufffd"),
    ],
)
def test_a_character_nobody_sees_is_named_and_taken_out(
    tmp_path: Path, given_text: str, line: int, column: int, words: str, mended: str
) -> None:
    text, (found,) = read(tmp_path, given_text.encode("utf-8", "surrogatepass"))
    assert (found.code, found.place.line, found.place.column) == ("odd-character", line, column)
    assert words in found.message
    assert text == mended


@pytest.mark.parametrize(
    ("given_text", "column", "character", "ordinary", "mended"),
    [
        ("a: 11\u2f08", 6, "U+2F08（康熙部首“\u2f08”）", "人", "a: 11人"),
        ("a: 职\u2f2f之家", 5, "U+2F2F（康熙部首“\u2f2f”）", "工", "a: 职工之家"),
        ("a: \u2f00", 4, "U+2F00", "一", "a: 一"),
        ("a: \u2fd5", 4, "U+2FD5", "\u9fa0", "a: \u9fa0"),
    ],
)
def test_a_radical_copied_from_a_pdf_is_told_with_the_ordinary_character(
    tmp_path: Path, given_text: str, column: int, character: str, ordinary: str, mended: str
) -> None:
    text, (found,) = read(tmp_path, given_text.encode())
    assert (found.code, found.place.line, found.place.column) == ("odd-character", 1, column)
    assert character in found.message
    assert f"“{ordinary}”" in found.message
    assert f"换成普通汉字“{ordinary}”" in found.hint
    assert text == mended


def test_every_radical_has_an_ordinary_character_and_its_neighbours_are_left_alone(tmp_path: Path) -> None:
    for code in range(0x2F00, 0x2FD6):
        text, (found,) = read(tmp_path, f"a: {chr(code)}".encode())
        assert text == f"a: {unicodedata.normalize('NFKC', chr(code))}" != f"a: {chr(code)}"
        assert text[-1] in found.hint
    assert read(tmp_path, "a: \u2eff\u2fd6一\u9fa0".encode()) == ("a: \u2eff\u2fd6一\u9fa0", ())


@pytest.mark.parametrize(
    ("given_text", "named", "digit", "mended"),
    [
        ("a: ٣件", "U+0663（ARABIC-INDIC DIGIT THREE）", "3", "a: 3件"),
        ("a: ३件", "U+0969（DEVANAGARI DIGIT THREE）", "3", "a: 3件"),
        ("a: 𝟑件", "U+1D7D1（MATHEMATICAL BOLD DIGIT THREE）", "3", "a: 3件"),
        ("a: 𝟶件", "U+1D7F6（MATHEMATICAL MONOSPACE DIGIT ZERO）", "0", "a: 0件"),
        ("a: 🯳件", "U+1FBF3（SEGMENTED DIGIT THREE）", "3", "a: 3件"),
    ],
)
def test_a_digit_of_another_script_is_told_with_the_ordinary_one(
    tmp_path: Path, given_text: str, named: str, digit: str, mended: str
) -> None:
    text, (found,) = read(tmp_path, given_text.encode())
    assert (found.code, found.place.line, found.place.column) == ("odd-character", 1, 4)
    assert named in found.message
    assert f"换成普通数字“{digit}”" in found.hint
    assert text == mended


def test_what_nobody_sees_or_takes_for_something_else_is_refused_in_all_of_unicode() -> None:
    def is_odd(character: str, category: str) -> bool:
        is_foreign_digit = category == "Nd" and not (character.isascii() or "０" <= character <= "９")
        is_selector = "VARIATION SELECTOR" in unicodedata.name(character, "")
        return category in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} or is_foreign_digit or is_selector

    named = {chr(code): unicodedata.category(chr(code)) for code in range(0x110000)}
    odd = {character for character, category in named.items() if is_odd(character, category)} - set("\t\n\r")
    assert odd - set(odd_characters("".join(named))) == set()
    assert set(odd_characters("①②⑴Ⅲ㊂㎡½、“”—…·℃０９〇，。abc")) == set()


@pytest.mark.parametrize(
    ("given_text", "line", "column", "words"),
    [
        ("a:\n　　b: 1\n", 2, 1, "U+3000（全角空格）"),
        ("a:\n\u00a0\u00a0b: 1\n", 2, 1, "U+00A0（不换行空格）"),
        ("a:\n  b: 1\n 　c: 1\n", 3, 2, "U+3000"),
        ("a:\n  \u00a0- x\n", 2, 3, "U+00A0"),
    ],
)
def test_indentation_is_made_of_ordinary_spaces(
    tmp_path: Path, given_text: str, line: int, column: int, words: str
) -> None:
    text, (found,) = read(tmp_path, given_text.encode())
    assert text is None
    assert (found.code, found.place.line, found.place.column) == ("odd-character", line, column)
    assert words in found.message
    assert "普通空格" in found.hint


def test_all_odd_characters_are_found_together_but_not_without_end(tmp_path: Path) -> None:
    _, found = read(tmp_path, "a: x\u200b\n".encode() * 500)
    assert [one.place.line for one in found] == list(range(1, 22))
    assert "还有 480 处" in found[-1].message


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\n", "# 注释\n\n　\n".encode()])
def test_a_file_without_content_is_empty(tmp_path: Path, data: bytes) -> None:
    text, (found,) = read(tmp_path, data)
    assert text is None
    assert found.code == "empty-file"
    assert str(found.place) == "2021/x.yaml:1:1"


def test_two_mebibytes_are_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    assert read(tmp_path, b"a: ".ljust(MAX_BYTES, b"x"))[1] == ()
    text, (found,) = read(tmp_path, b"a: ".ljust(MAX_BYTES + 1, b"x"))
    assert text is None
    assert found.code == "file-too-large"


def test_a_huge_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    _, (found,) = read_text(path, "x.yaml")
    assert "47.7 MB" in found.message


def test_what_is_no_readable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "gone")
    (tmp_path / "round.yaml").symlink_to(tmp_path / "round.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    expected = {"folder": "文件夹", "dangling": "链接", "round": "链接", "pipe": "管道", "none": "不存在"}
    for name, words in expected.items():
        text, (found,) = read_text(tmp_path / f"{name}.yaml", name)
        assert (text, found.code) == (None, "unreadable-file")
        assert words in found.message
    (tmp_path / "shut.yaml").write_bytes(b"a: 1")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "权限" in read_text(tmp_path / "shut.yaml", "shut")[1][0].message


@given(st.binary(max_size=60))
def test_any_bytes_give_text_or_a_finding(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    text, found = read(tmp_path_factory.getbasetemp(), data)
    assert text is not None or found
