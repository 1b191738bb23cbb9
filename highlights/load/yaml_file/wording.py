"""The editor's own words in, the same words out as a message can show them. No places, no findings."""

from __future__ import annotations

_SHOWN = 24
# A whole line that is to be typed as it stands.
_LINE = 120


def shorten(text: str, limit: int = _SHOWN) -> str:
    one_line = " ".join(text.strip()[: 4 * limit].split())
    return one_line if len(one_line) <= limit else one_line[:limit] + "…"


def shorten_line(text: str) -> str:
    return shorten(text, _LINE)


def quoted(value: str, limit: int = _SHOWN) -> str:
    """The value as it can be typed: in double quotes, or in single ones when it has double ones inside."""
    short = shorten(value.strip(), limit)
    return f"'{short}'" if '"' in short or "\\" in short else f'"{short}"'
