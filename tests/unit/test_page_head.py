"""What search engines, other sites and readers are told of a page: only what is known, and nothing that can act."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from highlights.derive.index import index_city
from highlights.derive.issued import data_timestamp
from highlights.model import City, Edition, EditionStatus, Remark, RemarkType
from highlights.publish.page_head import PageHead, page_head
from highlights.publish.pages import generated_pages
from highlights.publish.structured_data import as_script
from highlights.render.wording import editions_text
from tests.unit.smallest import PLACE, city, figure, report

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</SCRIPT ><!-- <script>",
    "<!--",
    "]]>",
    '"}; alert(1); {"',
    "\\u003c/script\\u003e \\",
    "甲\u2028乙\u2029丙",
    "&lt;/script&gt; {{ 7*7 }}",
]


class ScriptReader(HTMLParser):
    """The tags that a page really has, and the text inside its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.scripts += data


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_the_data_stays_text_inside_a_script(text: str) -> None:
    written = as_script({"name": text, text: [text]})
    assert not set(written) & set("<>&\u2028\u2029")
    page = ScriptReader(f'<script type="application/ld+json">{written}</script>')
    assert page.tags == ["script"]
    assert json.loads(page.scripts) == {"name": text, text: [text]}


def edition(year: int, issued: str | None = None, **changes: Any) -> Edition:
    status = EditionStatus.PUBLISHED
    return replace(Edition(year, f"{year}年", status, None, issued, None, {}, PLACE), **changes)


def corrected(day: str, edition: Edition) -> Edition:
    remark = Remark(RemarkType.CORRECTION, "更正。", None, "trees", day, "4棵", None, PLACE)
    return replace(edition, reports={"a": replace(report("a", year=edition.year), remarks=(remark,))})


def city_of(*editions: Edition, **known: Any) -> City:
    by_year = {found.year: found for found in editions}
    return replace(city(), editions=by_year, home=editions[-1], **known)


def head_at(known: City, address: str) -> PageHead:
    pages = {page.address: page for page in generated_pages(known)}
    page = pages[address]
    return page_head(known, index_city(known), address, page.title, page.description, page.subject)


def record_at(known: City, address: str) -> dict[str, Any]:
    script = head_at(known, address).structured_data
    assert script is not None
    record: dict[str, Any] = json.loads(script)
    return record


TREES = report("a", figure("2.4万余棵"))


def test_what_is_not_known_is_in_no_record() -> None:
    known = city(TREES)
    for address, kind in [("2022/a/", "Article"), ("indicators/trees/", "Dataset"), ("tables/2022/", "Dataset")]:
        record = record_at(known, address)
        assert record["@type"] == kind
        assert not {"publisher", "author", "datePublished", "dateModified", "license", "url"} & record.keys()
        assert record["isBasedOn"] == [{"@type": "CreativeWork", "name": "年鉴"}]
        assert "None" not in json.dumps(record)
        assert "null" not in json.dumps(record)


def test_what_is_known_is_in_the_record() -> None:
    issued = replace(city(TREES).home, status=EditionStatus.PUBLISHED, issuer="年鉴社", issued="2023-03-01")
    known = replace(city(TREES), editions={2022: issued}, home=issued, address="https://example.org/", host="办公室")
    record = record_at(known, "2022/a/")
    assert record["publisher"] == {"@type": "Organization", "name": "年鉴社"}
    assert record["datePublished"] == "2023-03-01"
    assert record["mainEntityOfPage"] == "https://example.org/2022/a/"
    assert record_at(known, "indicators/trees/")["publisher"]["name"] == "办公室"
    assert record_at(known, "tables/2022/")["variableMeasured"][0]["unitText"] == "棵"


def test_a_draft_is_called_a_draft_and_has_no_date() -> None:
    draft = replace(city(TREES).home, issued="2030-01-01")
    record = record_at(replace(city(TREES), editions={2022: draft}, home=draft), "2022/a/")
    assert record["creativeWorkStatus"] == "Draft"
    assert "datePublished" not in record


def test_no_figures_are_no_dataset() -> None:
    assert head_at(city(), "indicators/trees/").structured_data is None
    assert head_at(city(), "tables/2022/").structured_data is None


def test_open_data_say_where_the_files_are_once_the_site_has_an_address() -> None:
    def record(known: City) -> Any:
        return json.loads(
            page_head(known, index_city(known), "open-data/", "开放数据", "说明", None).structured_data or ""
        )

    assert "distribution" not in record(city(TREES))
    files = record(replace(city(TREES), address="https://example.org/"))["distribution"]
    assert "https://example.org/data/figures.csv" in [file["contentUrl"] for file in files]


def test_a_page_without_words_of_its_own_has_the_sites() -> None:
    head = page_head(city(), index_city(city()), "", "", "", None)
    assert dict(head.open_graph) == {
        "og:title": "测试",
        "og:description": "测试",
        "og:type": "website",
        "og:site_name": "测试",
        "og:locale": "zh_CN",
    }


@pytest.mark.parametrize(
    ("editions", "text"),
    [
        ([edition(2022)], "2022年度"),
        ([edition(2022, "2023-03-01")], "2022年度，发布于2023年3月1日"),
        ([edition(2022, "2023-03", status=EditionStatus.DRAFT)], "2022年度（草稿）"),
        ([edition(2021), edition(2022, status=EditionStatus.DRAFT)], "2021、2022年度（2022年度是草稿）"),
        ([edition(2021), edition(2022)], "2021、2022年度"),
        ([edition(2020), edition(2021, "2022-03"), edition(2022)], "2020至2022年度，其中2021年度发布于2022年3月"),
        ([edition(2018), edition(2021), edition(2022)], "2018、2021、2022年度"),
        ([corrected("2023-05-04", edition(2022, "2023-03-01"))], "2022年度，发布于2023年3月1日，2023年5月4日有更正"),
        ([edition(2021), corrected("2023-05-04", edition(2022))], "2021、2022年度，2023年5月4日有更正"),
    ],
)
def test_a_page_says_how_old_its_data_is(editions: list[Edition], text: str) -> None:
    assert editions_text(editions) == text


@pytest.mark.parametrize(
    ("editions", "seconds"),
    [
        ([edition(2021)], 1640995200),
        ([edition(2021, "2022"), edition(2022)], 1640995200),
        ([edition(2021, "2022-01-02"), edition(2022)], 1641081600),
        ([edition(2021, "2022-01"), edition(2022, "2022-01-02")], 1641081600),
        ([edition(2021, "2030-01-01", status=EditionStatus.DRAFT)], 1640995200),
        ([corrected("2022-01-02", edition(2021, "2022-01-01")), edition(2022)], 1641081600),
        ([edition(1912)], 0),
        ([edition(2021, "0000")], 0),
        ([edition(2999)], 4102444800),
    ],
)
def test_the_day_of_the_site_is_the_datas(editions: list[Edition], seconds: int) -> None:
    assert data_timestamp(city_of(*editions)) == seconds
