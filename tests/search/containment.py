"""Whether what readers see is found: every substring of every text and label, and how many of the first ten have it.

python -m tests.search.containment [--sample N] [--site DIR]
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from highlights.load import load_city
from highlights.model import City, Report
from highlights.publish.search.documents import Document, Passage, documents
from highlights.publish.search.spelling import normalise
from highlights.render.prose import plain_text
from highlights.render.wording import notes_on
from tests.browser_fixtures import launched_browser, serving
from tests.conftest import REAL_DATA, build_site
from tests.search.asking import ask_all, open_engine

SHORTEST, LONGEST = 2, 4
AT_A_TIME = 500
FOLDERS = {"district": "districts", "theme": "themes", "indicator": "indicators"}
PAGES = {"source": "notes", "term": "terms"}


@dataclass(frozen=True, slots=True)
class Containment:
    """`lost` have no result; `astray` have a first result that does not contain them."""

    asked: int
    lost: tuple[str, ...]
    astray: tuple[str, ...]
    shown: int
    containing: int


def texts_of(city: City) -> Iterator[str]:
    """As they stand on the pages, a paragraph or label each."""
    for report in city.reports():
        yield from _texts_of_report(report)
    for edition in city.editions.values():
        yield from (edition.title, *_paragraphs(edition.introduction))
    for district in city.districts.values():
        yield from (district.name, district.organisation, *district.aliases)
    for theme in city.themes.values():
        yield from (theme.name, *_paragraphs(theme.description))
    for indicator in city.indicators.values():
        yield from (indicator.name, indicator.definition)
    for term in city.terms.values():
        yield from (term.name, *term.aliases, *_paragraphs(term.text))
    for source in city.sources.values():
        yield from (source.title, *_paragraphs(source.note))


def _texts_of_report(report: Report) -> Iterator[str]:
    for highlight in report.highlights:
        yield from (highlight.title, *plain_text(highlight.text, report.figures).split("\n"))
    for figure in report.figures.values():
        yield from (figure.name, figure.reported, *notes_on(figure, report))
    for remark in report.remarks:
        yield from _paragraphs(remark.text)


def _paragraphs(text: str | None) -> list[str]:
    return plain_text(text or "", {}).split("\n")


def substrings(city: City) -> list[str]:
    """All of them once, in a fixed order."""
    return sorted(
        {
            text[start : start + length]
            for text in texts_of(city)
            for length in range(SHORTEST, LONGEST + 1)
            for start in range(len(text) - length + 1)
            if text[start : start + length].strip()
        }
    )


def examine(page: Page, city: City, questions: Sequence[str]) -> Containment:
    haystacks: dict[str, str] = defaultdict(str)
    for document in documents(city):
        haystacks[_page_of(document)] += _whole_of(document)
    lost, astray, shown, containing = [], [], 0, 0
    for start in range(0, len(questions), AT_A_TIME):
        some = list(questions[start : start + AT_A_TIME])
        for question, answer in zip(some, ask_all(page, some), strict=True):
            wanted = normalise(question)
            pages = [result["address"].partition("#")[0].strip("/") for result in answer["results"]]
            has = [wanted in haystacks[page] for page in pages]
            shown += len(has)
            containing += sum(has)
            if not has:
                lost.append(question)
            elif not has[0]:
                astray.append(question)
    return Containment(len(questions), tuple(lost), tuple(astray), shown, containing)


def _page_of(document: Document) -> str:
    if document.report:
        return f"{document.report.year}/{document.report.district.id}"
    return PAGES.get(document.kind) or f"{FOLDERS.get(document.kind, '')}/{document.id}".strip("/")


def _whole_of(document: Document) -> str:
    parts = (text for passage in document.passages for text in _texts_of_passage(passage))
    return "\n".join(map(normalise, parts)) + "\n"


def _texts_of_passage(passage: Passage) -> Iterator[str]:
    """The names of its themes stand beside it."""
    yield from (passage.title, *passage.lines, *passage.also, *(theme.name for theme in passage.themes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    city = load_city(REAL_DATA).city
    assert city
    questions = substrings(city)
    if options.sample:
        questions = random.Random(500).sample(questions, options.sample)
    with tempfile.TemporaryDirectory() as folder, launched_browser() as browser, serving() as serve:
        page = browser.new_page()
        open_engine(page, serve(options.site or build_site(Path(folder), REAL_DATA)))
        found = examine(page, city, questions)
    print(f"{found.asked} substrings, {len(found.lost)} without result: {found.lost[:20]}")  # noqa: T201
    print(f"{len(found.astray)} whose first result does not contain them: {found.astray[:20]}")  # noqa: T201
    print(f"{found.containing / found.shown:.1%} of the first ten contain it")  # noqa: T201


if __name__ == "__main__":
    main()
