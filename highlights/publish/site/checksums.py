"""SHA256SUMS at a site's root: of every file its hash, so that anybody can tell whether a copy is whole.

A folder in; the list written, or what differs from it out. The same lines as the program sha256sum writes and checks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SUMS = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


class UnreadableSums(Exception):  # noqa: N818 about the folder, not the program
    """There is no list, or it is none; the text says which."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Names of files below the folder, in order."""

    files: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.changed or self.extra)


def write_sums(folder: Path) -> None:
    lines = (f"{digest}  {name}\n" for name, digest in _sums_of(folder).items())
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def compare_with_sums(folder: Path) -> Comparison:
    listed = _read_sums(folder / SUMS)
    found = _sums_of(folder)
    return Comparison(
        files=len(listed),
        missing=tuple(name for name in listed if name not in found),
        changed=tuple(name for name, digest in listed.items() if found.get(name, digest) != digest),
        extra=tuple(name for name in found if name not in listed),
    )


def _sums_of(folder: Path) -> Mapping[str, str]:
    """By name, in the order of the names' bytes."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return {name: _digest(files[name]) for name in sorted(files) if name != SUMS}


def _digest(path: Path) -> str:
    """Nothing, and so like no listed one, of what is no file: a dead link, a pipe."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_sums(path: Path) -> Mapping[str, str]:
    if not path.is_file():
        raise UnreadableSums(f"{path.parent} 里没有 {SUMS}")
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    found = [_LINE.fullmatch(line) for line in lines]
    if not lines or not all(found):
        raise UnreadableSums(f"{path} 不是校验和清单，或已损坏")
    return {line[2]: line[1] for line in found if line}
