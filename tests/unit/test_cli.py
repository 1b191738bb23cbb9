"""The command: what it prints and with which code it exits."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from highlights import commands
from highlights.cli import COMMANDS, main
from tests.conftest import INVENTED_DATA, ROOT, replace_in
from tests.publishing.test_builds import BOUND


def test_clean_data_exit_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(INVENTED_DATA)]) == 0
    assert capsys.readouterr().out == "检查完成：5 份报告，15 项数据，没有发现问题\n"


def test_json_of_clean_data_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(INVENTED_DATA), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_format_of_clean_data_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(INVENTED_DATA), "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_errors_exit_with_1(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data_folder / "2022" / "donghu.yaml").write_text(
        "district: donghu\nyear: 2022\nfigures: {x: 5}\n", encoding="utf-8"
    )
    assert main(["check", "--data", str(data_folder), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {record["code"] for record in found} == {"unknown-indicator", "missing-source"}
    assert {record["file"] for record in found} == {str(data_folder / "2022" / "donghu.yaml")}


def test_warnings_are_allowed(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data_folder / "2022" / "notes.docx").write_bytes(b"")
    assert main(["check", "--data", str(data_folder)]) == 0
    assert "unexpected-file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "缺少 命令。"),
        (["chek"], "命令没有“chek”，可以是 check, verify,"),
        (["check", "--format", "xml"], "--format没有“xml”，可以是 text, json, github。"),
        (["check", "--nonsense"], "不认识“--nonsense”。"),
        (["check", "--data"], "--data后面要写一个值。"),
        (["bulletin", "今年"], "YEAR要写数字，不是“今年”。"),
        (["bulletin", "--preset", "a5"], "--preset没有“a5”，可以是 standard, official。"),
        (["build", "--offline=1"], "--offline后面不写值，不要“1”。"),
    ],
)
def test_wrong_use_is_explained_and_exits_with_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert f"用法不对：{told}" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["new", "year"]], ids=" ".join)
def test_help_is_in_chinese(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：highlights")
    assert "显示这些说明" in told
    # Names stand alone; two English words beside each other are a sentence.
    assert not re.findall(r"\b[a-z]{3,} [a-z]{3,}\b", told.split("\n\n", 1)[1])


def test_an_interruption_needs_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("highlights.commands.check.run", interrupted)
    assert main(["check", "--data", str(INVENTED_DATA)]) == 130
    assert capsys.readouterr().err == "已中断。做完的都留着，再运行一次接着做。\n"


def test_what_the_machine_refuses_needs_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(number: int, *place: str) -> int:
        def stop(_: object) -> int:
            raise OSError(number, os.strerror(number), *place)

        monkeypatch.setattr("highlights.commands.check.run", stop)
        return main(["check", "--data", str(INVENTED_DATA)])

    end = "没有做完；已有的文件都是完整的。\n"
    assert refused(errno.ENOSPC) == 1
    assert capsys.readouterr().err == f"磁盘已满\n  提示：腾出空间，再运行一次\n{end}"
    assert refused(errno.EACCES, "甲\n::error::乙") == 1
    assert "没有权限：甲\n\\u003a:error::乙\n" in capsys.readouterr().err
    with pytest.raises(ChildProcessError):
        refused(errno.ECHILD)


@pytest.mark.parametrize("arguments", [["check"], ["new", "year", "2024"], ["verify", "--sources", "."]])
def test_a_closed_folder_is_told(data_folder: Path, arguments: list[str]) -> None:
    (data_folder / "2022").chmod(0)
    command = [*BOUND, sys.executable, "-m", "highlights", *arguments, "--data", str(data_folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (data_folder / "2022").chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.startswith(f"没有权限：{data_folder / '2022'}\n  提示：核对文件夹的主人和权限")


def test_an_answer_that_finds_no_room_is_told() -> None:
    command = [sys.executable, "-m", "highlights", "check", "--data", str(INVENTED_DATA)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.partition("\n")[0]) == (1, "磁盘已满：标准输出")
    assert "Error" not in done.stderr


@pytest.mark.parametrize(
    ("encoding", "printed"), [("ascii", "没有发现问题"), ("gb18030", "没有发现问题"), ("latin-1", "\\u6ca1\\u6709")]
)
def test_every_locale_gets_an_answer(encoding: str, printed: str) -> None:
    result = run_elsewhere(INVENTED_DATA, encoding)
    assert result.returncode == 0
    assert printed in result.stdout.decode("utf-8" if encoding == "ascii" else encoding)


def test_a_file_name_that_is_no_text_is_told(data_folder: Path) -> None:
    Path(os.fsdecode(bytes(data_folder / "2022") + b"/\xff.yaml")).write_text("x: 1\n", encoding="utf-8")
    result = run_elsewhere(data_folder, "utf-8")
    assert (result.returncode, result.stderr) == (1, b"")
    assert b"\\udcff.yaml" in result.stdout


def run_elsewhere(data: Path, encoding: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "highlights", "check", "--data", str(data)]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)


def test_a_missing_data_folder_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(tmp_path / "none")]) == 2
    assert "没有数据文件夹" in capsys.readouterr().err


def test_the_environment_names_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HIGHLIGHTS_DATA", str(INVENTED_DATA))
    assert main(["check"]) == 0
    assert "15 项数据" in capsys.readouterr().out


def test_schemas_are_written_and_current(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--data", str(data_folder)]) == 0
    assert ".schema，共 8 个文件" in capsys.readouterr().out
    assert main(["check", "--data", str(data_folder), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_stale_list_of_ids_is_a_warning(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", "--data", str(data_folder)])
    replace_in(data_folder / "themes.yaml", "name: 园林绿化", "name: 园林")
    capsys.readouterr()
    assert main(["check", "--data", str(data_folder), "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["severity"]) == ("stale-schema", "warning")
    assert found["file"] == str(data_folder / ".schema" / "report.json")
    assert "highlights schema" in found["hint"]


def test_schemas_with_windows_line_ends_are_current(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", "--data", str(data_folder)])
    for path in (data_folder / ".schema").iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    capsys.readouterr()
    assert main(["check", "--data", str(data_folder), "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_schemas_follow_the_registries_while_a_report_is_wrong(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(data_folder / "themes.yaml", "safety:", "park_safety:")
    (data_folder / "2022" / "donghu.yaml").write_text("district: donghu\n", encoding="utf-8")
    assert main(["schema", "--data", str(data_folder)]) == 0
    assert "park_safety" in (data_folder / ".schema" / "report.json").read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


def test_schemas_are_left_as_they_are_when_a_registry_cannot_be_read(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data_folder / "themes.yaml").write_text("greening: [", encoding="utf-8")
    assert main(["schema", "--data", str(data_folder)]) == 1
    assert "themes.yaml" in capsys.readouterr().err
    assert not (data_folder / ".schema").exists()


def test_a_reader_that_stops_reading_is_no_failure_of_the_program(data_folder: Path) -> None:
    for number in range(2000):
        (data_folder / f"notes-{number}.docx").write_bytes(b"")
    command = [sys.executable, "-m", "highlights", "check", "--data", str(data_folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_each_command_is_a_module_and_each_module_of_commands_is_one() -> None:
    modules = {path.stem for path in Path(commands.__path__[0]).glob("*.py") if "\ndef run(" in path.read_text("utf-8")}
    assert {name.replace("-", "_") for name in COMMANDS} == modules


def test_a_check_loads_nothing_that_only_pages_and_prints_need() -> None:
    listing = "import sys; from highlights.cli import main; main(['check']); print(*sys.modules)"
    command = [sys.executable, "-c", listing]
    environment = {**os.environ, "HIGHLIGHTS_DATA": str(INVENTED_DATA)}
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True).stdout
    loaded = set(printed.split())
    assert "highlights.commands.check" in loaded
    assert not loaded & {"jinja2", "markdown", "pypinyin", "segno", "weasyprint", "xlsxwriter", "highlights.render"}
