"""What YAML loses without a word: text behind a hash, entries that became text, characters behind a backslash.

A scalar event and the text of the file in, findings out. What commas cut off is in commas.py.
"""

from __future__ import annotations

import re
from typing import Any

from highlights.load.yaml_file.characters import describe, odd_characters
from highlights.load.yaml_file.events import place_of
from highlights.load.yaml_file.lines import section_apart
from highlights.load.yaml_file.tally import Tally
from highlights.load.yaml_file.trap import Trap, explain_long_dash, explain_pasted_row, explain_stray_line
from highlights.load.yaml_file.wording import quoted, shorten

_CUT_OFF = re.compile(r"[ \t]+(?P<lost>#[^\s#=-].*)")
_LOST_DASH = re.compile(r"^[-‐-―−－•●·]+\s*")
_ITEM = re.compile(r"^[ ]*-[ ]")


def check_escapes(event: Any, text: str, tally: Tally) -> None:
    """In double quotes."""
    raw = text[event.start_mark.index : event.end_mark.index]
    if "\\" not in raw:
        return
    odd = [character for character in odd_characters(event.value) if character not in raw]
    if odd:
        message = f"双引号里的反斜杠写法变成了 {'、'.join(describe(character) for character in odd[:3])}"
        tally.add(*place_of(event), "odd-character", message, "删去反斜杠写法，直接输入要显示的字")


def check_hash(event: Any, text: str, tally: Tally) -> str:
    """Behind a plain value, a comment that was none. Gives the value, with its section if a space parted them."""
    end = event.end_mark
    cut = _CUT_OFF.match(text, end.index)
    value: str = event.value
    if not cut:
        return value
    lost = cut["lost"].strip()
    message = f"从“#”起被当作注释，“{shorten(lost)}”没有读进来"
    whole = f"{value}{cut.group()}".strip()
    joined = section_apart(whole)
    fix = f"删去 # 前面的空格：{joined}" if joined else f"给整个值加引号：{quoted(whole)}"
    column = cut.start("lost") - end.index + end.column + 1
    tally.add(end.line + 1, column, "cut-by-hash", message, f"{fix}；若确是注释，# 后面加一个空格")
    return joined or value


def check_swallowed_lines(event: Any, text: str, tally: Tally, *, starts_beside_key: bool) -> str | None:
    """In a plain value outside brackets, entries that became one text, such as `label：受理` below `accepted:`.

    Gives the text behind the dash of one item that stands alone.
    """
    start, end = event.start_mark, event.end_mark
    if starts_beside_key and start.line == end.line:
        return None
    item = None
    lines = text[start.index : end.index].split("\n")
    for row, line in enumerate(lines):
        if row == 0 and starts_beside_key:
            continue
        trap = explain_stray_line(line) or (_swallowed_item(line) if row else explain_long_dash(line, needs_key=False))
        if trap is None and not starts_beside_key:
            trap = explain_pasted_row(line)
        if trap:
            column = trap.column + (start.column if row == 0 else 0)
            tally.add(start.line + row + 1, column + 1, trap.code, trap.message, trap.hint)
            item = _LOST_DASH.sub("", line) if len(lines) == 1 else None
    return item


def _swallowed_item(line: str) -> Trap | None:
    if not _ITEM.match(line):
        return None
    message = "这个列表接在上一行的文字后面，成了同一段文字"
    return Trap(0, line.index("-"), message, "列表写在键的下面，键的冒号之后留空")
