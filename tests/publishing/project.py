"""A copy of the program with the invented city, whose builds may be stopped, starved and moved about."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from highlights.publish.site.checksums import SUMS, compare_with_sums
from tests.conftest import INVENTED_DATA, ROOT

PARTS = ("highlights", "overrides", "docs", "deploy", "macros.py", "hooks.py", "mkdocs.yml")


class Project:
    def __init__(self, folder: Path, data: Path = INVENTED_DATA) -> None:
        self.folder = folder
        self.site = folder / "site"
        folder.mkdir(exist_ok=True)
        ignored = shutil.ignore_patterns("__pycache__")
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, folder / part, **({"ignore": ignored} if copy is shutil.copytree else {}))
        shutil.copytree(data, folder / "data")

    def start(self, *arguments: str, before: tuple[str, ...] = (), **options: Any) -> subprocess.Popen[str]:
        """`highlights …` as a group of processes of its own, which can be killed as a whole."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "NO_COLOR": "1", **options.pop("env", {})}
        environment.pop("HIGHLIGHTS_DATA", None)
        return subprocess.Popen(
            [*before, sys.executable, "-m", "highlights", *arguments],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **options,
        )

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, **options)
        out, err = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def build(self, *arguments: str, **options: Any) -> None:
        begun = time.monotonic()
        result = self.run("build", *arguments, **options)
        self.duration = time.monotonic() - begun
        assert result.returncode == 0, result.stdout + result.stderr

    def is_whole(self) -> bool:
        return compare_with_sums(self.site).is_whole

    def sums(self) -> str:
        return (self.site / SUMS).read_text(encoding="utf-8")
