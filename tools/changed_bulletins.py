"""`changed_bulletins.py BULLETINS OUT < CHANGES`: the PDFs that a change of the data touches, put aside for reviewers.

CHANGES is what `highlights diff --format json` prints; BULLETINS is the folder of PDFs on the built site. A district's
change is in its part, an edition's own change (its title, its date of issue) in the whole edition. It runs on any
Python, without the project's packages.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any


def main() -> None:
    bulletins, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    for name in sorted(set(names_of(json.load(sys.stdin)["changes"]))):
        file = bulletins / name
        # A report that the change removes has none any more.
        if file.is_file():
            shutil.copy(file, out)
            print(name)  # noqa: T201 for the job's log


def names_of(changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for change in changes:
        if change["year"] is not None:
            yield "-".join(filter(None, (str(change["year"]), change["district"]))) + ".pdf"


if __name__ == "__main__":
    main()
