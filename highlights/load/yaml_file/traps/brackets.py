"""Brackets that do not close, and what stands wrong between or behind them."""

from __future__ import annotations

import re

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import CUT_BY_HASH, KEY, section_apart
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.traps.colons import colon_in_value
from highlights.load.yaml_file.traps.joined import entry_behind_bracket
from highlights.load.yaml_file.wording import quoted, shorten

_PARTNER = {"{": "}", "[": "]"}
_LAST_WORD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*$")
_HASH_WORD = re.compile(r"[^\s,\[{]+\s#[^\s,\]}]+")
_BRACKET_VALUE = re.compile(r"(?:^[ ]*|:[ ]+|-[ ]+)(?P<value>[\[{].*)$")


def inside_brackets(case: Case) -> Trap | None:
    opened = case.bracket or (case.begun if "flow" in case.words else None)
    if "mapping values" in case.words or opened is None:
        return None
    row, column = opened
    if case.lines[row][column : column + 1] not in _PARTNER:
        return None
    if row == case.row and case.rest:
        return _between_entries(case, column)
    above = case.above
    if above is None or above <= row or _is_unclosed(case, row, column):
        return unclosed_bracket(case, row, column)
    return _missing_comma(case, above, case.lines[row][column])


def unclosed_bracket(case: Case, row: int, column: int) -> Trap:
    behind = case.lines[row][column:]
    partner = _PARTNER[behind[0]]
    cut = CUT_BY_HASH.search(behind)
    if cut:
        message = f"从“#”起被当作注释（{shorten(cut.group().strip())}），“{partner}”也就看不到了"
        return Trap(row, column + cut.start() + 1, message, _hash_hint(behind))
    message = f"“{behind[0]}”从这里开始，没有找到与它配对的“{partner}”"
    last = behind.rstrip()[-1:]
    if last in "｝］】〕":
        hint = f"换成英文的“{partner}”；若是正文，给值加引号：{quoted(behind)}"
        return Trap(row, column, f"{message}，行末是全角的“{last}”", hint, "full-width")
    return Trap(row, column, message, f"在这一项的末尾补上“{partner}”；若括号是正文的一部分，给整个值加引号")


def _hash_hint(text: str) -> str:
    word = _HASH_WORD.search(text[:2000])
    if not word:
        return '给有 # 的值加引号，例如 "热线 #12345"'
    joined = section_apart(word.group())
    return f"删去 # 前面的空格：{joined}" if joined else f"给有 # 的值加引号，例如 {quoted(word.group())}"


def text_after_bracket(case: Case) -> Trap | None:
    """`[试点]企业`: a value that begins with a bracket is a list, and text follows it."""
    before = case.head.rstrip()
    if not before.endswith(("]", "}")) or not case.rest.strip() or "mapping values" in case.words:
        return None
    found = _BRACKET_VALUE.search(before[:4000])
    if not found:
        return None
    if case.rest[0] in "]}":
        return Trap(case.row, case.column, f"多了一个“{case.rest[0]}”", "删去它；若括号是正文，给整个值加引号")
    if beside := entry_behind_bracket(case, found.start("value")):
        return beside
    whole = found["value"] + case.line[found.end() :]
    kind, brackets = ("列表", "；方括号也可换成【 】") if whole[0] == "[" else ("一组“键: 值”", "")
    message = f"值以“{whole[0]}”开头，被当作{kind}，括号之后又有文字“{shorten(case.rest)}”"
    return Trap(case.row, found.start("value"), message, f"给整个值加引号：{quoted(whole)}{brackets}")


def _is_unclosed(case: Case, row: int, column: int) -> bool:
    """Rather than that a line inside the bracket lacks its comma."""
    behind = case.lines[row][column:]
    if not case.rest.strip() or CUT_BY_HASH.search(behind):
        return True
    return bool(behind[1:].strip() or KEY.match(case.line)) and not _is_closed_later(case, behind[0])


def _is_closed_later(case: Case, sign: str) -> bool:
    later = "\n".join(case.lines[case.row : case.row + 50])
    return later.count(_PARTNER[sign]) > later.count(sign)


def _missing_comma(case: Case, row: int, sign: str) -> Trap:
    message = f"第 {row + 1} 行末尾可能缺少逗号：“{sign}”里的各项要用英文逗号隔开"
    line = case.lines[row]
    return Trap(row, max(len(line.rstrip()) - 1, 0), message, f"补上逗号：{shorten(line)},")


def _between_entries(case: Case, column: int) -> Trap:
    """The parser stopped inside a bracket on the bracket's own line."""
    sign, row, head, met = case.line[column], case.row, case.head, case.rest[0]
    partner = _PARTNER[sign]
    start = max(*(head.rfind(mark) + 1 for mark in "{[,"), column + 1, len(head) - 400)
    piece = head[start:]
    if "，" in piece:
        message = f"“{sign} {partner}”里的各项用了全角逗号“，”隔开"
        return Trap(row, start + piece.index("，"), message, "换成英文逗号加空格：, ", "full-width")
    if met == ",":
        return Trap(row, case.column, "这里多了一个逗号", "删去一个逗号，或补上缺少的一项")
    if met in "]}":
        message = f"这里是“{met}”，而前面打开的是“{sign}”"
        return Trap(row, case.column, message, f"换成“{partner}”，或核对括号是否成对")
    if met == ":":
        return _colon_between_entries(case, piece, start)
    message = f"读到“{shorten(case.rest)}”时，应当是逗号或“{partner}”"
    return Trap(row, case.column, message, "各项之间用英文逗号隔开；值里有括号、引号时，给整个值加引号")


def _colon_between_entries(case: Case, piece: str, start: int) -> Trap:
    key = _LAST_WORD.search(piece)
    before = piece[: key.start()].strip() if key else ""
    if key and before:
        hint = f"写成 {shorten(before)}, {key['key']}: …"
        return Trap(case.row, start + key.start(), f"“{key['key']}”前面缺少逗号", hint)
    return colon_in_value(case, piece.split(":", 1)[-1].strip(), case.first_piece(case.rest[1:]))
