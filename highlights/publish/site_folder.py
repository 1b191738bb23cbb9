"""The folder that is published: what has been built beside it takes its place, so that a failed build harms nothing."""

from __future__ import annotations

import shutil
from pathlib import Path


def replace_folder(target: Path, built: Path) -> None:
    """`built` becomes `target`; what was there before lies beside `built`, for one step back."""
    previous = built.with_name("previous")
    shutil.rmtree(previous, ignore_errors=True)
    if target.exists():
        target.rename(previous)
    built.rename(target)
