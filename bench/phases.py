"""Where the time of one build goes: MkDocs runs in this process with a clock around each phase.

`python -m bench.phases SITE_FOLDER TIMES_FILE`; the data is the one of `HIGHLIGHTS_DATA`.
"""

from __future__ import annotations

import functools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

import highlights.load
from highlights.bulletin.document import Bulletins
from highlights.load import city
from highlights.publish import search, site_files, writer
from highlights.publish.site import checks

_START = time.perf_counter()

# What is called in each phase. A phase that runs inside another one is not counted there.
PHASES: tuple[tuple[str, Any, str], ...] = (
    ("load", highlights.load, "load_city"),
    ("check", city, "_judge"),
    ("render", writer.Writer, "page"),
    ("render", writer.Writer, "call"),
    ("bulletin pages", Bulletins, "of_edition"),
    ("place", Page, "render"),
    ("place", writer.Writer, "fill"),
    ("theme template", build, "_build_page"),
    ("search index", search, "search_files"),
    ("open data", writer, "open_data_files"),
    ("open data", site_files, "table_files"),
    ("open data", site_files, "district_files"),
    ("site checks", checks, "check_site"),
)

_spent: dict[str, float] = defaultdict(float)
_running: list[str] = []


def _watch(phase: str, owner: Any, name: str) -> None:
    original = getattr(owner, name)

    @functools.wraps(original)
    def timed(*args: Any, **kwargs: Any) -> Any:
        _running.append(phase)
        start = time.perf_counter()
        try:
            return original(*args, **kwargs)
        finally:
            seconds = time.perf_counter() - start
            _running.pop()
            _spent[phase] += seconds
            if _running:
                _spent[_running[-1]] -= seconds

    setattr(owner, name, timed)


def main(site: str, times: str) -> None:
    for phase in PHASES:
        _watch(*phase)
    configuration = load_config("mkdocs.yml", site_dir=site, strict=True)
    configuration.plugins.on_startup(command="build", dirty=False)
    build.build(configuration)
    checks.check_site(Path(site), configuration.extra["writer"].city)
    Path(times).write_text(json.dumps(_with_rest(_spent, time.perf_counter() - _START)), encoding="utf-8")


def _with_rest(spent: Mapping[str, float], whole: float) -> dict[str, float]:
    return {**{name: round(spent[name], 3) for name, *_ in PHASES}, "rest": round(whole - sum(spent.values()), 3)}


if __name__ == "__main__":
    main(*sys.argv[1:])
