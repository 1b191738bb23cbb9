"""Text for a terminal or the log of a job, which shows it and obeys nothing in it. Text in, text out.

What would be obeyed is written as the escape that JSON and YAML know, so JSON stays what it was.
"""

from __future__ import annotations

import re

# Colours, moves of the cursor and titles; directions of writing, what has no width, halves of characters.
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# GitHub's runner takes `::` at the start of a line for a command, and `##[` anywhere; Azure's `##vso[`.
_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#(?:vso)?\[)", re.MULTILINE)


def visible(text: str) -> str:
    return _OBEYED.sub(lambda found: _escape(found[0]), text)


def obeyed_by_none(text: str) -> str:
    """For text whose lines are no commands of ours."""
    return _COMMAND.sub(lambda found: found[0][:-1] + _escape(found[0][-1]), visible(text))


def _escape(character: str) -> str:
    """In UTF-16, as JSON has it."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
