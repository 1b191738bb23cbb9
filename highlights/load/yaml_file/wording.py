"""The editor's own words in, the same words out as a message can show them. No places, no findings."""

from __future__ import annotations

_SHOWN = 24


def shorten(text: str) -> str:
    one_line = " ".join(text.strip()[: 4 * _SHOWN].split())
    return one_line if len(one_line) <= _SHOWN else one_line[:_SHOWN] + "…"


def quoted(value: str) -> str:
    """The value as it can be typed: in double quotes, or in single ones when it has double ones inside."""
    short = shorten(value.strip())
    return f"'{short}'" if '"' in short or "\\" in short else f'"{short}"'
