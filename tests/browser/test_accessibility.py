"""No accessibility violation that axe-core can find, on a page of each kind, however it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.search_fixtures import answer_with, ask
from tests.browser.test_pages import DESKTOP, KINDS, PHONE

# What readers make of pages.
STATES = ("districts/donghu/?beside=xiling", "tables/2022/?theme=reading")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


LOOKS = pytest.mark.parametrize(
    ("scheme", "viewport"),
    [
        pytest.param("light", DESKTOP, id="light-desktop"),
        pytest.param("dark", PHONE, id="dark-phone"),
        # Each scheme and each width has been seen; before a release, all of them together.
        pytest.param("dark", DESKTOP, id="dark-desktop", marks=pytest.mark.release),
        pytest.param("light", PHONE, id="light-phone", marks=pytest.mark.release),
    ],
)


@LOOKS
def test_axe_finds_nothing(
    scheme: str, viewport: dict[str, int], browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    found = violations(context, serve(invented_site), (*KINDS, *STATES))
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.release
def test_axe_finds_nothing_on_any_real_page(browser: Browser, serve: Callable[[Path], str], real_site: Path) -> None:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    addresses = [path.relative_to(real_site).as_posix() for path in sorted(real_site.rglob("*.html"))]
    found = violations(context, serve(real_site), addresses)
    context.close()
    assert not found, "\n".join(found)


def violations(context: BrowserContext, home: str, addresses: Iterable[str]) -> list[str]:
    page = context.new_page()
    found = []
    for address in addresses:
        page.goto(home + address)
        page.evaluate("document.querySelectorAll('details').forEach(menu => { menu.open = true })")
        found += [f"/{address}: {violation}" for violation in violations_on(page)]
    return found


@LOOKS
def test_axe_finds_nothing_in_the_search(
    scheme: str, viewport: dict[str, int], browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    home = serve(invented_site)
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    answer_with(page)
    page.goto(home)
    ask(page, "植树")
    page.keyboard.press("ArrowDown")
    found = {"list": violations_on(page)}
    page.keyboard.press("Enter")
    page.locator("mark.found").first.wait_for()
    found["marks"] = violations_on(page)
    ask(page, "植树")
    page.keyboard.type("无")
    page.locator(".search-list__note:not([hidden])").wait_for()
    found["nothing in the list"] = violations_on(page)
    for name, question, sign in (
        ("results", "植树", ".search-results li"),
        ("nothing", "无", ".search-page__advice"),
        ("failure", "坏", ".search-page__again"),
    ):
        page.goto(f"{home}search/?q={question}")
        page.locator(sign).first.wait_for()
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        found[name] = violations_on(page)
    context.close()
    assert not any(found.values()), found


def violations_on(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    return [
        f"{violation['id']} ({violation['help']}): {[node['target'] for node in violation['nodes']]}"
        for violation in Axe().run(page, options=options).response["violations"]
    ]
