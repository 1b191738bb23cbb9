"""The swap of the published folder, stopped before each of its steps, and what the next run makes of it."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from highlights.model import City
from highlights.publish.site import folder as site_folder
from highlights.publish.site.command import NotPublished, publish_site, roll_back
from highlights.publish.site.folder import Places, discard, pack_folder, publish, recover, step_back

MOST_STEPS = 20


class Killed(BaseException):
    """As good as kill -9: nothing catches it."""


class Killer:
    """Lets so many steps on the disk happen, and no more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool) -> None:
        self.left = 10**6
        rename, rmtree, exchange = Path.rename, shutil.rmtree, site_folder._exchange
        monkeypatch.setattr(Path, "rename", lambda path, target: self.step(lambda: rename(path, target)))
        monkeypatch.setattr(shutil, "rmtree", lambda path: self.step(lambda: rmtree(path), lambda: self.halve(path)))
        monkeypatch.setattr(os, "sync", lambda: self.step(lambda: None))
        monkeypatch.setattr(
            site_folder,
            "_exchange",
            lambda one, other: can_exchange and self.step(lambda: exchange(one, other)),
        )

    def step(self, act: Callable[[], object], begin: Callable[[], None] = lambda: None) -> object:
        if not self.left:
            begin()
            raise Killed
        self.left -= 1
        return act()

    @staticmethod
    def halve(folder: Path) -> None:
        next(folder.iterdir()).unlink()


@pytest.fixture(params=[True, False], ids=["in one step", "in three"])
def killer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Killer:
    return Killer(monkeypatch, can_exchange=request.param)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / ".build").mkdir()
    return Places(tmp_path / "site", tmp_path / ".build")


def fill(folder: Path, text: str) -> None:
    folder.mkdir()
    for name in ("a", "b"):
        (folder / name).write_text(text, encoding="utf-8")


def whole(folder: Path) -> str | None:
    """The one text of a whole folder; None where there is none."""
    if not folder.exists():
        return None
    (text,) = {(folder / name).read_text(encoding="utf-8") for name in ("a", "b")}
    return text


def build(places: Places, text: str) -> None:
    discard(places.built)
    fill(places.built, text)
    publish(places)


@pytest.mark.usefixtures("killer")
def test_the_build_before_is_kept(places: Places) -> None:
    for text in ("1", "2", "3"):
        build(places, text)
    assert (whole(places.published), whole(places.previous)) == ("3", "2")
    assert {path.name for path in places.workshop.iterdir()} == {"previous-site"}


@pytest.mark.usefixtures("killer")
def test_a_step_back_and_forward_again(places: Places) -> None:
    build(places, "1")
    build(places, "2")
    step_back(places)
    assert (whole(places.published), whole(places.previous)) == ("1", "2")
    step_back(places)
    assert (whole(places.published), whole(places.previous)) == ("2", "1")


@pytest.mark.parametrize("steps", range(MOST_STEPS))
@pytest.mark.parametrize("act", [lambda places: build(places, "3"), step_back], ids=["build", "step back"])
def test_killed_before_any_step_it_is_whole_or_made_whole(
    places: Places, killer: Killer, steps: int, act: Callable[[Places], None]
) -> None:
    build(places, "1")
    build(places, "2")
    killer.left = steps
    if steps < MOST_STEPS - 1:
        try:
            act(places)
        except Killed:
            assert whole(places.published) or places.aside.exists()
    else:
        act(places)  # the last case is no kill at all: no step was left out
    killer.left = 10**6
    recover(places)
    assert whole(places.published) in {"1", "2", "3"}
    assert whole(places.previous) in {"1", "2", "3"}
    before = whole(places.published)
    build(places, "4")
    assert (whole(places.published), whole(places.previous)) == ("4", before)
    assert {path.name for path in places.workshop.iterdir()} == {"previous-site"}


def test_where_folders_can_be_exchanged_the_site_is_never_missing(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    killer = Killer(monkeypatch, can_exchange=True)
    build(places, "1")
    for steps in range(MOST_STEPS):
        killer.left = steps
        try:
            build(places, "2")
        except Killed:
            assert whole(places.published) in {"1", "2"}
        killer.left = 10**6


def test_a_first_build_needs_nothing_to_replace(places: Places) -> None:
    build(places, "1")
    assert whole(places.published) == "1"
    assert not places.previous.exists()


def test_an_error_of_the_exchange_is_told(places: Places) -> None:
    with pytest.raises(FileNotFoundError, match="none"):
        site_folder._exchange(places.workshop / "some", places.workshop / "none")


def test_one_site_is_kept_for_a_step_back_whichever_was_built_last(tmp_path: Path) -> None:
    (tmp_path / ".build").mkdir()
    for name, text in (("site", "1"), ("site-offline", "2"), ("site", "3")):
        build(Places(tmp_path / name, tmp_path / ".build"), text)
    assert {path.name for path in (tmp_path / ".build").iterdir()} == {"previous-site"}
    assert whole(tmp_path / "site-offline") == "2"


def test_the_same_folder_packs_to_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "site-offline"
    (folder / "2022").mkdir(parents=True)
    (folder / "2022" / "index.html").write_text("甲", encoding="utf-8")
    (folder / "index.html").write_text("乙", encoding="utf-8")
    workshop = tmp_path / ".build"
    workshop.mkdir()
    first = pack_folder(folder, workshop).read_bytes()
    (folder / "index.html").touch()
    assert pack_folder(folder, workshop).read_bytes() == first
    assert list(workshop.iterdir()) == []
    with zipfile.ZipFile(tmp_path / "site-offline.zip") as archive:
        assert archive.namelist() == ["site-offline/2022/index.html", "site-offline/index.html"]
        assert archive.read("site-offline/index.html").decode() == "乙"
        # Unpacked, the files are for everybody to read.
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {stat.S_IFREG | 0o644}


def make_nothing(_target: Path, _lock: int) -> bool:
    pytest.fail("built for a place that is refused")


@pytest.mark.parametrize("leads", [True, False], ids=["to a folder", "nowhere"])
def test_a_link_is_refused_in_the_place_of_the_site(places: Places, invented_city: City, *, leads: bool) -> None:
    """Swapped, it would be gone, and what it leads to would stay old for ever."""
    root = places.published.with_name("www")
    if leads:
        fill(root, "old")
    places.published.symlink_to(root)
    for act in (
        lambda: publish_site(invented_city, places, make_nothing, str, is_offline=False),
        lambda: roll_back(places, str),
    ):
        with pytest.raises(NotPublished, match=r"site 是链接，指向 .*www.*\n  提示：.*rsync"):
            act()
    assert places.published.is_symlink()
    assert whole(root) == ("old" if leads else None)


def test_a_file_is_refused_in_the_place_of_the_site(places: Places, invented_city: City) -> None:
    places.published.write_text("x", encoding="utf-8")
    with pytest.raises(NotPublished, match="这里应是文件夹，却是文件"):
        publish_site(invented_city, places, make_nothing, str, is_offline=False)
    assert places.published.is_file()


@pytest.mark.usefixtures("killer")
def test_a_link_that_was_kept_once_is_taken_away_and_what_it_leads_to_is_not(places: Places) -> None:
    root = places.published.with_name("www")
    fill(root, "old")
    build(places, "1")
    places.previous.symlink_to(root)
    build(places, "2")
    assert (whole(places.published), whole(places.previous), whole(root)) == ("2", "1", "old")
    assert {path.name for path in places.workshop.iterdir()} == {"previous-site"}
