"""Data folders read within limits of time and memory, each in a process of its own.

`python -m tests.robustness.limits FOLDER MEGABYTES` takes a JSON line a case, {"name", "path", "hex"}: it writes the
bytes to the path in a copy of the folder, reads the folder as `highlights check` does, and answers with one line:
{"name", "ended", "seconds", "megabytes", "codes"}. The seconds are the processor's, whoever else is busy.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from highlights.diagnostics import in_order
from highlights.load import load_city
from highlights.publish import messages

SECONDS = 5
MB = 1024 * 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(sys.argv[1], Path(name) / "data"))
        for line in sys.stdin:
            case = json.loads(line)
            print(json.dumps(_try(folder, case, int(sys.argv[2]) * MB)), flush=True)  # noqa: T201 the answer


def _try(folder: Path, case: dict[str, str], memory: int) -> dict[str, Any]:
    path = folder / case["path"]
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(bytes.fromhex(case["hex"]))
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _read_within_limits(folder, memory, write)
    os.close(write)
    with os.fdopen(read) as answer:
        told = answer.read()
    _, status, usage = os.wait4(child, 0)
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)
    ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else "whole" if told else "traceback"
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    codes = json.loads(told) if told else []
    return {"name": case["name"], "ended": ended, "seconds": seconds, "megabytes": megabytes, "codes": codes}


def _read_within_limits(folder: Path, memory: int, answer: int) -> None:
    """Ends the process: with an answer, a traceback on stderr, or by a signal when the time is over."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        found = in_order(load_city(folder).diagnostics)
        for style in messages.FORMATS.values():
            style(found).encode("utf-8", "backslashreplace")
        os.write(answer, json.dumps(sorted({diagnostic.code for diagnostic in found})).encode())
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
