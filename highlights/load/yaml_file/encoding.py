"""Bytes in, text out, or the one finding that names the encoding and its first offending byte. UTF-8 only is read."""

from __future__ import annotations

import codecs
import re

from highlights.load.yaml_file.tally import Tally

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_HAN = re.compile("[\u4e00-\u9fff]")

_SAVE_AS = (
    "另存为 UTF-8：用 Windows 记事本打开，点“文件 → 另存为”，在“编码”处选“UTF-8”；"
    "在 WPS 中另存为“文本文件”，编码选“Unicode (UTF-8)”，文件名仍以 .yaml 结尾"
)
_TYPE_ANEW = "对照原文重新输入这里的字，再存为 UTF-8"


def decode(data: bytes, tally: Tally) -> str | None:
    """The text without its BOM. Unpaired surrogates stay in it, to be found as odd characters."""
    wide = _wide_encoding(data)
    if wide:
        # The place of a NUL byte means nothing to an editor when the file has a mark at its very start.
        at = 0 if data.startswith(_UTF16_MARKS + _UTF32_MARKS) else data.find(0)
        _report(data, at, f"文件是 {wide} 编码，不是 UTF-8", _SAVE_AS, tally)
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        _report_damage(data, error.start, tally)
        return None


def _report_damage(data: bytes, at: int, tally: Tally) -> None:
    loose = data.decode("utf-8", "replace")
    # GBK bytes hardly ever make a Han character in UTF-8: more Han than damage is a UTF-8 file with a broken spot.
    if len(_HAN.findall(loose)) > loose.count("\ufffd"):
        message = f"文件是 UTF-8 编码，但这里的字节 0x{data[at]:02X} 已损坏，或是从别处混进来的"
        _report(data, at, message, _TYPE_ANEW, tally)
    elif _is_gb18030(data):
        _report(data, at, "文件是 GBK（GB18030）编码，不是 UTF-8", _SAVE_AS, tally)
    else:
        message = f"文件编码不明，不是 UTF-8（字节 0x{data[at]:02X}）；也可能是 Word、Excel 或图片文件"
        _report(data, at, message, _SAVE_AS, tally)


def _report(data: bytes, at: int, message: str, hint: str, tally: Tally) -> None:
    before = re.split(rb"\r\n|\r|\n", data[:at])
    tally.add(len(before), len(before[-1].decode("utf-8", "replace")) + 1, "encoding", message, hint)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-32 or UTF-16, by its mark or by the NUL bytes that the ASCII of keys and line ends leaves in it."""
    # The mark of UTF-32 begins with that of UTF-16.
    if data.startswith(_UTF32_MARKS):
        return "UTF-32"
    if data.startswith(_UTF16_MARKS):
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
