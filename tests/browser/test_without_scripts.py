"""Every page of both cities with scripts switched off: all is there to be read, and nothing that does nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import PHONE

# The real pages before a release.
SITES = ("invented_site", pytest.param("real_site", marks=pytest.mark.release))
# 320 is the narrowest screen, 640 what 1280 leave at 200 %.
WIDTHS = (320, 640)

# What carries content, but for the contents list, which a reader opens.
UNSEEN = """() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, dt, dd, th, td, .figure, .term, rect)")]
    .filter((part) => !part.closest("details, [role=status], .theme-filter, .search-page__advice"))
    .filter((part) => !part.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map((part) => part.outerHTML.slice(0, 120))"""
# What the keyboard reaches counts, be it transparent. A form that leads somewhere needs no script.
USELESS = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button], [onclick]")]
    .filter((control) => control.checkVisibility({visibilityProperty: true}) && !control.closest("form[action]"))
    .map((control) => control.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("site_name", SITES)
def test_all_is_there_to_be_read_and_no_control_does_nothing(
    site_name: str, browser: Browser, serve: Callable[[Path], str], request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(site_name)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(serve(site) + name)
        found += [(name, "unseen", part) for part in page.evaluate(UNSEEN)]
        found += [(name, "useless", part) for part in page.evaluate(USELESS)]
    context.close()
    assert found == []


@pytest.mark.parametrize("site_name", SITES)
def test_no_page_needs_sideways_scrolling(
    site_name: str, browser: Browser, serve: Callable[[Path], str], request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(site_name)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    wide = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(serve(site) + name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.locator("html").evaluate("root => root.scrollWidth") > width:
                wide.append((name, width))
    context.close()
    assert wide == []


def test_a_narrow_screen_has_the_contents_of_a_long_page(
    browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    home = serve(invented_site)
    page.goto(home + "2022/donghu/")
    contents = page.get_by_role("navigation", name="本页目录")
    assert contents.get_by_role("link").count() == 0
    contents.locator("summary").press("Enter")
    assert contents.get_by_role("link").all_inner_texts()[:3] == ["亮点", "沿湖植树", "图书漂流进公园"]
    contents.get_by_role("link", name="数据").click()
    assert page.url == home + "2022/donghu/#section-figures"
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not contents.is_visible()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    assert not contents.is_visible()
    page.goto(home + "indicators/on_time_rate/")
    assert contents.count() == 0
    context.close()
