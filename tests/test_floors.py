"""The house of design: imports point down, files are opened on one floor and written on another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "highlights"

FLOORS = {
    "addresses": 0,
    "diagnostics": 0,
    "quantity": 0,
    "model": 0,
    "comparability": 0,
    "prose": 0,
    "load": 1,
    "derive": 2,
    "render": 3,
    "bulletin": 4,
    "editing": 5,
    "publish": 5,
    "review": 5,
    "arguments": 6,
    "commands": 6,
    "cli": 6,
    "__main__": 6,
    "__init__": 6,
}
WRITERS = {
    "editing/writing.py",
    "publish/beside_pages.py",
    "publish/bulletins/files.py",
    "publish/site/checksums.py",
    "publish/site/folder.py",
    "publish/site/lock.py",
    "review/revisions.py",
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def floor_of(path: Path) -> int:
    return FLOORS[path.relative_to(PACKAGE).parts[0].removesuffix(".py")]


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    for name in imports_of(path):
        top, *inside = name.split(".")
        if top == "highlights" and inside:
            assert FLOORS[inside[0]] <= floor_of(path), f"{path.name} imports {name} from a floor above"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_package_does_not_know_mkdocs(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports_of(path)}
    assert not tops & {"mkdocs", "material", "mkdocs_macros"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_some_floors_touch_files(path: Path) -> None:
    """Files are read in load; render reads its templates; the clock is nowhere in the package."""
    names = {name.split(".")[0] for name in imports_of(path)}
    assert not names & {"time", "datetime"}
    if floor_of(path) in {0, 2}:
        assert not names & {"pathlib", "os", "io", "shutil"}


def test_only_known_modules_write_files() -> None:
    assert {path.relative_to(PACKAGE).as_posix() for path in MODULES if _writes(path)} == WRITERS


def _writes(path: Path) -> bool:
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    called = {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)}
    return bool(called & {"write_text", "write_bytes", "mkdir", "unlink", "rename", "rmtree", "copyfile", "touch"})


def test_no_module_imports_in_a_circle() -> None:
    graph = {module_name(path): project_imports(path) for path in MODULES}
    finished: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in finished:
            for other in graph.get(name, ()):
                visit(other, (*trail, name))
            finished.add(name)

    for name in graph:
        visit(name, ())


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def project_imports(path: Path) -> set[str]:
    modules = {module_name(other) for other in MODULES}
    found = set()
    for name in imports_of(path):
        module = name if name in modules else name.rpartition(".")[0]
        if module in modules and module not in {"highlights", module_name(path)}:
            found.add(module)
    return found
