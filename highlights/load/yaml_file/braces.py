"""One line's `{key: value, …}` with wrong marks in it: where they stand, what was meant, how to type it.

A text and an offset in, the entries and the words of one finding out. No parser, no findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from highlights.load.yaml_file.characters import ODD_SPACES, describe
from highlights.load.yaml_file.nodes import Entry, Mapping, Node, Scalar, Sequence
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.wording import quoted, shorten_line

_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,60}"
_QUOTED = r"\"[^\"\n\\]*\"|'[^'\n]*'"
_BRACES = re.compile(rf"[{{｛](?:[^{{}}｛｝\n\"']|{_QUOTED}){{0,1000}}[}}｝]")
# A full-width comma is one only where a key follows it: elsewhere it is good Chinese.
_SEPARATOR = re.compile(rf"\s*(?P<comma>[,，])\s*(?={_KEY}[ ]*(?:：|:(?!/)))")
_ENTRY = re.compile(rf"\s*(?P<key>{_KEY})[ ]*(?P<colon>[:：])(?P<gap>\s*)(?P<value>.*?)\s*")
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_NEEDS_QUOTES = re.compile(r"^[*&!|>%@`?\[\]-]|[,\]]|: | #")
_WIDE = {"：": "全角冒号“：”", "，": "全角逗号“，”", "｛": "全角花括号“｛｝”", "｝": "全角花括号“｛｝”"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry. Offsets are those in the text that was looked at."""

    key: str
    value: str
    key_at: int
    value_at: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A mark that is not what it should be: full-width, an odd space, or a colon with no space behind it."""

    mark: str
    at: int


@dataclass(frozen=True, slots=True)
class Braces:
    """Offsets count from the opening brace."""

    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...]
    length: int

    def trap(self, row: int, column: int) -> Trap:
        """Row and column are those of the opening brace, and both count from 0, or both from 1."""
        place = (row, column + self.faults[0].at)
        fix = f"写成 {typed(self.pieces)}"
        wide = dict.fromkeys(_WIDE[fault.mark] for fault in self.faults if fault.mark in _WIDE)
        if wide:
            text = "；若逗号是正文，给值加引号" if _WIDE["，"] in wide else ""
            return Trap(*place, f"“{{ }}”里用了{'、'.join(wide)}", f"换成英文标点，{fix}{text}", "full-width")
        odd = next((fault.mark for fault in self.faults if fault.mark != ":"), None)
        if odd:
            message = f"“{{ }}”里的冒号后面是 {describe(odd)}，不是普通空格"
            return Trap(*place, message, f"换成普通空格，{fix}", "odd-character")
        return Trap(*place, "“{ }”里的冒号后面缺少空格", f"冒号后面加一个空格，{fix}")

    def mapping(self, line: int, column: int) -> Mapping:
        """What was meant, so that the marks cause no second finding; the places are those in the file."""
        entries = {
            piece.key: Entry(line, column + piece.key_at, _node(piece.value, line, column + piece.value_at))
            for piece in self.pieces
        }
        return Mapping(entries, line, column)


def find_faulty_braces(text: str, start: int) -> Braces | None:
    """None when the braces here have no such fault, or when what was meant is not clear."""
    found = _BRACES.match(text, start)
    if not found or re.search(r"\s#", found.group()):
        return None
    raw = found.group()
    pieces, faults = _read(raw, 1, len(raw) - 1)
    faults.extend(Fault(raw[at], at) for at in (0, len(raw) - 1) if raw[at] in _WIDE)
    if not pieces or not faults:
        return None
    return Braces(pieces, tuple(sorted(faults, key=lambda fault: fault.at)), len(raw))


def read_pieces(text: str) -> tuple[Piece, ...]:
    """The entries of a line without braces; none when a part of it is no `key: value`."""
    return _read(text, 0, len(text))[0]


def typed(pieces: tuple[Piece, ...]) -> str:
    """The entries as they can be typed."""
    return shorten_line("{" + ", ".join(f"{piece.key}: {_typed(piece.value)}".rstrip() for piece in pieces) + "}")


def _read(text: str, start: int, end: int) -> tuple[tuple[Piece, ...], list[Fault]]:
    # What stands in quotes is not looked into.
    masked = re.sub(_QUOTED, lambda found: "\0" * len(found.group()), text)
    separators = list(_SEPARATOR.finditer(masked, start, end))
    bounds = [(start, start), *(found.span() for found in separators), (end, end)]
    pieces = []
    faults = [Fault("，", found.start("comma")) for found in separators if found["comma"] == "，"]
    for (_, begin), (stop, _) in pairwise(bounds):
        found = _ENTRY.fullmatch(masked, begin, stop)
        if not found:
            return (), []
        value = text[found.start("value") : found.end("value")]
        pieces.append(Piece(found["key"], value, found.start("key"), found.start("value")))
        faults.extend(_colon_fault(found))
    keys = {piece.key for piece in pieces}
    return (tuple(pieces), faults) if len(keys) == len(pieces) else ((), [])


def _colon_fault(found: re.Match[str]) -> list[Fault]:
    if found["colon"] == "：" or (found["value"] and not found["gap"]):
        return [Fault(found["colon"], found.start("colon"))]
    if _ODD_SPACE.match(found["gap"]):
        return [Fault(found["gap"][0], found.start("gap"))]
    return []


def _typed(value: str) -> str:
    if _is_list(value):
        return value.replace("，", ", ")
    plain = value[:1] in ("'", '"') or not _NEEDS_QUOTES.search(value)
    return value if plain else quoted(value, len(value))


def _node(value: str, line: int, column: int) -> Node:
    if _is_list(value):
        items = (item.strip() for item in re.split("[,，]", value[1:-1]))
        return Sequence([Scalar(item, line, column) for item in items if item], line, column)
    if re.fullmatch(_QUOTED, value):
        return Scalar(value[1:-1], line, column, value[0])
    return Scalar(value or None, line, column)


def _is_list(value: str) -> bool:
    return value.startswith("[") and value.endswith("]")
