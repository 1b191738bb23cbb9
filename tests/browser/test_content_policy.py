"""The policy of the pages in a real browser: it stops what it should, and nothing that a reader does meets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from highlights.publish.content_policy import POLICY
from tests.browser.search_fixtures import ask
from tests.browser.test_pages import DESKTOP, KINDS
from tests.browser_fixtures import wait_until

# Told through a function of the test's own: it outlives the page.
LISTEN = "addEventListener('securitypolicyviolation', e => tellViolation(`${e.effectiveDirective} ${e.blockedURI}`))"


@dataclass
class Watch:
    """A page, and everything that the browser held against it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.expose_function("tellViolation", lambda told: self.violations.append(told))
        self.page.add_init_script(LISTEN)
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def is_clean(self) -> bool:
        return not self.complaints and not self.violations


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    yield Watch(context.new_page())
    context.close()


@pytest.fixture
def home(serve: Callable[[Path], str], invented_site: Path) -> str:
    return serve(invented_site)


def test_every_page_has_the_policy(real_site: Path, invented_site: Path, offline_site: Path) -> None:
    for site in (real_site, invented_site, offline_site):
        for path in site.rglob("*.html"):
            head = path.read_text(encoding="utf-8").partition("<head>")[2]
            assert head.lstrip().startswith(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'), path


def test_what_should_not_run_does_not(watch: Watch, home: str) -> None:
    watch.page.goto(home)
    watch.page.evaluate(
        """() => {
          document.body.insertAdjacentHTML("beforeend", '<p style="color: red" onclick="ran = 1">甲</p>');
          document.querySelector("p[onclick]").click();
          const script = document.createElement("script");
          script.textContent = "ran = 2";
          document.body.append(script);
          const foreign = document.createElement("script");
          foreign.src = "https://example.org/script.js";
          document.body.append(foreign);
        }"""
    )
    wait_until(watch.page, "document.scripts.length > 1")
    expect(watch.page.locator("p[onclick]")).to_be_visible()
    assert watch.page.evaluate("typeof ran") == "undefined"
    refused = {violation.partition(" ")[0] for violation in watch.violations}
    assert refused == {"style-src-attr", "script-src-attr", "script-src-elem"}


def test_no_page_meets_the_policy(watch: Watch, home: str) -> None:
    for address in KINDS:
        watch.page.goto(home + address, wait_until="load")
        assert watch.is_clean, (address, watch)


def test_searching_from_any_page_to_the_marks_meets_no_policy(watch: Watch, home: str) -> None:
    watch.page.goto(home)
    ask(watch.page, "图书漂流")
    watch.page.keyboard.press("ArrowDown")
    watch.page.keyboard.press("Enter")
    expect(watch.page.locator("mark.found").first).to_be_visible()
    watch.page.get_by_role("button", name="清除标记").click()
    assert watch.is_clean, watch


def test_the_search_page_meets_no_policy(watch: Watch, home: str) -> None:
    page = watch.page
    page.goto(f"{home}search/?q=植树")
    page.locator("ol.search-results a").first.wait_for()
    page.get_by_role("checkbox").first.check()
    expect(page).to_have_url(re.compile("&"))
    assert watch.is_clean, watch


def test_the_form_leads_to_the_search_page_without_scripts(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(home)
    page.locator(".search-box input").fill("植树")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    context.close()
    assert complaints == []


def test_tables_and_comparisons_meet_no_policy(watch: Watch, home: str) -> None:
    page = watch.page
    page.goto(f"{home}tables/2022/")
    page.locator("th[data-sortable] button").first.click()
    page.locator(".theme-filter select").select_option(index=1)
    page.goto(f"{home}districts/donghu/")
    page.locator(".beside select").select_option(index=1)
    expect(page.locator(".beside-table")).to_be_visible()
    assert watch.is_clean, watch


def test_settings_and_print_meet_no_policy(watch: Watch, home: str) -> None:
    page = watch.page
    for address in ("2022/donghu/", "bulletins/2022/"):
        page.goto(home + address)
        for setting in ("大字", "深色"):
            page.get_by_role("button", name=setting).click()
        page.emulate_media(media="print")
        assert page.pdf().startswith(b"%PDF")
        page.emulate_media(media="screen")
    assert watch.is_clean, watch


def test_from_disk_the_policy_lets_the_site_work(watch: Watch, offline_site: Path) -> None:
    watch.page.goto((offline_site / "index.html").as_uri())
    ask(watch.page, "图书漂流")
    watch.page.keyboard.press("Enter")
    watch.page.locator("ol.search-results a").first.wait_for()
    assert watch.is_clean, watch


@pytest.mark.release
def test_no_real_page_meets_the_policy(watch: Watch, serve: Callable[[Path], str], real_site: Path) -> None:
    home = serve(real_site)
    for path in sorted(real_site.rglob("*.html")):
        watch.page.goto(home + path.relative_to(real_site).as_posix(), wait_until="load")
        assert watch.is_clean, (path, watch)
