"""Entries on one line: two of them side by side, a group without its braces or in full-width ones."""

from __future__ import annotations

import re

from highlights.load.yaml_file.braces import find_faulty_braces, read_pieces, typed
from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import KEY
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.wording import quoted, shorten, shorten_line

_SECOND = re.compile(r"\S(?<![ ,，、;；])(?P<gap>[ ,，、;；]{1,9})(?P<key>[a-z][a-z0-9_-]{0,60})[ ]{0,9}$")
_THIRD = re.compile(r"[ ,，、;；]+[a-z][a-z0-9_-]*[ ]*[:：]")
_COMMENT = re.compile(r"\s+#.*$")
_NEXT = re.compile(r"(?P<key>[a-z][a-z0-9_-]*)[ ]*[:：](?:\s|$|(?<=：))")


def faulty_braces(case: Case) -> Trap | None:
    """Wrong marks in the innermost open bracket, or in the value of the line."""
    if case.bracket:
        row, column = case.bracket
    else:
        key = KEY.match(case.line[:4000])
        if not key or key["value"] is None:
            return None
        row, column = case.row, key.start("value")
    braces = find_faulty_braces(case.line_at(row), column)
    return braces.trap(row, column) if braces else None


def missing_braces(case: Case, key: re.Match[str]) -> Trap | None:
    """`shelves: label: 漂流架, reported: 36个}`: the value of a line is a group of entries."""
    value = _COMMENT.sub("", key["value"]).rstrip()
    has_end = value.endswith(("}", "｝"))
    if len(value) > 1000 or re.search(r"^[\[\"']|[{}｛｝](?!$)", value):
        return None
    start = key.start("value")
    pieces = read_pieces(value[: len(value) - has_end])
    if not pieces or (len(pieces) == 1 and not has_end):
        return None
    fix = f"写成 {key['key']}: {typed(pieces)}"
    if has_end:
        return Trap(case.row, start, f"行末有“{value[-1]}”，“{key['key']}”后面缺少与它配对的“{{”", f"补上“{{”，{fix}")
    message = f"“{key['key']}”后面有几项（{'、'.join(piece.key for piece in pieces)}），外面缺少“{{ }}”"
    return Trap(case.row, start, message, f"补上“{{ }}”，{fix}")


def second_entry(case: Case, key: re.Match[str], after: str) -> Trap | None:
    """`a: 5件 b: 6件`: the second colon belongs to another entry."""
    value, after = case.line[key.start("value") : case.column], after.strip()
    found = _SECOND.search(value[-200:])
    if not found:
        return None
    column = case.column - len(found.group()) + found.start("key") - found.start()
    entry = after if after.startswith("{") else _THIRD.split(after)[0]
    trap = _beside(case, column, (key["key"], found["key"]), f"{found['key']}: {entry}")
    comma = found["gap"].strip()
    also = f"，删去“{comma}”" if comma else ""
    whole = quoted(f"{value}: {after}")
    return Trap(trap.row, trap.column, trap.message, f"{trap.hint}{also}；若都是正文，给整个值加引号：{whole}")


def entry_behind_bracket(case: Case, start: int) -> Trap | None:
    """`a: {…} b: 6件`."""
    found = _NEXT.match(case.rest)
    key = KEY.match(case.line[:4000])
    if not found or not key or case.line[start] != "{":
        return None
    after = case.rest[found.end("key") :].lstrip(" ")[1:].strip()
    return _beside(case, case.column, (key["key"], found["key"]), f"{found['key']}: {after}")


def _beside(case: Case, column: int, names: tuple[str, str], entry: str) -> Trap:
    first, second = names
    message = f"“{shorten(first)}”和“{shorten(second)}”写在了同一行"
    return Trap(case.row, column, message, f"一行只写一个，{shorten(second)} 另起一行：{shorten_line(entry)}")
