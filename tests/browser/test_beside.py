"""A district beside another one of the reader's choice, on a server and from disk, with scripts and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.test_pages import DESKTOP

DONGHU = "districts/donghu/"


@pytest.fixture
def home(serve: Callable[[Path], str], invented_site: Path) -> str:
    return serve(invented_site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def rows(page: Page) -> list[list[str]]:
    page.locator(".beside-table").wait_for()
    return [row.locator("th, td").all_inner_texts() for row in page.locator(".beside-table tbody tr").all()]


BESIDE_XILING = [
    ["2023年"],
    ["植树", "2.9万棵\n不少于3万棵\n是目标，不是结果", "—"],
    ["2022年"],
    ["植树", "2.4万余棵", "18000株\n截至日期未注明\n近500株\n口径不同：只含志愿者栽种的"],
    ["绿道长度", "48.5公里", "约20公里\n截至日期未注明"],
    ["外借图书", "12560册次", "—"],
    ["按时办结率", "99.43%", "98%"],
]


def test_a_reader_puts_another_district_beside_this_one(page: Page, home: str) -> None:
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    page.goto(home + DONGHU)
    assert not [request for request in requests if request.url.endswith("figures.js")]
    page.get_by_label("把东湖与另一个区对照").select_option(label="西岭")
    assert rows(page) == BESIDE_XILING
    assert page.get_by_role("status").inner_text().startswith("两个区同一年都公布的指标有3项。")
    assert page.url == home + DONGHU + "?beside=xiling"
    page.locator(".beside-table a", has_text="98%").click()
    assert page.url == home + "2022/xiling/#figure-on_time_rate"


def test_the_address_keeps_the_choice(page: Page, home: str) -> None:
    page.goto(home + DONGHU + "?beside=xiling")
    assert rows(page) == BESIDE_XILING
    page.get_by_label("把东湖与另一个区对照").select_option(label="选一个区")
    assert page.locator(".beside-table").count() == 0
    assert page.url == home + DONGHU


def test_an_address_with_a_district_that_is_not_there_compares_nothing(page: Page, home: str) -> None:
    page.goto(home + DONGHU + "?beside=nobody")
    assert page.get_by_label("把东湖与另一个区对照").input_value() == ""
    assert page.locator(".beside-table").count() == 0


def test_it_works_from_disk(page: Page, invented_site: Path) -> None:
    page.goto((invented_site / DONGHU / "index.html").as_uri())
    page.get_by_label("把东湖与另一个区对照").select_option(label="西岭")
    assert rows(page) == BESIDE_XILING


def test_figures_that_cannot_be_had_are_asked_for_again(page: Page, home: str) -> None:
    page.route("**/xiling/figures.js", lambda route: route.abort())
    page.goto(home + DONGHU)
    choice = page.get_by_label("把东湖与另一个区对照")
    choice.select_option(label="西岭")
    page.get_by_text("没能取到数据").wait_for()
    assert page.get_by_role("status").get_by_role("link").get_attribute("href") == "../xiling/"
    page.unroute("**/xiling/figures.js")
    choice.select_option(label="选一个区")
    choice.select_option(label="西岭")
    assert rows(page) == BESIDE_XILING


def test_without_scripts_the_districts_are_links(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + DONGHU)
    page.locator(".beside").get_by_role("link", name="西岭").click()
    assert page.url == home + "districts/xiling/"
    context.close()
