"""Nothing that a reader has begun to read is moved by a script that comes later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.test_pages import DESKTOP, KINDS, PHONE

# The choice of another district takes the place of a list at the end of a page; only what stands before it counts.
PLACES = """() => {
    const end = document.querySelector(".beside") ?? document.querySelector(".page-foot, footer");
    return [...document.querySelectorAll("h1, h2, tr")]
        .filter(element => element.compareDocumentPosition(end) === Node.DOCUMENT_POSITION_FOLLOWING)
        .map(element => element.tagName + Math.round(element.getBoundingClientRect().top));
}"""
BUTTONS = "[...document.querySelectorAll('.site-header__setting')].map(button => button.checkVisibility())"


@pytest.mark.parametrize(
    "viewport", [pytest.param(DESKTOP, id="desktop", marks=pytest.mark.release), pytest.param(PHONE, id="phone")]
)
def test_late_scripts_move_nothing(
    viewport: dict[str, int], browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    context = browser.new_context(viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    moved = []
    for address in KINDS:
        places = []
        for act in (refuse_deferred_scripts, Route.continue_):
            page.route("**/assets/js/*.js", act)
            page.goto(serve(invented_site) + address)
            places.append(page.evaluate(PLACES))
            page.unroute_all()
        if places[0] != places[1]:
            moved.append(address)
    context.close()
    assert moved == []


def test_the_buttons_of_the_header_are_there_before_they_work(
    browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ window.shown = {BUTTONS} }})")
    page.goto(serve(invented_site))
    assert page.evaluate("window.shown") == [True, True]
    context.close()


def refuse_deferred_scripts(route: Route) -> None:
    if route.request.url.endswith("/settings.js"):
        route.continue_()
    else:
        route.abort()
