"""Lines that concern the file as a whole: merge conflicts, `...`, `%`, and what follows after the end."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import indentation, is_comment
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.wording import shorten

_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")


def merge_conflict(case: Case) -> Trap | None:
    row = next((row for row, line in enumerate(case.lines) if _CONFLICT.match(line)), None)
    if row is None:
        return None
    hint = "在 <<<<<<< 与 >>>>>>> 之间选定内容，再删去这些标记行"
    return Trap(row, 0, "文件里留有 Git 合并冲突的标记", hint)


def content_after_end(case: Case) -> Trap | None:
    if "directive" in case.words:
        return _directive(case.begun[0] if case.begun else case.row)
    if "document start" not in case.words:
        return None
    above = case.above
    line_above = case.lines[above] if above is not None else ""
    if case.line.startswith("%"):
        return _directive(case.begun[0] if case.begun else case.row)
    if above is not None and line_above.startswith("%"):
        return _directive(above)
    if above is not None and line_above.startswith("..."):
        return Trap(above, 0, "“...”表示文件到此结束，后面的内容不会被读", "删去“...”这一行")
    return _first_line_too_deep(case) or _second_content(case)


def _directive(row: int) -> Trap:
    return Trap(row, 0, "行首的“%”在 YAML 中另有用途", "删去它；若是正文，给整段加引号或缩进到文字块里")


def _first_line_too_deep(case: Case) -> Trap | None:
    first = next((row for row, line in enumerate(case.lines) if line.strip() and not is_comment(line)), 0)
    here, width = indentation(case.line), indentation(case.lines[first])
    if width <= here:
        return None
    message = f"这一行缩进 {here} 个空格，与第一项（第 {first + 1} 行，{width} 个空格）对不齐"
    return Trap(case.row, case.column, message, f"第 {first + 1} 行行首的空格删去，各级依次对齐")


def _second_content(case: Case) -> Trap:
    message = f"内容到上一行已经结束，这里又有“{shorten(case.rest)}”"
    hint = "整个文件应是一层“键: 值”；核对第一行开头是否多了括号或引号"
    return Trap(case.row, case.column, message, hint)
