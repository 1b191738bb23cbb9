"""`highlights diff` on real git repositories: what it compares, what it refuses, what the guard lets pass."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from highlights.cli import main
from tests.conftest import INVENTED_DATA, replace_in

DONGHU = "data/2022/donghu.yaml"
XILING = "data/2022/xiling.yaml"
NAMED = {
    "GIT_AUTHOR_NAME": "甲",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "甲",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
LOST_SHELF = ("reported: 36个", "reported: 35个")

Told = pytest.CaptureFixture[str]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, env={**os.environ, **NAMED}, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "数据")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The invented city on a branch main, in a folder with a space and Chinese characters in its name."""
    folder = tmp_path / "云州 仓库"
    shutil.copytree(INVENTED_DATA, folder / "data")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


def diff(repository: Path, *arguments: str) -> int:
    return main(["diff", "--data", str(repository / "data"), *arguments])


def test_by_default_uncommitted_changes_are_told(repository: Path, capsys: Told) -> None:
    replace_in(repository / DONGHU, *LOST_SHELF)
    assert diff(repository) == 0
    told = capsys.readouterr().out
    assert "工作区" in told
    assert "36个 → 35个" in told


def test_a_branch_is_compared_with_where_it_left_main(repository: Path, capsys: Told) -> None:
    """What main did meanwhile is no change of the branch."""
    git(repository, "switch", "--quiet", "--create", "branch")
    replace_in(repository / DONGHU, *LOST_SHELF)
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    replace_in(repository / XILING, "98%", "97%")
    commit(repository)
    assert diff(repository, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []
    git(repository, "switch", "--quiet", "branch")
    assert diff(repository, "--format", "json") == 0
    assert [change["id"] for change in json.loads(capsys.readouterr().out)["changes"]] == ["shelves"]


def test_two_revisions_are_compared_whatever_lies_in_the_working_tree(repository: Path, capsys: Told) -> None:
    replace_in(repository / DONGHU, *LOST_SHELF)
    commit(repository)
    shutil.rmtree(repository / "data")
    assert diff(repository, "HEAD~1", "HEAD") == 0
    assert "36个 → 35个" in capsys.readouterr().out


def test_nothing_but_form_changed(repository: Path, capsys: Told) -> None:
    path = repository / DONGHU
    path.write_text("# 核对过\n" + path.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding="utf-8", newline="")
    commit(repository)
    assert diff(repository, "HEAD~1", "HEAD") == 0
    assert "没有改变任何数据。" in capsys.readouterr().out


def test_a_note_of_verification_is_told_when_nothing_else_changed(repository: Path, capsys: Told) -> None:
    shutil.copy(repository / "data/verified.yaml", repository)
    (repository / "data/verified.yaml").write_text("# 无\n", encoding="utf-8")
    commit(repository)
    shutil.move(repository / "verified.yaml", repository / "data/verified.yaml")
    assert diff(repository) == 0
    told = capsys.readouterr().out
    assert "没有改变任何数据。" in told
    assert "新记为已核对 东湖区2022年（7）：植树（trees_planted）" in told
    assert "内容有变的页面（1）：/notes/" in told


def test_data_at_the_top_of_the_repository(tmp_path: Path, capsys: Told) -> None:
    folder = Path(shutil.copytree(INVENTED_DATA, tmp_path / "data"))
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    replace_in(folder / "2022" / "donghu.yaml", *LOST_SHELF)
    assert main(["diff", "--data", str(folder)]) == 0
    assert "36个 → 35个" in capsys.readouterr().out


def test_links_and_other_folders_are_not_read(repository: Path, capsys: Told) -> None:
    (repository / "data" / "2022" / "nangang-park.yaml").symlink_to("/etc/hostname")
    (repository / "data2").mkdir()
    (repository / "data2" / "city.yaml").write_text("name: [", encoding="utf-8")
    commit(repository)
    assert diff(repository, "HEAD~1", "HEAD") == 0
    assert "没有改变任何数据。" in capsys.readouterr().out


def test_it_runs_inside_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    replace_in(repository / DONGHU, *LOST_SHELF)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert diff(repository) == 0
    assert "36个 → 35个" in capsys.readouterr().out


# What cannot be compared


def test_an_unknown_revision(repository: Path, capsys: Told) -> None:
    assert diff(repository, "mian") == 2
    told = capsys.readouterr().err
    assert "没有“mian”这个版本" in told
    assert "是不是“main”" in told


def test_a_folder_that_is_in_no_repository(data_folder: Path, capsys: Told) -> None:
    assert main(["diff", "--data", str(data_folder)]) == 2
    told = capsys.readouterr().err
    assert "不在 git 仓库里" in told
    assert "--data" in told


def test_a_repository_without_commits(data_folder: Path, capsys: Told) -> None:
    git(data_folder, "init", "--quiet", "--initial-branch", "main")
    assert main(["diff", "--data", str(data_folder)]) == 2
    assert "还没有任何提交" in capsys.readouterr().err


def test_a_branch_without_common_ancestor(repository: Path, capsys: Told) -> None:
    git(repository, "switch", "--quiet", "--orphan", "other")
    shutil.copytree(INVENTED_DATA, repository / "data", dirs_exist_ok=True)
    replace_in(repository / DONGHU, *LOST_SHELF)
    commit(repository)
    assert diff(repository) == 2
    told = capsys.readouterr().err
    assert "没有共同的祖先" in told
    assert "highlights diff main HEAD" in told
    assert diff(repository, "main", "HEAD") == 0


def test_a_shallow_clone(repository: Path, tmp_path: Path, capsys: Told) -> None:
    git(repository, "switch", "--quiet", "--create", "branch")
    replace_in(repository / DONGHU, *LOST_SHELF)
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    commit(repository)
    clone = tmp_path / "clone"
    url = repository.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "branch", url, str(clone))
    for arguments in ((), ("HEAD~1",)):
        assert diff(clone, *arguments) == 2
        assert "git fetch --unshallow" in capsys.readouterr().err
    git(clone, "fetch", "--quiet", "--unshallow")
    assert diff(clone) == 0
    assert "36个 → 35个" in capsys.readouterr().out


def test_no_main_branch(repository: Path, capsys: Told) -> None:
    git(repository, "branch", "--move", "工作")
    assert diff(repository) == 2
    told = capsys.readouterr().err
    assert "没有找到主分支" in told
    assert "highlights diff HEAD~1" in told


def test_a_revision_without_data(repository: Path, capsys: Told) -> None:
    shutil.rmtree(repository / "data")
    (repository / "README").write_text("空", encoding="utf-8")
    commit(repository)
    assert diff(repository, "HEAD~1", "HEAD") == 2
    assert "里没有数据文件夹“data”" in capsys.readouterr().err
    assert diff(repository, "HEAD~1") == 2
    assert "工作区" in capsys.readouterr().err


def test_wrong_data_is_told_with_its_revision(repository: Path, capsys: Told) -> None:
    replace_in(repository / DONGHU, "36个", "几十个")
    wrong = commit(repository)
    assert diff(repository, "HEAD~1", wrong) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"版本 {wrong} 的数据有误" in captured.err
    assert "data/2022/donghu.yaml:23:" in captured.err
    assert "highlights-" not in captured.err


def test_without_a_place_for_a_copy(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(repository / "none")])
    assert diff(repository) == 1
    assert "TMPDIR" in capsys.readouterr().err


def test_without_room_for_a_copy(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    def full(_path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert diff(repository) == 1
    assert capsys.readouterr().err.startswith(f"磁盘已满：{tempfile.gettempdir()}/highlights-")


# A base whose data is wrong was never published: what was before it is.


@pytest.fixture
def broken(repository: Path) -> Path:
    """Its main branch has data that no check would let pass, and one silent change besides."""
    replace_in(repository / DONGHU, "36个", "几十个")
    replace_in(repository / XILING, "98%", "97%")
    commit(repository)
    return repository


def test_a_repair_passes_when_it_says_what_was_published(broken: Path, capsys: Told) -> None:
    replace_in(broken / DONGHU, "几十个", "36个")
    replace_in(broken / XILING, "97%", "98%")
    assert guarded(broken) == 0
    told = capsys.readouterr().out
    before = git(broken, "rev-parse", "--short=9", "HEAD~1")
    assert told.startswith(f"{before} → 工作区")
    assert "原来的版本 main（" in told
    assert "data/2022/donghu.yaml:23:" in told
    assert "没有改变任何数据。" in told


def test_a_repair_owes_the_corrections_of_everything_since_the_last_good_revision(broken: Path, capsys: Told) -> None:
    replace_in(broken / DONGHU, "几十个", "35个")
    assert diff(broken, "main", "--guard", "--format", "json") == 1
    record = json.loads(capsys.readouterr().out)
    assert {one["file"] for one in record["uncorrected"]} == {DONGHU, XILING}
    assert "    was: 36个" in record["uncorrected"][0]["yaml"]
    passed_over = record["passed_over"]
    assert passed_over["revision"].startswith("main（")
    assert [error["code"] for error in passed_over["errors"]] == ["unreadable-quantity"]
    assert passed_over["errors"][0]["file"] == DONGHU


def test_a_repair_says_in_markdown_what_was_wrong(broken: Path, capsys: Told) -> None:
    replace_in(broken / DONGHU, "几十个", "36个")
    assert diff(broken, "main", "--format", "markdown") == 0
    assert "unreadable-quantity" in capsys.readouterr().out


def test_the_last_good_revision_may_lie_behind_several_wrong_ones(broken: Path, capsys: Told) -> None:
    shutil.move(broken / "data", broken / "elsewhere")
    commit(broken)
    shutil.move(broken / "elsewhere", broken / "data")
    commit(broken)
    replace_in(broken / DONGHU, "几十个", "36个")
    assert diff(broken) == 0
    assert "98% → 97%" in capsys.readouterr().out


def test_a_head_that_is_wrong_is_refused_whatever_the_base(broken: Path, capsys: Told) -> None:
    assert guarded(broken) == 1
    assert "工作区" in capsys.readouterr().err


def test_a_base_with_nothing_right_before_it_is_for_a_maintainer(data_folder: Path, capsys: Told) -> None:
    replace_in(data_folder / "2022/donghu.yaml", "36个", "几十个")
    git(data_folder, "init", "--quiet", "--initial-branch", "main")
    commit(data_folder)
    replace_in(data_folder / "2022/donghu.yaml", "几十个", "36个")
    assert main(["diff", "--data", str(data_folder), "--guard", "main"]) == 1
    told = capsys.readouterr().err
    assert "维护者" in told
    assert "unreadable-quantity" in told


# The guard


def guarded(repository: Path) -> int:
    return diff(repository, "main", "--guard")


def test_a_silent_change_of_a_published_figure_is_refused(repository: Path, capsys: Told) -> None:
    replace_in(repository / DONGHU, *LOST_SHELF)
    assert guarded(repository) == 1
    told = capsys.readouterr().out
    assert "图书漂流架（shelves）：36个 → 35个。没有写更正" in told
    assert lines_to_add(told) == [
        "remarks:",
        "  - type: correction",
        "    on: shelves",
        "    was: 36个",
        "    date:  # 更正的日期，例如 2024-03-01",
        "    text:  # 为什么更正",
    ]


def test_the_lines_that_the_guard_prints_are_what_it_wants(repository: Path, capsys: Told) -> None:
    """In a file without remarks and in one with some; unfilled they are refused by the check."""
    replace_in(repository / DONGHU, *LOST_SHELF)
    replace_in(repository / XILING, "98%", "97%")
    replace_in(repository / XILING, "  greenway_length: {reported: 约20公里, as_of: unknown}\n", "")
    assert guarded(repository) == 1
    told = capsys.readouterr().out
    for path, part in zip((DONGHU, XILING), told.partition("更正：")[2].split("\ndata")[1:], strict=True):
        add(repository / path, lines_to_add(part))
    assert main(["check", "--data", str(repository / "data")]) == 1
    assert capsys.readouterr().out.count("empty-value") == 6
    for path in (DONGHU, XILING):
        text = (repository / path).read_text(encoding="utf-8")
        filled = text.replace("date:  #", "date: 2023-05-06  #").replace("text:  #", "text: 抄录有误  #")
        (repository / path).write_text(filled, encoding="utf-8")
    assert guarded(repository) == 0


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("2023/donghu.yaml", "2.9万棵", "2.8万棵"),
        (
            "2022/donghu.yaml",
            "reported: 36个}",
            "reported: 36个}\n  benches: {label: 长椅, reported: 9把}",
        ),
        ("2022/donghu.yaml", "2.4万余棵", "24000余棵"),
        ("2022/donghu.yaml", "12560册次", '"12,560册次"'),
        ("2022/donghu.yaml", "reported: 36个", "reported: 36个, nth: 1"),
        ("2022/donghu.yaml", "沿湖植树", "湖边植树"),
    ],
    ids=["a draft", "an addition", "another spelling", "a comma", "a place in the source", "a highlight"],
)
def test_what_the_guard_lets_pass(repository: Path, file: str, old: str, new: str) -> None:
    replace_in(repository / "data" / file, old, new)
    assert guarded(repository) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("近500株", "500株"),
        ("近500株", "近500棵"),
        ("label: 志愿者补栽", "label: 志愿者栽种"),
        ("只含志愿者栽种的", "只含志愿者的"),
        ("period: 2022/unknown", "period: 2022"),
        ("    by: 志愿者协会\n", ""),
    ],
)
def test_whatever_a_figure_says_is_guarded(repository: Path, old: str, new: str) -> None:
    replace_in(repository / XILING, old, new)
    assert guarded(repository) == 1


def test_publication_is_not_undone_by_a_draft(repository: Path, capsys: Told) -> None:
    """Else figures could be changed while it is one, and published again as if they had always been so."""
    edition = repository / "data/2022/edition.yaml"
    replace_in(edition, "status: published", "status: draft")
    assert guarded(repository) == 1
    told = capsys.readouterr().out
    assert "云州二〇二二年各区亮点（2022）：已发布 → 草稿。发布以后不能改回草稿" in told
    assert "在 data/2022/edition.yaml 里改回：\n\nstatus: published" in told
    replace_in(repository / DONGHU, *LOST_SHELF)
    assert guarded(repository) == 1
    assert "有 2 处改动没有更正" in capsys.readouterr().out


def test_a_published_edition_without_its_status_is_wrong_data(repository: Path, capsys: Told) -> None:
    replace_in(repository / "data/2022/edition.yaml", "status: published\n", "")
    assert guarded(repository) == 1
    assert "status" in capsys.readouterr().err


def test_a_draft_becomes_published_and_is_guarded_from_then_on(repository: Path) -> None:
    replace_in(repository / "data/2023/edition.yaml", "status: draft", "status: published")
    assert guarded(repository) == 0
    commit(repository)
    replace_in(repository / "data/2023/donghu.yaml", "2.9万棵", "2.8万棵")
    assert guarded(repository) == 1


def test_a_removed_edition_is_refused_with_all_its_figures(repository: Path, capsys: Told) -> None:
    shutil.rmtree(repository / "data/2022")
    assert diff(repository, "main", "--guard", "--format", "json") == 1
    owed = {one["file"]: one for one in json.loads(capsys.readouterr().out)["uncorrected"]}
    assert set(owed) == {f"data/2022/{name}.yaml" for name in ("edition", "city", "donghu", "xiling")}
    assert owed["data/2022/edition.yaml"]["yaml"] == "year: 2022\ntitle: 云州二〇二二年各区亮点\nstatus: published"
    assert len(owed[DONGHU]["changes"]) == 7


def test_a_removed_edition_without_figures_is_refused_too(repository: Path) -> None:
    folder = repository / "data/2024"
    folder.mkdir()
    (folder / "edition.yaml").write_text("year: 2024\ntitle: 云州二〇二四年\nstatus: published\n", encoding="utf-8")
    commit(repository)
    assert guarded(repository) == 0
    shutil.rmtree(folder)
    assert guarded(repository) == 1


def test_a_year_that_moves_is_removed_where_it_was(repository: Path) -> None:
    data = repository / "data"
    shutil.rmtree(data / "2023")
    (data / "2022").rename(data / "2023")
    for path in (data / "2023").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("2022", "2023"), encoding="utf-8")
    sources = (data / "sources.yaml").read_text(encoding="utf-8")
    (data / "sources.yaml").write_text(sources.replace("yearbook-2022", "yearbook-2023"), encoding="utf-8")
    assert guarded(repository) == 1


def test_a_report_in_a_file_of_another_name_is_wrong_data(repository: Path, capsys: Told) -> None:
    (repository / DONGHU).rename(repository / "data/2022/east.yaml")
    assert guarded(repository) == 1
    assert "把文件改名为 2022/donghu.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("linked", ["2022/donghu.yaml", "2022", "city.yaml"])
def test_a_link_in_the_data_is_refused(repository: Path, linked: str, capsys: Told) -> None:
    """A revision is read without links: what they lead to would be new in it each time, and free."""
    path = repository / "data" / linked
    path.rename(repository / "elsewhere")
    path.symlink_to(repository / "elsewhere")
    assert guarded(repository) == 1
    told = capsys.readouterr().err
    assert f"{linked}:1:1 错误 unreadable-file" in told
    assert "链接" in told


def test_a_removed_report_owes_its_corrections(repository: Path, capsys: Told) -> None:
    (repository / XILING).unlink()
    assert guarded(repository) == 1
    lines = lines_to_add(capsys.readouterr().out)
    assert lines[:3] == ["district: xiling", "year: 2022", "remarks:"]
    assert lines.count("  - type: correction") == 5
    assert "    label: 志愿者补栽" in lines


@pytest.mark.parametrize(
    ("was", "code"), [("36个", 0), ("34个", 1), (None, 1)], ids=["as published", "another", "nothing"]
)
def test_a_correction_says_what_was_published(repository: Path, was: str | None, code: int, capsys: Told) -> None:
    replace_in(repository / DONGHU, *LOST_SHELF)
    typed = f", was: {was}" if was else ""
    add(repository / DONGHU, ["remarks:", remark("shelves", f"2023-05-06{typed}")])
    assert guarded(repository) == code
    assert ("was 要写原来发布的“36个”" in capsys.readouterr().out) is bool(code)


def test_an_old_correction_does_not_excuse_a_new_change(repository: Path) -> None:
    """The same figure is corrected twice, and each time it is said."""
    replace_in(repository / XILING, "近500株", "近600株")
    assert guarded(repository) == 1
    add(repository / XILING, [remark("volunteer_trees", "2023-05-06, was: 近500株")])
    assert guarded(repository) == 0


def test_a_correction_is_not_taken_back(repository: Path, capsys: Told) -> None:
    path = repository / XILING
    last = path.read_text(encoding="utf-8").splitlines(keepends=True)[-1]
    replace_in(path, last, "")
    assert guarded(repository) == 1
    add(path, lines_to_add(capsys.readouterr().out))
    assert guarded(repository) == 0


def test_a_figure_under_another_id_keeps_its_corrections(repository: Path) -> None:
    path = repository / XILING
    path.write_text(path.read_text(encoding="utf-8").replace("volunteer_trees", "volunteers"), encoding="utf-8")
    assert guarded(repository) == 0


def test_the_guard_speaks_in_every_layout(repository: Path, capsys: Told) -> None:
    replace_in(repository / DONGHU, *LOST_SHELF)
    assert diff(repository, "--guard", "--format", "markdown") == 1
    assert "```yaml\nremarks:\n  - type: correction\n    on: shelves\n" in capsys.readouterr().out
    assert diff(repository, "--guard", "--format", "json") == 1
    (owed,) = json.loads(capsys.readouterr().out)["uncorrected"]
    assert owed["file"] == DONGHU
    assert owed["yaml"].startswith("remarks:\n  - type: correction\n")


def remark(on: str, rest: str) -> str:
    return f"  - {{type: correction, on: {on}, text: 抄录有误, date: {rest}}}"


def add(path: Path, lines: list[str]) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def lines_to_add(told: str) -> list[str]:
    """The YAML below “加上：”."""
    after = told.split("加上：\n\n", 1)[1]
    return after.split("\n\n")[0].rstrip("\n").split("\n")
