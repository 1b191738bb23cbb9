"""`|` and `>`: text on their own line, text below that is not indented, a block inside a bracket."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import KEY, indentation
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.traps.brackets import unclosed_bracket
from highlights.load.yaml_file.traps.paragraphs import outside_text_block
from highlights.load.yaml_file.wording import quoted, shorten

_OPENED = re.compile(r"(?:^|[:,-])[ ]+[\[{](?=[^\]}]*$)")
_COMMENT = re.compile(r"\s#.*$")


def text_block_in_bracket(case: Case) -> Trap | None:
    """`themes: [rights` and `text: |` below it: the scanner stops before the parser tells of the bracket."""
    if "cannot start any token" not in case.words or case.rest[:1] not in ("|", ">"):
        return None
    for row in range(case.row, max(case.row - 20, -1), -1):
        line = case.head if row == case.row else case.lines[row]
        opened = _OPENED.search(_COMMENT.sub("", line[-1000:]))
        if opened:
            return unclosed_bracket(case, row, opened.end() - 1 + max(len(line) - 1000, 0))
    return None


def text_block(case: Case) -> Trap | None:
    if "block scalar" in case.words and case.begun:
        return _text_beside_sign(case, *case.begun)
    if case.value is None or case.value.style not in ("|", ">") or case.rest.startswith("- "):
        return None
    start = case.value.start_mark.line
    if case.above is None or case.above < start or KEY.match(case.line):
        return None
    return _short_indent(case, start)


def _text_beside_sign(case: Case, row: int, column: int) -> Trap:
    value = case.lines[row][column:]
    if not case.lines[row][:column].strip() and value.count("|") > 1:
        message = f"这一行“{shorten(value)}”像是从表格粘贴来的：各格之间是“|”，没有冒号"
        return Trap(row, column, message, "数据一行一个：编号: 数据")
    sign, text = value[:1], shorten(value[1:].strip())
    message = f"“{sign}”表示下面几行是一段文字，同一行不能再写“{text}”"
    hint = f"正文移到下一行，比键多缩进两个空格；若“{sign}”是值的一部分，加引号：{quoted(value)}"
    return Trap(row, column, message, hint)


def _short_indent(case: Case, start: int) -> Trap | None:
    row = case.begun[0] if case.begun and "simple key" in case.words else case.row
    column = indentation(case.line_at(row))
    first = next((at for at in range(start + 1, row) if case.lines[at].strip()), None)
    if first is None:
        return outside_text_block(case, row)
    width = indentation(case.lines[first])
    if column >= width:
        return None
    message = f"这一行缩进 {column} 个空格，比文字块的第一行（第 {first + 1} 行，{width} 个）少，文字块到上一行就断了"
    return Trap(row, column, message, f"与第 {first + 1} 行对齐：缩进 {width} 个空格")
