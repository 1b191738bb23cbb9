"""What an editor fell into, as data; and the traps that one line shows by itself. A line in, a trap out, no parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

from highlights.load.yaml_file.characters import ODD_SPACES, describe
from highlights.load.yaml_file.wording import shorten, shorten_line

_GLUED = re.compile(
    r"^[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]{0,60})"
    rf"(?:[ ]*(?P<wide>：)[ {ODD_SPACES}]*|:(?P<odd>[{ODD_SPACES}])[ {ODD_SPACES}]*|:)"
    r"(?P<value>(?(wide).*|(?(odd).*|[^\s:/\\].*)))$"
)
_DASH = re.compile(rf"^[ ]*-(?![-\s]|[\d.]+%?\s*$)(?P<value>\S.*)$|^[ ]*-(?P<odd>[{ODD_SPACES}])\s*(?P<text>.*)$")
_LONG_DASH = re.compile(
    rf"^[ ]*(?P<dash>[‐-―−－•●·]{{1,2}})(?P<space>[ {ODD_SPACES}]*)(?P<text>(?P<key>[A-Za-z_][\w-]*[ ]*[:：])?.*)$"
)
_PASTED = re.compile(r"^[ ]*(?P<name>[^\s\-#:：\"'{\[][^\t:：]{0,60}?)[ ]*\t\s*(?P<cells>\S.*)$")
_LATIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Trap:
    """Row and column from 0, as the parser counts."""

    row: int
    column: int
    message: str
    hint: str
    code: str = "syntax"


def explain_stray_line(line: str, row: int = 0) -> Trap | None:
    """For a line meant as `key: value` or `- item` that reads as plain text."""
    # A long line is prose; the limit keeps one line of 1 MB cheap.
    glued = _GLUED.match(line[:2000])
    if glued:
        return _glued(glued, row)
    dash = _DASH.match(line[:2000])
    return _dash(dash, row) if dash else None


def explain_long_dash(line: str, row: int = 0, *, needs_key: bool = True) -> Trap | None:
    """`— id: x`: another dash, or a bullet, for the mark of a list. Without a key behind it, it may well be prose."""
    found = _LONG_DASH.match(line[:2000])
    if not found or not found["text"] or not (found["key"] or (found["space"] and not needs_key)):
        return None
    text = shorten_line(found["text"].replace("：", ": ", 1) if found["key"] else found["text"])
    message = f"行首的“{found['dash']}”不是列表的符号"
    return Trap(row, found.start("dash"), message, f"改成“- ”（英文减号加空格），写成 - {text}")


def explain_pasted_row(line: str, row: int = 0) -> Trap | None:
    """Cells of a spreadsheet, with tabs between them."""
    found = _PASTED.match(line[:2000])
    if not found:
        return None
    message = f"这一行“{shorten(line)}”像是从表格粘贴来的：各格之间是制表符（Tab），没有冒号"
    hint = "数据一行一个：编号: 数据"
    if "\t" not in found["cells"].strip():
        name = found["name"] if _LATIN.fullmatch(found["name"]) else "编号"
        hint += f"，这里写成 {name}: {shorten(found['cells'])}"
    return Trap(row, found.start("name"), message, hint)


def _glued(found: re.Match[str], row: int) -> Trap:
    key = found["key"]
    fix = f"{key}: {shorten_line(found['value'])}".rstrip()
    if found["wide"]:
        message = f"键“{key}”后面是全角冒号“：”，被当作一段文字"
        return Trap(row, found.start("wide"), message, f"换成英文冒号加空格，写成 {fix}", "full-width")
    if found["odd"]:
        message = f"键“{key}”的冒号后面是 {describe(found['odd'])}，不是普通空格，被当作一段文字"
        return Trap(row, found.start("odd"), message, f"换成普通空格，写成 {fix}", "odd-character")
    message = f"键“{key}”的冒号后面缺少空格，被当作一段文字"
    return Trap(row, found.end("key"), message, f"冒号后面加一个空格，写成 {fix}")


def _dash(found: re.Match[str], row: int) -> Trap:
    if found["odd"]:
        message = f"“-”后面是 {describe(found['odd'])}，不是普通空格，没有成为列表的一项"
        hint = f"换成普通空格，写成 - {shorten_line(found['text'])}".rstrip()
        return Trap(row, found.start("odd"), message, hint, "odd-character")
    value = shorten_line(found["value"])
    message = f"“-”后面缺少空格，“{shorten(value)}”没有成为列表的一项"
    return Trap(row, found.start("value") - 1, message, f"写成 - {value}")
