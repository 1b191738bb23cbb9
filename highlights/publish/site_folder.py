"""The folder that is published: what has been built beside it takes its place, so that a failed build harms nothing."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path


def replace_folder(target: Path, built: Path) -> None:
    """`built` becomes `target`; what was there before lies beside `built`, for one step back."""
    previous = built.with_name(f"previous-{target.name}")
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    built.rename(target)


def pack_folder(folder: Path) -> Path:
    """The folder as one file beside it. The same folder makes the same bytes: names in order, no dates."""
    packed = folder.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed
