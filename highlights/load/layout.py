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

_REGISTRIES = (*REGISTRY_FILES, *OPTIONAL_FILES)
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
    visible = _visible(folder)
    years = [path for path in visible if _YEAR.fullmatch(path.name) and not path.is_symlink() and path.is_dir()]
    registries = {path.name: path for path in visible if path.name in _REGISTRIES}
    for path in visible:
        if path not in years and path.name not in registries:
            _tell_unread(path, findings)
    for name in REGISTRY_FILES:
        if name not in registries:
            findings.error(
                Place(str(folder / name)),
                "missing-file",
                f"缺少文件 {name}",
                "从仓库历史中恢复，或照编辑指南新建",
            )
    return Layout(registries, {int(path.name): _report_files(path, findings) for path in years})


def data_files(folder: Path) -> Iterator[Path]:
    """Those that are read, of a folder with nothing missing."""
    layout = read_layout(folder, Findings())
    yield from layout.registries.values()
    for year, reports in layout.editions.items():
        yield from (folder / str(year) / EDITION_FILE, *reports)


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _tell_unread(path: Path, findings: Findings) -> None:
    """What a link leads to is in no revision, and no review sees it."""
    if path.is_symlink() or not (path.is_dir() or path.is_file()):
        findings.error(
            Place(str(path)),
            "unreadable-file",
            f"“{path.name}”没有读：它是链接、管道或设备",
            "换成所指的文件或文件夹本身，或移出数据文件夹",
        )
    elif path.is_dir():
        findings.warning(
            Place(str(path)),
            "unexpected-file",
            f"文件夹“{path.name}”不是年度，其中的内容没有读",
            "年度文件夹用四位数字命名，例如 2021",
        )
    else:
        close = nearest(path.name, REGISTRY_FILES)
        findings.warning(
            Place(str(path)),
            "unexpected-file",
            f"文件“{path.name}”没有读：数据文件夹里没有这种文件",
            f"是不是“{close}”？" if close else "各区的年度报告放在年度文件夹里，例如 2021/donghu.yaml",
        )


def _report_files(folder: Path, findings: Findings) -> tuple[Path, ...]:
    visible = _visible(folder)
    if folder / EDITION_FILE not in visible:
        findings.error(
            Place(str(folder / EDITION_FILE)),
            "missing-file",
            f"{folder.name} 年度缺少文件 {EDITION_FILE}",
            "照其他年度新建，写明 year、title、status",
        )
    for path in visible:
        if path.suffix != ".yaml":
            findings.warning(
                Place(str(path)),
                "unexpected-file",
                f"文件“{path.name}”没有读：它的名称不以 .yaml 结尾",
                "改成 .yaml" if path.suffix == ".yml" else "把它移出数据文件夹",
            )
    return tuple(path for path in visible if path.suffix == ".yaml" and path.name != EDITION_FILE)
