"""A YAML text becomes a tree of texts with places, and what YAML would lose silently is said."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from highlights.diagnostics import Severity
from highlights.load.yaml_file import (
    Mapping,
    Node,
    Scalar,
    events,
    locate,
    locate_key,
    node_at,
    parse_tree,
    to_plain,
)
from highlights.load.yaml_file.refusals import MAX_DEPTH

REPORT = """\
district: haidian
highlights:
  - id: fees
    text: |
      第一行
      第二行
figures:
  accepted: {label: 受理案件, reported: 2209件}
"""


@pytest.fixture(params=["c", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the C parser and with the one that stands in for it."""
    monkeypatch.setattr(events, "LOADER", events.LOADER if request.param == "c" else yaml.SafeLoader)


def tree_of(text: str) -> Mapping:
    root, found = parse_tree(text, "x.yaml")
    assert found == ()
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12:30", "12:30"),
        ("no", "no"),
        ("010", "010"),
        ("2024-03-01", "2024-03-01"),
        ("1_000", "1_000"),
        ("", None),
        ("~", None),
        ("null", None),
        ('"null"', "null"),
        ("''", ""),
        ('"第一行\\n第二行"', "第一行\n第二行"),
        ("“四个一”筑牢", "“四个一”筑牢"),
        ("热线 # 注释", "热线"),
        ("[a, 1]", ["a", "1"]),
        ("{b: no, c: }", {"b": "no", "c": None}),
        ("|\n  热线 #12351\n  label：受理", "热线 #12351\nlabel：受理\n"),
    ],
)
def test_values_stay_the_text_that_was_typed(typed: str, read: Any) -> None:
    assert to_plain(tree_of(f"a: {typed}\n")) == {"a": read}


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("district",), (1, 11), (1, 1)),
        (("highlights", 0), (3, 5), (3, 5)),
        (("highlights", 0, "text"), (4, 11), (4, 5)),
        (("figures", "accepted", "reported"), (8, 37), (8, 27)),
        (("figures", "accepted", "nobody"), (8, 13), (8, 3)),
        (("figures", "nobody", "reported"), (8, 3), (7, 1)),
        (("highlights", 7, "id"), (3, 3), (2, 1)),
        (("district", "x", 0), (1, 11), (1, 1)),
    ],
)
def test_a_path_leads_to_its_place_as_far_as_it_goes(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    root = tree_of(REPORT)
    assert (locate(root, path), locate_key(root, path)) == (value, key)


def test_only_a_whole_path_leads_to_a_node() -> None:
    root = tree_of(REPORT)
    node = node_at(root, ("highlights", 0, "text"))
    assert node == Scalar("第一行\n第二行\n", 4, 11, "|")
    assert node_at(root, ("highlights", 0, "nobody")) is None
    assert node_at(root, ()) is root


def test_columns_count_characters_beyond_the_basic_plane() -> None:
    assert locate(tree_of("a: {😀𠮷: x}\n"), ("a", "😀𠮷")) == (1, 9)


FINDINGS = [
    ("a: 1\nb: 2\na: 3\n", 3, 1, "duplicate-key", "第 1 行", "合并"),
    ("a: {b: 1,\n b: 2}\n", 2, 2, "duplicate-key", "第 2 行", "改名"),
    ("a: &x 1\n", 1, 4, "yaml-feature", "&x", "删去"),
    ("a: *x\n", 1, 4, "yaml-feature", "*x", "直接写"),
    ("a:\n  <<: {b: 1}\n", 2, 3, "yaml-feature", "<<", "直接写"),
    ("a: !!str 1\n", 1, 4, "yaml-feature", "!!str", "删去"),
    ("a: 1\n---\nb: 2\n", 2, 1, "several-documents", "---", "删去"),
    ("[试点]: x\n", 1, 1, "key-not-text", "列表", "引号"),
    ("? {a: 1}\n: x\n", 1, 3, "key-not-text", "键", "引号"),
    ("- a\n", 1, 1, "not-a-mapping", "列表", "highlights:"),
    ("只有一段文字\n", 1, 1, "not-a-mapping", "只有一段文字", "键: 值"),
    ("label：受理\n", 1, 6, "full-width", "全角冒号", "label: 受理"),
    ("label:受理\n", 1, 6, "syntax", "缺少空格", "label: 受理"),
    ("---\n", 1, 1, "empty-file", "没有内容", ""),
    (
        "a: {reported: 1,234件}\n",
        1,
        15,
        "cut-by-comma",
        "“1,234件”只读到“1”",
        '"1,234件"；或去掉数字里的分隔号：1234件',
    ),
    ("a: {reported: 1,234,567件, b: 2}\n", 1, 15, "cut-by-comma", "1,234,567件", "1234567件"),
    ("a: {title: 慰问, 送清凉}\n", 1, 12, "cut-by-comma", "慰问, 送清凉", '"慰问, 送清凉"'),
    ("a: [约1,234件, b]\n", 1, 5, "cut-by-comma", "约1,234件", "约1234件"),
    ("a: 热线 #12351\n", 1, 7, "cut-by-hash", "#12351", '"热线 #12351"'),
    ("a: #12351\n", 1, 4, "cut-by-hash", "#12351", '"#12351"'),
    ("a: {b: 热线 #1\n}\n", 1, 11, "cut-by-hash", "#1", "引号"),
    ("ｌａｂｅｌ: x\n", 1, 1, "full-width", "ｌａ", "label"),
    ("label：受理: x\n", 1, 1, "full-width", "“：”", "冒号"),
    ('"label\u3000": x\n', 1, 1, "odd-character", "多余的空格", "label:"),
    ("a: {b：1, c: 2}\n", 1, 6, "full-width", "全角冒号", "b: 1"),
    ("a: {b:1, c: 2}\n", 1, 6, "syntax", "缺少空格", "b: 1"),
    ("a: {b 1, c: 2}\n", 1, 5, "syntax", "没有冒号", "b: "),
    ("a: {label: 受理，reported：5件}\n", 1, 12, "full-width", "全角逗号", "英文逗号"),
    ("a:\n  label：受理\n", 2, 8, "full-width", "全角冒号", "label: 受理"),
    ("a:\n  label:受理\n", 2, 8, "syntax", "缺少空格", "label: 受理"),
    ("a: 1\n  b：2\n", 2, 4, "full-width", "全角冒号", "b: 2"),
    ("a:\n  -x\n", 2, 3, "syntax", "“-”后面缺少空格", "- x"),
    ("a: x\n  - b\n", 2, 3, "syntax", "列表", "留空"),
    ("a:\n  - id：x\n", 2, 7, "full-width", "全角冒号", "id: x"),
    ('a: "x\\u200b"\n', 1, 4, "odd-character", "U+200B", "删去"),
    ('a: "x\\u2f08"\n', 1, 4, "odd-character", "U+2F08（康熙部首", "删去"),
    ("a: 1\nb: x\x00y\n", 2, 5, "odd-character", "U+0000", "删去"),
]


@pytest.mark.parametrize(("text", "line", "column", "code", "message", "hint"), FINDINGS)
def test_each_trap_is_found_at_its_place(text: str, line: int, column: int, code: str, message: str, hint: str) -> None:
    _, (found,) = parse_tree(text, "x.yaml")
    assert (found.code, found.place.line, found.place.column) == (code, line, column)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: 热线 # 12351\n",
        "a: x #----\n",
        'a: "x #y" #z\n',
        "lines: [17, 190]\n",
        "lines: [2021,2022]\n",
        "a:\n  - https://example.org\n  - review-2021#xicheng\n",
        "a:\n  -5.2%\n",
        "a: PS：同一行的正文\n",
        "a: {b: , c: ~}\n",
        "---\na: 1\n",
        "a: C#与工#会\n",
    ],
)
def test_what_yaml_reads_as_meant_is_left_alone(text: str) -> None:
    tree_of(text)


def test_two_line_numbers_without_a_space_are_only_doubtful() -> None:
    root, (found,) = parse_tree("lines: [117,119]\n", "x.yaml")
    assert (found.code, found.severity) == ("cut-by-comma", Severity.WARNING)
    assert root is not None
    assert to_plain(root) == {"lines": ["117", "119"]}
    assert locate(root, ("lines", 1)) == (1, 13)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: 1\na: 2\n", {"a": "1"}),
        ("a: {reported: 1,234件, b: 2}\n", {"a": {"reported": "1,234件", "b": "2"}}),
        ("ａ: 1\n", {"a": "1"}),
        ("a: 1\n---\nb: 2\n", {"a": "1", "b": "2"}),
        ("? [x]\n: {y: 1}\na: 1\n", {"a": "1"}),
    ],
)
def test_the_tree_holds_what_was_meant_so_that_one_mistake_is_one_finding(text: str, plain: object) -> None:
    root, found = parse_tree(text, "x.yaml")
    assert root is not None
    assert (to_plain(root), len(found)) == (plain, 1)


def test_all_mistakes_of_a_file_come_together_but_not_without_end() -> None:
    _, found = parse_tree("a: 1\na: 2 #3\nb: *x\n", "x.yaml")
    assert [one.code for one in found] == ["duplicate-key", "cut-by-hash", "yaml-feature"]
    _, many = parse_tree("".join(f"k{at}: x #y\n" for at in range(100)), "x.yaml")
    assert len(many) == 21
    assert "还有 80 处" in many[-1].message


def test_a_syntax_error_is_the_one_finding_of_its_file() -> None:
    root, (found,) = parse_tree("a: 1\na: 2\nb: *重点\n", "x.yaml")
    assert (root, found.code, found.place.line) == (None, "syntax", 3)


def test_nesting_ends_at_the_limit() -> None:
    inner = MAX_DEPTH - 1
    tree_of("a: " + "[" * inner + "]" * inner)
    root, (found,) = parse_tree("a: " + "[" * (inner + 1) + "]" * (inner + 1), "x.yaml")
    assert (root, found.code, found.place.column) == (None, "too-deep", 4 + inner)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "{a: ",
        "- ",
        "? ",
        "&a ",
        "*a ",
        '"',
        "'",
        "{",
        "[]",
        "1,",
        "a: ",
        "!",
        "|\n",
        "\u3000",
        "x #y\n",
        "a：b\n",
        " :",
        "?\n",
    ],
)
def test_no_monotony_takes_long(piece: str) -> None:
    started = time.perf_counter()
    for text in (piece * 800, "a: " + piece * 800, "a: {b: " + piece * 800):
        parse_tree(text, "x.yaml")
    assert time.perf_counter() - started < 2


PIECES = st.sampled_from(
    [*"：，:,#*&!|>%@`\"'[]{}-? \t\n\\x1受\x00\u2028", "a: ", "\n  ", "- ", " #", "---\n", "<<: ", "1,234"]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_gives_a_tree_or_a_finding_inside_it(text: str) -> None:
    root: Node | None
    root, found = parse_tree(text, "x.yaml")
    assert root is not None or found
    lines = text.split("\n")
    for one in found:
        assert 1 <= one.place.line <= len(lines) + 1
        assert one.place.column <= max(map(len, lines)) + 2
