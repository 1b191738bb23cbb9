"""The words that were searched for, marked where a result leads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search_fixtures import ask, home, page

__all__ = ["home", "page"]  # fixtures

REPORT = "2022/donghu/"
MARKED = "[...document.querySelectorAll('mark.found')].map((mark) => mark.textContent)"


def marked(page: Page, *words: str) -> list[str]:
    page.evaluate("searchBox.load('spelling', 'found')")
    page.evaluate("(words) => searchBox.mark(words)", list(words))
    found: list[str] = page.evaluate(MARKED)
    return found


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ｇ２０绿道", ["G20绿道"]),  # width and case
        ("图书 漂流", ["图书漂流"]),
        ("２．４万", ["2.4万"]),
        ("99.43%", ["99.43%"]),
        ("12,560", ["12560"]),
        ("2.4万余棵，其中", ["2.4万余棵", "，其中"]),  # over the end of a link
        ("漂流架36个", ["漂流架", "36个"]),
        ("没有这样的词", []),
    ],
)
def test_words_are_marked_as_they_are_found(word: str, found: list[str], page: Page, home: str) -> None:
    page.goto(home + REPORT)
    assert list(dict.fromkeys(marked(page, word)))[: len(found) or None] == found


def test_words_never_reach_over_the_end_of_a_passage(page: Page, home: str) -> None:
    page.goto(home + REPORT)
    # The end of one list item and the beginning of the next.
    assert marked(page, "1万元；读者") == []


def test_marks_leave_text_and_links_as_they_were(page: Page, home: str) -> None:
    page.goto(home + REPORT)
    state = """[document.querySelector("article").innerText,
        [...document.querySelectorAll("article a")].map((link) => [link.href, link.textContent])]"""
    html = "document.querySelector('article').innerHTML"
    before, html_before = page.evaluate(state), page.evaluate(html)
    assert marked(page, "植树", "2022", "年")
    page.evaluate("document.querySelector('.found-bar').remove()")
    assert page.evaluate(state) == before
    page.keyboard.press("Escape")
    assert page.evaluate(html) == html_before


def test_marks_are_cleared_by_a_button_or_escape(page: Page, home: str) -> None:
    page.goto(home + REPORT)
    assert marked(page, "植树")
    page.get_by_role("button", name="清除标记").click()
    expect(page.locator("mark.found")).to_have_count(0)
    expect(page.locator(".found-bar")).to_have_count(0)
    assert marked(page, "植树")
    page.keyboard.press("Escape")
    expect(page.locator("mark.found")).to_have_count(0)


def test_marks_come_once_with_the_passage_in_view(page: Page) -> None:
    ask(page, "植树")
    page.locator("[role=option]").nth(1).click()
    page.wait_for_url("**/2022/xiling/#figure-trees_planted")
    expect(page.locator("#figure-trees_planted mark.found").first).to_be_in_viewport()
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator("mark.found")).to_have_count(0)


def test_a_result_on_the_same_page_is_marked_too(page: Page, home: str) -> None:
    page.goto(home + REPORT)
    ask(page, "植树")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("mark.found").first).to_be_visible()
    expect(page.locator(".search-list")).to_be_hidden()
