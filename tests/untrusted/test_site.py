"""A site of untrusted texts in a real browser: each stands there as it was typed, and nothing of it is run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import KINDS
from tests.browser_fixtures import wait_until
from tests.conftest import build_site
from tests.untrusted.crowd import INHERITED, TOGETHER, Crowd, Member, gather
from tests.untrusted.payloads import ALL, FEW, PAYLOADS
from tests.untrusted.watching import Reading, Watch, watched

# Like any other text, and let in wherever any is: what its pages are made of is right.
ORDINARY = "平常"

# Where a text of these fields is read, {unit} being its district and {year} its edition.
SHOWN = {
    ("DistrictEntry", "name"): ("districts/", "districts/{unit}/", "{year}/{unit}/", "bulletins/{year}/"),
    ("DistrictEntry", "short_name"): ("{year}/",),
    ("ThemeEntry", "name"): ("themes/", "themes/{unit}/", "{year}/{unit}/", "bulletins/{year}/"),
    ("IndicatorEntry", "name"): ("indicators/", "indicators/{unit}/", "tables/{year}/", "bulletins/{year}/"),
    ("IndicatorEntry", "definition"): ("indicators/{unit}/",),
    ("TermEntry", "name"): ("terms/",),
    ("SourceEntry", "title"): ("notes/", "{year}/{unit}/", "bulletins/{year}/"),
    ("SourceEntry", "publisher"): ("notes/",),
    ("SectionEntry", "name"): ("{year}/{unit}/",),
    ("EditionEntry", "title"): ("{year}/", "bulletins/{year}/"),
    ("EditionEntry", "issuer"): ("{year}/",),
    ("HighlightEntry", "title"): ("{year}/", "{year}/{unit}/", "districts/{unit}/", "bulletins/{year}/"),
    ("HighlightEntry", "organisation"): ("{year}/{unit}/",),
    ("FigureEntry", "label"): ("{year}/{unit}/", "bulletins/{year}/"),
    ("FigureEntry", "scope"): ("{year}/{unit}/",),
    ("FigureEntry", "per"): ("{year}/{unit}/",),
    ("FigureEntry", "by"): ("{year}/{unit}/",),
    ("FigureEntry", "caveat"): ("{year}/{unit}/",),
    ("RemarkEntry", "text"): ("{year}/{unit}/",),
    ("RemarkEntry", "label"): ("corrections/",),
}
SCHEMES = {"http", "https", "mailto"}
# Notes on sources, and indicators that are reported in one edition by many: neither of the two has any.
ALSO_USUAL = {"li > p", "figcaption > a class href"}
# One that is let into no name, and some that are let in everywhere.
BROWSED = (
    PAYLOADS["handlers"][0],
    PAYLOADS["attributes"][0],
    PAYLOADS["addresses"][0],
    PAYLOADS["markdown"][0],
    PAYLOADS["entities"][0],
    "甲<乙>丙",
    "https://evil.example/{{1337*7331}}",
)


@dataclass(frozen=True, slots=True)
class Site:
    crowd: Crowd
    folder: Path

    @property
    def addresses(self) -> list[str]:
        """Of all pages that show data."""
        pages = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(page.removesuffix("index.html") for page in pages if not page.startswith("editing/"))

    @property
    def texts(self) -> list[str]:
        return [member.trial.text for member in self.crowd.members]


@pytest.fixture(scope="module", params=["browsed", pytest.param("all", marks=pytest.mark.release)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp(request.param)
    texts = BROWSED if request.param == "browsed" else ALL
    crowd = gather((ORDINARY, *texts), folder, of_city=FEW)
    return Site(crowd, build_site(folder, crowd.data))


@pytest.fixture(scope="module")
def watch(browser: Browser, serve: Callable[[Path], str], site: Site) -> Iterator[Watch]:
    watch = watched(browser, serve(site.folder))
    yield watch
    watch.page.context.close()


@pytest.fixture(scope="module")
def readings(site: Site, watch: Watch) -> Mapping[str, Reading]:
    """Every page that shows data, as the browser has it."""
    return {address: watch.open(address) for address in site.addresses}


@pytest.fixture(scope="module")
def usual(browser: Browser, serve: Callable[[Path], str], invented_site: Path, site: Site, watch: Watch) -> Set[str]:
    """What the pages of the invented city and of the ordinary text are made of."""
    invented = watched(browser, serve(invented_site))
    shapes = {shape for address in KINDS for shape in invented.open(address).shapes}
    invented.page.context.close()
    ordinary = site.crowd.members[0]
    own = {page_of(ordinary, page) for pages in SHOWN.values() for page in pages if "{" in page}
    return ALSO_USUAL.union(shapes, *(watch.open(address).shapes for address in own))


def page_of(member: Member, page: str) -> str:
    return page.format(unit=member.unit, year=member.year)


def test_nothing_of_it_runs_or_is_asked_for(readings: Mapping[str, Reading]) -> None:
    faults = {address: reading.faults for address, reading in readings.items() if reading.faults}
    assert faults == {}


def test_pages_are_made_of_what_they_always_are(readings: Mapping[str, Reading], usual: Set[str]) -> None:
    strange = {address: reading.shapes - usual for address, reading in readings.items()}
    assert {address: shapes for address, shapes in strange.items() if shapes} == {}


def test_links_and_records_stay_what_they_are(readings: Mapping[str, Reading]) -> None:
    for address, reading in readings.items():
        assert {urlsplit(link).scheme for link in reading.links} <= SCHEMES, address
        for record in reading.records:
            assert json.loads(record)["@context"] == "https://schema.org", address


def test_every_text_is_read_where_it_belongs(site: Site, readings: Mapping[str, Reading]) -> None:
    missing = [
        (page, place, member.trial.text)
        for member in site.crowd.members
        for place in SHOWN.keys() & member.stands_in
        for page in SHOWN[place]
        if "".join(member.trial.text.split()) not in readings[page_of(member, page)].text
    ]
    assert missing == []


def test_asking_for_it_only_finds_it(site: Site, watch: Watch, usual: Set[str]) -> None:
    ordinary = ask(watch, ORDINARY).shapes | ask(watch, "没有的词").shapes
    for text in site.texts:
        assert faults_in(ask(watch, text[:200]), usual | ordinary) == [], text
        counts = watch.page.locator(".search-page__count").all_text_contents()
        assert "".join(counts).isdigit() or not any(counts), text


def test_a_result_leads_to_it_and_marks_it(site: Site, watch: Watch, usual: Set[str]) -> None:
    ordinary, *others = site.crowd.members
    with_marks = follow(watch, ordinary.trial.text).shapes
    assert any(_is_mark(shape) for shape in with_marks)
    for member in others:
        if ("DistrictEntry", "name") in member.stands_in:
            found = follow(watch, member.trial.text[:200])
            marks = {shape for shape in found.shapes if _is_mark(shape)}
            assert faults_in(found, usual | with_marks | marks) == [], member.trial.text


def test_tables_are_sorted_and_narrowed(watch: Watch, usual: Set[str]) -> None:
    watch.open(f"tables/{TOGETHER}/")
    for button in watch.page.locator("th[data-sortable] button").all():
        button.press("Enter")
    choice = watch.page.locator(".theme-filter select")
    for number in range(choice.locator("option").count()):
        choice.select_option(index=number)
    assert faults_in(watch.read(), usual) == []


def test_districts_are_compared(site: Site, watch: Watch, usual: Set[str]) -> None:
    ordinary, *others = site.crowd.members
    compared = compare(watch, ordinary).shapes
    for member in others:
        assert faults_in(compare(watch, member), usual | compared) == [], member.trial.text


@pytest.mark.parametrize("page", [f"tables/{TOGETHER}/?theme=", "districts/{unit}/?beside=", "404.html?x="])
def test_an_address_is_not_obeyed(page: str, site: Site, watch: Watch, usual: Set[str]) -> None:
    ordinary = site.crowd.members[0]
    for text in {*site.texts, "%"} - {INHERITED}:  # which is a district like any other
        # No address can have half a character.
        found = watch.open(
            f"{page_of(ordinary, page)}{quote(text, errors='replace')}#{text.encode(errors='replace').decode()}"
        )
        assert faults_in(found, usual) == [], text


def _is_mark(shape: str) -> bool:
    return shape.endswith("> mark class")


def ask(watch: Watch, question: str) -> Reading:
    watch.open(f"search/?q={quote(question, errors='replace')}")
    wait_until(watch.page, "!['', '正在查找……'].includes(document.querySelector('.search-page__status').textContent)")
    return watch.read()


def follow(watch: Watch, question: str) -> Reading:
    """From the box of a page to where the first answer leads."""
    watch.open("404.html")
    watch.page.keyboard.press("/")
    watch.page.keyboard.insert_text(question)
    watch.page.locator(".search-list .search-result").first.wait_for()
    watch.page.keyboard.press("ArrowDown")
    with watch.page.expect_navigation(wait_until="load"):
        watch.page.keyboard.press("Enter")
    wait_until(watch.page, "searchBox.mark")
    return watch.read()


def compare(watch: Watch, member: Member) -> Reading:
    watch.open(f"districts/{INHERITED}/?beside={member.unit}")
    wait_until(watch.page, "document.querySelector('.beside__result').textContent")
    return watch.read()


def faults_in(reading: Reading, usual: Set[str]) -> list[str]:
    return [*reading.faults, *sorted(reading.shapes - usual)]
