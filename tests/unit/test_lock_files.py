"""What is installed is what was locked, wherever the packages come from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

NPM_LOCK = ROOT / "tests" / "npm" / "package-lock.json"
LOCKS = (*sorted(ROOT.glob("requirements*.lock")), NPM_LOCK)


@pytest.mark.parametrize("path", LOCKS, ids=[path.name for path in LOCKS])
def test_a_lock_file_names_no_address(path: Path) -> None:
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links|\"resolved\"", path.read_text(encoding="utf-8"))


def test_every_npm_package_has_its_hash() -> None:
    packages = json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"]
    without = [
        name for name, entry in packages.items() if name and not entry.get("integrity", "").startswith("sha512-")
    ]
    assert len(packages) > 1
    assert without == []
