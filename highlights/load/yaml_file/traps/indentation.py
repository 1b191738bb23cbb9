"""Lines that stand too far in, too far out, or behind a tab."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import KEY, indentation, is_comment, key_column, key_name
from highlights.load.yaml_file.trap import Trap, explain_pasted_row, explain_stray_line
from highlights.load.yaml_file.traps.comments import cut_by_hash
from highlights.load.yaml_file.wording import shorten, shorten_line

_LEADING_TAB = re.compile(r"[ -]*\t")


def tab(case: Case) -> Trap | None:
    column = case.line.find("\t")
    # The Python parser takes no tab inside a text either.
    is_met = "tab character" in case.words or case.rest.startswith("\t")
    if column < 0 or not (is_met or _LEADING_TAB.match(case.line)):
        return None
    if case.line[:column].strip(" -"):
        return explain_pasted_row(case.line, case.row) or Trap(case.row, column, "这里用了制表符（Tab）", "换成空格")
    return Trap(case.row, column, "行首用了制表符（Tab）缩进", "换成空格，每一级两个空格")


def too_deep_line(case: Case) -> Trap | None:
    """A line indented below one that already has its value, or below one that is no `key: value`."""
    above = case.above
    if above is None:
        return None
    here = indentation(case.line)
    if here <= key_column(case.lines[above]):
        message = f"第 {above + 1} 行“{shorten(case.lines[above])}”没有冒号，不是“键: 值”"
        hint = "写成 键: 值；若是上一行正文的续行，用 | 文字块并缩进"
        return Trap(above, indentation(case.lines[above]), message, hint)
    owner = _owner(case, above, here)
    row = above if owner is None else owner
    line = case.lines[row]
    name = f"“{key_name(line) or shorten(line)}”"
    message = f"这一行缩进 {here} 个空格，成了第 {row + 1} 行{name}的下一级，而{name}已经有值"
    return Trap(case.row, here, message, f"若与第 {row + 1} 行{name}同级，缩进 {key_column(line)} 个空格")


def misaligned_line(case: Case) -> Trap | None:
    """A line whose indentation fits no line above it."""
    if not re.search(r"block (?:mapping|collection|node)", case.words) or case.head.strip():
        return None
    here, above = case.column, case.above
    if above is None:
        return None
    if not KEY.match(case.line) and (cut := cut_by_hash(case, above)):
        return cut
    if case.rest.startswith("-") and (stray := explain_stray_line(case.line, case.row)):
        return stray
    if case.rest.startswith("-") and "mapping" in case.words:
        return _misplaced_item(case, above)
    if "block node" in case.words:
        return _key_for_item(case, above) if case.lines[above].rstrip().endswith("-") else None
    if "collection" in case.words and case.begun and case.begun[1] == here:
        return _key_for_item(case, case.begun[0])
    options = _lines_beside(case, above)
    message = f"这一行缩进 {here} 个空格，与上面的行对不齐"
    return Trap(case.row, here, message, "；".join(options) or "与同级的上一行对齐，每一级两个空格")


def _misplaced_item(case: Case, above: int) -> Trap:
    if case.begun and (begun := _lost_dash(case, case.begun[0])):
        return begun
    key = KEY.match(case.lines[above])
    name = f"第 {above + 1} 行“{shorten(case.lines[above])}”"
    has_value = bool(key and key["value"])
    message = f"{name}已经有值，下面不能再接列表" if has_value else f"这里的“-”与上面的列表对不齐（{name}）"
    return Trap(case.row, case.column, message, "列表写在键的下面，键的冒号之后留空；各个“-”上下对齐")


def _lost_dash(case: Case, start: int) -> Trap | None:
    """The first of two items, without its dash; the parser stopped at the second, which begins with the same key."""
    name = key_name(case.line)
    for row in range(start, case.row):
        line = case.lines[row]
        if name and key_name(line) == name and not line.lstrip().startswith("-") and indentation(line) >= case.column:
            message = f"这里像是列表的一条，前面缺少“- ”（第 {case.row + 1} 行的下一条有）"
            return Trap(
                row, indentation(line), message, f"写成 - {shorten_line(line)}，“-”与第 {case.row + 1} 行的对齐"
            )
    return None


def _key_for_item(case: Case, start: int) -> Trap:
    """A key in the very column of the dashes: it belongs into an item, or beside the key of the list."""
    here = case.column
    name = key_name(case.line)
    if name and name == key_name(case.lines[start]):
        hint = f"写成 - {shorten_line(case.line)}，下面几行比“-”多缩进两个空格"
        return Trap(case.row, here, "这里像是列表的另一条，前面缺少“- ”", hint)
    owner = _owner(case, start - 1, here)
    hint = f"若属于上一项，缩进 {here + 2} 个空格"
    if owner is not None:
        line = case.lines[owner]
        hint += f"；若与第 {owner + 1} 行“{key_name(line)}”同级，缩进 {key_column(line)} 个空格"
    elif here == 0:
        hint += "；若是另一个键，文件的最外层应是“键: 值”，给上面的列表加上键"
    return Trap(case.row, here, "这里应当是列表的下一项“- …”，却是一个键", hint)


def _owner(case: Case, row: int, here: int) -> int | None:
    """The nearest line, from this row upwards, whose key stands further out."""
    lines = case.lines
    return next((at for at in range(row, -1, -1) if key_name(lines[at]) and key_column(lines[at]) < here), None)


def _lines_beside(case: Case, above: int) -> list[str]:
    """The nearest lines above that it may have been meant to stand beside: one deeper, one not."""
    here = case.column
    options: dict[int, str] = {}
    limit = here + 100
    for row in range(above, max(above - 500, -1), -1):
        key = KEY.match(case.lines[row]) if not is_comment(case.lines[row]) else None
        if not key:
            continue
        width = key.start("key")
        if width != here and width < limit:
            options[width] = f"若与第 {row + 1} 行“{key['key']}”同级，缩进 {width} 个空格"
            limit = width
        if limit <= here:
            break
    return list(options.values())[-2:]
