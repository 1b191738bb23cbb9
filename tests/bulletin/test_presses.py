"""Printing in several processes: the same PDFs, nothing lost, and nobody left at work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import pypdf
import pytest

from bench.synthetic import write_city
from highlights.bulletin.page import Preset
from highlights.bulletin.pdf import Pdf, Printer
from highlights.bulletin.presses import Presses
from highlights.load import load_city
from highlights.model import City
from highlights.publish.bulletins.files import REGISTER, Order, make_bulletins, order_bulletins
from tests.bulletin.test_files import CountingPrinter
from tests.conftest import INVENTED_DATA, ROOT

needs_two = pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor has one press")


@needs_two
def test_several_presses_print_what_one_prints(invented_city: City, printer: Printer) -> None:
    orders = order_bulletins(invented_city, invented_city.editions.values(), Preset.STANDARD)
    documents = [order.html for order in orders if "-" in order.name][:4]
    side_by_side = dict(Presses().print_all(documents))
    assert [side_by_side[place] for place in range(4)] == [printer.print(html) for html in documents]


@needs_two
def test_what_goes_wrong_in_a_press_is_told() -> None:
    with pytest.raises(TypeError, match="source"):
        list(Presses().print_all(["<p>植树", None]))  # type: ignore[list-item]


class BackwardsPrinter(CountingPrinter):
    def print_all(self, documents: Sequence[str]) -> Generator[tuple[int, Pdf]]:
        yield from reversed([*super().print_all(documents)])


def test_progress_is_told_in_order_whatever_is_finished_first(tmp_path: Path) -> None:
    make_bulletins([Order("b", "b")], CountingPrinter(), tmp_path, str)
    said: list[str] = []
    make_bulletins([Order(name, name) for name in "abcd"], BackwardsPrinter(), tmp_path, said.append)
    assert [line.partition("：")[0] for line in said] == ["[1/4] a.pdf", "[2/4] b.pdf", "[3/4] c.pdf", "[4/4] d.pdf"]
    assert [(tmp_path / f"{name}.pdf").read_text() for name in "abcd"] == [f"%PDF {name}" for name in "abcd"]


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()


def interrupt_all(process: subprocess.Popen[str]) -> None:
    """As Ctrl-C does."""
    os.killpg(process.pid, signal.SIGINT)


@needs_two
@pytest.mark.parametrize("stop", [kill, interrupt_all])
def test_who_is_stopped_leaves_no_press_at_work(
    stop: Callable[[subprocess.Popen[str]], None], invented_city: City, tmp_path: Path
) -> None:
    data, made = tmp_path / "data", tmp_path / "made"
    # So many that however late the stop comes there are some left.
    write_city(invented_city, INVENTED_DATA, data, districts=1, years=16)
    (district,) = load_city(data).city.districts  # type: ignore[union-attr]
    command = [sys.executable, "-m", "highlights", "bulletin", "--data", str(data), "--out", str(made)]
    command += ["--district", district]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # Tests that run in the background are told to leave Ctrl-C alone, and would hand that down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    stop(process)
    # Every press holds the same pipe: it ends when the last of them has.
    rest, _ = process.communicate(timeout=60)
    assert first.startswith("[1/16] ")
    assert "[16/16]" not in rest
    assert "SpawnProcess" not in rest
    assert process.returncode != 0
    register = json.loads((made / REGISTER).read_text(encoding="utf-8"))
    assert register
    for name, entry in register.items():
        assert len(pypdf.PdfReader(made / f"{name}.pdf").pages) == entry["pages"]
