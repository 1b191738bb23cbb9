"""What commas do inside brackets: they cut a value or a number in two, or stand there, as other marks, in full width.

Events, nodes and the text of the file in, findings and mended nodes out. It does not know the rest of the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from highlights.diagnostics import Severity
from highlights.load.yaml_file.braces import find_faulty_braces
from highlights.load.yaml_file.events import place_of
from highlights.load.yaml_file.nodes import Entry, Mapping, Scalar, Sequence
from highlights.load.yaml_file.tally import Tally
from highlights.load.yaml_file.trap import explain_stray_line
from highlights.load.yaml_file.wording import quoted, shorten

_WIDE_ENTRY = re.compile(r"，\s*[A-Za-z_][\w-]*\s*[:：]")
_NAMED_PIECE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s+\S")
# Between the digits of one number: `1,8800`, `1, 880`, not `1, 2号`.
_JOINT = re.compile(r"(?<=\d),(?=\d)|(?<=\d),[ ]+(?=\d{3})")
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_THOUSANDS_HEAD = re.compile(r"(?:^|\D)\d{1,3}$")
_THOUSANDS_TAIL = re.compile(r"\d{3}(?!\d)")


@dataclass(slots=True)
class Run:
    """A plain value inside brackets, and the pieces behind it that a comma may have cut off. Offsets in the text."""

    key: str | None
    node: Scalar
    start: int
    first_end: int
    end: int


def begin_run(key: str | None, node: Scalar, event: Any) -> Run | None:
    if not node.is_plain or not node.text:
        return None
    end = event.end_mark.index
    return Run(key, node, event.start_mark.index, end, end)


def continues_number(run: Run, event: Any, text: str) -> bool:
    """The `234件` of `[1,234件]`."""
    if event.style or text[run.end : event.start_mark.index] != "," or not _THOUSANDS_TAIL.match(event.value):
        return False
    return bool(_THOUSANDS_HEAD.search(text[max(run.start, run.end - 4) : run.end]))


def end_run(run: Run, parent: Mapping | Sequence, text: str, tally: Tally) -> None:
    """What was cut is put together in the parent, so that the cut value causes no second finding."""
    if run.end == run.first_end:
        return
    whole = text[run.start : run.end]
    if isinstance(parent, Sequence) and not re.sub(r"[\d,]", "", whole):
        _divide_numbers(run.node, whole, parent, tally)
        return
    first = text[run.start : run.first_end]
    message = f"值被逗号切断：“{shorten(whole)}”只读到“{shorten(first)}”"
    joined = _JOINT.sub("", whole)
    if joined == whole:
        hint = f"给值加引号：{quoted(whole)}"
    elif _has_good_thousands(whole):
        hint = f"给值加引号：{quoted(whole)}；或去掉数字里的分隔号：{shorten(joined)}"
    else:
        # In quotes such a number would only be the next finding.
        hint = f"若是一个数，去掉数字里的逗号：{shorten(joined)}；若是正文，给值加引号：{quoted(whole)}"
        whole = joined
    tally.add(run.node.line, run.node.column, "cut-by-comma", message, hint)
    _mend(run, parent, Scalar(whole, run.node.line, run.node.column))


def _has_good_thousands(text: str) -> bool:
    return bool(_THOUSANDS.search(text)) and not _JOINT.search(_THOUSANDS.sub("", text))


def _divide_numbers(first: Scalar, whole: str, parent: Sequence, tally: Tally) -> None:
    """`[117,119]` may well be two line numbers: a warning, and the pieces stay apart."""
    pieces = whole.split(",")
    message = f"“{shorten(whole)}”被读成 {len(pieces)} 个数"
    hint = f"若是 {len(pieces)} 个数，逗号后面加空格：{shorten(', '.join(pieces))}；若是一个数，去掉逗号"
    tally.add(first.line, first.column, "cut-by-comma", message, hint, Severity.WARNING)
    column = first.column
    for before, piece in pairwise(pieces):
        column += len(before) + 1
        parent.items.append(Scalar(piece, first.line, column))


def _mend(run: Run, parent: Mapping | Sequence, whole: Scalar) -> None:
    if isinstance(parent, Sequence):
        parent.items[-1] = whole
    elif run.key is not None:
        entry = parent.entries[run.key]
        parent.entries[run.key] = Entry(entry.line, entry.column, whole)


def mend_braces(event: Any, text: str, tally: Tally) -> Mapping | None:
    """What was meant by a whole `{ }` that begins here, when full-width marks or odd spaces are in its way."""
    start = event.start_mark.index
    braces = find_faulty_braces(text, start)
    end = start + braces.length if braces else start
    # A value that only begins with braces is text, and a mapping goes on to its half-width one.
    if braces is None or (text[end - 1] != "}" and event.end_mark.index != end):
        return None
    line, column = place_of(event)
    trap = braces.trap(line, column)
    tally.add(trap.row, trap.column, trap.code, trap.message, trap.hint)
    return braces.mapping(line, column)


def check_full_width_commas(event: Any, tally: Tally) -> None:
    """In a plain value inside { }."""
    if _WIDE_ENTRY.search(event.value):
        message = f"“{{ }}”里的各项用了全角逗号“，”隔开：{shorten(event.value)}"
        tally.add(*place_of(event), "full-width", message, "换成英文逗号加空格；若逗号是正文，给值加引号")


def take_piece(event: Any, run: Run | None, tally: Tally) -> None:
    """A piece inside { } without a colon: cut off by a comma, or with its colon glued, full-width or forgotten."""
    piece = event.value
    named = _NAMED_PIECE.match(piece)
    stray = None if event.style else explain_stray_line(piece)
    if stray:
        line, column = place_of(event)
        tally.add(line, column + stray.column, stray.code, stray.message, stray.hint)
    elif run and not event.style and not named:
        run.end = event.end_mark.index
    else:
        word = named["key"] if named else shorten(piece)
        message = f"“{{ }}”里的“{shorten(piece)}”没有冒号，不是“键: 值”"
        tally.add(*place_of(event), "syntax", message, f"写成 {word}: …；若它属于前面的值，给整个值加引号")
