"""A first question fetches little, however large the city."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from highlights.model import City
from tests.search.measure import QUESTIONS, first_questions, write_index
from tests.search.synthetic import synthetic_city

BUDGET = 60_000


@pytest.mark.release
@pytest.mark.parametrize("reports", [60, 1_000, 10_000])
def test_a_first_question_fetches_at_most_60_kb(
    reports: int, browser: Browser, serve: Callable[[Path], str], real_city: City, tmp_path: Path
) -> None:
    if "工会" not in real_city.title:
        pytest.skip("the questions are asked of another city")
    write_index(synthetic_city(real_city, reports), tmp_path)
    sizes = {one.question: one.size for one in first_questions(browser, serve(tmp_path), QUESTIONS, counts=False)}
    assert {question: size for question, size in sizes.items() if size > BUDGET} == {}
