"""Which file in a data folder is what. A folder in, file paths out; no file is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from highlights.diagnostics import Place, nearest
from highlights.load.findings import Findings
from highlights.load.verified import VERIFIED_FILE

OPTIONAL_FILES = ("terms.yaml", VERIFIED_FILE)
REGISTRY_FILES = (
    "city.yaml",
    "districts.yaml",
    "themes.yaml",
    "indicators.yaml",
    "sources.yaml",
)
EDITION_FILE = "edition.yaml"

_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class Layout:
    """`editions` maps a year to its folder's reports; each folder has an edition.yaml besides."""

    registries: Mapping[str, Path]
    editions: Mapping[int, tuple[Path, ...]]


def read_layout(folder: Path, findings: Findings) -> Layout:
    if not folder.is_dir():
        hint = "从仓库历史中恢复；用环境变量 HIGHLIGHTS_DATA 指到别处的，改正它"
        findings.error(Place(str(folder)), "missing-file", f"没有数据文件夹“{folder}”", hint)
        return Layout({}, {})
    visible = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    for path in visible:
        if path.is_dir() and not _YEAR.fullmatch(path.name):
            findings.warning(
                Place(str(path)),
                "unexpected-file",
                f"文件夹“{path.name}”不是年度，其中的内容没有读",
                "年度文件夹用四位数字命名，例如 2021",
            )
        elif path.is_file():
            _check_registry_name(path, findings)
    editions = {int(path.name): path for path in visible if path.is_dir() and _YEAR.fullmatch(path.name)}
    return Layout(
        registries=_registry_files(folder, findings),
        editions={year: _report_files(path, findings) for year, path in editions.items()},
    )


def data_files(folder: Path) -> Iterator[Path]:
    """Those that are read, of a folder with nothing missing."""
    layout = read_layout(folder, Findings())
    yield from layout.registries.values()
    for year, reports in layout.editions.items():
        yield from (folder / str(year) / EDITION_FILE, *reports)


def _registry_files(folder: Path, findings: Findings) -> dict[str, Path]:
    names = (*REGISTRY_FILES, *OPTIONAL_FILES)
    found = {name: folder / name for name in names if (folder / name).exists()}
    for name in REGISTRY_FILES:
        if name not in found:
            findings.error(
                Place(str(folder / name)),
                "missing-file",
                f"缺少文件 {name}",
                "从仓库历史中恢复，或照编辑指南新建",
            )
    return found


def _report_files(folder: Path, findings: Findings) -> tuple[Path, ...]:
    if not (folder / EDITION_FILE).exists():
        findings.error(
            Place(str(folder / EDITION_FILE)),
            "missing-file",
            f"{folder.name} 年度缺少文件 {EDITION_FILE}",
            "照其他年度新建，写明 year、title、status",
        )
    visible = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    for path in visible:
        if path.suffix != ".yaml":
            findings.warning(
                Place(str(path)),
                "unexpected-file",
                f"文件“{path.name}”没有读：它的名称不以 .yaml 结尾",
                "改成 .yaml" if path.suffix == ".yml" else "把它移出数据文件夹",
            )
    return tuple(path for path in visible if path.suffix == ".yaml" and path.name != EDITION_FILE)


def _check_registry_name(path: Path, findings: Findings) -> None:
    if path.name in (*REGISTRY_FILES, *OPTIONAL_FILES):
        return
    close = nearest(path.name, REGISTRY_FILES)
    hint = f"是不是“{close}”？" if close else "各区的年度报告放在年度文件夹里，例如 2021/donghu.yaml"
    findings.warning(Place(str(path)), "unexpected-file", f"文件“{path.name}”没有读：数据文件夹里没有这种文件", hint)
