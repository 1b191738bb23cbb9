"""The button “大字”: what it does, what it remembers, and that nothing is seen in the wrong size."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.test_pages import DESKTOP, KINDS
from tests.browser_fixtures import wait_until

NARROW = {"width": 320, "height": 640}
ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
REFUSE_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused') } })"
CHOOSE_LARGE = "localStorage.setItem('large-type', 'on')"


@pytest.fixture
def home(serve: Callable[[Path], str], invented_site: Path) -> str:
    return serve(invented_site)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    yield context
    context.close()


def is_pressed(page: Page) -> str | None:
    return page.get_by_role("button", name="大字").get_attribute("aria-pressed")


def test_large_type_lasts_over_pages_until_it_is_switched_off(context: BrowserContext, home: str) -> None:
    page = context.new_page()
    page.goto(home)
    normal = page.evaluate(ROOT_SIZE)
    assert is_pressed(page) == "false"
    page.get_by_role("button", name="大字").press("Enter")
    assert is_pressed(page) == "true"
    assert page.evaluate(ROOT_SIZE) >= 1.3 * normal
    page.goto(home + "2022/donghu/")
    assert is_pressed(page) == "true"
    assert page.evaluate(ROOT_SIZE) >= 1.3 * normal
    page.get_by_role("button", name="大字").click()
    page.goto(home)
    assert is_pressed(page) == "false"
    assert page.evaluate(ROOT_SIZE) == normal


def test_the_first_thing_painted_has_the_chosen_size(context: BrowserContext, home: str) -> None:
    """Even when the script is slow to come."""

    def come_late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    context.add_init_script(f"{CHOOSE_LARGE}; requestAnimationFrame(() => {{ window.firstSize = {ROOT_SIZE} }})")
    page = context.new_page()
    page.route("**/settings.js", come_late)
    page.goto(home)
    wait_until(page, "window.firstSize")
    assert page.evaluate("window.firstSize") == page.evaluate(ROOT_SIZE) == 27


def test_the_button_is_not_shown_where_it_could_do_nothing(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    assert not page.locator(".large-type").is_visible()
    context.close()


def test_the_choice_works_where_nothing_can_be_remembered(context: BrowserContext, home: str) -> None:
    context.add_init_script(REFUSE_STORAGE)
    page = context.new_page()
    page.goto(home)
    page.get_by_role("button", name="大字").click()
    assert is_pressed(page) == "true"


@pytest.mark.parametrize("choice", ["", CHOOSE_LARGE], ids=["normal", "large"])
def test_the_narrowest_screen_needs_no_sideways_scrolling(browser: Browser, home: str, choice: str) -> None:
    """320 pixels are also what 1280 leave at 400 %."""
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    if choice:
        context.add_init_script(choice)
    page = context.new_page()
    wide = []
    for address in KINDS:
        page.goto(home + address)
        if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
            wide.append(address)
    context.close()
    assert wide == []


def test_the_menu_of_a_narrow_screen_opens_by_keyboard_and_without_scripts(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(home + "districts/donghu/")
    sections = page.get_by_role("navigation", name="栏目")
    assert sections.get_by_role("link").count() == 0
    page.locator(".site-menu summary").press("Enter")
    assert sections.get_by_role("link").all_inner_texts()[:2] == ["首页", "各区"]
    assert sections.locator("[aria-current]").all_inner_texts() == ["各区"]
    context.close()


def test_nothing_moves_for_those_who_ask_for_rest(browser: Browser, home: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(home)
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionProperty !== 'none').length"
    assert page.evaluate(moving) == 0
    context.close()
