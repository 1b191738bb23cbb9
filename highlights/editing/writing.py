"""Files that are to be written in; all of them on the disk, or none. Nothing is overwritten unasked.

They are tried in a copy of the data folder first: what is written passes the check.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.publish.obstacles import placed


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
    named = (*folder.glob("[!.]*.yaml"), *folder.glob("[!.]*/[!.]*.yaml"))
    contents = {path: path.read_bytes() for path in named if path.is_file()}
    contents |= {path: text.encode("utf-8") for path, text in files.items()}
    with TemporaryDirectory(prefix="highlights-") as name, placed(Path(name)):
        for path, content in contents.items():
            copied = Path(name) / path.relative_to(folder)
            copied.parent.mkdir(exist_ok=True)
            copied.write_bytes(content)
        return tuple(found for found in load_city(Path(name)).diagnostics if found.is_error)


def write_together(files: Mapping[Path, str]) -> None:
    """Beside their places first, then into them, so that a full disk or a closed folder leaves nothing half done.

    A new folder comes with all its files in one step. What a killed run has left waiting, the next one takes away.
    """
    waiting = {place: place.with_name(f".{place.name}.new") for place in map(_first_new, files)}
    _remove(waiting.values())
    try:
        for path, text in files.items():
            place = _first_new(path)
            beside = waiting[place] / path.relative_to(place)
            with placed(path):
                beside.parent.mkdir(exist_ok=True)
                beside.write_bytes(text.encode("utf-8"))
        for place, ready in waiting.items():
            ready.replace(place)
    finally:
        _remove(waiting.values())


def _first_new(path: Path) -> Path:
    """The file, or its folder where that is new as well."""
    return path if path.parent.exists() else path.parent


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
