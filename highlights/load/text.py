"""The bytes of one file in, its text out, with the findings about its encoding and its characters. No YAML."""

from __future__ import annotations

import codecs
import re
import stat
import unicodedata
from collections import Counter
from pathlib import Path

from highlights.diagnostics import Diagnostic, Place, Severity

MAX_BYTES = 2 * 1024 * 1024
MAX_OF_ONE_CODE = 20
MAX_COUNTED = 2000

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Two ideographic spaces at the start of a paragraph are good Chinese, so after true indentation an odd space counts
# only where a key or a list item follows it.
_RUN = rf"[ \t{_ODD_SPACE}]*"
_ODD_INDENT = re.compile(
    rf"^(?:[ \t]+(?=[{_ODD_SPACE}]{_RUN}(?:[A-Za-z_][\w-]*[ ]?[:：]|-[ ])))?([{_ODD_SPACE}]){_RUN}(?=\S)", re.MULTILINE
)
_UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"

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
    "\ufffd": "替换符，原来的字已丢失",
}
_CATEGORIES = {"Cc": "控制字符", "Cs": "不成对的代理字符", "Co": "私用区字符，别的电脑上显示不出"}
_BIDIRECTIONAL = "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_SAVE_AS = (
    "另存为 UTF-8：用 Windows 记事本打开，点“文件 → 另存为”，在“编码”处选“UTF-8”；"
    "在 WPS 中另存为“文本文件”，编码选“Unicode (UTF-8)”，文件名仍以 .yaml 结尾"
)


class Tally:
    """Findings about one file, at most 20 of each code and then one that says how many more there are."""

    def __init__(self, shown_name: str) -> None:
        self._file = shown_name
        self._found: list[Diagnostic] = []
        self._count: Counter[str] = Counter()
        self._total = 0
        self._next: dict[str, Diagnostic] = {}

    def add(
        self, line: int, column: int, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        self._count[code] += 1
        self._total += 1
        if self._count[code] > MAX_OF_ONE_CODE + 1:
            return
        found = Diagnostic(Place(self._file, line, column), code, message, hint, severity)
        if self._count[code] <= MAX_OF_ONE_CODE:
            self._found.append(found)
        else:
            self._next[code] = found

    def add_unplaced(self, code: str, more: int) -> None:
        """Findings beyond the listed ones, whose places nobody needs: seeking them would take quadratic time."""
        self._count[code] += max(more, 0)

    def is_full(self) -> bool:
        """So much is wrong that looking further would only take time."""
        return self._total > MAX_COUNTED

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return (*self._found, *(self._rest(found) for found in self._next.values()))

    def _rest(self, first: Diagnostic) -> Diagnostic:
        more = self._count[first.code] - MAX_OF_ONE_CODE
        message = f"从这里起至少还有 {more} 处同类问题，没有一一列出"
        return Diagnostic(first.place, first.code, message, first.hint, first.severity)


def read_text(path: Path, shown_name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    r"""The text with `\n` line ends and without its BOM, or None when nothing after it could be judged.

    Odd characters are reported, then taken out or made a space, so that they cause no second finding; on such a
    line later columns do not count them.
    """
    tally = Tally(shown_name)
    data = _read_bytes(path, tally)
    text = None if data is None else _decode(data, tally)
    if text is not None and not _is_empty(text, tally):
        text, is_indented_well = _without_odd_characters(unix_lines(text), tally)
        # With such indentation the parser would see another structure than the editor does.
        return (text if is_indented_well else None), tally.diagnostics()
    return None, tally.diagnostics()


def unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def odd_characters(text: str) -> list[str]:
    """Every kind of character in the text that cannot be seen or that turns the text around it."""
    return list(dict.fromkeys(_ODD.findall(text)))


def first_unreadable(text: str) -> int | None:
    """Offset of the first character that stops a YAML parser, or that it alone takes for a line break."""
    found = _UNREADABLE.search(text)
    return found.start() if found else None


def describe(character: str) -> str:
    name = _NAMES.get(character) or _CATEGORIES.get(unicodedata.category(character), "")
    if not name:
        name = "双向文字控制符" if character in _BIDIRECTIONAL else unicodedata.name(character, "不可见字符")
    return f"U+{ord(character):04X}（{name}）"


def _read_bytes(path: Path, tally: Tally) -> bytes | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe would wait for ever, a device would never end.
            what = "文件夹" if stat.S_ISDIR(status.st_mode) else "管道或设备"
            tally.add(1, 1, "unreadable-file", f"这是{what}，不是文件", "改名或移走，换成 YAML 文件")
            return None
        if status.st_size <= MAX_BYTES:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                return data
    except OSError as error:
        tally.add(1, 1, "unreadable-file", f"文件读不出来：{_reason(error)}", "核对文件名和权限，或重新保存一份")
        return None
    size = f"{max(status.st_size, MAX_BYTES + 1) / 1024 / 1024:.1f} MB"
    tally.add(
        1,
        1,
        "file-too-large",
        f"文件有 {size}，超过 2 MB，没有读",
        "数据文件只放文字；图片和附件移到别处，内容太多就分成几个文件",
    )
    return None


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "没有读取权限"
    if isinstance(error, FileNotFoundError):
        return "文件不存在，或快捷链接指向的文件已不在"
    return error.strerror or "原因不明"


def _decode(data: bytes, tally: Tally) -> str | None:
    wide = _wide_encoding(data)
    if wide:
        # The place of a NUL byte means nothing to an editor when the file has a mark at its very start.
        at = 0 if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) else data.find(0)
        _report_encoding(data, at, f"文件是 {wide} 编码，不是 UTF-8", tally)
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_damaged(data, error.start, tally)


def _decode_damaged(data: bytes, at: int, tally: Tally) -> str | None:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        at = error.start
    loose = data.decode("utf-8", "replace")
    # GBK bytes hardly ever make a Han character in UTF-8: more Han than damage is a UTF-8 file with a broken spot.
    if len(_HAN.findall(loose)) > loose.count("\ufffd"):
        message = f"文件是 UTF-8 编码，但这里的字节 0x{data[at]:02X} 已损坏，或是从别处混进来的"
        _report_encoding(data, at, message, tally, "对照原文重新输入这里的字，再存为 UTF-8")
        return None
    if _is_gb18030(data):
        _report_encoding(data, at, "文件是 GBK（GB18030）编码，不是 UTF-8", tally)
        return None
    message = f"文件编码不明，不是 UTF-8（字节 0x{data[at]:02X}）；也可能是 Word、Excel 或图片文件"
    _report_encoding(data, at, message, tally)
    return None


def _report_encoding(data: bytes, at: int, message: str, tally: Tally, hint: str = _SAVE_AS) -> None:
    before = re.split(rb"\r\n|\r|\n", data[:at])
    tally.add(len(before), len(before[-1].decode("utf-8", "replace")) + 1, "encoding", message, hint)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-32 or UTF-16, by its mark or by the NUL bytes that the ASCII of keys and line ends leaves in it."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    sample = data[:4096]
    nuls = sample.count(0)
    if nuls < 2 or nuls * 10 < len(sample):
        return None
    if nuls * 2 >= len(sample) and (not any(sample[0::4]) or not any(sample[3::4])):
        return "UTF-32"
    even = sample[0::2].count(0)
    return "UTF-16" if min(even, nuls - even) * 10 <= nuls else None


def _is_gb18030(data: bytes) -> bool:
    try:
        return bool(_HAN.search(data.decode("gb18030")))
    except UnicodeDecodeError:
        return False


def _is_empty(text: str, tally: Tally) -> bool:
    if any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return False
    tally.add(1, 1, "empty-file", "文件是空的，或只有注释", "填写内容；不需要这个文件就删去它")
    return True


def _without_odd_characters(text: str, tally: Tally) -> tuple[str, bool]:
    """The text as the parser may have it, and whether its indentation is made of true spaces."""
    indents = {found.start(1) for found in _ODD_INDENT.finditer(text)}
    offsets = sorted(indents | {found.start() for found in _ODD.finditer(text)})
    for at in offsets[: MAX_OF_ONE_CODE + 1]:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        if at in indents:
            message, hint = f"行首用了 {describe(text[at])} 缩进", "换成普通空格（半角）"
        else:
            message, hint = f"这里有 {describe(text[at])}，肉眼看不出", _odd_hint(text[at])
        tally.add(line, column, "odd-character", message, hint)
    tally.add_unplaced("odd-character", len(offsets) - MAX_OF_ONE_CODE - 1)
    return _ODD.sub(_mended, text), not indents


def _odd_hint(character: str) -> str:
    if character in _LINE_BREAKS:
        return "删去它，需要换行就按回车键"
    if character == "\ufffd" or unicodedata.category(character) in ("Co", "Cs"):
        return "对照原文重新输入这个字"
    return "删去它：把光标移到这里前后按删除键，或重新输入这几个字"


def _mended(found: re.Match[str]) -> str:
    character = found.group()
    if character in _LINE_BREAKS:
        return " "
    if character == "\ufffd" or unicodedata.category(character) in ("Co", "Cs", "Cn"):
        return "\ufffd"
    return ""
