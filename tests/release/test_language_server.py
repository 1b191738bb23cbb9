"""What an editor sees while typing, asked of the real YAML language server that VS Code and others run."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from highlights.editing.command import refresh_schemas
from highlights.editing.schema_files import SCHEMA_FOLDER, modeline
from tests.conftest import INVENTED_DATA, REAL_DATA, ROOT
from tests.release.language_server import LanguageServer

pytestmark = pytest.mark.release

SERVER = ROOT / "tests" / "npm" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"

NUMBERS = itertools.count()

REPORT = """district: donghu
year: 2022
sources: yearbook-2022#donghu
highlights:
  - id: tree-day
    title: 沿湖植树
    themes: [greening]
    text: 种树。
figures:
  trees_planted: {reported: 5棵}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(INVENTED_DATA, tmp_path_factory.mktemp("language server") / "data"))
    (copy / SCHEMA_FOLDER).mkdir()
    refresh_schemas(copy)
    return copy


@pytest.fixture
def path(folder: Path) -> Path:
    """A name of its own for each test, so that nothing that is said about another one is taken for an answer."""
    return folder / "2022" / f"{next(NUMBERS)}.yaml"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    assert SERVER.exists(), "make test-release installs it"
    with LanguageServer(["node", str(SERVER), "--stdio"], ROOT) as running:
        yield running


def typed(text: str) -> tuple[str, int, int]:
    """A report with its first line, and where ▸ stands in it."""
    whole = f"{modeline('report', depth=1)}\n{text}"
    before = whole[: whole.index("▸")]
    return whole.replace("▸", ""), before.count("\n"), len(before) - before.rfind("\n") - 1


@pytest.mark.parametrize(
    ("old", "new", "label", "words"),
    [
        ("district: donghu", "district: ▸", "donghu", "东湖区"),
        ("sources: yearbook-2022#donghu", "sources: ▸", "yearbook-2022#xiling", "西岭"),
        ("themes: [greening]", "themes: [▸]", "reading", "公共阅读"),
        ("themes: [greening]", "themes:\n      - ▸", "reading", "公共阅读"),
        ("  trees_planted: {", "  ▸\n  trees_planted: {", "books_lent", "外借图书"),
        ("{reported: 5棵}", "{reported: 5棵, kind: ▸}", "target", "计划"),
        ("{reported: 5棵}", "{reported: 5棵, indicator: ▸}", "greenway_length", "绿道"),
        ("{reported: 5棵}", "\n    reported: 5棵\n    ▸", "caveat", "口径"),
        ("figures:", "remarks:\n  - type: ▸\nfigures:", "exception", "例外"),
        ("figures:", "remarks:\n  - type: exception\n    rule: ▸\nfigures:", "lost-wan", "万"),
    ],
)
def test_ids_are_proposed_with_what_they_stand_for(
    server: LanguageServer, path: Path, old: str, new: str, label: str, words: str
) -> None:
    text, line, column = typed(REPORT.replace(old, new))
    server.open(path, text)
    proposed = {item["label"]: str(item.get("documentation", "")) for item in server.complete(path, line, column)}
    assert words in proposed[label]
    assert not {"null", "true", "false"} & set(proposed)


def test_no_number_is_ever_typed_in_for_the_editor(server: LanguageServer, path: Path) -> None:
    text, line, column = typed(REPORT.replace("  trees_planted: {", "  shelves:\n    ▸\n  trees_planted: {"))
    server.open(path, text)
    proposed = server.complete(path, line, column)
    inserted = [re.sub(r"\$\{?\d", "", item.get("insertText", "")) for item in proposed]  # ${1}: where the cursor goes
    assert "reported: " in inserted
    assert [text for text in inserted if re.search(r"\d", text)] == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{reported:", "{▸reported:", "原文怎样印就怎样写"),
        ("  trees_planted: {reported: 5棵}", "  ▸trees_planted: 5棵", "当年在公共绿地新栽的乔木和灌木"),
        ("district: donghu", "district: ▸donghu", "东湖区"),
        ("[greening]", "[▸greening]", "园林绿化"),
        ("yearbook-2022#donghu", "▸yearbook-2022#donghu", "园林与阅读概况：东湖"),
        ("    title:", "    ▸title:", "标题"),
    ],
)
def test_hovering_explains_in_chinese(server: LanguageServer, path: Path, old: str, new: str, words: str) -> None:
    text, line, column = typed(REPORT.replace(old, new))
    server.open(path, text)
    assert words in server.hover(path, line, column + 1)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    title:", "    ▸titel:", "titel"),
        ("trees_planted: {reported: 5棵}", "trees_planted: {reported: 5棵, ▸capital: 1}", "capital"),
        ("district: donghu", "district: ▸dongu", "districts.yaml"),
        ("[greening]", "[▸greenning]", "themes.yaml"),
        ("5棵}", "5棵, as_of: ▸年底}", "2021-12-31"),
        ("year: 2022", "▸year:", "string"),
        ("  trees_planted: {reported: 5棵}", "  ▸shelves: {reported: 36个}", "label"),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(
    server: LanguageServer, path: Path, old: str, new: str, words: str
) -> None:
    text, line, _ = typed(REPORT.replace(old, new))
    found = server.open(path, text)
    assert [one for one in found if one["range"]["start"]["line"] == line], found
    assert any(words in one["message"] for one in found), found


def test_nothing_is_underlined_in_the_real_data(server: LanguageServer) -> None:
    """Each file finds its schema by its first line."""
    for path in sorted(REAL_DATA.rglob("*.yaml")):
        if path.name != "verified.yaml":
            text = path.read_text(encoding="utf-8")
            assert text.startswith("# yaml-language-server: $schema=")
            assert server.open(path, text) == [], path
            assert server.hover(path, 1, 0), path


def test_the_settings_of_vs_code_name_the_schema_of_a_file_without_its_first_line(tmp_path: Path) -> None:
    shutil.copytree(REAL_DATA, tmp_path / "data")
    commented = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    settings = json.loads(re.sub(r"^\s*//.*$", "", commented, flags=re.MULTILINE))
    with LanguageServer(["node", str(SERVER), "--stdio"], tmp_path, settings["yaml.schemas"]) as server:
        for path in sorted((tmp_path / "data").rglob("*.yaml")):
            if path.name != "verified.yaml":
                text = path.read_text(encoding="utf-8").partition("\n")[2]
                assert server.open(path, text) == [], path
                assert server.hover(path, 0, 0), path
