"""One build at a time: a folder for the work in, a lock on it out."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def build_lock(workshop: Path, tell: Callable[[str], None]) -> Iterator[int]:
    """Waits for its turn. A process that is given the descriptor holds the lock too, even when this one is killed."""
    workshop.mkdir(exist_ok=True)
    with (workshop / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("另一次生成还没有结束，等它结束后再开始……")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()
