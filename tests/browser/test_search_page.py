"""The search page: results, filters in the address, Back, and what it says when there is nothing to show."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search_fixtures import answer_with, home, page, text_of_address

__all__ = ["home", "page"]  # fixtures

RESULTS = "ol.search-results > li"


def status(page: Page) -> str:
    return page.locator(".search-page__status").inner_text()


def test_the_first_result_is_the_first_link_of_the_list(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树")
    page.locator(RESULTS).first.wait_for()
    assert page.locator("ol.search-results a").first.get_attribute("href") == home + "2022/donghu/#tree-day"
    heading = page.get_by_role("link", name="春天植树", exact=True).first
    expect(heading.locator("mark")).to_have_text("植树")
    assert page.title().startswith("植树 - 搜索 - ")
    assert status(page) == "25条结果"
    expect(page.locator(".search-box__question")).to_have_value("植树")
    expect(page.locator(".search-page__lists")).to_be_hidden()


def test_ten_results_stand_there_and_more_on_demand(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树")
    more = page.get_by_role("button", name="更多结果")
    expect(page.locator(RESULTS)).to_have_count(10)
    more.press("Enter")
    expect(page.locator(RESULTS)).to_have_count(20)
    expect(page.locator(RESULTS).nth(10).locator("a")).to_be_focused()
    more.press("Enter")
    expect(page.locator(RESULTS)).to_have_count(25)
    expect(more).to_be_hidden()
    # A reader who comes back from a result finds as many again.
    page.locator(RESULTS).nth(24).locator("a").click()
    page.wait_for_url("**/2023/donghu/*")
    page.go_back()
    expect(page.locator(RESULTS)).to_have_count(25)


def test_filters_stand_in_the_address_and_back_undoes_them(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树")
    label = page.locator(".search-page__filters label")
    expect(label.filter(has_text="2022年")).to_have_text("2022年 2")
    expect(label.filter(has_text="南港")).to_be_hidden()  # nothing there
    page.get_by_label("2022年").check()
    expect(page.locator(RESULTS)).to_have_count(2)
    page.get_by_label("公共阅读").check()
    expect(page.locator(RESULTS)).to_have_count(1)
    assert text_of_address(page) == "/search/?q=植树&year=2022&theme=reading"
    page.go_back()
    expect(page.locator(RESULTS)).to_have_count(2)
    expect(page.get_by_label("公共阅读")).not_to_be_checked()
    page.go_back()
    expect(page.locator(RESULTS)).to_have_count(10)
    assert text_of_address(page) == "/search/?q=植树"


def test_a_shared_address_shows_the_same_search(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树&year=2022&district=xiling&theme=reading")
    expect(page.locator(RESULTS)).to_have_count(1)
    for name in ("2022年", "西岭", "公共阅读"):
        expect(page.get_by_label(name)).to_be_checked()


@pytest.mark.parametrize("stale", ["theme=gone", "theme=constructor", "district=gone&year=1066"])
def test_a_filter_that_is_none_does_not_count(stale: str, page: Page, home: str) -> None:
    page.goto(f"{home}search/?q=植树&{stale}")
    expect(page.locator(".search-page__status")).to_contain_text("条")
    expect(page.locator(".search-result").first).to_be_visible()
    assert not page.locator(".search-page__filters input:checked").count()


def test_typing_changes_results_and_address_and_back_returns(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树")
    page.locator(RESULTS).first.wait_for()
    box = page.locator(".search-box__question")
    box.fill("")
    box.type("图书")
    expect(page.locator(RESULTS).first).to_contain_text("图书全年")
    assert text_of_address(page) == "/search/?q=图书"
    assert page.title().startswith("图书 - ")
    page.go_back()
    expect(page.locator(RESULTS).first).to_contain_text("植树全年")
    expect(box).to_have_value("植树")


def test_escape_clears_the_box_and_the_lists_are_back(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="公共阅读")).to_be_visible()
    assert text_of_address(page) == "/search/"


def test_a_relaxed_answer_says_so(page: Page, home: str) -> None:
    page.goto(home + "search/?q=远")
    page.locator(RESULTS).first.wait_for()
    assert status(page) == "没有同时含有全部词语的内容，以下是最接近的25条"


def test_nothing_found_says_what_to_try(page: Page, home: str) -> None:
    page.goto(home + "search/?q=无")
    advice = page.locator(".search-page__advice")
    expect(advice).to_contain_text("例如“东湖”")
    assert status(page) == "没有找到“无”"
    expect(page.get_by_role("link", name="公共阅读")).to_be_visible()
    expect(page.get_by_role("button", name="去掉全部筛选")).to_be_hidden()


def test_filters_that_leave_nothing_can_be_dropped_at_once(page: Page, home: str) -> None:
    page.goto(home + "search/?q=植树&year=2022&theme=safety")
    page.get_by_role("button", name="去掉全部筛选").click()
    expect(page.locator(RESULTS)).to_have_count(10)
    assert text_of_address(page) == "/search/?q=植树"


def test_a_failed_search_is_shown_and_can_be_tried_again(page: Page, home: str) -> None:
    page.goto(home + "search/?q=坏")
    again = page.get_by_role("button", name="再试一次")
    again.wait_for()
    assert "搜索没有载入" in status(page)
    page.evaluate("districtSearch.isBroken = false")
    again.click()
    page.locator(RESULTS).first.wait_for()
    expect(again).to_be_hidden()


def test_without_a_question_the_lists_lead_on(page: Page, home: str) -> None:
    answer_with(page)
    page.goto(home + "search/")
    expect(page.get_by_role("link", name="公共阅读")).to_be_visible()
    expect(page.locator(".search-page__body")).to_be_hidden()
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_a_question_is_text_and_never_markup(page: Page, home: str) -> None:
    page.goto(home + "search/?q=" + "%3Cimg src=x onerror=alert(1)%3E")
    page.locator(RESULTS).first.wait_for()
    assert page.locator(".search-page img").count() == 0
    expect(page.locator(RESULTS).first).to_contain_text("<img src=x")
