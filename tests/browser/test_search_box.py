"""The search box: by keyboard alone, with an input method, with slow and failing answers, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.search_fixtures import REPORT, answer_with, ask, home, page, text_of_address
from tests.browser.test_pages import DESKTOP, PHONE
from tests.browser_fixtures import wait_until

__all__ = ["home", "page"]  # fixtures

OPTIONS = "[role=option]"


def active(page: Page) -> str | None:
    """The address of the option that the box points to."""
    link: str | None = page.evaluate(
        "document.getElementById(searchBox.input.getAttribute('aria-activedescendant'))?.getAttribute('href')"
    )
    return link and link.partition("//")[2].partition("/")[2]


def test_a_reader_finds_and_returns_by_keyboard_alone(page: Page, home: str) -> None:
    ask(page, "植树")
    box = page.get_by_role("combobox", name="搜索")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="搜索结果")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert active(page) == "2022/donghu/#tree-day"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2022/donghu/#tree-day")
    expect(page.locator("mark.found").first).to_have_text("植树")
    page.go_back()
    page.wait_for_url(home + REPORT)


def test_keys_reach_the_box_from_anywhere_but_do_not_disturb_typing(page: Page) -> None:
    box = page.locator(".search-box__question")
    for key in ("/", "Control+k", "Meta+k"):
        page.locator("body").click(position={"x": 5, "y": 700})
        expect(box).not_to_be_focused()
        page.keyboard.press(key)
        expect(box).to_be_focused()
        expect(box).to_have_value("")
    page.keyboard.type("1/2")
    expect(box).to_have_value("1/2")


def test_enter_without_a_choice_leads_to_the_search_page(page: Page) -> None:
    ask(page, "植树")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert text_of_address(page) == "/search/?q=植树"


def test_the_last_option_leads_to_all_results(page: Page) -> None:
    ask(page, "植树")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[aria-selected=true]")).to_have_text("全部25条结果")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert text_of_address(page) == "/search/?q=植树"


def test_escape_closes_the_list_and_then_clears_the_box(page: Page) -> None:
    ask(page, "植树")
    box = page.locator(".search-box__question")
    page.keyboard.press("Escape")
    expect(page.locator(".search-list")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("植树")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")


def test_home_and_end_move_in_the_text_and_leave_the_list(page: Page) -> None:
    ask(page, "植树")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert active(page) is None
    assert page.evaluate("searchBox.input.selectionStart") == 0
    page.keyboard.press("End")
    assert page.evaluate("searchBox.input.selectionStart") == 2


def test_leaving_the_box_closes_the_list(page: Page) -> None:
    ask(page, "植树")
    page.keyboard.press("Tab")
    expect(page.locator(".search-list")).to_be_hidden()


@pytest.mark.parametrize("choice", ["", "localStorage.setItem('large-type', 'on')"], ids=["normal", "large"])
def test_the_list_fits_the_narrowest_screen(choice: str, browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    if choice:
        context.add_init_script(choice)
    page = context.new_page()
    answer_with(page)
    page.goto(home)
    assert page.locator(".search-box__question").evaluate("box => box.offsetWidth") > 240
    ask(page, "植树")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator(".search-list").evaluate("list => list.getBoundingClientRect().right") <= 320
    context.close()


def test_the_number_of_results_is_announced(page: Page) -> None:
    ask(page, "植树")
    expect(page.locator(".search-box [role=status]")).to_have_text("25条结果，用上下键选择")
    page.keyboard.type("无")
    expect(page.locator(".search-box [role=status]")).to_have_text("没有找到“植树无”")
    expect(page.locator(".search-list__note")).to_have_text("没有找到“植树无”")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")


def test_an_input_method_is_not_disturbed_until_it_is_done(page: Page) -> None:
    page.keyboard.press("/")
    wait_until(page, "Boolean(districtSearch.asked && searchBox.isComposing)")
    method = page.context.new_cdp_session(page)
    for pinyin in ("z", "zh", "zhi", "zhi s", "zhi shu"):
        at = {"selectionStart": len(pinyin), "selectionEnd": len(pinyin)}
        method.send("Input.imeSetComposition", {"text": pinyin, **at})
    method.send("Input.insertText", {"text": "植树"})
    page.locator(OPTIONS).first.wait_for()
    assert page.evaluate("districtSearch.asked") == ["植树"]
    # The Enter with which an input method takes its proposal sends nothing.
    page.keyboard.press("ArrowDown")
    page.evaluate(
        """for (const signs of [{ isComposing: true }, { keyCode: 229 }]) searchBox.input.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...signs }))"""
    )
    assert text_of_address(page) == f"/{REPORT}"
    expect(page.locator(".search-list")).to_be_visible()


def test_a_late_answer_never_overtakes_a_later_one(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("慢")
    wait_until(page, "districtSearch.waiting?.length === 1")
    page.keyboard.press("Backspace")
    page.keyboard.insert_text("植树")
    expect(page.locator(OPTIONS).first).to_contain_text("植树")
    page.evaluate("districtSearch.waiting[0]()")
    page.evaluate("new Promise((done) => setTimeout(done))")
    expect(page.locator(OPTIONS).first).to_contain_text("植树")
    assert page.evaluate("districtSearch.asked") == ["慢", "植树"]


def test_an_answer_that_comes_after_the_box_is_cleared_is_not_shown(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("慢")
    wait_until(page, "districtSearch.waiting?.length === 1")
    expect(page.locator(".search-list__note")).to_have_text("正在查找……")
    page.keyboard.press("Backspace")
    expect(page.locator(".search-list")).to_be_hidden()
    page.evaluate("districtSearch.waiting[0]()")
    page.evaluate("new Promise((done) => setTimeout(done))")
    expect(page.locator(".search-list")).to_be_hidden()


def failed_search(page: Page) -> Locator:
    """The button by which it is tried again, and would be answered now."""
    page.unroute("**/assets/js/search/engine.js")
    page.route("**/assets/js/search/engine.js", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.insert_text("植树")
    again = page.get_by_role("button", name="再试一次")
    again.wait_for()
    page.unroute("**/assets/js/search/engine.js")
    answer_with(page)
    return again


def test_a_search_that_did_not_load_can_be_tried_again(page: Page) -> None:
    again = failed_search(page)
    again.click()
    expect(page.locator(OPTIONS).first).to_contain_text("植树")


def test_it_can_be_tried_again_where_buttons_take_no_focus(page: Page) -> None:
    """As in Safari: the mouse on a button takes the focus from the box, unless that is prevented."""
    page.evaluate(
        """addEventListener("mousedown", (event) => {
            if (event.defaultPrevented || !event.target.closest("button")) return;
            event.preventDefault();
            document.activeElement.blur();
        })"""
    )
    again = failed_search(page)
    middle = again.bounding_box()
    assert middle
    page.mouse.click(middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
    expect(page.locator(OPTIONS).first).to_contain_text("植树")


def test_nothing_is_loaded_for_those_who_do_not_search(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(home)))
    page.goto(home, wait_until="networkidle")
    context.close()
    assert [address for address in asked if "search" in address] == ["assets/css/search.css", "assets/js/search/box.js"]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_while_a_page_loads(viewport: dict[str, int], browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=viewport)  # type: ignore[arg-type]
    context.add_init_script(
        """window.moved = [];
        new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((entry) => entry.value)))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    page = context.new_page()
    answer_with(page)
    moved = {}
    for address in ("", REPORT, "search/", "search/?q=植树", "404.html"):
        page.goto(home + address, wait_until="networkidle")
        moved[address] = page.evaluate("window.moved")
    context.close()
    assert not any(moved.values()), moved


def test_without_scripts_the_box_is_a_form_that_leads_to_lists(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in (REPORT, "404.html"):
        page.goto(home + address)
        page.get_by_role("searchbox", name="搜索", exact=True).fill("植树")
        page.keyboard.press("Enter")
        page.wait_for_url(home + "search/?q=*")
        assert "<noscript><p>搜索需要浏览器的 JavaScript" in page.content()
        expect(page.get_by_role("link", name="南港科学城")).to_be_visible()
        expect(page.get_by_role("link", name="公共阅读")).to_be_visible()
        assert not page.locator(".search-page__filters").is_visible()
    context.close()


def test_a_missing_page_offers_a_search(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + "404.html")
    page.get_by_role("searchbox", name="要找的内容").fill("植树")
    page.get_by_role("button", name="搜索").click()
    page.wait_for_url(home + "search/?q=*")
    context.close()
