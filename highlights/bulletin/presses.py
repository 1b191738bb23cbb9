"""Printers side by side, each in a process of its own. Documents in, PDFs out as they are finished.

However the work ends, whoever ends it, no press goes on printing: each ends itself when nobody holds the line to it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection, wait

from highlights.bulletin.pdf import Pdf, Printer

# Each takes 300 MB at its peak.
_MOST = 2


class Presses(Printer):
    """The same PDFs as from one printer, whose settings and answers these are."""

    def print_all(self, documents: Sequence[str]) -> Generator[tuple[int, Pdf]]:
        count = min(_MOST, os.cpu_count() or 1, len(documents))
        if count < 2:
            yield from super().print_all(documents)
            return
        with _start(count) as presses:
            places = {presses.submit(_print, html): place for place, html in enumerate(documents)}
            for printed in as_completed(places):
                yield places[printed], printed.result()


@contextmanager
def _start(count: int) -> Iterator[Executor]:
    # Started anew rather than forked: Pango has threads.
    context = multiprocessing.get_context("spawn")
    line, held = context.Pipe(duplex=False)
    presses = ProcessPoolExecutor(count, context, _await_work, (line,))
    try:
        yield presses
    except BaseException:
        held.close()
        raise
    finally:
        presses.shutdown(cancel_futures=True)
        held.close()
        line.close()


def _await_work(line: Connection) -> None:
    """An interruption from the keyboard reaches all processes; the one that holds the line says what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    wait([line])
    os._exit(1)


@cache
def _printer() -> Printer:
    return Printer()


def _print(html: str) -> Pdf:
    return _printer().print(html)
