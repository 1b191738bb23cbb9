"""No accessibility violation that axe-core can find, on a page of each kind, however it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.browser.test_pages import DESKTOP, KINDS, PHONE

# What readers make of pages.
STATES = ("districts/donghu/?beside=xiling", "tables/2022/?theme=reading")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
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
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    axe = Axe()
    page = context.new_page()
    found = []
    for address in addresses:
        page.goto(home + address)
        page.evaluate("document.querySelectorAll('details').forEach(menu => { menu.open = true })")
        for violation in axe.run(page, options=options).response["violations"]:
            places = [node["target"] for node in violation["nodes"]]
            found.append(f"/{address}: {violation['id']} ({violation['help']}): {places}")
    return found
