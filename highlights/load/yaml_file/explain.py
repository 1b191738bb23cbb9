"""A parser's error and the text in, one finding out that says in the editor's words which trap it was.

The parsers' English tells only where they gave up. Which trap it was shows in the line itself, so each rule looks at
the text; the words of the C parser and of the Python parser serve only to tell the families apart.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from highlights.diagnostics import Diagnostic, Place
from highlights.load.yaml_file.case import Case, case_of
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.traps import (
    brackets,
    colons,
    documents,
    indentation,
    joined,
    paragraphs,
    quotes,
    signs,
    text_blocks,
)
from highlights.load.yaml_file.wording import shorten

# The first that knows the case explains it, so the narrower traps stand before the wider ones.
_TRAPS: tuple[Callable[[Case], Trap | None], ...] = (
    documents.merge_conflict,
    indentation.tab,
    signs.long_dash,
    signs.odd_space,
    quotes.unclosed_quote,
    quotes.unknown_escape,
    quotes.text_after_quote,
    signs.special_start,
    joined.faulty_braces,
    colons.empty_value,
    text_blocks.text_block_in_bracket,
    text_blocks.text_block,
    brackets.inside_brackets,
    brackets.text_after_bracket,
    signs.lone_sign,
    colons.unexpected_colon,
    paragraphs.missing_colon,
    documents.content_after_end,
    indentation.misaligned_line,
)

_EXPECTED = (
    ("',' or '}'", "逗号或“}”"),
    ("',' or ']'", "逗号或“]”"),
    ("expected '-'", "以“- ”开头的一项"),
    ("document start", "文件的结尾"),
    ("node content", "一个值"),
)


def explain_syntax_error(error: yaml.MarkedYAMLError, text: str, shown_name: str) -> Diagnostic:
    case = case_of(error, text)
    traps = (find(case) for find in _TRAPS)
    trap = next((trap for trap in traps if trap), None) or _unknown(case)
    return Diagnostic(Place(shown_name, trap.row + 1, trap.column + 1), trap.code, trap.message, trap.hint)


def _unknown(case: Case) -> Trap:
    expected = next((chinese for english, chinese in _EXPECTED if english in case.words), "“键: 值”")
    met = f"“{shorten(case.rest)}”" if case.rest.strip() else "行末" if case.row + 1 < len(case.lines) else "文件末尾"
    message = f"读到{met}时读不下去，这里应当是{expected}"
    hint = "核对这一行和上一行的冒号、引号、括号和缩进；值里有特殊符号时，给整个值加引号"
    return Trap(case.row, case.column, message, hint)
