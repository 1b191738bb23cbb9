"""A hash that was no comment, and cut the text off from its next line."""

from __future__ import annotations

from highlights.load.yaml_file.case import Case
from highlights.load.yaml_file.lines import CUT_BY_HASH, is_comment
from highlights.load.yaml_file.trap import Trap
from highlights.load.yaml_file.wording import shorten


def cut_by_hash(case: Case, row: int | None) -> Trap | None:
    line = case.lines[row] if row is not None else ""
    found = CUT_BY_HASH.search(line)
    if row is None or not found or is_comment(line):
        return None
    message = f"从“#”起被当作注释（{shorten(found.group().strip())}），下一行的正文也就接不上了"
    return Trap(row, found.start() + 1, message, "给整个值加引号，或用 | 文字块")
