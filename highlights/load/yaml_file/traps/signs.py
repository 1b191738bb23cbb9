"""Signs that mean something to YAML where the editor meant text: a star, a tag, a dash, an odd space."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.characters import describe
from highlights.load.yaml_file.lines import indentation
from highlights.load.yaml_file.trap import Trap, explain_long_dash
from highlights.load.yaml_file.wording import quoted

_SPECIAL = {
    "*": "表示引用别处的内容",
    "&": "表示给内容起名",
    "!": "表示类型",
    "%": "另有用途",
    "@": "留作他用",
    "`": "留作他用",
}


def long_dash(case: Case) -> Trap | None:
    """`— id: x`, on the line of the error or on the one that it begins an item with."""
    if not re.search(r"block (?:mapping|collection)|values are not allowed|simple key", case.words):
        return None
    row = case.begun[0] if case.begun and "simple key" in case.words else case.row
    line, above = case.line_at(row), case.above
    mark = f"{line[: indentation(line)]}- "
    is_beside_list = any(earlier.startswith(mark) for earlier in case.lines[max(row - 500, 0) : row])
    here = explain_long_dash(line, row, needs_key=not is_beside_list)
    return here or (explain_long_dash(case.lines[above], above) if above is not None else None)


def odd_space(case: Case) -> Trap | None:
    space = case.rest[:1]
    if not space or space in " \t" or not space.isspace():
        return None
    return Trap(case.row, case.column, f"这里有 {describe(space)}，不能用在这里", "删去它，或换成普通空格（半角）")


def special_start(case: Case) -> Trap | None:
    """A value whose first character means something to YAML."""
    row, column = case.row, case.column
    if case.begun and re.search(r"scanning an? (?:alias|anchor)|(?:scanning|parsing) a tag", case.words):
        row, column = case.begun
    elif "codec" in case.words:
        column = max(case.line.find("!", column), 0)
    elif "undefined tag handle" not in case.words and "cannot start any token" not in case.words:
        return None
    value = case.line_at(row)[column:]
    sign = value[:1]
    if sign not in _SPECIAL:
        return None
    hint = f"给值加引号：{quoted(case.first_piece(value))}"
    if sign == "*":
        hint += "；若是列表的一项，把 * 换成 -"
    return Trap(row, column, f"值不能以“{sign}”开头，它在 YAML 中{_SPECIAL[sign]}", hint)


def lone_sign(case: Case) -> Trap | None:
    sign, begins_line = case.rest[:1], not case.head.strip()
    if "not allowed" in case.words and sign == "-" and not begins_line:
        hint = f"列表从下一行开始；若是正文，加引号：{quoted(case.rest)}"
        return Trap(case.row, case.column, "列表的“- ”不能与键写在同一行", hint)
    if "not allowed" in case.words and sign == "?" and not begins_line:
        return Trap(case.row, case.column, "值不能以“? ”开头", f"给值加引号：{quoted(case.rest)}")
    if re.search(r"expected (?:the )?node content", case.words) and sign and sign in "]},":
        hint = f"给值加引号：{quoted(case.rest)}；若括号多了一个，删去它"
        return Trap(case.row, case.column, f"值不能以“{sign}”开头", hint)
    if sign == ":" and not case.head.strip(" -"):
        return Trap(case.row, case.column, "冒号前面缺少键", "补上键，例如 title: …；若是正文，给整段加引号")
    return None
