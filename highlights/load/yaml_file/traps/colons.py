"""Colons: one inside a value, one with nothing behind it, one that is none for YAML."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import KEY
from highlights.load.yaml_file.trap import Trap, explain_pasted_row, explain_stray_line
from highlights.load.yaml_file.traps.indentation import too_deep_line
from highlights.load.yaml_file.traps.joined import missing_braces, second_entry
from highlights.load.yaml_file.traps.paragraphs import outside_text_block
from highlights.load.yaml_file.wording import quoted, shorten

_LAST_WORD = re.compile(r"(?:[A-Za-z_][\w-]*|[^\s，。；,;]{0,8})$")
_EMPTY_KEY = re.compile(r"(?:^|[{,])\s*(?P<key>[A-Za-z_][A-Za-z0-9_-]*)$")


def unexpected_colon(case: Case) -> Trap | None:
    """The line above is no `key: value`, or the value itself has a colon and a space."""
    if "mapping values are not allowed" not in case.words:
        return None
    above = case.above
    while above and _stray(case, above) and _stray(case, above - 1):
        above -= 1
    stray_above = _stray(case, above) if above is not None else None
    stray = stray_above or explain_stray_line(case.line, case.row)
    if stray:
        return stray
    if len(case.head) > 1000 and ": " not in case.head:
        return Trap(case.row, 0, "冒号前面的文字太长，不能作键", "键用短的英文单词；若是正文，给整段加引号")
    key = KEY.match(case.line[:4000])
    if key and key["value"] is not None and key.start("value") <= case.column:
        known = missing_braces(case, key) or second_entry(case, key, case.rest[1:])
        return known or colon_in_value(case, case.head[key.start("value") :], case.rest[1:])
    return _prose_above(case) or too_deep_line(case)


def _stray(case: Case, row: int) -> Trap | None:
    return explain_stray_line(case.lines[row], row) or explain_pasted_row(case.lines[row], row)


def _prose_above(case: Case) -> Trap | None:
    """`2022年: …` below `text: |`, without its indentation, was taken for a key."""
    above = case.above
    key = KEY.match(case.lines[above][:4000]) if above is not None else None
    return outside_text_block(case, above) if above is not None and key and not key["key"].isascii() else None


def empty_value(case: Case) -> Trap | None:
    """`{label: 挽回, reported:}`: the C parser takes no bracket right behind a colon."""
    found = _EMPTY_KEY.search(case.head[-200:])
    if not case.bracket or not found or not re.match(r":\s*[},]", case.rest):
        return None
    row, column = case.bracket
    if case.lines[row][column] != "{":
        return None
    hint = f"冒号后面填写内容；原文没有公布就删去“{found['key']}:”"
    return Trap(case.row, case.column, f"“{found['key']}”没有填写", hint, "empty-value")


def colon_in_value(case: Case, before: str, after: str) -> Trap:
    before, after = before.strip(), after.strip()
    whole = quoted(f"{before}: {after}")
    message = f"值里有英文冒号加空格（{_last_word(before)}: …），冒号后面被当作另一个值"
    if before[:1] in ("'", '"'):
        hint = f"给整个值加引号：{whole}；或用中文引号和全角冒号"
    else:
        hint = f"换成全角冒号：{shorten(f'{before}：{after}')}；或给整个值加引号：{whole}"
    return Trap(case.row, case.column, message, hint)


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text[-60:])
    return found.group() if found else ""
