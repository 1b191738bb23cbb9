"""Whole processes: how long they take and how much memory they hold at most. A command in, figures out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Measured:
    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        return median(run.seconds for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        times = [run.seconds for run in self.runs]
        return min(times), max(times)

    @property
    def peak_megabytes(self) -> float:
        return max(run.peak_megabytes for run in self.runs)

    def figures(self) -> dict[str, float]:
        fastest, slowest = self.spread
        return {
            "seconds": round(self.seconds, 2),
            "fastest": round(fastest, 2),
            "slowest": round(slowest, 2),
            "peak_megabytes": round(self.peak_megabytes),
        }


class CommandFailedError(RuntimeError):
    """A benchmark of something that does not work says nothing."""


def run_once(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Run:
    """What the command says goes to `log`.

    It is started from a small process of its own: a child's peak of memory is never less than its parent's.
    """
    measuring = [sys.executable, __file__, str(log), *command]
    done = subprocess.run(  # noqa: S603 the commands are the benchmark's own
        measuring, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True
    )
    result = json.loads(done.stdout)
    if result["code"] != 0:
        text = log.read_text(encoding="utf-8")[-2000:]
        raise CommandFailedError(f"{' '.join(command)} exited with {result['code']}:\n{text}")
    return Run(result["seconds"], result["kibibytes"] * 1024 / 1e6)


def _main(log: str, *command: str) -> None:
    with Path(log).open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    result = {"code": process.returncode, "seconds": seconds, "kibibytes": usage.ru_maxrss}
    print(json.dumps(result))  # noqa: T201 read by run_once


if __name__ == "__main__":
    _main(*sys.argv[1:])
