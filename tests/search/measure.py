"""What searching costs as a city grows: python -m tests.search.measure [REPORTS …]

For each number of reports: time to index, files, compressed bytes that a first question fetches (engine and catalogue
included), time of an answer.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Response

from highlights.load import load_city
from highlights.model import City
from highlights.publish.search import search_files
from tests.browser_fixtures import launched_browser, serving
from tests.conftest import REAL_DATA, ROOT
from tests.search.asking import ask, open_engine
from tests.search.synthetic import synthetic_city

# Common and rare, short and long, the name of a theme, a number, one that only comes near.
QUESTIONS = (
    "工会",
    "维权",
    "慰问关爱",
    "骑士之家",
    "挽回经济损失",
    "法律援助案件",
    "象棋围棋桥牌",
    "60354",
    "北京经济技术开发区",
    "职工",
)
# Every two characters cost a file.
LONG_QUESTION = "新就业形态劳动者 体检"
ENGINE_FOLDER = ROOT / "overrides" / "assets" / "js" / "search"


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """In a browser that has loaded nothing yet. `answered` is of the same question again, with all files at hand."""

    question: str
    size: int
    files: int
    asked: float
    answered: float


def write_index(city: City, folder: Path) -> None:
    """The index and the engine on a page without a site."""
    for address, content in search_files(city).items():
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    shutil.copytree(ENGINE_FOLDER, folder / "assets" / "js" / "search")
    (folder / "index.html").write_text('<!doctype html><meta charset="utf-8"><title>搜索</title>', encoding="utf-8")


def first_questions(browser: Browser, base: str, questions: Sequence[str], **options: bool) -> Iterator[FirstQuestion]:
    for question in questions:
        page = browser.new_page()
        responses: list[Response] = []
        page.on("response", lambda response, kept=responses: kept.append(response))
        open_engine(page, base)
        started = time.perf_counter()
        ask(page, question, **options)
        between = time.perf_counter()
        ask(page, question, **options)
        ended = time.perf_counter()
        bodies = [response.body() for response in responses if ".js" in response.url]
        size = sum(len(gzip.compress(body)) for body in bodies)
        page.close()
        yield FirstQuestion(question, size, len(bodies), between - started, ended - between)


def main() -> None:
    real = load_city(REAL_DATA).city
    assert real
    with launched_browser() as browser, serving() as serve, tempfile.TemporaryDirectory() as folder:
        for count in [int(argument) for argument in sys.argv[1:]] or [60, 1_000, 10_000]:
            city = synthetic_city(real, count)
            started = time.process_time()
            search_files(city)
            indexing = (time.process_time() - started) * 1000 / count
            target = Path(folder, str(count))
            write_index(city, target)
            print(f"{count} reports: {indexing:.2f} ms a report, {len(list(target.rglob('*.js')))} files")  # noqa: T201
            for counts in (True, False):
                found = list(first_questions(browser, serve(target), (*QUESTIONS, LONG_QUESTION), counts=counts))
                print(report(found, counts=counts))  # noqa: T201


def report(found: Sequence[FirstQuestion], *, counts: bool) -> str:
    sizes = [one.size / 1000 for one in found]
    asked, answered = (median(times) * 1000 for times in ([o.asked for o in found], [o.answered for o in found]))
    return "\n".join(
        [
            *(f"  {one.size / 1000:5.1f} KB in {one.files:2} files  {one.question}" for one in found),
            f"  {'with' if counts else 'without'} counts: median {median(sizes):.1f} KB, most {max(sizes):.1f} KB",
            f"  ask() {asked:.0f} ms at first, {answered:.0f} ms again",
        ]
    )


if __name__ == "__main__":
    main()
