"""Files that are to be written in; all of them on the disk, or none and the reason. Nothing is overwritten unasked.

They are tried in a copy of the data folder first: what is written passes the check.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from highlights.diagnostics import Diagnostic
from highlights.load import load_city


class Refusal(Exception):  # noqa: N818 the editor's mistake, not the program's
    """What was asked for cannot be done; `hint` is the next step."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.args[0]}\n  提示：{self.hint}"


def refuse_existing(paths: Mapping[Path, str]) -> None:
    existing = [str(path) for path in paths if path.exists()]
    if existing:
        raise Refusal(f"已经有这些文件，没有改动：{'、'.join(existing)}", "直接修改它们；确要重来的，先把它们移走")


def try_out(folder: Path, files: Mapping[Path, str]) -> tuple[Diagnostic, ...]:
    """The errors that the data would have with these files."""
    with TemporaryDirectory() as name:
        copy = Path(name) / "data"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*"))
        for path, text in files.items():
            target = copy / path.relative_to(folder)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(text.encode("utf-8"))
        return tuple(found for found in load_city(copy).diagnostics if found.is_error)


def write_together(files: Mapping[Path, str]) -> None:
    """Beside their places first, then into them, so that a full disk or a closed folder leaves nothing half done."""
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, text in files.items():
            path.parent.mkdir(exist_ok=True)
            beside[path].write_bytes(text.encode("utf-8"))
    except OSError as error:
        for path in beside.values():
            path.unlink(missing_ok=True)
        for folder in {path.parent for path in files}:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise Refusal(
            f"写不进 {error.filename}：{error.strerror}", "核对文件夹的权限和磁盘的空间；什么都没有写入"
        ) from error
    for path, waiting in beside.items():
        waiting.replace(path)
