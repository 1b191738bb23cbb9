"""One line in, what it shows of YAML out: its indentation, its key, a comment. No parser, no findings."""

from __future__ import annotations

import re

KEY = re.compile(r"^[ ]*(?:-[ ]+)*(?P<key>[^\s:#'\"\[{][^:#]{0,80}?)[ ]*:(?:[ ]+(?P<value>.*))?$")
# `text: |`
BLOCK_SIGN = re.compile(r":[ ]+(?P<sign>[|>])[-+\d]*[ ]*(?:#.*)?$")
# What was hardly meant as a comment: `热线 #12345`, but neither `# 注释` nor `#----`.
CUT_BY_HASH = re.compile(r"\s#[^\s#=-].*$")
_SECTION_APART = re.compile(r"(?P<source>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\s+(?P<section>#[a-z][a-z0-9_-]*)")


def is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def key_column(line: str) -> int:
    """Where the key of the line begins, behind the dashes of lists; of other lines, the indentation."""
    key = KEY.match(line)
    return key.start("key") if key else indentation(line)


def key_name(line: str) -> str | None:
    key = KEY.match(line)
    return key["key"] if key else None


def section_apart(value: str) -> str | None:
    """`review-2021 #xicheng` without its space; None for other values."""
    found = _SECTION_APART.fullmatch(value)
    return found["source"] + found["section"] if found else None


def text_block_above(lines: list[str], row: int) -> int | None:
    """The row of the `text: |` whose text the lines above this row are, if they are one."""
    depth = 1_000_000
    for at in range(row - 1, max(row - 500, -1), -1):
        line = lines[at]
        if not line.strip():
            continue
        if BLOCK_SIGN.search(line[-1000:]) and key_column(line) < depth:
            return at
        depth = min(depth, indentation(line))
        if not depth:
            break
    return None
