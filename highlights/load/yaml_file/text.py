r"""A file in, its text out with `\n` line ends and without odd characters, and the findings about them. No YAML."""

from __future__ import annotations

import stat
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.load.yaml_file.characters import (
    describe,
    explain_odd_character,
    odd_indents,
    odd_offsets,
    without_odd_characters,
)
from highlights.load.yaml_file.encoding import decode
from highlights.load.yaml_file.tally import MAX_OF_ONE_CODE, Tally

MAX_BYTES = 2 * 1024 * 1024

_NO_FILES = {stat.S_IFDIR: "文件夹", stat.S_IFLNK: "链接"}


def read_text(path: Path, shown_name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    r"""The text with `\n` line ends and without its BOM, or None when nothing after it could be judged.

    Odd characters are reported, then mended or taken out, so that they cause no second finding; on a line where one
    was taken out later columns do not count it.
    """
    tally = Tally(shown_name)
    return _read(path, tally), tally.diagnostics()


def _read(path: Path, tally: Tally) -> str | None:
    data = _read_bytes(path, tally)
    text = None if data is None else decode(data, tally)
    if text is None or not _has_content(text, tally):
        return None
    return _without_odd_characters(unix_lines(text), tally)


def unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """From 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _read_bytes(path: Path, tally: Tally) -> bytes | None:
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe would wait for ever, a device would never end; what a link leads to is in no revision.
            what = _NO_FILES.get(stat.S_IFMT(status.st_mode), "管道或设备")
            tally.add(1, 1, "unreadable-file", f"这是{what}，不是文件", "改名或移走，换成 YAML 文件")
            return None
        data = _read_within_limit(path, status.st_size)
    except OSError as error:
        tally.add(1, 1, "unreadable-file", f"文件读不出来：{why_unreadable(error)}", "核对文件名和权限，或重新保存一份")
        return None
    if data is None:
        size = f"{max(status.st_size, MAX_BYTES + 1) / 1024 / 1024:.1f} MB"
        hint = "数据文件只放文字；图片和附件移到别处，内容太多就分成几个文件"
        tally.add(1, 1, "file-too-large", f"文件有 {size}，超过 2 MB，没有读", hint)
    return data


def _read_within_limit(path: Path, size: int) -> bytes | None:
    if size > MAX_BYTES:
        return None
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    return data if len(data) <= MAX_BYTES else None


def why_unreadable(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "没有读取权限"
    if isinstance(error, FileNotFoundError):
        return "文件不存在"
    if isinstance(error, IsADirectoryError):
        return "这是文件夹"
    return f"系统不让读（{error.strerror}）" if error.strerror else "原因不明"


def _has_content(text: str, tally: Tally) -> bool:
    if any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return True
    tally.add(1, 1, "empty-file", "文件是空的，或只有注释", "填写内容；不需要这个文件就删去它")
    return False


def _without_odd_characters(text: str, tally: Tally) -> str | None:
    indents = odd_indents(text)
    offsets = sorted(indents | odd_offsets(text))
    for at in offsets[: MAX_OF_ONE_CODE + 1]:
        if at in indents:
            message, hint = f"行首用了 {describe(text[at])} 缩进", "换成普通空格（半角）"
        else:
            message, hint = explain_odd_character(text[at])
        tally.add(*line_and_column(text, at), "odd-character", message, hint)
    tally.add_unplaced("odd-character", len(offsets) - MAX_OF_ONE_CODE - 1)
    # With odd indentation the parser would see another structure than the editor does.
    return None if indents else without_odd_characters(text)
