"""Options that several commands have, and the folders that they stand for when nobody names others."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA_VARIABLE = "HIGHLIGHTS_DATA"
# Set by `highlights build` for the site that it builds; a plain `mkdocs build` has no PDFs, and links to none.
BULLETINS_VARIABLE = "HIGHLIGHTS_BULLETINS"
BULLETINS = ROOT / "bulletins"
WORKSHOP = ROOT / ".build"


def add_data(parser: ArgumentParser, *, must_exist: bool = True) -> None:
    parser.add_argument("--data", type=Path, default=_default_data(), metavar="DIR", help="数据文件夹")
    parser.set_defaults(data_must_exist=must_exist)


def add_format(parser: ArgumentParser, formats: Iterable[str]) -> None:
    parser.add_argument("--format", choices=formats, default="text", help="结果的写法")


def add_offline(parser: ArgumentParser) -> None:
    parser.add_argument("--offline", action="store_true", help="从磁盘打开的网站 site-offline/")


def _default_data() -> Path:
    given = os.environ.get(DATA_VARIABLE)
    if given:
        return Path(given)
    return Path("data") if Path.cwd() == ROOT else ROOT / "data"
