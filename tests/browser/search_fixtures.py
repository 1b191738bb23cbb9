"""Pages of the invented city where answers.js stands in for the search engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ANSWERS = Path(__file__).with_name("answers.js")
REPORT = "2023/nangang-park/"


@pytest.fixture
def home(serve: Callable[[Path], str], invented_site: Path) -> str:
    return serve(invented_site)


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """On an ordinary page, before anything is typed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    answer_with(page)
    page.goto(home + REPORT)
    yield page
    context.close()


def answer_with(page: Page) -> None:
    page.route("**/assets/js/search/engine.js", lambda route: route.fulfill(path=ANSWERS))


def ask(page: Page, question: str) -> None:
    """In the header's box, at once, so that there is one answer to wait for."""
    page.keyboard.press("/")
    page.keyboard.insert_text(question)
    page.locator(".search-result", has_text=question).first.wait_for()


def text_of_address(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.pathname + location.search + location.hash)"))
