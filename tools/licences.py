"""`python -m tools.licences` renews LICENCES.md: under which licence each locked package is, in its own words.

Names come from the lock files, licences from what is installed. What is not installed here (what another system or only
`make bench` needs) or does not say it keeps its line, which somebody has written by hand; where there is none, that is
told.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LISTING = ROOT / "LICENCES.md"
UNKNOWN = "?"
SECTIONS = {
    "The program": "requirements.lock",
    "Tests alone": "requirements-test.lock",
    "Measuring alone (`make bench`)": "requirements-bench.lock",
    "Tests that are written for Node.js": "tests/npm/package-lock.json",
}
HEAD = """\
# Licences

This project is under the [MIT licence](LICENSE). It is built with the packages below, which `tools/set-up` installs;
nothing of them is checked in. Most name their licence themselves, in these words. A built site carries templates, style
sheets and icons of mkdocs-material (MIT) and no script of others. PDFs embed parts of the fonts Noto Serif CJK and Noto
Sans CJK (OFL-1.1), or of other fonts that the machine has for the faces that are asked for.

Renewed by `.venv/bin/python -m tools.licences`.
"""


def listing(before: str) -> str:
    """The whole file. `before` is the file as it stands, for what is not installed."""
    known = dict(re.findall(r"^\| (\S+) \| (.+) \|$", before, re.MULTILINE))
    parts, seen = [HEAD], set[str]()
    for title, lock in SECTIONS.items():
        found = {name: licence for name, licence in _licences(ROOT / lock, known).items() if name not in seen}
        seen |= found.keys()
        rows = "\n".join(f"| {name} | {licence} |" for name, licence in sorted(found.items()))
        parts.append(f"## {title}\n\n| package | licence |\n| --- | --- |\n{rows}\n")
    return "\n".join(parts)


def unknown(text: str) -> list[str]:
    return re.findall(rf"^\| (\S+) \| {re.escape(UNKNOWN)} \|$", text, re.MULTILINE)


def _licences(lock: Path, known: Mapping[str, str]) -> dict[str, str]:
    text = lock.read_text(encoding="utf-8")
    if lock.suffix == ".json":
        packages = json.loads(text)["packages"].items()
        return {path.rpartition("node_modules/")[2]: entry["license"] for path, entry in packages if path}
    names = re.findall(r"^([a-z0-9][a-z0-9.-]*)==", text, re.MULTILINE)
    return {name: _of_installed(name) or known.get(name, UNKNOWN) for name in names}


def _of_installed(name: str) -> str | None:
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    # In the order in which they are to be trusted: an expression is checked by the registry, a text by nobody.
    licence = (
        told["License-Expression"] or " or ".join(_classifiers(told)) or (told["License"] or "").partition("\n")[0]
    )
    return licence or None


def _classifiers(told: metadata.PackageMetadata) -> Iterator[str]:
    for classifier in told.get_all("Classifier") or ():
        kind, *_, name = classifier.split(" :: ")
        if kind == "License" and name != "OSI Approved":
            yield name


def main() -> None:
    text = listing(LISTING.read_text(encoding="utf-8") if LISTING.exists() else "")
    LISTING.write_text(text, encoding="utf-8")
    missing = unknown(text)
    if missing:
        sys.exit(f"Neither installed here nor written by hand: {', '.join(missing)}")


if __name__ == "__main__":
    main()
