"""Names as they are typed without an input method: haidian, hd."""

from __future__ import annotations

from collections.abc import Sequence

from highlights.model import District


def spellings(name: str) -> tuple[str, ...]:
    """In pinyin, and its initials."""
    return _of_syllables(_syllables(name))


def district_spellings(district: District) -> tuple[str, ...]:
    """Of its short name, read as in the whole (朝阳 alone would be zhaoyang), and of its name."""
    name, short = district.name, district.short_name
    whole = _syllables(name)
    is_beginning = name.startswith(short) and len(whole) == len(name)
    part = whole[: len(short)] if is_beginning else _syllables(short)
    return *_of_syllables(part), *_of_syllables(whole)


def _syllables(name: str) -> list[str]:
    # Its dictionaries take as long to load as all the rest of the program; most commands need none.
    from pypinyin import lazy_pinyin

    return lazy_pinyin(name)


def _of_syllables(syllables: Sequence[str]) -> tuple[str, str]:
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
