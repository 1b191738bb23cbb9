"""The site that is opened from disk: reading and searching without a server, and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.search_fixtures import ask

REPORT = "2022/donghu/index.html"


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, offline_site: Path, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("request", lambda request: complaints.append(request.url) if not is_local(request.url) else None)
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((offline_site / "index.html").as_uri())
    yield page
    context.close()


def is_local(address: str) -> bool:
    return address.startswith(("file:", "data:"))


def test_a_walk_from_home_over_a_search_to_a_figure(page: Page, offline_site: Path, complaints: list[str]) -> None:
    ask(page, "图书漂流")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    report = (offline_site / REPORT).as_uri()
    page.wait_for_url(report + "#book-drift")
    expect(page.locator("mark.found").first).to_have_text("图书漂流")
    page.locator(".highlight-body .figure", has_text="12560册次").click()
    page.wait_for_url(report + "#figure-books_lent")
    expect(page.locator("#figure-books_lent")).to_be_in_viewport()
    assert complaints == []


def test_the_search_page_and_its_results_open(page: Page, offline_site: Path, complaints: list[str]) -> None:
    ask(page, "图书漂流")
    page.keyboard.press("Enter")
    page.wait_for_url((offline_site / "search" / "index.html").as_uri() + "?q=*")
    page.locator("ol.search-results a").first.click()
    page.wait_for_url((offline_site / REPORT).as_uri() + "#book-drift")
    assert complaints == []


def test_sections_and_trails_lead_on(page: Page, offline_site: Path, complaints: list[str]) -> None:
    page.get_by_role("link", name="指标", exact=True).click()
    page.get_by_role("link", name="植树", exact=True).first.click()
    page.wait_for_url((offline_site / "indicators" / "trees_planted" / "index.html").as_uri())
    page.locator(".trail").get_by_role("link", name="首页").click()
    page.wait_for_url((offline_site / "index.html").as_uri())
    assert complaints == []
