"""What a page writer gets wrong stops the build, with all mistakes at once and the nearest right names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from markupsafe import Markup

from tests.conftest import INVENTED_DATA, ROOT, replace_in, run_mkdocs


@pytest.fixture
def copied_project(tmp_path: Path) -> Path:
    """The settings and people's pages, so that a test may spoil them; the program stays where it is."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)
    settings["docs_dir"] = str(tmp_path / "docs")
    settings["theme"]["custom_dir"] = str(ROOT / "overrides")
    settings["hooks"] = [str(ROOT / "hooks.py")]
    (tmp_path / "macros.py").write_bytes((ROOT / "macros.py").read_bytes())
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return tmp_path


def build_with(project: Path, page: str) -> tuple[int, str]:
    (project / "docs" / "terms.md").write_text(page, encoding="utf-8")
    result = run_mkdocs(project, INVENTED_DATA, config=project / "mkdocs.yml")
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_data_folder_that_is_not_there_is_told(tmp_path: Path, command: str) -> None:
    environment = {**os.environ, "HIGHLIGHTS_DATA": str(tmp_path / "none"), "NO_COLOR": "1"}
    target = ["--site-dir", str(tmp_path / "site")] if command == "build" else ["--dev-addr", "127.0.0.1:0"]
    arguments = [sys.executable, "-m", "mkdocs", command, "--strict", *target]
    result = subprocess.run(
        arguments, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 1
    assert f"没有数据文件夹“{tmp_path / 'none'}”" in result.stderr
    assert "HIGHLIGHTS_DATA" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_live_number_stands_in_a_sentence(copied_project: Path) -> None:
    code, output = build_with(copied_project, '# 页\n\n东湖植树{{ figure("donghu", 2022, "trees_planted") }}。\n')
    assert code == 0, output
    text = (copied_project / "site" / "terms" / "index.html").read_text(encoding="utf-8")
    assert '东湖植树<a class="figure" href="../2022/donghu/#figure-trees_planted">2.4万余棵</a>。' in text


def test_a_live_number_in_a_heading_stands_in_the_title_and_the_contents(copied_project: Path) -> None:
    call = '{{ figure("donghu", 2022, "trees_planted") }}'
    replace_in(copied_project / "mkdocs.yml", "名词解释: terms.md", "terms.md")  # otherwise the menu has the title
    code, output = build_with(copied_project, f"# 东湖植树{call}\n\n## 其中{call}\n\n## 完\n")
    assert code == 0, output
    text = (copied_project / "site" / "terms" / "index.html").read_text(encoding="utf-8")
    assert "<title>东湖植树2.4万余棵 - " in text
    assert '>东湖植树<a class="figure" href="../2022/donghu/#figure-trees_planted">2.4万余棵</a>' in text
    assert '<meta property="og:title" content="东湖植树2.4万余棵">' in text
    links = re.findall(r'<a href="#[^"]+" class="md-nav__link">(.*?)</a>', text, re.DOTALL)
    assert Markup(links[0]).striptags() == "其中2.4万余棵"


def test_every_wrong_name_is_told_at_its_line(copied_project: Path) -> None:
    page = (
        '# 页\n\n{{ report("donghi", 2022) }}\n\n{{ indicator("tree_planted") }}\n\n{{ theme("redding") }}\n\n'
        '{{ report("donghu", 2032) }}\n\n{{ figure("donghu", 2022, "trees_plant") }}\n\n{{ ranking() }}\n'
    )
    code, output = build_with(copied_project, page)
    assert code == 1
    assert "Traceback" not in output
    for line, found, proposal in [
        (3, "unknown-district", "donghu"),
        (5, "unknown-indicator", "trees_planted"),
        (7, "unknown-theme", "reading"),
        (9, "unknown-edition", "2023"),
        (11, "unknown-figure", "trees_planted"),
        (13, "wrong-arguments", "ranking(indicator, year=None)"),
    ]:
        position = output.index(f"docs/terms.md:{line}:4 错误 {found}")
        assert proposal in output[position : position + 120]


def test_a_wrong_macro_name_gets_the_nearest_one(copied_project: Path) -> None:
    code, output = build_with(copied_project, '# 页\n\n{{ reprot("donghu", 2022) }}\n')
    assert code == 1
    assert "docs/terms.md:3:4 错误 unknown-macro  没有“reprot”这个宏" in output
    assert "是不是“report”？" in output


def test_wrong_data_stop_the_build_with_the_findings(tmp_path: Path, data_folder: Path) -> None:
    path = data_folder / "2022" / "donghu.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("12560册次", "12560人"), encoding="utf-8")
    result = run_mkdocs(tmp_path, data_folder)
    assert result.returncode == 1
    assert "unit-mismatch" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert not (tmp_path / "site").exists()


def test_what_is_added_in_yaml_appears_everywhere(tmp_path: Path, data_folder: Path) -> None:
    """A district, an indicator and an edition, with no other edit."""
    append(
        data_folder / "districts.yaml",
        "\nbeixin:\n  name: 北新区\n  short_name: 北新\n  type: district\n  organisation: 北新区中心\n",
    )
    append(
        data_folder / "indicators.yaml",
        "\nparks:\n  name: 公园\n  definition: 新开放的公园。\n  units: [座]\n  measure: flow\n  aggregate: sum\n"
        "  theme: greening\n",
    )
    (data_folder / "2024").mkdir()
    (data_folder / "2024" / "edition.yaml").write_text("year: 2024\ntitle: 二〇二四\nstatus: draft\n", encoding="utf-8")
    (data_folder / "2024" / "beixin.yaml").write_text(
        "district: beixin\nyear: 2024\nsources: bulletin-2023#all\nfigures:\n  parks: 3座\n", encoding="utf-8"
    )
    result = run_mkdocs(tmp_path, data_folder)
    assert result.returncode == 0, result.stdout + result.stderr
    for address in ("2024", "2024/beixin", "districts/beixin", "indicators/parks", "tables/2024"):
        assert (tmp_path / "site" / address / "index.html").is_file(), address
    for address, words in [
        ("districts", "北新区"),
        ("indicators", "公园"),
        ("tables", "2024年"),
        ("2022", "北新"),
        ("tables/2024", "3座"),
        ("indicators/parks", "3座"),
        ("districts/beixin", "3座"),
        ("2024/beixin", "3座"),
        ("themes/greening", "公园"),
    ]:
        assert words in (tmp_path / "site" / address / "index.html").read_text(encoding="utf-8"), address


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
