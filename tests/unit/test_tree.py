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
district: donghu
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
        ("|\n  热线 #12345\n  label：受理", "热线 #12345\nlabel：受理\n"),
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
    ("a: 热线 #12345\n", 1, 7, "cut-by-hash", "#12345", '"热线 #12345"'),
    ("a: #12345\n", 1, 4, "cut-by-hash", "#12345", '"#12345"'),
    ("a: {b: 热线 #1\n}\n", 1, 11, "cut-by-hash", "#1", "引号"),
    ("ｌａｂｅｌ: x\n", 1, 1, "full-width", "ｌａ", "label"),
    ("label：受理: x\n", 1, 1, "full-width", "“：”", "冒号"),
    ('"label\u3000": x\n', 1, 1, "odd-character", "多余的空格", "label:"),
    ("a: {b：1, c: 2}\n", 1, 6, "full-width", "全角冒号", "b: 1"),
    ("a: {b:1, c: 2}\n", 1, 6, "syntax", "缺少空格", "b: 1"),
    ("a: {b 1, c: 2}\n", 1, 5, "syntax", "没有冒号", "b: "),
    ("a: {label: 受理，reported：5件}\n", 1, 14, "full-width", "全角逗号", "写成 {label: 受理, reported: 5件}；若逗号"),
    ("a: {label：受理，reported：5件}\n", 1, 10, "full-width", "冒号“：”、全角", "写成 {label: 受理, reported: 5件}"),
    ("a: {label：受理，reported: 5件}\n", 1, 10, "full-width", "冒号“：”、全角", "写成 {label: 受理, reported: 5件}"),
    ("a: {label：慰问, 送清凉，b：[x，y]}\n", 1, 10, "full-width", "冒号", '{label: "慰问, 送清凉", b: [x, y]}'),
    ('a: {label："受理，b：案"，c：5件}\n', 1, 10, "full-width", "冒号", '{label: "受理，b：案", c: 5件}'),
    ("a: ｛b：5件，c: ｝\n", 1, 4, "full-width", "全角花括号“｛｝”", "写成 {b: 5件, c:}"),
    ("a: {b: x,\n c: 受理，d：5件}\n", 2, 5, "full-width", "全角逗号", "英文逗号"),
    # odd spaces
    ("a:\u00a0受理\n", 1, 3, "odd-character", "U+00A0（不换行空格）", "换成普通空格，写成 a: 受理"),
    ("a:\n  b:\u3000受理\n", 2, 5, "odd-character", "U+3000（全角空格）", "换成普通空格，写成 b: 受理"),
    ("a:\n  -\u00a0x\n", 2, 4, "odd-character", "“-”后面是 U+00A0", "换成普通空格，写成 - x"),
    ("a: {b: 1, c:\u00a02}\n", 1, 13, "odd-character", "U+00A0", "换成普通空格，写成 {b: 1, c: 2}"),
    # numbers that quotes would not mend
    ("a: {b: 1,8800件}\n", 1, 8, "cut-by-comma", "“1,8800件”只读到“1”", "若是一个数，去掉数字里的逗号：18800件"),
    ("a: {b: 1, 880件}\n", 1, 8, "cut-by-comma", "“1, 880件”", "若是一个数，去掉数字里的逗号：1880件"),
    ("a: {b: 第1, 2号}\n", 1, 8, "cut-by-comma", "第1, 2号", '给值加引号："第1, 2号"'),
    # a space before the section of a source
    ("a: review-2021 #xicheng\n", 1, 16, "cut-by-hash", "#xicheng", "删去 # 前面的空格：review-2021#xicheng"),
    ("a:\n  - review-2021 #x\n", 2, 17, "cut-by-hash", "#x", "删去 # 前面的空格：review-2021#x"),
    # dashes that are none, cells of a table
    ("a:\n  — x\n", 2, 3, "syntax", "行首的“—”不是列表的符号", "改成“- ”（英文减号加空格），写成 - x"),
    ("a:\n  － b: x\n", 2, 3, "syntax", "行首的“－”", "写成 - b: …"),
    ("a:\n  新增\t12件\n", 2, 3, "syntax", "制表符", "编号: 数据，这里写成 编号: 12件"),
    ("a:\n  b_new\t12件\n", 2, 3, "syntax", "从表格粘贴来", "写成 b_new: 12件"),
    ("a:\n  新增\t2022\t12件\n", 2, 3, "syntax", "制表符", "数据一行一个：编号: 数据"),
    # an item of a list without its dash
    ("a:\n  - id: x\n    b: 1\n    id: y\n    b: 2\n", 4, 5, "duplicate-key", "缺少“- ”", "这一行写成 - id: …"),
    ("a:\n  - id: x\n    b: 1\n    c: 1\n    b: 2\n    c: 2\n", 5, 5, "duplicate-key", "“- ”", "上面加一行 - id: …"),
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
        "a: 热线 # 12345\n",
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
        "a: 标题\n  — 副标题\n",
        "a: {b: 图书，其中：漂流架, c: 全角：冒号}\n",
        "a: ｛b：1｝之后\n",
        "a: |\n  b:\u3000受理\n  — c: x\n  新增\t12件\n",
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
        ("a: {label：受理, n: '5', c: [x, y]}\n", {"a": {"label": "受理", "n": "5", "c": ["x", "y"]}}),
        ("a: {b: {c：1，d: 2}, e: 3}\n", {"a": {"b": {"c": "1", "d": "2"}, "e": "3"}}),
        ("a: ｛label：受理，reported：5件｝\nb: 1\n", {"a": {"label": "受理", "reported": "5件"}, "b": "1"}),
        ("a: {b:\u00a05件}\n", {"a": {"b": "5件"}}),
        ("a: {b: 1,8800件}\n", {"a": {"b": "18800件"}}),
        ("a: review-2021 #xicheng\n", {"a": "review-2021#xicheng"}),
        ("a:\n  — x\n", {"a": "x"}),
        ("a:\n  -x\n", {"a": "x"}),
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
    assert sorted(one.code for one in found) == ["cut-by-hash", "duplicate-key", "yaml-feature"]
    _, many = parse_tree("".join(f"k{at}: x #y\n" for at in range(100)), "x.yaml")
    assert len(many) == 21
    assert "还有 80 处" in many[-1].message


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Three items in one, two of them without a dash.
        ("a:\n  - b: 1\n    c: 1\n    b: 2\n    c: 2\n    b: 3\n    c: 3\n", [(4, "缺少"), (6, "缺少")]),
        # Two slips, each beside the key that it repeats.
        ("a:\n  - b: 1\n    b: 2\n    c: 1\n    c: 2\n", [(3, "重复"), (5, "重复")]),
        # In no list.
        ("b: 1\nc: 1\nb: 2\nc: 2\n", [(3, "重复"), (4, "重复")]),
        ("- {b: 1, c: 1, b: 2, c: 2}\n", [(1, "重复"), (1, "重复"), (1, "列表")]),
    ],
)
def test_keys_that_repeat_as_a_block_are_an_item_without_its_dash(text: str, places: list[tuple[int, str]]) -> None:
    _, found = parse_tree(text, "x.yaml")
    assert [one.place.line for one in found] == [line for line, _ in places]
    assert all(words in one.message for one, (_, words) in zip(found, places, strict=True))


def test_a_thousand_repeated_keys_are_counted_and_not_listed() -> None:
    _, found = parse_tree("a: 1\n" * 1000, "x.yaml")
    assert len(found) == 21
    assert "还有 979 处" in found[-1].message


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
def test_no_monotony_hangs(piece: str) -> None:
    """Reading takes some 0.1 s; what grows with the square of the text would take hours."""
    started = time.perf_counter()
    for text in (piece * 800, "a: " + piece * 800, "a: {b: " + piece * 800):
        parse_tree(text, "x.yaml")
    assert time.perf_counter() - started < 60


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
