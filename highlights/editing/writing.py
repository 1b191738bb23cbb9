"""Files that are to be written in; all of them on the disk, or none. Nothing is overwritten unasked.

They are tried in a copy of the data folder first: what is written passes the check.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.publish.site.obstacles import placed


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
    """Beside their places first, then into them, so that a full disk or a closed folder leaves nothing half done."""
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, text in files.items():
            with placed(path):
                path.parent.mkdir(exist_ok=True)
                beside[path].write_bytes(text.encode("utf-8"))
        for path, waiting in beside.items():
            waiting.replace(path)
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
        for folder in {path.parent for path in files}:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
