"""Quotes that do not close, or close too early, and backslashes inside them."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.wording import quoted, shorten

_QUOTED_BEFORE = re.compile(
    r"""(?:^[ ]*|[:,?-][ ]+|[\[{,][ ]*)(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*$""",
)


def unclosed_quote(case: Case) -> Trap | None:
    if "quoted" not in case.words and "end of stream" not in case.words:
        return None
    if not case.begun or not re.search(r"end of stream|document (?:indicator|separator)", case.words):
        return None
    row, column = case.begun
    value = case.lines[row][column:]
    end = "文件末尾" if "end of stream" in case.words else f"第 {case.row + 1} 行的 --- 或 ... "
    message = f"引号 {value[:1]} 从这里开始（{shorten(value)}），到{end}也没有结束"
    hint = f"在这个值的末尾补上 {value[:1]}；引号若是正文的一部分，换成中文引号“ ”"
    return Trap(row, column, message, hint)


def unknown_escape(case: Case) -> Trap | None:
    if "quoted scalar" not in case.words or not re.search(r"escape|hex", case.words):
        return None
    end = case.column + ("found unknown escape character" in case.words)
    column = case.line.rfind("\\", 0, max(end, 1))
    if column < 0:
        return None
    message = f"双引号里的反斜杠“{case.line[column : column + 2]}”有特殊含义，这一种读不懂"
    hint = r"文件路径等改用单引号，例如 'C:\Users'；或去掉引号；或把 \ 写成 \\"
    return Trap(case.row, column, message, hint)


def text_after_quote(case: Case) -> Trap | None:
    """`"四个一"筑牢…`: the value ends with its closing quote, and text follows."""
    return _closed_on_a_later_line(case) or _text_after_quote(case)


def _closed_on_a_later_line(case: Case) -> Trap | None:
    if case.value is None or case.value.style not in ("'", '"'):
        return None
    start, end = case.value.start_mark, case.value.end_mark
    if start.line == end.line or end.line != case.row or case.line[end.column : case.column].strip():
        return None
    message = f"引号从这里开始，在本行没有结束，到第 {end.line + 1} 行才遇到下一个引号"
    hint = f"在第 {start.line + 1} 行的值的末尾补上 {case.value.style}"
    return Trap(start.line, start.column, message, hint)


def _text_after_quote(case: Case) -> Trap | None:
    # No longer value is looked at, so that a line of 1 MB cannot take quadratic time.
    found = _QUOTED_BEFORE.search(case.head) if case.column < 1000 else None
    if not found or not case.rest.strip() or (case.bracket and case.rest[0] in ",]}"):
        return None
    value = found["value"]
    if case.rest[0] != ":":
        message = f"值以引号开头，引号结束后又有文字“{shorten(case.rest)}”"
        return Trap(case.row, case.column, message, _mended(case.first_piece(f"{value}{case.rest}".rstrip())))
    if case.rest[1:2].isspace():
        return None
    message = f"冒号后面缺少空格：“{shorten(value + case.rest)}”"
    return Trap(case.row, case.column, message, f"写成 {shorten(value)}: {shorten(case.rest[1:])}")


def _mended(value: str) -> str:
    mark = value[0]
    inner = value[1:-1] if value.endswith(mark) else ""
    if inner.count(mark) == 1:
        other = "'" if mark == '"' else '"'
        return f"外面换成另一种引号：{other}{shorten(inner)}{other}；正文里的引号也可换成中文引号“ ”"
    if inner:
        return "正文里的引号都换成中文引号“ ”，最外面的一对可以不要"
    mended = shorten(re.sub(r"""(["'])(.*?)\1""", r"“\2”", value[:400]))
    return f"正文里的引号用中文引号：{mended}；或把整个值放进另一种引号：{quoted(value)}"
