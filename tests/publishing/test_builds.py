"""Builds that go wrong, and builds at the same time: the published site is whole, and the next run needs no help."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bulletin.test_files import without_fonts
from tests.conftest import INVENTED_DATA, replace_in
from tests.publishing.project import Project

SEED = 20231231
UNLIMITED = resource.RLIM_INFINITY
# What permissions forbid, they forbid the superuser too.
BOUND = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


@pytest.fixture
def project(built_project: Project) -> Iterator[Project]:
    """Its site must be whole behind every test."""
    yield built_project
    assert built_project.is_whole()


def kill(process: subprocess.Popen[str], *, with_children: bool) -> None:
    (os.killpg if with_children else os.kill)(process.pid, signal.SIGKILL)
    process.communicate()


def kill_at_random(project: Project, times: int, file: str, old: str) -> tuple[int, int]:
    """A text of `file` changes each time. How many kills came before the new site was published, and behind it."""
    chance = random.Random(SEED)
    path = project.folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    before = behind = 0
    project.build()
    for number in range(times):
        sums = project.sums()
        path.write_text(text.replace(old, old + "。" * (number + 1)), encoding="utf-8")
        process = project.start("build")
        try:
            process.wait(chance.uniform(0, project.duration))
        except subprocess.TimeoutExpired:
            kill(process, with_children=number % 3 > 0)
        else:
            process.communicate()
        assert project.is_whole()
        if project.sums() == sums:
            before += 1
        else:
            behind += 1
    path.write_text(text, encoding="utf-8")
    return before, behind


def test_killed_at_any_moment_the_site_is_whole(project: Project) -> None:
    before, behind = kill_at_random(project, 3, "docs/terms.md", "不为人熟知的说法")
    assert before + behind == 3


@pytest.mark.release
def test_killed_at_many_moments_the_site_is_whole(project: Project) -> None:
    """While PDFs are printed too, which tell what city.yaml says."""
    (project.folder / "bulletins" / "2022.pdf").unlink()
    before, behind = kill_at_random(project, 60, "data/city.yaml", "园林绿化与公共阅读")
    print(f"{before} kills before the swap, {behind} behind it")  # noqa: T201 seen with -rP
    assert before >= 10


def test_what_a_killed_build_has_left_running_ends_before_the_next_begins(project: Project) -> None:
    # A killed build may have left it, and a new one is the sign that MkDocs is at work.
    shutil.rmtree(project.folder / ".build" / "site", ignore_errors=True)
    first = project.start("build")
    while not (project.folder / ".build" / "site").exists():
        assert first.poll() is None
        os.sched_yield()
    (mkdocs,) = (child for child in children_of(first.pid) if "\0mkdocs\0" in command_of(child))
    os.kill(mkdocs, signal.SIGSTOP)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    second = project.start("build")
    assert second.stderr
    told = second.stderr.readline()
    assert (second.poll(), "等它结束后再开始" in told) == (None, True), told
    os.kill(mkdocs, signal.SIGCONT)
    first.communicate()
    assert second.communicate()[1] != ""
    assert second.returncode == 0


def children_of(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def command_of(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")


def test_two_builds_at_once_do_not_mix(project: Project) -> None:
    processes = [project.start("build") for _ in range(2)]
    told = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], told
    assert sum("等它结束后再开始" in text for text in told) == 1


def test_a_site_with_a_broken_link_is_not_published(project: Project) -> None:
    old = project.sums()
    page = project.folder / "docs" / "terms.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before + '\n<a href="../none/">x</a> <a href="#none">x</a>\n', encoding="utf-8")
    result = project.run("build")
    page.write_text(before, encoding="utf-8")
    assert result.returncode == 1
    assert "terms/index.html  链接“../none/”指向的文件不存在" in result.stderr
    assert "terms/index.html  链接“#none”页面里没有“#none”这个位置" in result.stderr
    assert "有 2 处不对，没有发布，已有的 site/ 没有改动" in result.stderr
    assert project.sums() == old


def test_without_a_font_nothing_is_published(project: Project, tmp_path: Path) -> None:
    old = project.sums()
    bulletins = {path.name: path.read_bytes() for path in (project.folder / "bulletins").iterdir()}
    replace_in(project.folder / "data" / "city.yaml", "园林绿化与公共阅读", "园林绿化、公共阅读")
    result = project.run("build", env={"FONTCONFIG_FILE": str(without_fonts(tmp_path))})
    shutil.copy(INVENTED_DATA / "city.yaml", project.folder / "data")
    assert_told(result, "没有中文字体")
    assert project.sums() == old
    assert {path.name: path.read_bytes() for path in (project.folder / "bulletins").iterdir()} == bulletins


def test_a_step_back_is_refused_when_what_was_kept_is_damaged(project: Project) -> None:
    project.build()
    old = project.sums()
    assert project.run("rollback").returncode == 0
    assert project.is_whole()
    kept = project.folder / ".build" / "previous-site" / "index.html"
    before = kept.read_bytes()
    kept.write_bytes(b"")
    refused = project.run("rollback")
    kept.write_bytes(before)
    assert refused.returncode == 1
    assert "改过  index.html" in refused.stderr
    assert project.run("rollback").returncode == 0
    assert project.sums() == old


def assert_told(result: subprocess.CompletedProcess[str], words: str) -> None:
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert words in result.stderr
    assert "site/ 没有改动" in result.stderr or "现有的 site/ 是完整的" in result.stderr


@pytest.mark.parametrize("kilobytes", [4, 64])
def test_files_that_cannot_be_written_whole_are_told(project: Project, kilobytes: int) -> None:
    old = project.sums()
    limit = kilobytes * 1024
    result = project.run("build", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, UNLIMITED)))
    assert_told(result, "文件超过了允许的大小")
    assert project.sums() == old


def test_a_closed_folder_is_told(project: Project) -> None:
    old = project.sums()
    workshop = project.folder / ".build"
    workshop.chmod(0o555)
    result = project.run("build", before=BOUND)
    workshop.chmod(0o755)
    assert_told(result, "没有权限")
    assert project.sums() == old


def test_a_file_where_the_workshop_should_be_is_told(project: Project) -> None:
    workshop, elsewhere = project.folder / ".build", project.folder / "elsewhere"
    workshop.rename(elsewhere)
    workshop.write_text("", encoding="utf-8")
    result = project.run("build")
    workshop.unlink()
    elsewhere.rename(workshop)
    assert_told(result, "这里已经有别的东西")


# In a namespace of its own, a disk is as full, or as closed, as the test wants it.
MOUNTING = ("unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",)), "sh", "-c")


@pytest.mark.release
@pytest.mark.parametrize(
    ("mount", "words"),
    [
        ("mount -t tmpfs -o size=64k tmpfs .build", "磁盘已满"),
        ("mount -t tmpfs -o size=1m tmpfs .build", "磁盘已满"),
        ("mount -t tmpfs -o size=100m tmpfs .build", "文件夹在另一块磁盘上"),
        ("mount --bind . . && mount -o remount,ro,bind . && cd .", "磁盘是只读的"),
        ("mount --bind site site", "文件夹正被占用"),
    ],
)
def test_a_disk_that_is_full_closed_or_another_one_is_told(project: Project, mount: str, words: str) -> None:
    if subprocess.run([*MOUNTING, "true"], check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount")
    old = project.sums()
    result = project.run("build", before=(*MOUNTING, f'{mount} && cd "$PWD" && exec "$@"', "sh"))
    assert_told(result, words)
    assert project.sums() == old
    project.build()
