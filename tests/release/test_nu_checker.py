"""The Nu HTML checker has nothing to say about any page or stylesheet, of the real city or the invented one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, replace_in

pytestmark = pytest.mark.release

CHECKER = ROOT / "tests" / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# It would guess the language of a page, and takes a list of macros for English.
# It also reads a page's policy as that of a file, where 'self' is nobody, and takes JSON-LD for a script. What browsers
# make of the policy is seen in tests/browser/test_content_policy.py.
POLICY = r".*violates Content Security Policy \(meta tag\).*"
OPTIONS = (
    "--no-langdetect",
    "--also-check-css",
    "--skip-non-html",
    *("--filterpattern", POLICY),
    *("--format", "json"),
    "--stdout",
)


def test_no_page_and_no_stylesheet_has_an_error_or_a_warning(real_site: Path, invented_site: Path) -> None:
    found = complaints(real_site, invented_site)
    assert not found, "\n".join(found)


def test_the_checker_sees_what_is_wrong_in_a_page_and_in_a_stylesheet(invented_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(invented_site, tmp_path / "site"))
    replace_in(site / "2022" / "donghu" / "index.html", "<h1", '<img src="none.png"><h1')
    (site / "assets" / "css" / "planted.css").write_text(".planted { colr: inherit; }", encoding="utf-8")
    found = complaints(site)
    assert any("2022/donghu/" in complaint and "“alt”" in complaint for complaint in found)
    assert any("planted.css" in complaint and "“colr”" in complaint for complaint in found)


def complaints(*folders: Path) -> list[str]:
    """One process of Java reads all files below the folders."""
    java = shutil.which("java")
    assert java, "no Java on this machine: run `make test-release`, which installs it"
    assert CHECKER.is_file(), "no checker in tests/npm: run `make test-release`, which installs it"
    command = [java, "-jar", str(CHECKER), *OPTIONS, *map(str, folders)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode in {0, 1}, result.stderr
    return [
        f"{found['url']}:{found.get('lastLine')}: {found['message']}" for found in json.loads(result.stdout)["messages"]
    ]
