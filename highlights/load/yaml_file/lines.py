"""One line in, what it shows of YAML out: its indentation, its key, a comment. No parser, no findings."""

from __future__ import annotations

import re

KEY = re.compile(r"^[ ]*(?:-[ ]+)*(?P<key>[^\s:#'\"\[{][^:#]{0,80}?)[ ]*:(?:[ ]+(?P<value>.*))?$")
# What was hardly meant as a comment: `热线 #12351`, but neither `# 注释` nor `#----`.
CUT_BY_HASH = re.compile(r"\s#[^\s#=-].*$")


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
