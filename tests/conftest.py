"""What several kinds of tests share: the invented city, copies of it to break, and built sites."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from highlights.load import Loaded, load_city
from highlights.model import City

pytest_plugins = ["tests.browser_fixtures"]

# How long an example takes says nothing about the program on a busy machine. The same examples every time: whether a
# change passes must not be luck. Before a release new ones are looked for (`--hypothesis-profile searching`).
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile("same")

ROOT = Path(__file__).parents[1]
REAL_DATA = ROOT / "data"
INVENTED_DATA = ROOT / "tests" / "city"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def refresh_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh-golden"))


@pytest.fixture(scope="session")
def invented_city() -> City:
    return _city_of(load_city(INVENTED_DATA))


@pytest.fixture(scope="session")
def real_city() -> City:
    return _city_of(load_city(REAL_DATA))


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A copy of the invented city that a test may break."""
    return Path(shutil.copytree(INVENTED_DATA, tmp_path / "data"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory, "real", REAL_DATA)


@pytest.fixture(scope="session")
def invented_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory, "invented", INVENTED_DATA)


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented city for opening from disk."""
    return build_once(tmp_path_factory, "offline", INVENTED_DATA, "--no-directory-urls")


def build_once(factory: pytest.TempPathFactory, name: str, data: Path, *options: str) -> Path:
    """For all tests of a run, in whichever of its processes: the first that asks builds, the others wait."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            build_site(folder, data, *options)
            (folder / "built").touch()
    return folder / "site"


def build_site(folder: Path, data: Path, *options: str) -> Path:
    """The site as `mkdocs build --strict` makes it, as a user would call it."""
    result = run_mkdocs(folder, data, *options)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


def run_mkdocs(folder: Path, data: Path, *options: str, config: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site"), *options]
    if config:
        command += ["--config-file", str(config)]
    environment = {**os.environ, "HIGHLIGHTS_DATA": str(data), "NO_COLOR": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def _city_of(loaded: Loaded) -> City:
    assert loaded.city is not None, loaded.diagnostics
    return loaded.city


def replace_in(path: Path, old: str, new: str) -> None:
    """Changes one place of a file, and fails where there is nothing to change."""
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
