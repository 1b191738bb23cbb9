"""A site of untrusted texts, built once for all tests, and what its pages are made of when nobody tampers with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import KINDS
from tests.conftest import build_site
from tests.untrusted.crowd import Crowd, Member, gather
from tests.untrusted.payloads import ALL, FEW, PAYLOADS
from tests.untrusted.watching import Watch, watched

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


@pytest.fixture(scope="session", params=["browsed", pytest.param("all", marks=pytest.mark.release)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp(request.param)
    texts = BROWSED if request.param == "browsed" else ALL
    crowd = gather((ORDINARY, *texts), folder, of_city=FEW)
    return Site(crowd, build_site(folder, crowd.data))


@pytest.fixture(scope="session")
def watch(browser: Browser, serve: Callable[[Path], str], site: Site) -> Iterator[Watch]:
    watch = watched(browser, serve(site.folder))
    yield watch
    watch.page.context.close()


@pytest.fixture(scope="session")
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
