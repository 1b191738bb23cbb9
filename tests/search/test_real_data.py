"""The real data as readers ask for it: rules that hold whatever they say; what they say now is asked at a release."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from highlights.model import City
from tests.search.asking import open_engine
from tests.search.containment import examine, substrings
from tests.search.score import outcomes

QUESTIONS = Path(__file__).with_name("questions.csv")


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Callable[[Path], str], real_site: Path) -> Iterator[Page]:
    page = browser.new_page()
    open_engine(page, serve(real_site))
    yield page
    page.close()


def test_any_characters_that_follow_each_other_are_found(page: Page, real_city: City) -> None:
    questions = random.Random(500).sample(substrings(real_city), 500)
    assert examine(page, real_city, questions).lost == ()


@pytest.mark.release
def test_all_characters_that_follow_each_other_are_found(page: Page, real_city: City) -> None:
    found = examine(page, real_city, substrings(real_city))
    assert found.lost == ()
    assert found.containing / found.shown > 0.75


@pytest.mark.release
def test_natural_questions_lead_to_the_right_report(page: Page) -> None:
    found = list(outcomes(page, QUESTIONS))
    assert [one.question for one in found if one.rank is None or one.rank > 3] == []
    assert sum(one.rank == 1 for one in found) >= 0.95 * len(found)
