"""What an editor fell into, as data; and the traps that one line shows by itself. A line in, a trap out, no parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

from highlights.load.yaml_file.wording import shorten

_GLUED = re.compile(
    r"^[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]{0,60})(?:[ ]*(?P<wide>：)[ ]*|:)(?P<value>(?<=：).*|[^\s:/\\].*)$"
)
_DASH = re.compile(r"^[ ]*-(?![-\s]|[\d.]+%?\s*$)(?P<value>\S.*)$")


@dataclass(frozen=True, slots=True)
class Trap:
    """Row and column from 0, as the parser counts."""

    row: int
    column: int
    message: str
    hint: str
    code: str = "syntax"


def explain_stray_line(line: str, row: int = 0) -> Trap | None:
    """For a line meant as `key: value` or `- item` that reads as plain text."""
    # A long line is prose; the limit keeps one line of 1 MB cheap.
    glued = _GLUED.match(line[:2000])
    if glued:
        return _glued(glued, row)
    dash = _DASH.match(line)
    if dash:
        value = shorten(dash["value"])
        return Trap(row, dash.start("value") - 1, f"“-”后面缺少空格，“{value}”没有成为列表的一项", f"写成 - {value}")
    return None


def _glued(found: re.Match[str], row: int) -> Trap:
    key = found["key"]
    fix = f"{key}: {shorten(found['value'])}".rstrip()
    if found["wide"]:
        message = f"键“{key}”后面是全角冒号“：”，整行被当作一段文字"
        return Trap(row, found.start("wide"), message, f"换成英文冒号加空格，写成 {fix}", "full-width")
    message = f"键“{key}”的冒号后面缺少空格，整行被当作一段文字"
    return Trap(row, found.end("key"), message, f"冒号后面加一个空格，写成 {fix}")
