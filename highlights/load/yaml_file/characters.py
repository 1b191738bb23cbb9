"""Characters that nobody sees or that only look like others: where they are, what to call them, how to mend them.

Text in, offsets, words and mended text out. No files, no lines, no YAML.
"""

from __future__ import annotations

import re
import unicodedata

# Copies from a PDF contain Kangxi radicals: ⼯ looks like 工 and is found by no search for it.
_KANGXI = "\u2f00-\u2fd5"
# Signs of other scripts, shorthand and music that hold what follows together.
_JOINING = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a"
)
_VARIATION_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
# The digits of other scripts, and those of mathematics, whose look is that of ordinary ones.
_FOREIGN_DIGIT = "[^\\D0-9０-９]"
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    f"\u2060-\u206f\u2800{_KANGXI}\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    f"{_JOINING}{_VARIATION_SELECTORS}\U000e0000-\U000e00ff\U000f0000-\U0010ffff]|{_FOREIGN_DIGIT}"
)
# Spaces that do not end a key or begin an item as an ordinary one does; for use inside [ ].
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Two ideographic spaces at the start of a paragraph are good Chinese, so after true indentation an odd space counts
# only where a key or a list item follows it.
_RUN = rf"[ \t{ODD_SPACES}]*"
_ODD_INDENT = re.compile(
    rf"^(?:[ \t]+(?=[{ODD_SPACES}]{_RUN}(?:[A-Za-z_][\w-]*[ ]?[:：]|-[ ])))?([{ODD_SPACES}]){_RUN}(?=\S)", re.MULTILINE
)
_UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_LOST = "\ufffd"

_NAMES = {
    "\x00": "空字符",
    "\x0b": "Word 的手动换行符",
    "\x0c": "分页符",
    "\x85": "换行控制符",
    "\xa0": "不换行空格",
    "\xad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "从左到右标记",
    "\u200f": "从右到左标记",
    "\u2028": "行分隔符",
    "\u2029": "段落分隔符",
    "\u2060": "零宽不断行符",
    "\u3000": "全角空格",
    "\ufeff": "字节顺序标记 BOM",
    _LOST: "替换符，原来的字已丢失",
}
_CATEGORIES = {"Cc": "控制字符", "Cs": "不成对的代理字符", "Co": "私用区字符，别的电脑上显示不出"}
_BIDIRECTIONAL = "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def odd_characters(text: str) -> list[str]:
    """Every kind of odd character in the text."""
    return list(dict.fromkeys(_ODD.findall(text)))


def odd_offsets(text: str) -> set[int]:
    return {found.start() for found in _ODD.finditer(text)}


def odd_indents(text: str) -> set[int]:
    """Offsets of the first odd space in each line that is indented with them."""
    return {found.start(1) for found in _ODD_INDENT.finditer(text)}


def first_unreadable(text: str) -> int | None:
    """Offset of the first character that stops a YAML parser, or that it alone takes for a line break."""
    found = _UNREADABLE.search(text)
    return found.start() if found else None


def describe(character: str) -> str:
    return f"U+{ord(character):04X}（{_name(character)}）"


def explain_odd_character(character: str) -> tuple[str, str]:
    """Message and hint."""
    if _is_kangxi(character):
        ordinary = _ordinary(character)
        message = f"这里有 {describe(character)}，看起来像汉字“{ordinary}”，却是另一个字符，搜索不到"
        return message, f"换成普通汉字“{ordinary}”（从 PDF 复制来的文字里常有，请重新输入）"
    if character.isdecimal():
        digit = unicodedata.digit(character)
        message = f"这里有 {describe(character)}，像数字“{digit}”，却是另一个字符，不能当数字用"
        return message, f"换成普通数字“{digit}”，用键盘输入"
    message = f"这里有 {describe(character)}，肉眼看不出"
    if character in _LINE_BREAKS:
        return message, "删去它，需要换行就按回车键"
    if _has_lost_meaning(character):
        return message, "对照原文重新输入这个字"
    return message, "删去它：把光标移到这里前后按删除键，或重新输入这几个字"


def without_odd_characters(text: str) -> str:
    """Each one replaced by what was probably meant, a lost one by U+FFFD, the others taken out."""
    return _ODD.sub(lambda found: _mended(found.group()), text)


def _mended(character: str) -> str:
    if _is_kangxi(character):
        return _ordinary(character)
    if character.isdecimal():
        return str(unicodedata.digit(character))
    if character in _LINE_BREAKS:
        return " "
    if _has_lost_meaning(character) or unicodedata.category(character) == "Cn":
        return _LOST
    return ""


def _name(character: str) -> str:
    if _is_kangxi(character):
        return f"康熙部首“{character}”"
    if character in _BIDIRECTIONAL:
        return "双向文字控制符"
    name = _NAMES.get(character) or _CATEGORIES.get(unicodedata.category(character), "")
    return name or unicodedata.name(character, "不可见字符")


def _is_kangxi(character: str) -> bool:
    return "\u2f00" <= character <= "\u2fd5"


def _ordinary(radical: str) -> str:
    return unicodedata.normalize("NFKC", radical)


def _has_lost_meaning(character: str) -> bool:
    return character == _LOST or unicodedata.category(character) in ("Co", "Cs")
