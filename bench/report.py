"""What was measured, as a table and as a plot. Results in, files out; it measures nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "bench"

from matplotlib import pyplot as plt  # noqa: E402 after the choice of the backend

OURS, PLAIN = "this project", "plain MkDocs"
START, END = "<!-- measured -->", "<!-- end of what was measured -->"


def write_report(results: Mapping[str, Any], folder: Path) -> None:
    """Between the two marks of README.md, and plot.svg."""
    readme = folder / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    table = "\n".join(_lines(results))
    readme.write_text(f"{before}{START}\n\n{table}\n\n{END}{after}", encoding="utf-8")
    _plot(results["sizes"], folder / "plot.svg")


def _lines(results: Mapping[str, Any]) -> Iterator[str]:
    machine, versions = results["machine"], results["versions"]
    yield f"{machine['system']}, {machine['cores']} cores, Python {machine['python']}; " + ", ".join(
        f"{name} {number}" for name, number in versions.items()
    )
    yield ""
    yield "| on the real data | s (fastest to slowest) | MB, largest process |"
    yield "| --- | ---: | ---: |"
    for wait in results["real"]:
        yield f"| {wait['name']} | {_seconds(wait, 2)} | {wait['peak_megabytes']} |"
    yield ""
    columns = ("reports", "site", "s (fastest to slowest)", "of plain MkDocs", "ms a report", "peak MB", "KB a page",
               "KB of a report's page, median")  # fmt: skip
    yield f"| {' | '.join(columns)} |"
    yield f"| ---: | --- {'| ---: ' * (len(columns) - 2)}|"
    for size in results["sizes"]:
        for name, measured in size["contenders"].items():
            yield _row(size, name, measured)
        for name, reason in size["failed"].items():
            yield f"| {size['reports']} | {name} | does not build: {reason} {'| ' * (len(columns) - 2)}|"
    yield ""
    phases = list(results["sizes"][0]["phases"])
    yield f"| reports | {' | '.join(phases)} |"
    yield f"| ---: | {' | '.join('---:' for _ in phases)} |"
    for size in results["sizes"]:
        seconds = (f"{size['phases'][phase]:.2f}" for phase in phases)
        yield f"| {size['reports']} | {' | '.join(seconds)} |"


def _row(size: Mapping[str, Any], name: str, measured: Mapping[str, Any]) -> str:
    plain = size["contenders"].get(PLAIN)
    ratio = f"{measured['seconds'] / plain['seconds']:.2f}" if plain else ""
    cells = (
        size["reports"],
        name,
        _seconds(measured, 1),
        ratio,
        f"{measured['seconds'] / size['reports'] * 1000:.1f}",
        measured["peak_megabytes"],
        f"{measured['bytes_per_page'] / 1000:.1f}",
        f"{measured['bytes_of_a_report'] / 1000:.1f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _seconds(measured: Mapping[str, Any], digits: int) -> str:
    return "{seconds:.{0}f} ({fastest:.{0}f} to {slowest:.{0}f})".format(digits, **measured)


def _plot(sizes: Sequence[Mapping[str, Any]], path: Path) -> None:
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    for name in dict.fromkeys(name for size in sizes for name in size["contenders"]):
        points = [(size["reports"], size["contenders"][name]) for size in sizes if name in size["contenders"]]
        reports = [count for count, _ in points]
        seconds = [measured["seconds"] for _, measured in points]
        below = [measured["seconds"] - measured["fastest"] for _, measured in points]
        above = [measured["slowest"] - measured["seconds"] for _, measured in points]
        style = {"color": "#b3261e", "linewidth": 2} if name == OURS else {"linestyle": "--"}
        axes.errorbar(reports, seconds, yerr=(below, above), marker="o", capsize=3, label=name, **style)
    axes.set(xscale="log", yscale="log", xlabel="reports", ylabel="seconds, whole process")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
