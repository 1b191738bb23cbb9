"""Colons: one inside a value, one that is missing, one that is none for YAML."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import KEY, key_column
from highlights.load.yaml_file.trap import Trap, explain_stray_line
from highlights.load.yaml_file.traps.comments import cut_by_hash
from highlights.load.yaml_file.traps.indentation import too_deep_line
from highlights.load.yaml_file.wording import quoted, shorten

_BLOCK_SIGN = re.compile(r":[ ]+(?P<sign>[|>])[-+\d]*[ ]*$")
_DIVIDER = re.compile(r"[ ]*(?:-{3,}|={3,}|\*{3,}|-)\S*\s*")


def unexpected_colon(case: Case) -> Trap | None:
    """The line above is no `key: value`, or the value itself has a colon and a space."""
    if "mapping values are not allowed" not in case.words:
        return None
    above = case.above
    while above and explain_stray_line(case.lines[above]) and explain_stray_line(case.lines[above - 1]):
        above -= 1
    stray_above = explain_stray_line(case.lines[above], above) if above is not None else None
    stray = stray_above or explain_stray_line(case.line, case.row)
    if stray:
        return stray
    if len(case.head) > 1000 and ": " not in case.head:
        return Trap(case.row, 0, "冒号前面的文字太长，不能作键", "键用短的英文单词；若是正文，给整段加引号")
    key = KEY.match(case.line[:4000])
    if key and key["value"] is not None and key.start("value") <= case.column:
        return colon_in_value(case, case.head[key.start("value") :], case.rest[1:])
    return too_deep_line(case)


def colon_in_value(case: Case, before: str, after: str) -> Trap:
    before, after = before.strip(), after.strip()
    whole = quoted(f"{before}: {after}")
    message = f"值里有英文冒号加空格（{shorten(before[-8:])}: …），冒号后面被当作另一个值"
    if before[:1] in ("'", '"'):
        hint = f"给整个值加引号：{whole}；或用中文引号和全角冒号"
    else:
        hint = f"换成全角冒号：{shorten(f'{before}：{after}')}；或给整个值加引号：{whole}"
    return Trap(case.row, case.column, message, hint)


def missing_colon(case: Case) -> Trap | None:
    """A line of text where a key should be."""
    if "scanning a simple key" not in case.words or not case.begun:
        return None
    row, column = case.begun
    line = case.lines[row]
    above = next((at for at in range(row - 1, -1, -1) if case.lines[at].strip()), None)
    known = explain_stray_line(line, row) or cut_by_hash(case, above) or _unindented_block(case, above)
    if known:
        return known
    if _DIVIDER.fullmatch(line):
        return Trap(row, column, f"这一行“{shorten(line)}”不是“键: 值”", "分隔线前面加 #，或删去这一行")
    hint = "写成 键: 值（英文冒号加空格）"
    if above is not None:
        hint += f"；若是第 {above + 1} 行正文的续行，用 | 文字块，或比第 {above + 1} 行的键多缩进两个空格"
    return Trap(row, column, f"这一行“{shorten(line)}”没有冒号，不是“键: 值”", hint)


def _unindented_block(case: Case, above: int | None) -> Trap | None:
    """Text right below a line such as `text: |`."""
    if above is None or not case.begun:
        return None
    line = case.lines[above]
    found = _BLOCK_SIGN.search(line)
    if not found:
        return None
    message = f"第 {above + 1} 行“{found['sign']}”下面的文字没有缩进"
    return Trap(*case.begun, message, f"文字块的每一行缩进 {key_column(line) + 2} 个空格")
