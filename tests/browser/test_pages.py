"""What only a browser knows: scripts without errors, requests, widths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}

# A page of each kind, rich and empty, of the invented city.
KINDS = (
    "",
    "2022/",
    "2023/",
    "2022/donghu/",
    "2022/city/",
    "2022/xiling/",
    "2023/nangang-park/",
    "districts/",
    "districts/donghu/",
    "districts/nangang-park/",
    "indicators/",
    "indicators/trees_planted/",
    "indicators/on_time_rate/",
    "themes/",
    "themes/reading/",
    "tables/",
    "tables/2022/",
    "tables/2023/",
    "bulletins/",
    "bulletins/2022/",
    "terms/",
    "notes/",
    "corrections/",
    "search/",
    "open-data/",
    "editing/",
    "editing/macros/",
    "editing/review/",
    "404.html",
)


@pytest.fixture
def visit(browser: Browser, serve: Callable[[Path], str], invented_site: Path) -> Callable[..., Page]:
    def open_page(address: str, viewport: dict[str, int], **options: bool) -> Page:
        context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(serve(invented_site) + address)
        return page

    return open_page


@pytest.mark.parametrize("address", KINDS)
def test_a_page_loads_without_errors_or_foreign_requests(
    address: str, browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    home = serve(invented_site)
    complaints: list[str] = []
    requests: list[Request] = []
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request))
    page.goto(home + address, wait_until="networkidle")
    context.close()
    assert complaints == []
    assert [request.url for request in requests if not request.url.startswith((home, "data:"))] == []


@pytest.mark.parametrize("address", KINDS)
def test_a_phone_needs_no_sideways_scrolling(address: str, visit: Callable[..., Page]) -> None:
    page = visit(address, PHONE)
    width = page.evaluate("document.scrollingElement.scrollWidth")
    page.context.close()
    assert width <= PHONE["width"]


def test_everything_is_readable_without_javascript(visit: Callable[..., Page]) -> None:
    page = visit("2022/donghu/", PHONE, java_script_enabled=False)
    assert page.locator("#figure-trees_planted").inner_text().split()[1] == "2.4万余棵"
    assert page.locator(".highlight-body").first.is_visible()
    page.context.close()


def test_a_number_leads_to_its_figure_and_on_to_its_source(visit: Callable[..., Page]) -> None:
    page = visit("2022/donghu/", DESKTOP)
    page.locator(".highlight-body .figure", has_text="2.4万余棵").click()
    assert page.url.endswith("#figure-trees_planted")
    page.locator("#figure-trees_planted .source-mark").click()
    assert page.url.endswith("#source-1")
    assert page.locator("#source-1").is_visible()
    page.context.close()


def test_how_a_table_is_sorted_is_said_where_scripts_know_no_property_for_it(
    browser: Browser, invented_site: Path, serve: Callable[[Path], str]
) -> None:
    """As in Firefox before 119."""
    page = browser.new_page()
    page.add_init_script("delete Element.prototype.ariaSort")
    page.goto(f"{serve(invented_site)}tables/2022/")
    head = page.locator("table.city-table th[data-sortable]").first
    assert head.get_attribute("aria-sort") == "none"
    head.locator("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    page.close()


def test_a_table_sorts_by_number_with_the_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("tables/2022/", DESKTOP)
    table = page.locator("table.city-table", has_text="植树").first
    head = table.locator("th[data-sortable]").first
    button = head.locator("button")
    assert first_cells(table) == ["东湖", "西岭"]
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert first_cells(table) == ["东湖", "西岭"]
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert first_cells(table) == ["西岭", "东湖"]
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "none"
    assert first_cells(table) == ["东湖", "西岭"]
    page.context.close()


def first_cells(table: Locator) -> list[str]:
    return table.locator("tbody th").all_inner_texts()


# A short name may stand in a row that other cells make tall.
NARROW_HEADS = """() => [...document.querySelectorAll(".table-frame tbody th")].filter((head) => {
    const { width, height } = head.getBoundingClientRect();
    return head.innerText.trim().length > 3 && width < 60 && height > 2.5 * width;
}).map((head) => head.innerText)"""


@pytest.mark.release
def test_no_row_head_stands_one_character_a_line(
    browser: Browser, serve: Callable[[Path], str], real_site: Path
) -> None:
    """Narrow columns with a page that scrolls nowhere would pass for fine."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    home = serve(real_site)
    narrow = []
    for path in sorted(real_site.rglob("index.html")):
        page.goto(home + path.relative_to(real_site).as_posix())
        narrow += [(path.relative_to(real_site).as_posix(), words) for words in page.evaluate(NARROW_HEADS)]
    context.close()
    assert narrow == []
