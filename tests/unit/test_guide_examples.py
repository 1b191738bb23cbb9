"""What the editor's guide shows is what the program does: commands, reports, what the check says."""

from __future__ import annotations

import re
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from highlights.cli import main, parser_for
from highlights.load import load_city
from tests.conftest import ROOT, replace_in

GUIDE = ROOT / "docs" / "editing"
PAGES = (*sorted(GUIDE.glob("*.md")), ROOT / "README.md", ROOT / "README.zh-CN.md")
FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
IMAGE = re.compile(r"!\[([^\]]*)\]\((pictures/[\w.-]+)\)\{: ([^}]*)\}")


def fenced(name: str, language: str) -> list[str]:
    text = (GUIDE / name).read_text(encoding="utf-8")
    return [block for kind, block in FENCED.findall(text) if kind == language]


def commands() -> set[str]:
    """Every `highlights …` in the code of the guide; `[--option]` in a summary of usage is none."""
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    typed = re.findall(r"(?:`|^ *)(highlights [a-z][^`\n]*)", "\n".join(texts), re.MULTILINE)
    return {line.partition(" #")[0].strip() for line in typed if "[" not in line}


@pytest.mark.parametrize("command", sorted(commands()))
def test_a_command_in_the_guide_is_one(command: str) -> None:
    arguments = shlex.split(command)[1:]
    parser_for(arguments).parse_args(arguments)


@pytest.mark.parametrize("kind", ["district", "indicator"])
def test_what_the_guide_registers_is_accepted(kind: str, data_folder: Path) -> None:
    (command,) = [one for one in commands() if one.startswith(f"highlights new {kind} ") and "名称" not in one]
    assert main([*shlex.split(command)[1:], "--data", str(data_folder)]) == 0


def test_the_whole_report_in_the_guide_passes_the_check(data_folder: Path) -> None:
    path = data_folder / "2022" / "donghu.yaml"
    path.write_text(fenced("writing.md", "yaml")[0], encoding="utf-8")
    loaded = load_city(data_folder)
    assert loaded.city
    assert [found for found in loaded.diagnostics if found.place.file == str(path)] == []


def test_the_check_says_what_the_guide_shows(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(data_folder / "2023" / "donghu.yaml", "trees_planted: 2.9万棵", "trees_planted: 3.1万家")
    assert main(["check", "--data", str(data_folder)]) == 1
    said = capsys.readouterr().out.replace(str(data_folder), "data")
    assert fenced("index.md", "text")[0] in said


def test_a_new_year_looks_as_the_guide_shows(data_folder: Path) -> None:
    assert main(["new", "year", "2024", "--data", str(data_folder)]) == 0
    report = (data_folder / "2024" / "donghu.yaml").read_text(encoding="utf-8")
    shown = fenced("writing.md", "yaml")[1].splitlines()
    assert set(shown) - {"…"} <= set(report.splitlines())


def test_pictures_are_small_described_and_as_large_as_said() -> None:
    images = [found for page in GUIDE.glob("*.md") for found in IMAGE.findall(page.read_text(encoding="utf-8"))]
    assert {GUIDE / address for _, address, _ in images} == set((GUIDE / "pictures").iterdir())
    for text, address, attributes in images:
        assert len(text) > 10, address
        assert (GUIDE / address).stat().st_size < 80_000, address
        if address.endswith(".svg"):
            drawing = ET.parse(GUIDE / address).getroot()
            assert f'width="{drawing.get("width")}" height="{drawing.get("height")}"' in attributes, address
            assert drawing.get("viewBox") == f"0 0 {drawing.get('width')} {drawing.get('height')}", address
            assert not [part for part in drawing.iter() if part.tag.endswith(("script", "style", "image"))], address
