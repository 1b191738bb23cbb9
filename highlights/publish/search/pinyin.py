"""Names as they are typed without an input method: haidian, hd."""

from __future__ import annotations

from collections.abc import Sequence

from pypinyin import lazy_pinyin

from highlights.model import District


def spellings(name: str) -> tuple[str, ...]:
    """In pinyin, and its initials."""
    return _of_syllables(lazy_pinyin(name))


def district_spellings(district: District) -> tuple[str, ...]:
    """Of its short name, read as in the whole (朝阳 alone would be zhaoyang), and of its name."""
    name, short = district.name, district.short_name
    whole = lazy_pinyin(name)
    is_beginning = name.startswith(short) and len(whole) == len(name)
    part = whole[: len(short)] if is_beginning else lazy_pinyin(short)
    return *_of_syllables(part), *_of_syllables(whole)


def _of_syllables(syllables: Sequence[str]) -> tuple[str, str]:
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
