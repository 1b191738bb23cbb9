"""City-wide tables in a browser: narrowed to a theme, head and districts always in view, on paper whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.test_pages import DESKTOP, PHONE, first_cells

TABLES = "tables/2022/"
# More rows and columns than fit, whatever the data has.
MANY_ROWS = """frame => {
    const table = frame.querySelector("table");
    table.style.width = "2000px";
    const body = table.tBodies[0];
    for (let count = 0; count < 30; count++) body.append(body.rows[0].cloneNode(true));
}"""


@pytest.fixture
def home(serve: Callable[[Path], str], invented_site: Path) -> str:
    return serve(invented_site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def headings(page: Page) -> list[str]:
    return [found.inner_text() for found in page.locator("article h2").all() if found.is_visible()]


def test_a_reader_sees_one_theme_only_and_the_address_says_so(page: Page, home: str) -> None:
    page.goto(home + TABLES)
    everything = headings(page)
    assert everything[:3] == ["园林绿化", "公共阅读", "只有一个区公布的指标"]
    theme = page.get_by_label("只看一个主题")
    theme.select_option(label="园林绿化")
    assert headings(page) == ["园林绿化", *everything[3:]]
    assert page.get_by_role("status").inner_text() == "只显示“园林绿化”的数据"
    assert page.url == home + TABLES + "?theme=greening"
    theme.select_option(label="全部主题")
    assert headings(page) == everything
    assert page.url == home + TABLES


def test_an_address_with_a_theme_shows_that_theme(page: Page, home: str) -> None:
    page.goto(home + TABLES + "?theme=reading")
    assert headings(page)[:2] == ["公共阅读", "只有一个区公布的指标"]
    assert page.get_by_label("只看一个主题").input_value() == "reading"


def test_an_address_with_a_theme_that_is_not_there_shows_everything(page: Page, home: str) -> None:
    page.goto(home + TABLES + "?theme=nobody")
    assert headings(page)[:2] == ["园林绿化", "公共阅读"]


def test_a_link_to_a_hidden_section_shows_it(page: Page, home: str) -> None:
    page.goto(home + TABLES + "?theme=reading")
    page.locator(".md-sidebar a[href='#theme-greening']").click()
    assert page.locator("#theme-greening").is_visible()
    assert page.url == home + TABLES + "#theme-greening"


def test_the_order_of_rows_lasts_while_themes_change(page: Page, home: str) -> None:
    page.goto(home + TABLES)
    table = page.locator("table.city-table").first
    button = table.locator("th[data-sortable] button").first
    button.click()
    button.click()
    before = first_cells(table)
    page.get_by_label("只看一个主题").select_option("reading")
    page.get_by_label("只看一个主题").select_option("")
    assert first_cells(table) == before == ["西岭", "东湖"]
    assert table.locator("th[data-sortable]").first.get_attribute("aria-sort") == "ascending"


def test_a_year_with_nothing_to_choose_offers_no_choice(page: Page, home: str) -> None:
    page.goto(home + "tables/2023/")
    assert page.locator(".theme-filter").count() == 0


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_head_and_districts_stay_in_view(viewport: dict[str, int], page: Page, home: str) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(home + TABLES)
    frame = page.locator(".city-table-frame").first
    frame.evaluate(MANY_ROWS)
    frame.evaluate("frame => frame.scrollTo(400, 500)")
    assert frame.evaluate("frame => [frame.scrollLeft, frame.scrollTop]") == [400, 500]
    left, top = corner(frame)
    head = frame.locator("thead th")
    assert corner(head.first) == (left, top)
    assert corner(head.last)[1] == top
    assert corner(frame.locator("tbody th").nth(20))[0] == left
    covered = "head => document.elementFromPoint(...(b => [b.x + 9, b.y + 9])(head.getBoundingClientRect())) === head"
    assert head.first.evaluate(covered)


def corner(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return round(box["x"]), round(box["y"])


@pytest.mark.parametrize("name", ["很长" * 200, "w" * 400], ids=["characters", "one word"])
def test_a_district_of_a_long_name_leaves_room_for_the_values(name: str, page: Page, home: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(home + TABLES)
    row, other = page.locator(".city-table-frame").first.locator("tbody tr").all()
    height = size(other)[1]
    row.locator("th a").evaluate("(link, name) => { link.textContent = name }", name)
    assert size(row.locator("th"))[0] < PHONE["width"] / 2
    # Beside its first line stand the values, and a short name stays in one line.
    assert abs(corner(row.locator("td a").first)[1] - corner(row.locator("th a"))[1]) < 10
    assert size(other)[1] == height


def size(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["width"], box["height"]


def test_a_long_table_is_whole_on_paper(page: Page, home: str) -> None:
    page.goto(home + TABLES)
    frame = page.locator(".city-table-frame").first
    frame.evaluate(MANY_ROWS)
    page.emulate_media(media="print")
    assert frame.evaluate("frame => frame.scrollHeight <= frame.clientHeight")
    assert frame.locator("thead th").first.evaluate("head => getComputedStyle(head).position") == "static"
    assert [part for part in page.locator(".theme-filter, .city-table__sort").all() if part.is_visible()] == []
