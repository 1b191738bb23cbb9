"""Letters about errors with the place filled in, and the foot of the site: only what city.yaml says."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from highlights.model import City
from highlights.render.feedback import contact_link, figure_feedback, page_feedback
from highlights.render.imprint import imprint
from tests.unit.smallest import city, figure, report

TREES = replace(figure("2.4万余棵"), label="植树 & 护林？#1")
REPORT = report("a", TREES)


def city_with(**known: str) -> City:
    return replace(city(REPORT), **known)  # type: ignore[arg-type]


def test_without_a_contact_there_is_nothing_to_write_to() -> None:
    assert page_feedback(city(), "页", "terms/") is None
    assert figure_feedback(city(REPORT), REPORT, TREES) is None


def test_a_letter_names_the_page_the_figure_and_what_is_printed() -> None:
    known = city_with(contact="post+box@example.org", address="https://example.org/year/")
    link = urlsplit(figure_feedback(known, REPORT, TREES) or "")
    letter = parse_qs(link.query, strict_parsing=True)
    assert (link.scheme, link.path, link.fragment) == ("mailto", "post+box@example.org", "")
    assert letter["subject"] == ["报告错误：a2022年，植树 & 护林？#1"]
    assert letter["body"][0].split("\r\n")[:3] == [
        "页面：https://example.org/year/2022/a/#figure-trees",
        "数据：植树 & 护林？#1（trees）",
        "网站上写作：2.4万余棵",
    ]


def test_a_page_is_named_even_while_the_site_has_no_address() -> None:
    link = urlsplit(page_feedback(city_with(contact="a@example.org"), "名词", "terms/") or "")
    assert "页面：测试 /terms/" in parse_qs(link.query)["body"][0]


@pytest.mark.parametrize(
    ("contact", "start", "fragment"),
    [
        ("https://example.org/new", "https://example.org/new?title=", ""),
        ("https://example.org/new?kind=data#form", "https://example.org/new?kind=data&title=", "form"),
    ],
)
def test_a_web_address_keeps_its_own_query(contact: str, start: str, fragment: str) -> None:
    link = contact_link(contact, "题", ["一", "二"])
    assert link.startswith(start)
    assert urlsplit(link).fragment == fragment
    assert parse_qs(urlsplit(link).query)["body"] == ["一\r\n二"]
    assert contact_link(contact) == contact


def test_the_foot_of_the_site_shows_only_what_is_known() -> None:
    assert imprint(city()) == ()
    (host,) = imprint(city_with(host="办公室"))
    assert (host.name, host.text, host.link) == ("主办单位", "办公室", None)
    contact, icp, police = imprint(city_with(contact="a@example.org", icp="云ICP备1号", police="云公网安备 5301号"))
    assert contact.link == "mailto:a@example.org"
    assert icp.link == "https://beian.miit.gov.cn/"
    assert str(police.link).endswith("?code=5301")
