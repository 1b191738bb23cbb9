"""Lines that are no entries: text beside its text block, cells of a spreadsheet, a key without a colon, dividers."""

from __future__ import annotations

import re
import unicodedata

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import indentation, key_column, key_name, text_block_above
from highlights.load.yaml_file.trap import Trap, explain_pasted_row, explain_stray_line
from highlights.load.yaml_file.traps.comments import cut_by_hash
from highlights.load.yaml_file.wording import shorten, shorten_line

_BARE_KEY = re.compile(r"[ ]*(?P<key>[a-z][a-z0-9_]*)(?:[ ]+(?P<value>\S.*))?[ ]*")
# Also of a key that is no Latin word: where a key must stand, prose is as wrong.
_WIDE_COLON = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[^\s:：#]{1,20})[ ]*：\s*(?P<value>.*)")
_DIVIDER = re.compile(r"[ ]*(?:-{3,}|={3,}|\*{3,}|-)\S*\s*")


def missing_colon(case: Case) -> Trap | None:
    """A line of text where a key should be."""
    if "scanning a simple key" not in case.words or not case.begun:
        return None
    row, column = case.begun
    line = case.lines[row]
    above = next((at for at in range(row - 1, -1, -1) if case.lines[at].strip()), None)
    known = explain_stray_line(line, row) or explain_pasted_row(line, row) or cut_by_hash(case, above)
    if known:
        return known
    if _DIVIDER.fullmatch(line):
        return Trap(row, column, f"这一行“{shorten(line)}”不是“键: 值”", "分隔线前面加 #，或删去这一行")
    bare = _BARE_KEY.fullmatch(line[:2000])
    outside = None if bare else outside_text_block(case, row)
    if outside:
        return outside
    wide = _WIDE_COLON.fullmatch(line[:2000])
    if wide:
        return _wide_colon(wide, row)
    fix = f"{bare['key']}: {shorten(bare['value'] or '')}".rstrip() if bare else "键: 值"
    hint = f"写成 {fix}（英文冒号加空格）"
    if above is not None:
        hint += f"；若是第 {above + 1} 行正文的续行，用 | 文字块，或比第 {above + 1} 行的键多缩进两个空格"
    return Trap(row, column, f"这一行“{shorten(line)}”没有冒号，不是“键: 值”", hint)


def _wide_colon(found: re.Match[str], row: int) -> Trap:
    key = unicodedata.normalize("NFKC", found["key"])
    fix = f"{key}: {shorten_line(found['value'])}".rstrip()
    message = f"“{found['key']}”后面是全角冒号“：”，被当作一段文字"
    return Trap(row, found.end("key"), message, f"换成英文冒号加空格，写成 {fix}", "full-width")


def outside_text_block(case: Case, row: int) -> Trap | None:
    """Text below a line such as `text: |`, not as deep as its first line."""
    at = text_block_above(case.lines, row)
    if at is None:
        return None
    head = case.lines[at]
    first = next(line for line in case.lines[at + 1 :] if line.strip())
    below = indentation(first) > key_column(head)
    width = indentation(first) if below else key_column(head) + 2
    name = f"第 {at + 1} 行“{key_name(head) or shorten(head)}”"
    here = indentation(case.lines[row])
    lack = "缩进不够" if here else "没有缩进"
    message = f"{name}的正文到上一行就断了：这一行{lack}" if below else f"{name}下面的正文{lack}"
    return Trap(row, here, message, f"正文每行缩进 {width} 个空格")
