"""The same data makes the same bytes, wherever, whenever and by whomever the site is built."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import REAL_DATA
from tests.publishing.project import Project

# Whole builds, two at a time.
pytestmark = pytest.mark.release

FAR_EAST = {"TZ": "Pacific/Kiritimati"}
FAR_WEST = {"TZ": "America/Adak"}
PLAIN_LOCALE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CHINESE_LOCALE = {"LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN"}
SETTINGS: Mapping[str, Mapping[str, str]] = {
    "east": FAR_EAST,
    "west": FAR_WEST,
    "plain": PLAIN_LOCALE,
    "chinese": CHINESE_LOCALE,
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed max": {"PYTHONHASHSEED": "4294967295"},
}
DAYS = ["2020-02-29 00:00:01", "2031-12-31 23:59:59"]
YEAR_2000 = 946_684_800


def faked(day: str) -> Mapping[str, str]:
    libraries = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    assert libraries, "no libfaketime on this machine: run `make test-release`, which installs it"
    return {"LD_PRELOAD": str(libraries[0]), "FAKETIME": f"@{day}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def packed(project: Project) -> bytes:
    """site-offline.zip, which holds the site's SHA256SUMS too."""
    return (project.folder / "site-offline.zip").read_bytes()


def test_another_folder_time_zone_locale_and_seed_make_the_same_bytes(built_project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "另一个 folder")
    for path in (other.folder / "data").rglob("*"):
        os.utime(path, (YEAR_2000, YEAR_2000))
    built_project.build(env={"PYTHONHASHSEED": "1", **FAR_WEST, **PLAIN_LOCALE}, umask=0o022)
    other.build(env={"PYTHONHASHSEED": "2", **FAR_EAST, **CHINESE_LOCALE}, umask=0o077)
    assert other.sums() == built_project.sums()


@pytest.mark.parametrize("setting", ["east", "west", "plain", "chinese", "seed 0", "seed max", *DAYS])
def test_each_setting_alone_makes_the_same_bytes(built_project: Project, tmp_path: Path, setting: str) -> None:
    built_project.build()
    other = Project(tmp_path / "project")
    other.build(env=SETTINGS[setting] if setting in SETTINGS else faked(setting))
    assert other.sums() == built_project.sums()


def test_the_real_site_and_its_zip_are_the_same_bytes_years_later(tmp_path: Path) -> None:
    projects = [Project(tmp_path / name, REAL_DATA) for name in ("one", "另一个 folder")]
    settings = [
        {**FAR_EAST, **CHINESE_LOCALE, **faked(DAYS[0]), "PYTHONHASHSEED": "1"},
        {**FAR_WEST, **PLAIN_LOCALE, **faked(DAYS[1]), "PYTHONHASHSEED": "2"},
    ]
    for project, setting in zip(projects, settings, strict=True):
        project.build(env=setting)
        project.build("--offline", env=setting)
    assert projects[0].sums() == projects[1].sums()
    assert packed(projects[0]) == packed(projects[1])
