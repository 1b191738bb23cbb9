"""What editors and reviewers wait for: the project's commands on the real data, whole processes. Figures out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Measured, run_once

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Wait:
    """`made` is what is taken away before each turn."""

    name: str
    command: tuple[str, ...]
    made: Path | None = None


def measure_real(rounds: int, folder: Path) -> Iterator[dict[str, Any]]:
    """Builds `site/` too, as `make site` does."""
    for wait in _waits(folder):
        # What a first run leaves for the others is there.
        run_once(wait.command, ROOT, {}, folder / "log")
        runs = []
        for _ in range(rounds):
            if wait.made:
                shutil.rmtree(wait.made)
            runs.append(run_once(wait.command, ROOT, {}, folder / "log"))
        yield {"name": wait.name, **Measured(tuple(runs)).figures()}


def _waits(folder: Path) -> Iterator[Wait]:
    mkdocs, highlights = str(BIN / "mkdocs"), str(BIN / "highlights")
    all_pdfs = (highlights, "bulletin", "--out", str(folder / "all"))
    yield Wait("`highlights check`", (highlights, "check"))
    yield Wait("`mkdocs build`, without PDFs", (mkdocs, "build", "--strict", "--site-dir", str(folder / "site")))
    yield Wait("`highlights build` (`make site`), PDFs unchanged", (highlights, "build"))
    yield Wait("`highlights bulletin`, unchanged", all_pdfs)
    yield Wait("`highlights bulletin`, all PDFs from nothing", all_pdfs, made=folder / "all")
    edition = (highlights, "bulletin", "2021", "--out", str(folder / "edition"))
    yield Wait("`highlights bulletin 2021`, its edition and parts from nothing", edition, made=folder / "edition")
