"""`highlights new`: what it lays out passes the check, as it is and filled in; nothing is ever overwritten."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from highlights.cli import main
from highlights.editing import writing
from highlights.editing.schema_files import find_stale
from highlights.editing.yaml_text import flow_list, scalar
from highlights.load import load_city
from highlights.load.listed import load_registries
from highlights.load.sources import read_source_texts
from highlights.load.yaml_file import parse_tree, to_plain
from highlights.model import City
from tests.conftest import REAL_DATA, ROOT, replace_in
from tests.publishing.test_builds import MOUNTING
from tests.unit.test_revisions import commit, git

DISTRICT = ["district", "beishan", "--name", "北山区", "--organisation", "北山区园林与阅读中心"]
INDICATOR = [
    "indicator", "visits", "--name", "到馆人次", "--unit", "人次", "--theme", "reading",
    "--definition", "全年进馆的人次。",
]  # fmt: skip


def new(folder: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--data", str(folder)])


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def city_of(folder: Path) -> City:
    loaded = load_city(folder)
    assert loaded.city, loaded.diagnostics
    return loaded.city


def test_a_new_year_passes_the_check_as_it_is(data_folder: Path) -> None:
    assert new(data_folder, "year", "2024") == 0
    loaded = load_city(data_folder)
    assert loaded.diagnostics == ()
    assert loaded.city
    edition = loaded.city.editions[2024]
    assert edition.is_draft
    assert list(edition.reports) == ["city", "donghu", "xiling", "nangang-park"]
    assert not any(report.figures or report.highlights for report in edition.reports.values())


def test_the_real_city_gets_its_next_year(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(REAL_DATA, tmp_path / "data"))
    last = max(city_of(folder).editions)
    assert new(folder, "year", str(last + 1)) == 0
    assert str(last + 1) in city_of(folder).editions[last + 1].title


@pytest.mark.parametrize("source", ["invented", "real"])
def test_filled_in_with_the_numbers_in_the_comments_it_passes_too(
    source: str, data_folder: Path, tmp_path: Path
) -> None:
    """What an editor does: take the comment signs away, type each number, name the source."""
    folder = data_folder if source == "invented" else Path(shutil.copytree(REAL_DATA, tmp_path / "real"))
    city = city_of(folder)
    year = max(city.editions) + 1
    section = next(f"{one.id}#{next(iter(one.sections))}" for one in city.sources.values())
    values = {"sources": section, "themes": next(iter(city.themes)), "id": "x", "title": "栽树", "as_of": "unknown"}
    assert new(folder, "year", str(year)) == 0
    for district_id, old in last_reports(city).items():
        path = folder / str(year) / f"{district_id}.yaml"
        path.write_text(filled_in(path.read_text(encoding="utf-8"), values), encoding="utf-8")
        loaded = load_city(folder)
        assert [found for found in loaded.diagnostics if found.is_error] == []
        assert loaded.city
        report = loaded.city.report(district_id, year)
        assert report
        assert {key: figure.reported for key, figure in report.figures.items()} == old


def last_reports(city: City) -> dict[str, dict[str, str]]:
    """The numbers each district printed last, by figure."""
    last: dict[str, dict[str, str]] = {}
    for report in city.reports():
        if report.figures:
            last[report.district.id] = {key: figure.reported for key, figure in report.figures.items()}
    return last


def filled_in(text: str, values: dict[str, str]) -> str:
    lines = (fill(line, values) for line in text.split("\n") if not re.match(r"# (?:填写|行末|yaml-)", line))
    return "\n".join(lines)


def fill(line: str, values: dict[str, str]) -> str:
    """Every empty place: `title:`, `reported: }`, `members_new:` with its number in the comment."""
    typed, _, comment = line.removeprefix("# ").partition("    # ")
    printed = re.match(r"\d{4}年(?:（[^）]*）)?：(.*)", comment)
    known = {**values, "reported": printed[1]} if printed else values

    def value(place: re.Match[str]) -> str:
        found = known.get(place["key"]) or known.get("reported", "")
        return f"{place['key']}: {found}".rstrip()

    filled = re.sub(r"(?P<key>[\w-]+): *(?=[,}]|$)", value, typed)
    return filled.replace("themes: []", f"themes: [{values['themes']}]").replace("text: |", "text: 栽了树。")


def test_nothing_is_overwritten(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(data_folder, "report", "2023", "xiling") == 0
    before = contents(data_folder)
    for arguments in (
        ["year", "2023"],
        ["report", "2023", "xiling"],
        ["report", "2022", "donghu"],
        ["district", "donghu", *DISTRICT[2:]],
        ["indicator", "trees_planted", *INDICATOR[2:]],
        ["source", "yearbook-2022", "--title", "年鉴", "--file", str(data_folder / "city.yaml")],
    ):
        assert new(data_folder, *arguments) == 1, arguments
        assert "已经" in capsys.readouterr().err
    assert contents(data_folder) == before


def test_one_file_in_the_way_stops_the_whole_year(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An edition without its head is no edition yet, but its reports are somebody's work."""
    before = contents(data_folder)
    city = city_of(data_folder)
    year = data_folder / "2024"
    year.mkdir()
    (year / "donghu.yaml").write_text("district: donghu\nyear: 2024\n", encoding="utf-8")
    with pytest.raises(writing.Refusal, match="donghu"):
        writing.refuse_existing(dict.fromkeys([year / "donghu.yaml", year / "xiling.yaml"], ""))
    assert new(data_folder, "year", "2024") == 1
    assert "edition.yaml" in capsys.readouterr().out
    assert contents(data_folder) == before | {year / "donghu.yaml": (year / "donghu.yaml").read_bytes()}
    assert city


def test_a_new_district_stands_behind_the_others(data_folder: Path) -> None:
    before = (data_folder / "districts.yaml").read_text(encoding="utf-8")
    assert new(data_folder, *DISTRICT) == 0
    after = (data_folder / "districts.yaml").read_text(encoding="utf-8")
    assert after == before + (
        "\nbeishan:\n  name: 北山区\n  short_name: 北山\n  type: district\n  organisation: 北山区园林与阅读中心\n"
    )
    assert list(city_of(data_folder).districts) == ["donghu", "xiling", "nangang-park", "beishan"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "end", "end end"])
def test_a_new_indicator_leaves_the_file_as_it_is(data_folder: Path, line_end: str, mark: str, last: str) -> None:
    """Comments, line ends, the mark of Notepad; with and without an end of the last line."""
    path = data_folder / "indicators.yaml"
    text = "# 本市的指标\n" + path.read_text(encoding="utf-8").rstrip("\n")
    before = (mark + text.replace("\n", line_end) + line_end * last.count("end")).encode()
    path.write_bytes(before)
    assert new(data_folder, *INDICATOR) == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert (
        after.decode()
        .replace("\r\n", "\n")
        .endswith(
            "\n\nvisits:\n  name: 到馆人次\n  definition: 全年进馆的人次。\n"
            "  units: [人次]\n  measure: flow\n  aggregate: sum\n  theme: reading\n"
        )
    )
    assert b"\n\n\n" not in after.replace(b"\r", b"")
    assert (b"\r\n" in after) == (line_end == "\r\n")
    assert after.count(b"\n") == after.count(line_end.encode())
    assert city_of(data_folder).indicators["visits"].units == ("人次",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}\n", ""),
        ("{}", ""),
        ("{ }  # 还没有\n", ""),
        ("# 名词\n{}\n", "# 名词\n"),
        ("# 名词\r\n\r\n{}\r\n", "# 名词\r\n\r\n"),
        ("---\n{}\n", "---\n"),
    ],
)
def test_the_first_entry_takes_the_place_of_none(data_folder: Path, tmp_path: Path, before: str, after: str) -> None:
    text = tmp_path / "yearbook-2024.txt"
    text.write_text("东湖\n", encoding="utf-8")
    for report in data_folder.glob("2*/*.yaml"):
        if report.stem != "edition":
            report.unlink()
    (data_folder / "terms.yaml").write_text("{}\n", encoding="utf-8")
    path = data_folder / "sources.yaml"
    path.write_bytes(before.encode())
    assert new(data_folder, "source", "yearbook-2024", "--title", "年鉴", "--file", str(text)) == 0
    written = path.read_bytes().decode()
    assert written.startswith(f"{after}yearbook-2024:")
    assert ("\r\n" in written) == ("\r\n" in before)
    assert list(city_of(data_folder).sources) == ["yearbook-2024"]


def test_a_new_source_is_the_whole_text_until_it_is_divided(data_folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "年鉴 2024.txt"
    text.write_text("东湖\n植树2.6万余棵。\n\n西岭\n", encoding="utf-8")
    assert new(data_folder, "source", "yearbook-2024", "--title", "云州: 2024", "--file", str(text)) == 0
    source = city_of(data_folder).sources["yearbook-2024"]
    assert (source.title, source.file) == ("云州: 2024", "年鉴 2024.txt")
    assert {section.id: section.lines for section in source.sections.values()} == {"all": ((1, 4),)}
    texts = read_source_texts([source], tmp_path)
    assert texts.diagnostics == ()
    assert texts.lines["yearbook-2024"][1] == "植树2.6万余棵。"


@pytest.mark.parametrize("content", [None, "植树2.6万余棵。".encode("gb18030"), b"PK\x03\x04\xff\xfe"])
def test_a_source_that_is_no_text_is_refused(
    content: bytes | None, data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data_folder)
    file = tmp_path / "yearbook.docx"
    if content is not None:
        file.write_bytes(content)
    assert new(data_folder, "source", "yearbook-2024", "--title", "年鉴", "--file", str(file)) == 1
    told = capsys.readouterr().err
    assert "yearbook.docx" in told
    assert "提示：" in told
    assert contents(data_folder) == before


def test_rates_are_not_added_up(data_folder: Path) -> None:
    assert new(data_folder, "indicator", "return_rate", "--name", "归还率", "--unit", "%", "--theme", "reading",
               "--definition", "按期归还的比例。", "--measure", "rate") == 0  # fmt: skip
    indicator = city_of(data_folder).indicators["return_rate"]
    assert (indicator.aggregate, indicator.units) == ("none", ("%",))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["year", "二〇二四"], ["2024"]),
        (["report", "2024", "donghu"], ["new year 2024"]),
        (["report", "2023", "dongu"], ["dongu", "没有登记"]),
        (["district", "Beishan", *DISTRICT[2:]], ["编号", "小写"]),
        ([*DISTRICT, "--type", "kreis"], ["functional_area"]),
        (["district", "beishan", "--name", "东湖区", "--organisation", "某中心"], ["东湖区"]),
        ([*INDICATOR, "--theme", "readin"], ["reading"]),
        ([*INDICATOR, "--unit", "万人"], ["单位"]),
        ([*INDICATOR, "--measure", "sum"], ["flow"]),
        (["district", "city", *DISTRICT[2:]], ["全市"]),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    data_folder: Path, arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data_folder)
    assert new(data_folder, *arguments) == 1
    told = capsys.readouterr().err
    assert all(word in told for word in words), told
    assert "提示：" in told
    assert contents(data_folder) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["year"], ["年度", "highlights new year"]),
        (["report", "2024"], ["区的编号"]),
        (["district"], ["区的编号", "--name", "--organisation"]),
        (["indicator", "visits", "--name", "到馆人次"], ["--unit", "--theme", "--definition"]),
        (["source", "yearbook-2024"], ["--title", "--file"]),
    ],
)
def test_everything_that_is_missing_is_told_at_once(
    data_folder: Path, arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(data_folder, *arguments) == 2
    told = capsys.readouterr().err
    assert all(word in told for word in words), told


def test_data_with_errors_is_mended_first(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data_folder / "2022" / "donghu.yaml").write_text("district: donghu\nyear: 二\n", encoding="utf-8")
    before = contents(data_folder)
    assert new(data_folder, "year", "2024") == 1
    assert "wrong-type" in capsys.readouterr().out
    assert contents(data_folder) == before


def test_a_disk_that_refuses_one_file_gets_none(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data_folder)
    write = Path.write_bytes

    def write_all_but_xiling(path: Path, data: bytes) -> int:
        if path.name == "xiling.yaml" and data_folder in path.parents:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_all_but_xiling)
    assert new(data_folder, "year", "2024") == 1
    told = capsys.readouterr().err
    assert told.startswith(f"磁盘已满：{data_folder / '2024' / 'xiling.yaml'}\n  提示：腾出空间")
    assert contents(data_folder) == before
    assert not list(data_folder.glob("*2024*"))


# Ends itself, as by kill -9, before the step in the data folder with the number that is its first argument.
KILLED = """
import os, signal, sys
from pathlib import Path
from highlights.cli import main

left, data = int(sys.argv[1]), Path(sys.argv[-1])

def counted(act):
    def step(path, *arguments, **options):
        global left
        if data in path.parents and not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= data in path.parents
        return act(path, *arguments, **options)
    return step

for name in ("mkdir", "write_bytes", "replace"):
    setattr(Path, name, counted(getattr(Path, name)))
main(sys.argv[2:])
"""


def killed(step: int, *arguments: str) -> None:
    command = [sys.executable, "-c", KILLED, str(step), *arguments]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL


def waiting(folder: Path) -> list[Path]:
    return list(folder.rglob(".*.new"))


@pytest.mark.parametrize("step", [1, 6, 10])
def test_a_year_comes_whole_or_not_at_all(data_folder: Path, step: int) -> None:
    """Killed on the way, it leaves what nobody reads and git ignores, and what the next run takes away."""
    killed(step, "new", "year", "2024", "--data", str(data_folder))
    assert waiting(data_folder)
    assert not (data_folder / "2024").exists()
    assert load_city(data_folder).diagnostics == ()
    assert new(data_folder, "year", "2024") == 0
    assert waiting(data_folder) == []
    assert list(city_of(data_folder).editions[2024].reports) == ["city", "donghu", "xiling", "nangang-park"]


@pytest.mark.parametrize("step", [3, 17, 20, 23])
def test_files_that_are_renewed_are_old_or_new_and_the_next_run_ends_it(data_folder: Path, step: int) -> None:
    assert main(["schema", "--data", str(data_folder)]) == 0
    replace_in(data_folder / "themes.yaml", "name: 园林绿化", "name: 园林")
    killed(step, "schema", "--data", str(data_folder))
    assert waiting(data_folder)
    assert all(json.loads(path.read_bytes()) for path in (data_folder / ".schema").glob("*.json"))
    assert main(["schema", "--data", str(data_folder)]) == 0
    assert waiting(data_folder) == []
    assert find_stale(data_folder, load_registries(data_folder)[0]) == ()


def test_git_ignores_what_is_waiting(data_folder: Path) -> None:
    git(data_folder, "init", "--quiet")
    shutil.copy(ROOT / ".gitignore", data_folder)
    commit(data_folder)
    for path in (".2024.new/donghu.yaml", "2023/.donghu.yaml.new", ".schema/.report.json.new"):
        (data_folder / path).parent.mkdir(exist_ok=True)
        (data_folder / path).touch()
    assert git(data_folder, "status", "--porcelain") == ""
    (data_folder / "2023" / "new.yaml").touch()
    assert git(data_folder, "status", "--porcelain") == "?? 2023/new.yaml"


def test_without_room_for_a_trial_nothing_is_written(data_folder: Path, tmp_path: Path) -> None:
    """On a disk of its own, as small as the test wants it."""
    if subprocess.run([*MOUNTING, "true"], check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount")
    before = contents(data_folder)
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [sys.executable, "-m", "highlights", "new", "year", "2024", "--data", str(data_folder)]
    mount = [*MOUNTING, 'mount -t tmpfs -o size=16k tmpfs "$TMPDIR" && exec "$@"', "sh"]
    environment = {**os.environ, "TMPDIR": str(disk)}
    done = subprocess.run([*mount, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"磁盘已满：{disk}/")
    assert "Traceback" not in done.stderr
    assert contents(data_folder) == before


def test_without_a_place_for_a_trial_nothing_is_written(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data_folder)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(data_folder / "none")])
    assert new(data_folder, "year", "2024") == 1
    assert "TMPDIR" in capsys.readouterr().err
    assert contents(data_folder) == before


@pytest.mark.parametrize(
    "text",
    ["植树", "其中: 百人", "#12351", "热线 #12351", "[试点]企业", "*重点", "it's", "-", "no", "null", "a,b"],
)  # fmt: skip
def test_a_value_is_typed_so_that_it_is_read_as_it_was(text: str) -> None:
    root, found = parse_tree(f"a: {scalar(text)}\nb: {flow_list([text])}\n", "x.yaml")
    assert not found
    assert root
    assert to_plain(root) == {"a": text, "b": [text]}
