"""Questions to the engine in a real browser, over the invented city."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.search.asking import ask, open_engine


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Callable[[Path], str], invented_site: Path) -> Iterator[Page]:
    page = browser.new_page()
    open_engine(page, serve(invented_site))
    yield page
    page.close()


def first(page: Page, question: str, **filters: Any) -> str:
    results = ask(page, question, filters)["results"]
    return str(results[0]["address"]) if results else ""


def marked(pieces: list[dict[str, Any]]) -> list[str]:
    return [piece["text"] for piece in pieces if piece["marked"]]


QUESTIONS = [
    # words of titles, figures, texts
    ("沿湖植树", "2022/donghu/#tree-day"),
    ("荒坡", "2022/xiling/#hill-trees"),
    ("职工书屋", "2022/city/#paper-mill"),
    ("志愿者", "2022/xiling/#figure-volunteer_trees"),
    ("果树", "2022/donghu/#figure-fruit_trees"),
    ("造纸厂", "2022/city/#paper-mill"),
    ("缺字", "2022/xiling/#section-remarks"),
    # numbers as printed and in digits
    ("12560", "2022/donghu/#figure-books_lent"),
    ("12,560", "2022/donghu/#figure-books_lent"),
    ("１２５６０", "2022/donghu/#figure-books_lent"),
    ("2.4万", "2022/donghu/#figure-trees_planted"),
    ("24000", "2022/donghu/#figure-trees_planted"),
    ("310000", "2022/city/#figure-books_lent"),
    ("48.5公里", "2022/donghu/#figure-greenway_length"),
    # districts by all their names
    ("东湖区", "districts/donghu/"),
    ("湖区", "districts/donghu/"),
    ("donghu", "districts/donghu/"),
    ("DH", "districts/donghu/"),
    ("nangangkexuecheng", "districts/nangang-park/"),
    ("东 湖", "districts/donghu/"),
    ("南", "2023/nangang-park/"),
    # with a topic, a year
    ("东湖漂流", "2022/donghu/#book-drift"),
    ("漂流 东湖", "2022/donghu/#book-drift"),
    ("2022东湖", "2022/donghu/"),
    ("东湖2023", "2023/donghu/"),
    ("2023年南港科学城", "2023/nangang-park/"),
    ("西岭绿道", "2022/xiling/#figure-greenway_length"),
    ("全市阅读", "2022/city/#city-reading"),
    # themes, indicators, terms, sources by name
    ("园林绿化", "themes/greening/"),
    ("yuanlinlvhua", "themes/greening/"),
    ("yllh", "themes/greening/"),
    ("按时办结率", "indicators/on_time_rate/"),
    ("g20", "2022/donghu/#tree-day"),
    ("规划图", "terms/#g20_greenway"),
    ("云州二〇二三年简讯", "notes/#section-texts"),
    ("收录三个区", "2022/"),
]


@pytest.mark.parametrize(("question", "address"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_the_place_that_was_meant_comes_first(page: Page, question: str, address: str) -> None:
    assert first(page, question) == address


def test_every_result_leads_to_a_place_that_is_there(
    page: Page, browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    base = serve(invented_site)
    addresses = {result["address"] for question, _ in QUESTIONS for result in ask(page, question)["results"]}
    visitor = browser.new_page()
    for address in sorted(addresses):
        response = visitor.goto(base + address)
        assert response is None or response.ok, address
        _, mark, anchor = address.partition("#")
        assert not mark or visitor.locator(f"[id='{anchor}']").count() == 1, address
    visitor.close()


def test_a_result_says_what_it_is_and_marks_what_was_asked(page: Page) -> None:
    answer = ask(page, "漂流架")
    assert answer["results"][0] == {
        "kind": "report",
        "title": [{"text": "图书", "marked": False}, {"text": "漂流架", "marked": True}],
        "address": "2022/donghu/#figure-shelves",
        "district": "donghu",
        "year": 2022,
        "themes": [],
        "where": ["东湖区", "2022年"],
        "themeNames": [],
        "excerpt": [{"text": "36个", "marked": False}],
    }
    excerpt = ask(page, "外借 １２５６０")["results"][0]["excerpt"]
    assert marked(excerpt) == ["外借12560"]


def test_words_are_marked_in_titles_as_in_texts(page: Page) -> None:
    """Half a word is marked where the whole one stands nowhere, and only there."""
    shelves, term = ask(page, "图书 漂流架")["results"]
    assert (marked(shelves["title"]), marked(shelves["excerpt"])) == (["图书漂流架"], [])
    assert (marked(term["title"]), marked(term["excerpt"])) == (["图书"], ["漂流架"])
    assert [marked(near["title"]) for near in ask(page, "沿湖植草")["results"]] == [["沿湖植"]]


def test_a_year_or_district_is_not_looked_for_in_halves(page: Page) -> None:
    """The 20 of 2022 stands in 1200."""
    (mill, *_) = ask(page, "2022 藏书")["results"]
    assert mill["address"] == "2022/city/#figure-mill_books"
    assert (marked(mill["title"]), marked(mill["excerpt"])) == (["藏书"], [])


def test_what_is_tagged_with_a_theme_is_found_by_its_name_after_what_has_the_words(page: Page) -> None:
    """公共阅读 is the name of a theme, and 公共 stands in a definition as well, which weighs little."""
    results = ask(page, "公共", limit=100)["results"]
    has_words = [marked(result["title"]) + marked(result["excerpt"]) != [] for result in results]
    assert "2022/donghu/#book-drift" in [result["address"] for result in results]
    assert (has_words.count(True), has_words[-1]) == (2, False)
    assert has_words == sorted(has_words, reverse=True)
    addresses = [result["address"] for result in ask(page, "园林绿化")["results"]]
    assert addresses[0] == "themes/greening/"
    assert {"2022/donghu/#tree-day", "2022/xiling/#hill-trees", "2023/donghu/#plan"} < set(addresses)
    assert first(page, "西岭园林绿化") == "2022/xiling/#hill-trees"
    assert first(page, "漂流 园林绿化") == "2022/donghu/#book-drift"
    assert ask(page, "漂流 园林绿化")["relaxed"] is False


def test_a_result_says_by_which_theme_it_is_found(page: Page) -> None:
    (result,) = (one for one in ask(page, "园林绿化")["results"] if one["address"] == "2023/donghu/#plan")
    assert result["where"] == ["东湖区", "2023年"]
    assert result["themeNames"] == [[{"text": "园林绿化", "marked": True}]]
    assert marked(result["excerpt"]) == []


def test_the_district_that_is_named_comes_first(page: Page) -> None:
    for question, district in (("东湖植树", "donghu"), ("西岭植树", "xiling")):
        assert ask(page, question)["results"][0]["district"] == district


def test_most_words_are_enough_when_nothing_has_all(page: Page) -> None:
    assert ask(page, "沿湖植树")["relaxed"] is False
    answer = ask(page, "沿湖植草")
    assert (answer["relaxed"], answer["results"][0]["address"]) == (True, "2022/donghu/#tree-day")


def test_what_only_has_the_pieces_is_no_answer(page: Page) -> None:
    """图书漂流 and 漂流架 share a piece, yet nobody writes 书漂流架子."""
    assert ask(page, "流架书漂")["total"] == 0 or ask(page, "流架书漂")["relaxed"]


def test_filters_narrow_and_counts_say_what_each_choice_would_give(page: Page) -> None:
    every = ask(page, "植树")
    assert every["counts"]["years"] == {"2022": 2, "2023": 1}
    assert set(every["counts"]["districts"]) == {"donghu", "xiling"}
    chosen = ask(page, "植树", {"years": ["2022"], "districts": ["donghu"]})
    assert [result["address"] for result in chosen["results"]] == ["2022/donghu/#tree-day"]
    assert chosen["total"] == 1
    assert chosen["counts"]["years"] == {"2022": 1, "2023": 1}
    assert chosen["counts"]["districts"] == {"donghu": 1, "xiling": 1}
    themed = ask(page, "东湖", {"themes": ["reading"]})
    assert [result["address"] for result in themed["results"]] == ["2022/donghu/#book-drift"]
    assert ask(page, "植树", {"themes": ["nobody"]})["total"] == 0


def test_pages_of_results_follow_each_other(page: Page) -> None:
    whole = ask(page, "年", limit=100)
    parts = [ask(page, "年", limit=3, offset=offset)["results"] for offset in range(0, whole["total"], 3)]
    assert [result for part in parts for result in part] == whole["results"]
    assert len(whole["results"]) == whole["total"] > 10


@pytest.mark.parametrize(
    "question",
    [
        "",
        " ",
        "\u3000\n\t",
        "\x00",
        "\ud800",
        "🎈",
        "[](){}*+?^$|\\",
        "</script><b>",
        "__proto__",
        "constructor",
        '"',
        "'",
    ],
)
def test_odd_questions_have_no_answer_and_make_no_error(page: Page, question: str) -> None:
    assert ask(page, question)["total"] >= 0


def test_a_pasted_page_is_answered_by_its_beginning(page: Page) -> None:
    assert first(page, "沿湖植树" + "，图书漂流进公园" * 1_250).startswith("2022/donghu/")


def test_punctuation_alone_is_found_as_it_stands(page: Page) -> None:
    assert first(page, "；") == "2022/donghu/#book-drift"


def test_links_name_files_where_there_is_no_server(page: Page) -> None:
    page.evaluate("districtSearch.namesFiles = true")
    try:
        assert first(page, "沿湖植树") == "2022/donghu/index.html#tree-day"
        assert first(page, "东湖区") == "districts/donghu/index.html"
    finally:
        page.evaluate("districtSearch.namesFiles = false")


def test_a_file_that_did_not_come_is_told_and_may_be_asked_for_again(
    browser: Browser, serve: Callable[[Path], str], invented_site: Path
) -> None:
    page = browser.new_page()
    open_engine(page, serve(invented_site))
    error = "question => districtSearch.ask(question).then(() => '', (error) => error.message)"
    breaks: list[tuple[str, str, str, Callable[[Route], None]]] = [
        ("**/search/pairs/*", "沿湖植树", "2022/donghu/#tree-day", lambda route: route.abort()),
        ("**/search/text/*", "荒坡", "2022/xiling/#hill-trees", lambda route: route.fulfill(body="")),
    ]
    for files, question, address, broken in breaks:
        page.route(files, broken)
        assert "没有取到搜索文件" in page.evaluate(error, question)
        page.unroute(files)
        assert first(page, question) == address
    page.close()
