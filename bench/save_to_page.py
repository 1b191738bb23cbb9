"""`python -m bench.save_to_page`: from a saved file to the new page in a browser, in the preview of `make serve`.

A copy of the data is edited: the title of one highlight, again and again. Needs Chromium, as `make test` installs it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from highlights.load import load_city
from highlights.model import Highlight, Report

ROOT = Path(__file__).parents[1]
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")
MARKS = "甲乙丙丁戊己庚辛壬癸"
PATIENCE = 60


def main() -> None:
    options = _options()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium on this machine: run `make test`, which installs it")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = Path(shutil.copytree(options.data, Path(folder) / "data"))
        report, highlight = _something_to_edit(data)
        with _preview(data) as address:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
            page = browser.new_page()
            page.goto(f"{address}{report.year}/{report.district.id}/")
            seconds = [_save_and_wait(page, Path(report.place.file), highlight, turn) for turn in range(options.times)]
            browser.close()
    print(  # noqa: T201 the result
        f"{len(seconds)} times: median {median(seconds):.2f} s, min {min(seconds):.2f} s, max {max(seconds):.2f} s"
    )


def _something_to_edit(data: Path) -> tuple[Report, Highlight]:
    city = load_city(data).city
    if city is None:
        sys.exit(f"the data is wrong: run `highlights check --data {data}`")
    return next((report, report.highlights[0]) for report in city.home.reports.values() if report.highlights)


def _save_and_wait(page: Page, file: Path, highlight: Highlight, turn: int) -> float:
    mark = f"{highlight.title}（{MARKS[turn % len(MARKS)]}）"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.strip().startswith(f"title: {highlight.title}"))
    lines[at] = f"{lines[at].partition('title:')[0]}title: {mark}"
    start = time.perf_counter()
    file.write_text("\n".join(lines), encoding="utf-8")
    page.locator("h3", has_text=mark).wait_for(timeout=PATIENCE * 1000)
    return time.perf_counter() - start


@contextmanager
def _preview(data: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "HIGHLIGHTS_DATA": str(data)}
    with subprocess.Popen(  # noqa: S603 fixed command
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_until_it_listens(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _wait_until_it_listens(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"the preview did not start within {PATIENCE} s: run `make serve` and see why")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.save_to_page", description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    return parser.parse_args()


if __name__ == "__main__":
    main()
