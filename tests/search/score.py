"""How often the right page comes first: python -m tests.search.score --queries FILE [--site DIR]

FILE is CSV with the columns query and expected: pages of the site, several divided by |, such as 2021/haidian. A result
counts at its address without the fragment. Without --site the site is built from the data at hand.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser_fixtures import launched_browser, serving
from tests.conftest import REAL_DATA, build_site
from tests.search.asking import ask_all, open_engine


@dataclass(frozen=True, slots=True)
class Outcome:
    """`rank` counts from 1; None where no expected page is among the first ten."""

    question: str
    expected: tuple[str, ...]
    addresses: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        pages = [address.partition("#")[0].strip("/") for address in self.addresses]
        return next((at for at, page in enumerate(pages, start=1) if page in self.expected), None)


def outcomes(page: Page, queries: Path) -> Iterator[Outcome]:
    with queries.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = ask_all(page, [row["query"] for row in rows])
    for row, answer in zip(rows, answers, strict=True):
        found = tuple(result["address"] for result in answer["results"])
        yield Outcome(row["query"], tuple(row["expected"].split("|")), found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, launched_browser() as browser, serving() as serve:
        page = browser.new_page()
        open_engine(page, serve(options.site or build_site(Path(folder), REAL_DATA)))
        found = list(outcomes(page, options.queries))
    for outcome in found:
        first = outcome.addresses[0] if outcome.addresses else "—"
        mark = "hit " if outcome.rank == 1 else "miss"
        print(f"{mark}  {outcome.question}\t{first}\t{outcome.rank or '—'}")  # noqa: T201 it is what was asked for
    firsts = sum(outcome.rank == 1 for outcome in found)
    among = sum(outcome.rank is not None and outcome.rank <= 3 for outcome in found)
    print(f"{firsts} of {len(found)} first, {among} among the first three")  # noqa: T201


if __name__ == "__main__":
    main()
