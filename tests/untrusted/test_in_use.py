"""A site of untrusted texts in use: asked for, followed, sorted, compared, put into addresses.."""

from __future__ import annotations

from collections.abc import Set
from urllib.parse import quote

import pytest

from tests.browser_fixtures import wait_until
from tests.untrusted.conftest import ORDINARY, Site, page_of
from tests.untrusted.crowd import INHERITED, TOGETHER, Member
from tests.untrusted.watching import Reading, Watch

# Title and passage of each answer: as the page shows them, and as the engine gives them.
SHOWN_ANSWERS = """() => [...document.querySelectorAll(".search-results .search-result")].map((one) => [
  one.querySelector(".search-result__title").textContent,
  one.querySelector(".search-result__excerpt")?.textContent ?? "",
])"""
ANSWERS = """async (question) => (await districtSearch.ask(question.trim())).results.map(({ title, excerpt }) => [
  title.map(({ text }) => text).join(""),
  excerpt.map(({ text }) => text).join(""),
])"""


def test_asking_for_it_only_finds_it(site: Site, watch: Watch, usual: Set[str]) -> None:
    ordinary = ask(watch, ORDINARY).shapes | ask(watch, "没有的词").shapes
    for text in site.texts:
        question = text[:200].encode(errors="replace").decode()  # no address can have half a character
        assert faults_in(ask(watch, question), usual | ordinary) == [], text
        assert watch.page.evaluate(SHOWN_ANSWERS) == watch.page.evaluate(ANSWERS, question), text
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
        if ("DistrictEntry", "name") in member.stands_in:
            caption = watch.page.locator(".beside-table caption").inner_text()
            assert "".join(member.trial.text.split()) in "".join(caption.split())


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
    watch.open(f"search/?q={quote(question)}")
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
