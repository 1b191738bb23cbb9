"""SHA256SUMS, and what a copy may differ in from it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from highlights.cli import main
from highlights.publish.site.checksums import SUMS, Comparison, compare_with_sums, write_sums


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in ("index.html", "2022/index.html", "b.css", "B.css", "data/年度.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    write_sums(folder)
    return folder


def test_a_whole_copy_has_no_difference(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "copy"))
    assert compare_with_sums(copy) == Comparison(5, (), (), ())
    assert compare_with_sums(copy).is_whole


def test_files_are_listed_in_the_order_of_their_bytes_and_not_the_list_itself(site: Path) -> None:
    write_sums(site)  # a second time: the list is there already
    names = [line[66:] for line in (site / SUMS).read_text(encoding="utf-8").splitlines()]
    assert names == ["2022/index.html", "B.css", "b.css", "data/年度.csv", "index.html"]


def test_the_system_checks_the_same_list(site: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    assert subprocess.run(command, cwd=site, check=False).returncode == 0
    (site / "b.css").write_text("x", encoding="utf-8")
    assert subprocess.run(command, cwd=site, check=False, capture_output=True).returncode == 1


def test_everything_that_differs_is_told_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "index.html").write_text("x", encoding="utf-8")
    (site / "b.css").unlink()
    (site / "B.css").unlink()
    (site / "B.css").symlink_to("nowhere")
    (site / "2022" / "more.html").write_text("x", encoding="utf-8")
    assert main(["verify-site", str(site)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "缺少  b.css",
        "改过  B.css",
        "改过  index.html",
        "多出  2022/more.html",
        "",
        f"与 {SUMS} 不符的文件：缺少 1 个，改过 2 个，多出 1 个。",
    ]


def test_a_whole_site_exits_with_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-site", str(site)]) == 0
    assert capsys.readouterr().out == f"核对完成：5 个文件都与 {SUMS} 相符\n"


@pytest.mark.parametrize("content", [None, b"", b"x\n", b"\xff\n", b"0" * 63 + b"  a\n"])
def test_without_a_readable_list_nothing_can_be_said(
    site: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    (site / SUMS).unlink()
    if content is not None:
        (site / SUMS).write_bytes(content)
    assert main(["verify-site", str(site)]) == 2
    assert SUMS in capsys.readouterr().err


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    assert main(["verify-site", str(tmp_path / "none")]) == 2
