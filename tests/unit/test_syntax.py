"""Every trap that YAML sets an editor is told from the others, at its place, with the way out."""

from __future__ import annotations

import pytest
import yaml

from highlights.diagnostics import Diagnostic
from highlights.load.yaml_file import events
from highlights.load.yaml_file.events import read_events
from highlights.load.yaml_file.explain import explain_syntax_error
from highlights.load.yaml_file.trap import explain_stray_line
from highlights.load.yaml_file.wording import quoted, shorten


@pytest.fixture(params=["c", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two parsers fail in other English words, the editor reads the same Chinese ones."""
    monkeypatch.setattr(events, "LOADER", events.LOADER if request.param == "c" else yaml.SafeLoader)


def explain(text: str) -> Diagnostic:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(read_events(text))
    return explain_syntax_error(caught.value, text, "2021/x.yaml")


TRAPS = [
    # tabs and odd spaces
    ("a:\n\tb: 1\n", 2, 1, "制表符", "空格"),
    ("a:\n  b: 1\n  \tc: 2\n", 3, 3, "制表符", "空格"),
    ("a: |\n\t正文\n", 2, 1, "制表符", "空格"),
    ("a:\n  - \tid: x\n    b: 1\n", 2, 5, "制表符", "空格"),
    ("a: [x]\u3000\n", 1, 7, "U+3000", "普通空格"),
    # colons
    ("label:受理\nx: 1\n", 1, 6, "缺少空格", "label: 受理"),
    ("x: 1\nlabel:受理\ny: 2\n", 2, 6, "缺少空格", "label: 受理"),
    ('"a":1\n', 1, 4, "缺少空格", '"a": 1'),
    ("title: 其中: 百人以上\n", 1, 10, "英文冒号加空格（其中: …）", "其中：百人以上"),
    ("a: {label: 其中: 百人}\n", 1, 14, "英文冒号加空格", '"其中: 百人"'),
    ("path: C:\\x: y\n", 1, 11, "英文冒号加空格", "'C:\\x: y'"),
    (": x\n", 1, 1, "缺少键", "补上键"),
    ("x" * 1100 + ": 1\n", 1, 1, "太长", "短的英文单词"),
    # quotes
    ('a: "四个一"筑牢防线\n', 1, 9, "引号结束后又有文字“筑牢防线”", "“四个一”筑牢防线"),
    ('a: "四个一"筑牢防线\n', 1, 9, "引号", "'\"四个一\"筑牢防线'"),
    ('a: {label: "四个一"筑牢, b: 1}\n', 1, 17, "筑牢", "“四个一”筑牢；"),
    ('a: "重点"@某\n', 1, 8, "@某", "“重点”@某"),
    ("a: 'it's'\n", 1, 8, "s'", '"it\'s"'),
    ('a: "开展"四个一"活动"\n', 1, 8, "引号", "中文引号“ ”"),
    ('a: "x\nb: 1\n', 1, 4, "到文件末尾也没有结束", '补上 "'),
    ('a: "x\nb: "y"\n', 1, 4, "第 2 行才遇到下一个引号", "第 1 行的值的末尾"),
    ("a: 'x\n---\n", 1, 4, "没有结束", "补上 '"),
    ('a: "C:\\Users"\n', 1, 7, "反斜杠“\\U”", "单引号"),
    ('a: "\\d"\n', 1, 5, "反斜杠“\\d”", "单引号"),
    # first characters
    ("a: *重点\n", 1, 4, "不能以“*”开头", '"*重点"；若是列表的一项，把 * 换成 -'),
    ("a: **重点** x\n", 1, 4, "“*”", '"**重点** x"'),
    ("a: {b: *重点, c: 1}\n", 1, 8, "“*”", '"*重点"'),
    ("a: &重点\n", 1, 4, "“&”", '"&重点"'),
    ("a: !重点\n", 1, 4, "“!”", '"!重点"'),
    ("a: !x!y z\n", 1, 4, "“!”", '"!x!y z"'),
    ("a: !%ED%A0%80 x\n", 1, 4, "“!”", "引号"),
    ("a: %x\n", 1, 4, "“%”", '"%x"'),
    ("a: @x\n", 1, 4, "“@”", '"@x"'),
    ("a: `x`\n", 1, 4, "“`”", '"`x`"'),
    ("%x\na: 1\n", 1, 1, "“%”", "引号"),
    ("a: - x\n", 1, 4, "同一行", "下一行"),
    ("a: ? x\n", 1, 4, "“? ”", '"? x"'),
    ("a: ]\n", 1, 4, "“]”", "引号"),
    ("a: >5元\n", 1, 4, "“>”", '">5元"'),
    ("a:\n| 指标 | 数量 |\n|---|---|\n", 2, 1, "像是从表格粘贴来的", "编号: 数据"),
    ("a: 1\n| 指标 | 数量 |\n|---|---|\n", 2, 1, "像是从表格粘贴来的", "编号: 数据"),
    ("a:\n  | 指标 | 数量 |\n  |---|---|\n", 2, 3, "像是从表格粘贴来的", "编号: 数据"),
    ("a: | 正文\n  x\n", 1, 4, "同一行不能再写“正文”", "下一行"),
    # brackets
    ("a: [试点]企业\n", 1, 4, "“[”开头，被当作列表", '"[试点]企业"；方括号也可换成【 】'),
    ("a: {x}文本\n", 1, 4, "“{”开头", '"{x}文本"'),
    ("a: {b: 1 c: 2}\n", 1, 10, "“c”前面缺少逗号", "b: 1, c: …"),
    ("a: {\n  b: 1\n  c: 2\n}\n", 2, 6, "缺少逗号", "b: 1,"),
    ("a: [x,, y]\n", 1, 7, "逗号", "删去"),
    ("a: {b: 1\nc: 2\n", 1, 4, "没有找到与它配对的“}”", "补上“}”"),
    ("a: [\n", 1, 4, "“]”", "补上“]”"),
    ("a: [x\nb: |\n  y\n", 1, 4, "“]”", "补上“]”"),
    ("a: [x, # y]\nb: |\n  y\n", 1, 4, "“]”", "补上“]”"),
    ("a: {b: 1,c: [2\n", 1, 13, "“]”", "补上"),
    ("a: {b: [1}\n", 1, 10, "前面打开的是“[”", "换成“]”"),
    ("a: [a]]\n", 1, 7, "多了一个“]”", "删去"),
    ("a: {label: 热线 #12345, b: 5件}\nc: 1\n", 1, 15, "从“#”起被当作注释", "引号"),
    # indentation
    ("a: 1\n b: 2\n", 2, 2, "“a”已经有值", "与第 1 行“a”同级，缩进 0 个空格"),
    ("a:\n  b: 1\n   c: 2\n", 3, 4, "“b”已经有值", "与第 2 行“b”同级，缩进 2 个空格"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "缩进 1 个空格", "第 2 行“b”同级，缩进 2 个空格；若与第 1 行“a”同级"),
    ("a:\n  - id: x\n   b: 1\n", 3, 4, "缩进 3 个空格", "第 2 行“id”同级，缩进 4 个空格"),
    ("  a: 1\nb: 2\n", 2, 1, "第 1 行，2 个空格", "第 1 行行首的空格删去"),
    ("a:\n  - b\n  c: 1\n", 3, 3, "列表的下一项", "缩进 4 个空格；若与第 1 行“a”同级，缩进 0"),
    ("a:\n  -\n  b: 1\n", 3, 3, "列表的下一项", "缩进 4 个空格"),
    ("a: b\n- c\n", 2, 1, "第 1 行“a: b”已经有值", "留空"),
    ("a: |\n   x\n  y\nb: 1\n", 3, 3, "文字块", "与第 2 行对齐：缩进 3 个空格"),
    ("a: |\n正文\nb: 1\n", 2, 1, "第 1 行“a”下面的正文没有缩进", "正文每行缩进 2 个空格"),
    ("a:\n  - b: |\n    正文\n", 3, 5, "第 2 行“b”下面的正文缩进不够", "正文每行缩进 6 个空格"),
    ("a:\n  - b: |\n      一段\n\n二段\nc: 1\n", 5, 1, "第 2 行“b”的正文到上一行就断了", "正文每行缩进 6 个空格"),
    ("a:\n  - b: |\n2022年: 正文\n  - c: 1\n", 3, 1, "第 2 行“b”下面的正文没有缩进", "缩进 6 个空格"),
    # items without their dash, or with another one
    ("a:\n  - id: x\n  id: y\n", 3, 3, "前面缺少“- ”", "写成 - id: y"),
    ("a:\n    id: x\n    b: 1\n  - id: y\n", 2, 5, "前面缺少“- ”", "写成 - id: x，“-”与第 4 行的对齐"),
    ("a:\n  - x\n  'q': y\n", 3, 3, "列表的下一项", "缩进 4 个空格"),
    ("a:\n  - id: x\n  -id: y\n", 3, 3, "“-”后面缺少空格", "写成 - id: y"),
    ("a:\n  — id: x\n    b: 1\n", 2, 3, "行首的“—”不是列表的符号", "改成“- ”（英文减号加空格），写成 - id: x"),
    ("a:\n  - id: x\n  － id: y\n    b: 1\n", 3, 3, "行首的“－”", "写成 - id: y"),
    ("a:\n  - x\n  –y: 1\n", 3, 3, "行首的“–”", "写成 - y: 1"),
    ("a:\n  - x\n  • y\nb: 1\n", 3, 3, "行首的“•”", "写成 - y"),
    # two entries on one line
    ("a: 5件 b: 6件\n", 1, 7, "“a”和“b”写在了同一行", "一行只写一个，b 另起一行：b: 6件；若都是正文，给整个值加引号"),
    ("a: 5件， members_new: 6件 c: 7件\n", 1, 8, "“members_new”", "members_new: 6件，删去“，”；"),
    ("a: {b: 1} c: 6件\n", 1, 11, "“a”和“c”写在了同一行", "c 另起一行：c: 6件"),
    # braces
    ("a: b: 受理, c: 5件}\n", 1, 4, "行末有“}”，“a”后面缺少与它配对的“{”", "写成 a: {b: 受理, c: 5件}"),
    ("a: b: 5件｝ # 注\n", 1, 4, "行末有“｝”", "写成 a: {b: 5件}"),
    ("a: b: 受理, c: 5件\n", 1, 4, "“a”后面有几项（b、c），外面缺少“{ }”", "写成 a: {b: 受理, c: 5件}"),
    ("a: [review-2021 #x]\nb: 1\n", 1, 17, "从“#”起", "删去 # 前面的空格：review-2021#x"),
    # lines that are no entries
    ("a: 1\n新增\t12件\nb: 2\n", 2, 1, "像是从表格粘贴来的", "数据一行一个：编号: 数据，这里写成 编号: 12件"),
    ("a: 1\nb_new\t12件\nc: 2\n", 2, 1, "制表符（Tab）", "写成 b_new: 12件"),
    ("a: 1\nbooks 12件\nc: 2\n", 2, 1, "没有冒号", "写成 books: 12件"),
    ("a: 1\n正文\nb: 2\n", 2, 1, "“正文”没有冒号", "第 1 行正文的续行"),
    ("正文\nb: 2\n", 1, 1, "“正文”没有冒号", "键: 值"),
    ("a:\n  - x\n  -y\n", 3, 3, "“-”后面缺少空格", "- y"),
    ("a: 1\n=====\nb: 2\n", 2, 1, "“=====”", "删去"),
    ("a: 1\n...\nb: 2\n", 2, 1, "“...”", "删去"),
    ("{a: 1}\nb: 2\n", 2, 1, "“b: 2”", "第一行"),
    ("a: 正文 #x\n  续行\nb: 1\n", 1, 7, "从“#”起被当作注释", "文字块"),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n", 2, 1, "合并冲突", "删去"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), TRAPS)
def test_each_trap_is_told_from_the_others(text: str, line: int, column: int, message: str, hint: str) -> None:
    found = explain(text)
    assert (found.code, found.place.file) == ("syntax", "2021/x.yaml")
    assert (found.place.line, found.place.column) == (line, column)
    assert message in found.message
    assert hint in found.hint


CODED_TRAPS = [
    ("label：受理\nx: 1\n", 1, 6, "full-width", "全角冒号", "label: 受理"),
    ("x: 1\nlabel：受理\n", 2, 6, "full-width", "全角冒号", "label: 受理"),
    ("label：受理\nreported：5件\nx: 1\n", 1, 6, "full-width", "全角冒号", "label: 受理"),
    ("a: {b: 1，c: 2}\n", 1, 9, "full-width", "全角逗号", "写成 {b: 1, c: 2}"),
    ("a: {b: x，y: *z}\n", 1, 9, "full-width", "全角逗号", '{b: x, y: "*z"}'),
    ("a: [x: 1，y: 2]\n", 1, 9, "full-width", "全角逗号", "英文逗号"),
    ("a: [x】\nb: 1\n", 1, 4, "full-width", "全角的“】”", "英文的“]”"),
    ("a: {b: 1｝\nc: 2\n", 1, 9, "full-width", "全角花括号“｛｝”", "写成 {b: 1}"),
    ("a: ｛b: 1, c：2}\n", 1, 4, "full-width", "全角花括号“｛｝”、全角冒号", "写成 {b: 1, c: 2}"),
    ("x: 1\nb:\u00a0近3万\ny: 1\n", 2, 3, "odd-character", "U+00A0（不换行空格），不是普通空格", "写成 b: 近3万"),
    ("x: 1\nb:\u3000近3万\n", 2, 3, "odd-character", "U+3000（全角空格）", "换成普通空格，写成 b: 近3万"),
    ("a:\n  -\u00a0b: 1\n    c: 2\n", 2, 4, "odd-character", "“-”后面是 U+00A0", "写成 - b: 1"),
]


@pytest.mark.parametrize(("text", "line", "column", "code", "message", "hint"), CODED_TRAPS)
def test_a_trap_has_the_same_code_whether_or_not_it_stops_the_parser(
    text: str, line: int, column: int, code: str, message: str, hint: str
) -> None:
    found = explain(text)
    assert (found.code, found.place.line, found.place.column) == (code, line, column)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(("text", "column"), [("a: {label: 挽回, reported:}\n", 24), ("a: {b:, c: 1}\n", 6)])
def test_a_key_right_before_a_bracket_has_no_value(text: str, column: int) -> None:
    """The Python parser reads it as empty, so that the entry itself says so."""
    try:
        list(read_events(text))
    except yaml.MarkedYAMLError as error:
        found = explain_syntax_error(error, text, "x.yaml")
        assert (found.code, found.place.column) == ("empty-value", column)
        assert "没有填写" in found.message


@pytest.mark.parametrize(
    "text", ["a: “四个一”筑牢\n", "a: 其中：百人\n", "a: 【试点】企业\n", "a: C:\\Users\n", "a: 5 > 3\n"]
)
def test_what_the_hints_propose_is_read(text: str) -> None:
    assert list(read_events(text))


@pytest.mark.parametrize("value", ['"四个一"筑牢', "其中: 百人", "*重点", "[试点]企业", "C:\\x: y", "it's: x"])
def test_a_quoted_value_is_read_as_it_was_meant(value: str) -> None:
    assert yaml.safe_load(f"a: {quoted(value)}\n") == {"a": value}


def test_an_unknown_trap_still_says_what_was_read_and_what_was_expected() -> None:
    error = yaml.MarkedYAMLError(problem="did not find expected node content", problem_mark=_mark(0, 3))
    found = explain_syntax_error(error, "a: 正文\n", "x.yaml")
    assert found.message == "读到“正文”时读不下去，这里应当是一个值"
    assert (found.place.line, found.place.column) == (1, 4)


def test_an_error_without_a_place_is_put_where_reading_ended() -> None:
    found = explain_syntax_error(yaml.MarkedYAMLError(problem="?"), "a: 1\n", "x.yaml")
    assert found.place.line >= 1


@pytest.mark.parametrize("line", ["a: 1", "- a", "https://example.org", "12:30", "-5%", "正文：续", "---", "C:\\x"])
def test_a_good_line_is_not_stray(line: str) -> None:
    assert explain_stray_line(line) is None


def test_long_words_of_the_editor_are_cut() -> None:
    assert shorten("受理 \n 案件") == "受理 案件"
    assert shorten("字" * 30) == "字" * 24 + "…"


@pytest.mark.parametrize("junk", ["x" * 20_000, '"x" ' * 5_000, "x, " * 2_000, "- " * 15, "，a" * 8_000, "#" * 20_000])
def test_a_very_long_line_is_explained_at_once(junk: str) -> None:
    for text in (f"a: {{b: {junk}: c}} x\nd: *重\n", f'a: "x" {junk}\nb: *重\n'):
        assert explain(text).place.line >= 1


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("x.yaml", 0, line, column, None, None)
