"""Any page on paper, from the browser: nothing to press, black on white, nothing cut, no heading left alone."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTPage, LTTextLine
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from highlights import addresses
from highlights.model import City
from tests.browser.test_pages import KINDS

# A4 without the margins that site.css gives it, in CSS pixels.
UPRIGHT = {"width": 657, "height": 986}
TURNED = {"width": 986, "height": 657}
SMALLEST_HEADING = 11.5  # points, where text has 10.5

REAL = ("home", "densest report", "emptiest report", "tables", "indicator", "notes")

CONTROLS = "button, input, select, textarea, summary, nav:not(.search-page__lists), .diagnostics, .feedback"
GROUNDS = """() => [...document.querySelectorAll("body, body *:not(.tile-grid__tile)")]
    .filter((part) => part.checkVisibility({ opacityProperty: true }))
    .map((part) => getComputedStyle(part).backgroundColor)"""
LEAVES_THE_PAPER = """() => [...document.querySelectorAll("body *")]
    .filter((part) => part.checkVisibility() && !part.closest(".visually-hidden"))
    .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((part) => `${part.tagName} ${part.className}: ${part.textContent.trim().slice(0, 20)}`)"""
MORE_COLUMNS = """count => {
    const rows = document.querySelectorAll(".city-table tr");
    for (const row of rows) while (row.cells.length <= count) row.append(row.cells[1].cloneNode(true));
}"""
# Every row has two lines, so that a cut between them can be seen.
MORE_ROWS = """count => {
    const table = document.querySelector(".city-table");
    table.tHead.rows[0].cells[0].textContent = "HEAD";
    for (const row of table.tFoot.rows) row.cells[0].textContent = "FOOT";
    const row = table.tBodies[0].rows[0];
    row.cells[0].innerHTML = "UPPER<br>LOWER";
    for (let made = 0; made < count; made++) row.after(row.cloneNode(true));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """What somebody sends to the printer who reads in the dark."""
    context = browser.new_context(viewport=UPRIGHT, color_scheme="dark")  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.fixture(params=[*KINDS, *(pytest.param(page, marks=pytest.mark.release) for page in REAL)])
def printed(request: pytest.FixtureRequest, page: Page, serve: Callable[[Path], str]) -> Page:
    """A page of each kind of the invented city, and the rich ones of the real one."""
    if request.param in KINDS:
        page.goto(serve(request.getfixturevalue("invented_site")) + request.param)
    else:
        address = rich_pages(request.getfixturevalue("real_city"))[request.param]
        page.goto(serve(request.getfixturevalue("real_site")) + address)
    return page


def rich_pages(city: City) -> dict[str, str]:
    by_figures = sorted(city.home.reports.values(), key=lambda report: len(report.figures))
    indicators = Counter(f.indicator for report in city.reports() for f in report.figures.values() if f.indicator)
    return {
        "home": addresses.HOME,
        "densest report": addresses.of_report(by_figures[-1]),
        "emptiest report": addresses.of_report(by_figures[0]),
        "tables": addresses.of_tables(city.home),
        "indicator": addresses.of_indicator(indicators.most_common(1)[0][0]),
        "notes": "notes/",
    }


@pytest.fixture
def tables(page: Page, serve: Callable[[Path], str], invented_site: Path) -> Page:
    page.goto(serve(invented_site) + "tables/2022/")
    return page


def print_out(page: Page) -> bytes:
    return page.pdf(format="A4", prefer_css_page_size=True)


def pages_of(page: Page) -> list[LTPage]:
    return list(extract_pages(io.BytesIO(print_out(page))))


def lines(part: LTComponent) -> Iterator[LTTextLine]:
    if isinstance(part, LTTextLine):
        yield part
    elif isinstance(part, LTContainer):
        for child in part:
            yield from lines(child)


def size(line: LTTextLine) -> float:
    return max(character.size for character in line if isinstance(character, LTChar))


def test_every_kind_of_page_is_black_on_white_and_has_nothing_to_press(printed: Page) -> None:
    assert [part.inner_text() for part in printed.locator(CONTROLS).all() if part.is_visible()] == []
    assert set(printed.evaluate(GROUNDS)) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    assert printed.locator("h1").evaluate("head => getComputedStyle(head).color") == "rgb(0, 0, 0)"
    assert printed.locator(".site-header__title").is_visible()


@pytest.mark.parametrize("large_type", [False, True], ids=["usual", "large"])
def test_nothing_leaves_the_paper(printed: Page, large_type: bool) -> None:
    printed.evaluate("on => document.documentElement.classList.toggle('with-large-type', on)", large_type)
    assert printed.evaluate(LEAVES_THE_PAPER) == []


@pytest.mark.release
def test_no_page_ends_with_a_heading(printed: Page) -> None:
    for number, page in enumerate(pages_of(printed)[:-1], start=1):
        last = min((line for line in lines(page) if line.get_text().strip()), key=lambda line: line.y0)
        assert size(last) < SMALLEST_HEADING, (number, last.get_text())


@pytest.mark.parametrize(("columns", "paper"), [(6, UPRIGHT), (7, TURNED), (12, TURNED), (40, TURNED)])
def test_a_wide_table_keeps_its_columns_on_a_turned_page(columns: int, paper: dict[str, int], tables: Page) -> None:
    tables.evaluate(MORE_COLUMNS, columns)
    tables.set_viewport_size(paper)  # type: ignore[arg-type]
    assert tables.evaluate(LEAVES_THE_PAPER) == []
    sheets = [page.mediabox for page in PdfReader(io.BytesIO(print_out(tables))).pages]
    assert {sheet.width > sheet.height for sheet in sheets} == {paper is TURNED}


def test_a_long_table_repeats_its_head_cuts_no_row_and_adds_up_once(tables: Page) -> None:
    tables.evaluate(MORE_ROWS, 60)
    texts = ["".join(line.get_text() for line in lines(page)) for page in pages_of(tables)]
    rows = [text.count("UPPER") for text in texts]
    assert sum(rows) == 61
    assert sum(map(bool, rows)) > 1
    assert [text.count("LOWER") for text in texts] == rows
    assert all("HEAD" in text for text in texts if "UPPER" in text)
    assert "".join(texts).count("FOOT") == tables.locator(".city-table").first.locator("tfoot tr").count()


@pytest.mark.parametrize("address", ["open-data/", "notes/"])
def test_addresses_outside_of_the_site_are_printed_once_and_no_others(
    address: str, page: Page, serve: Callable[..., str], invented_site: Path
) -> None:
    page.goto(serve(invented_site) + address)
    printed = "link => getComputedStyle(link, '::after').content"
    links = page.locator("article a[href]")
    for link in links.all():
        target = link.get_attribute("href") or ""
        is_told = target.startswith("http") and link.inner_text() != target
        assert ("attr" in link.evaluate(printed) or target in link.evaluate(printed)) == is_told
    assert page.locator("article a[href^='http']").count() > 0


def test_shades_of_the_grid_are_printed(page: Page, serve: Callable[[Path], str], invented_site: Path) -> None:
    page.goto(serve(invented_site) + "2022/")
    tile = page.locator(".tile-grid__tile").first
    assert tile.evaluate("tile => getComputedStyle(tile).printColorAdjust") == "exact"


def test_what_stands_beside_is_printed_once_it_is_chosen(
    page: Page, serve: Callable[[Path], str], invented_site: Path
) -> None:
    address = serve(invented_site) + "districts/donghu/"
    page.goto(address)
    assert not page.locator("#section-beside").is_visible()
    page.goto(address + "?beside=xiling")
    page.locator(".beside-table").wait_for()
    assert page.locator("#section-beside").is_visible()
