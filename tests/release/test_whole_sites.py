"""Long checks, run by `make test-release`: every real page in the browser, a thousand random edits of the data."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from highlights.load import load_city
from tests.conftest import REAL_DATA

pytestmark = pytest.mark.release

EDITS = 1_000
CHARACTERS = "：，{}[]\"'“”#*&!|>-\t 0:,　万余近人次件\n\u200b"


def test_every_real_page_loads_without_errors_or_foreign_requests(
    browser: Browser, serve: Callable[[Path], str], real_site: Path
) -> None:
    home = serve(real_site)
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if not is_own(request.url, home) else None)
    for path in sorted(real_site.rglob("*.html")):
        page.goto(home + path.relative_to(real_site).as_posix(), wait_until="load")
    context.close()
    assert complaints == []


def is_own(address: str, home: str) -> bool:
    return address.startswith((home, "data:"))


def test_random_edits_of_the_real_data_never_end_in_an_exception(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(REAL_DATA, tmp_path / "data"))
    paths = sorted(folder.rglob("*.yaml"))
    chance = random.Random(20211231)
    for _ in range(EDITS):
        path = chance.choice(paths)
        before = path.read_text(encoding="utf-8")
        path.write_text(edited(before, chance), encoding="utf-8", newline="")
        loaded = load_city(folder)
        lines = {str(found): found.read_text(encoding="utf-8").count("\n") + 1 for found in (path,)}
        for diagnostic in loaded.diagnostics:
            assert diagnostic.place.line <= lines.get(diagnostic.place.file, 10**9) + 1
        path.write_text(before, encoding="utf-8", newline="")


def edited(text: str, chance: random.Random) -> str:
    """Characters put in, cut out, or a line moved: what slips of the hand do."""
    at = chance.randrange(len(text))
    kind = chance.randrange(3)
    if kind == 0:
        return text[:at] + chance.choice(CHARACTERS) + text[at:]
    if kind == 1:
        return text[:at] + text[at + chance.randrange(1, 12) :]
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "\n".join(lines)
