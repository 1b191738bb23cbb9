"""The schemas as files of a data folder: what they should hold, and whether what is there is of today.

A city that wants no help while typing has no folder for them, and hears nothing about it.
"""

from __future__ import annotations

import json
from pathlib import Path

from highlights.diagnostics import Diagnostic, Place, Severity
from highlights.editing.choices import choices_of
from highlights.editing.schema import make_schemas
from highlights.load.registries import Registries

SCHEMA_FOLDER = ".schema"


def schema_files(folder: Path, registries: Registries) -> dict[Path, str]:
    """What each file of `folder`/.schema holds for these registries."""
    schemas = make_schemas(choices_of(registries))
    return {
        folder / SCHEMA_FOLDER / f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas.items()
    }


def find_stale(folder: Path, registries: Registries) -> tuple[Diagnostic, ...]:
    """One warning for all files: one command mends them all."""
    if not (folder / SCHEMA_FOLDER).is_dir():
        return ()
    stale = [path for path, text in schema_files(folder, registries).items() if not _holds(path, text)]
    if not stale:
        return ()
    names = "、".join(path.name for path in stale)
    message = f"编辑时的提示不是最新的：{names}"
    hint = "运行 highlights schema 更新，一起提交"
    return (Diagnostic(Place(str(stale[0])), "stale-schema", message, hint, Severity.WARNING),)


def modeline(name: str, depth: int) -> str:
    """The first line of a data file, which tells an editing program where its schema is."""
    return f"# yaml-language-server: $schema={'../' * depth or './'}{SCHEMA_FOLDER}/{name}.json"


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") == text
