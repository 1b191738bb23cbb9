"""`mkdocs serve`: a saved change is seen, mistakes stand on every page, and mending them is enough."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, replace_in

PATIENCE = 60
REPORT = "2022/donghu/"


class Preview:
    def __init__(self, address: str) -> None:
        self.address = address

    def page(self, path: str) -> str:
        """Empty while the server does not answer yet."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as refused:
            return refused.read().decode()
        except urllib.error.URLError:
            return ""

    def wait_for(self, path: str, is_right: Callable[[str], bool]) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            page = self.page(path)
            if page and is_right(page):
                return page
            time.sleep(0.05)
        pytest.fail(f"{path} was not as expected within {PATIENCE} s:\n{page[:2000]}")


def command(address: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]


@pytest.fixture
def start(data_folder: Path) -> Iterator[Callable[[], Preview]]:
    servers = []

    def start() -> Preview:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        environment = {**os.environ, "HIGHLIGHTS_DATA": str(data_folder), "NO_COLOR": "1"}
        servers.append(
            subprocess.Popen(
                command(address), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )
        return Preview(f"http://{address}/")

    yield start
    for server in servers:
        server.terminate()
        server.wait()


def test_a_saved_change_is_seen(start: Callable[[], Preview], data_folder: Path) -> None:
    preview = start()
    preview.wait_for(REPORT, lambda page: "2.4万余棵" in page and "diagnostics" not in page)
    replace_in(data_folder / "2022" / "donghu.yaml", "2.4万余棵", "2.5万余棵")
    preview.wait_for(REPORT, lambda page: "2.5万余棵" in page)


def test_mistakes_stand_on_every_page_above_the_old_content(start: Callable[[], Preview], data_folder: Path) -> None:
    report = data_folder / "2022" / "donghu.yaml"
    preview = start()
    preview.wait_for(REPORT, lambda page: "2.4万余棵" in page)
    replace_in(report, "2.4万余棵", "2.4万余家")
    page = preview.wait_for(REPORT, lambda page: "unit-mismatch" in page)
    assert "donghu.yaml:" in page
    assert "2.4万余棵" in page
    assert "unit-mismatch" in preview.page("themes/")
    replace_in(report, "2.4万余家", "2.4万余棵")
    preview.wait_for(REPORT, lambda page: "unit-mismatch" not in page)


def test_a_preview_starts_with_wrong_data_and_recovers(start: Callable[[], Preview], data_folder: Path) -> None:
    report = data_folder / "2022" / "donghu.yaml"
    replace_in(report, "2.4万余棵", "2.4万余家")
    preview = start()
    preview.wait_for("", lambda page: "unit-mismatch" in page)
    assert "unit-mismatch" in preview.page(REPORT)
    replace_in(report, "2.4万余家", "2.4万余棵")
    preview.wait_for(REPORT, lambda page: "2.4万余棵" in page and "unit-mismatch" not in page)


def test_a_second_preview_is_told_that_the_address_is_taken(data_folder: Path) -> None:
    environment = {**os.environ, "HIGHLIGHTS_DATA": str(data_folder), "NO_COLOR": "1"}
    with socket.socket() as first:
        first.bind(("127.0.0.1", 0))
        first.listen()
        address = f"127.0.0.1:{first.getsockname()[1]}"
        second = subprocess.run(
            command(address), cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    assert second.returncode == 1
    assert address in second.stderr
    assert "PORT=8001" in second.stderr
    assert "Traceback" not in second.stderr


def test_files_that_are_no_pages_are_there_when_asked_for(start: Callable[[], Preview], data_folder: Path) -> None:
    preview = start()
    preview.wait_for(REPORT, lambda page: "2.4万余棵" in page)
    assert "2.4万余棵" in preview.page("data/figures.csv")
    assert preview.page("search/catalogue.js").startswith('districtSearch.put("catalogue",')
    assert preview.page("districts/donghu/figures.js").startswith("districtFigures[")
    assert "<title>" in preview.page("search/")
    replace_in(data_folder / "2022" / "donghu.yaml", "2.4万余棵", "2.5万余棵")
    preview.wait_for(REPORT, lambda page: "2.5万余棵" in page)
    assert "2.5万余棵" in preview.page("data/figures.csv")
    assert "2.5万余棵" not in preview.page("data/none.csv")
