"""The colours in the dark: they follow the system, until the button “深色” is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser_fixtures import wait_until

GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(253, 252, 249)", "rgb(29, 27, 25)"
Scheme = Literal["light", "dark"]


@pytest.fixture
def visit(browser: Browser, serve: Callable[[Path], str], invented_site: Path) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_home(system: Scheme, *, scripts: bool = True) -> Page:
        context = browser.new_context(color_scheme=system, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.goto(serve(invented_site))
        return page

    yield open_home
    for context in contexts:
        context.close()


def ground(page: Page) -> str:
    return str(page.locator("body").evaluate(f"() => {GROUND}"))


def button_is_pressed(page: Page) -> str | None:
    return page.get_by_role("button", name="深色").get_attribute("aria-pressed")


@pytest.mark.parametrize(("system", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_colours_follow_the_system(system: Scheme, expected: str, visit: Callable[..., Page]) -> None:
    assert ground(visit(system)) == expected


@pytest.mark.parametrize(("system", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_without_scripts_colours_follow_the_system_and_there_is_no_button(
    system: Scheme, expected: str, visit: Callable[..., Page]
) -> None:
    page = visit(system, scripts=False)
    assert ground(page) == expected
    assert page.locator("html").evaluate("root => getComputedStyle(root).colorScheme") == system
    page.emulate_media(media="print")
    assert ground(page) == "rgb(255, 255, 255)"
    assert not page.locator("button.dark-colours").is_visible()


@pytest.mark.parametrize(("system", "other"), [("light", DARK), ("dark", LIGHT)])
def test_a_choice_lasts_over_pages_and_systems(system: Scheme, other: str, visit: Callable[..., Page]) -> None:
    page = visit(system)
    page.get_by_role("button", name="深色").press("Enter")
    assert ground(page) == other
    page.goto(page.url + "2022/donghu/")
    assert ground(page) == other
    assert button_is_pressed(page) == ("true" if other == DARK else "false")
    page.emulate_media(color_scheme="dark" if system == "light" else "light")
    assert ground(page) == other


def test_going_back_to_what_the_system_says_follows_it_again(visit: Callable[..., Page]) -> None:
    page = visit("light")
    for _ in range(2):
        page.get_by_role("button", name="深色").click()
    assert ground(page) == LIGHT
    page.emulate_media(color_scheme="dark")
    page.locator("button.dark-colours[aria-pressed=true]").wait_for()
    assert ground(page) == DARK


def test_the_first_thing_painted_has_the_chosen_colours(visit: Callable[..., Page]) -> None:
    page = visit("light")
    page.get_by_role("button", name="深色").click()
    page.add_init_script(f"requestAnimationFrame(() => {{ window.firstGround = document.body && {GROUND} }})")
    page.reload()
    wait_until(page, "window.firstGround")
    assert page.evaluate("window.firstGround") == DARK


def test_paper_is_white_even_in_the_dark(visit: Callable[..., Page]) -> None:
    page = visit("dark")
    page.emulate_media(media="print")
    assert ground(page) == "rgb(255, 255, 255)"
    assert page.locator("body").evaluate("body => getComputedStyle(body).color") == "rgb(0, 0, 0)"
