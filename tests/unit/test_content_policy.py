"""The policy of a page, and what web servers add to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from highlights.publish.content_policy import POLICY, with_policy
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
PAGE = '<html><head>\n<meta charset="utf-8"></head><body><p>&lt;head></p></body></html>'
SECURITY_HEADERS = {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"}
# One header on one line: of nginx, of Caddy, of _headers.
HEADER = re.compile(r'^\s*(?:add_header )?([A-Z][A-Za-z-]+):? "?([^"\n]+?)"?(?: always;)?$', re.MULTILINE)


def test_the_policy_comes_before_anything_that_it_rules() -> None:
    policed = with_policy(PAGE)
    assert policed.index("<head>") < policed.index(POLICY) < policed.index("charset")
    assert policed.count("Content-Security-Policy") == 1


def test_without_its_policy_no_page_leaves_the_house() -> None:
    with pytest.raises(ValueError, match="<head>"):
        with_policy("<p>nothing else</p>")


def test_what_is_not_named_is_refused() -> None:
    assert POLICY.startswith("default-src 'none'; ")
    assert not re.search(r"unsafe|\*|https?:|blob:", POLICY)


@pytest.mark.parametrize("name", ["_headers", "nginx.conf", "Caddyfile"])
def test_every_web_server_sends_the_same_headers(name: str) -> None:
    assert headers_of(DEPLOY / name) == headers_of(DEPLOY / "_headers")
    assert headers_of(DEPLOY / name).keys() == SECURITY_HEADERS
    assert headers_of(DEPLOY / name)["Content-Security-Policy"] == "frame-ancestors 'none'"


def headers_of(path: Path) -> dict[str, str]:
    found = dict(HEADER.findall(path.read_text(encoding="utf-8")))
    return {header: value for header, value in found.items() if header in SECURITY_HEADERS}


@pytest.mark.parametrize("name", ["_headers", "nginx.conf", "Caddyfile"])
def test_only_addresses_that_change_with_their_content_are_kept(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    assert "/search/catalogue" not in text
    for folder in ("pairs", "singles", "text", "themed"):
        assert folder in text
