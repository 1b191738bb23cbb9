"""`python -m bench`: this project beside plain MkDocs and Zensical on the same content, in one run, turn by turn.

Ratios are the figures to quote: seconds are those of one machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import CommandFailedError, Measured, Run, run_once
from bench.plain import write_plain
from bench.real import BIN, ROOT, measure_real
from bench.report import write_report
from bench.synthetic import write_city
from highlights.load import load_city
from highlights.model import City

RESULTS = Path(__file__).parent
DISTRICTS_PER_EDITION = 100
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "jieba", "zensical")


@dataclass(frozen=True, slots=True)
class Contender:
    name: str
    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    site: Path


def main() -> None:
    options = _options()
    model = load_city(ROOT / "data").city
    if model is None:
        sys.exit("the data of the repository is wrong: run `highlights check`")
    sizes: list[dict[str, Any]] = []
    results = {
        "machine": _machine(),
        "versions": {name: version(name) for name in PACKAGES},
        "real": _measure_real(max(options.rounds, 5)),
        "sizes": sizes,
    }
    for reports in options.reports:
        with tempfile.TemporaryDirectory() as folder:
            sizes.append(_measure_size(model, reports, options, Path(folder)))
        # After each size: the next one takes long, and may be interrupted.
        (options.out / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
        write_report(results, options.out)


def _measure_real(rounds: int) -> list[dict[str, Any]]:
    _say("the real data")
    with tempfile.TemporaryDirectory() as folder:
        return list(measure_real(rounds, Path(folder)))


def _measure_size(model: City, reports: int, options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    data = folder / "data"
    editions = max(1, round(reports / DISTRICTS_PER_EDITION))
    write_city(model, ROOT / "data", data, districts=reports // editions, years=editions)
    ours, *others = contenders = list(_contenders(folder, data, with_plain=reports <= options.most_plain))
    if others:
        run_once(ours.command, ours.folder, ours.environment, folder / "log")
        write_plain(ours.site, folder / "plain")
    runs: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    failed: dict[str, str] = {}
    for turn in range(options.rounds):
        for contender in (one for one in contenders if one.name not in failed):
            _say(f"{reports} reports, turn {turn + 1} of {options.rounds}: {contender.name}")
            shutil.rmtree(contender.site, ignore_errors=True)
            try:
                run = run_once(contender.command, contender.folder, contender.environment, folder / "log")
            except CommandFailedError as error:
                if contender is ours:
                    raise
                failed[contender.name] = str(error).strip().splitlines()[-1]
                continue
            runs[contender.name].append(run)
    return {
        "reports": reports,
        "contenders": {
            contender.name: _record(Measured(tuple(runs[contender.name])), contender.site)
            for contender in contenders
            if contender.name not in failed
        },
        "failed": failed,
        "phases": _phases(data, folder),
    }


def _contenders(folder: Path, data: Path, *, with_plain: bool) -> Iterator[Contender]:
    mkdocs, zensical = str(BIN / "mkdocs"), str(BIN / "zensical")
    ours = (mkdocs, "build", "--strict", "--site-dir", str(folder / "site"))
    yield Contender("this project", ours, ROOT, _environment(data), folder / "site")
    if with_plain:
        plain = folder / "plain"
        yield Contender("plain MkDocs", (mkdocs, "build"), plain, {}, plain / "site")
        yield Contender("Zensical", (zensical, "build", "--clean"), plain, {}, plain / "site")


def _environment(data: Path) -> dict[str, str]:
    return {"HIGHLIGHTS_DATA": str(data)}


def _record(measured: Measured, site: Path) -> dict[str, Any]:
    pages = list(site.rglob("*.html"))
    reports = site.glob("[12][0-9][0-9][0-9]/*/index.html")
    return {
        **measured.figures(),
        "pages": len(pages),
        "bytes_per_page": round(sum(page.stat().st_size for page in pages) / len(pages)),
        "bytes_of_a_report": round(median(page.stat().st_size for page in reports)),
    }


def _phases(data: Path, folder: Path) -> dict[str, float]:
    """In a run of its own: looking at a clock at every step takes time too."""
    times = folder / "phases.json"
    command = (sys.executable, "-m", "bench.phases", str(folder / "site"), str(times))
    run_once(command, ROOT, _environment(data), folder / "log")
    phases: dict[str, float] = json.loads(times.read_text(encoding="utf-8"))
    return phases


def _machine() -> dict[str, Any]:
    return {"system": platform.system(), "python": platform.python_version(), "cores": os.cpu_count()}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[60, 1000, 4000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most-plain", type=int, default=4000, help="largest size at which the others are measured")
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 progress


if __name__ == "__main__":
    main()
