"""Links of untrusted texts: wherever one is let into a page, it leads to the web, to a mailbox, or into the site."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from highlights.bulletin.inside import Inside
from highlights.load import load_city
from highlights.load.links import written_pages
from highlights.render.links import Here
from highlights.render.prose import prose_html
from tests.conftest import replace_in
from tests.untrusted.payloads import PAYLOADS

SCHEMES = {"http", "https", "mailto"}
# As browsers read an address: without blanks at its beginning and line breaks in it.
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):")
# What an address may be made of to look like a page of the site.
_DISGUISES = ("{}", "/{}", "</{}>", "/./{}", "/x/../{}", "/../{}", "#{}", "/?{}", "/#{}")
_ADDRESSES = (*PAYLOADS["addresses"], *PAYLOADS["paths"], "javascript&colon;pwned=1.x", "javascript\\:pwned=1")
_LINKS = (f"[甲]({disguise.format(address)})" for disguise in _DISGUISES for address in _ADDRESSES)
# Without what would be figures of the report.
TEXTS = tuple(text for text in (*PAYLOADS["markdown"], *_LINKS) if "{" not in text)
PLACES = tuple(
    here
    for address in ("", "terms/", "2022/a/", "404.html")
    for here in (Here(address), Here(address, names_files=True), Inside("", page=Here(address)))
)


@pytest.mark.parametrize("here", PLACES, ids=str)
@pytest.mark.parametrize("report_address", ["", "2022/a/"])
def test_no_text_makes_a_link_that_runs_or_leads_to_another_kind_of_place(here: Here, report_address: str) -> None:
    schemes = {text: schemes_in(str(prose_html(text, here, {}, report_address))) for text in TEXTS}
    assert {text: found for text, found in schemes.items() if not found <= SCHEMES} == {}


def test_the_texts_make_links_enough() -> None:
    assert sum("<a " in prose_html(text, Here(""), {}, "") for text in TEXTS) > 100


def schemes_in(html: str) -> set[str]:
    links = (re.sub(r"[\t\n\r]", "", unescape(link)) for link in re.findall(r'href="([^"]*)"', html))
    return {found[1].lower() for link in links if (found := _SCHEME.match(link))}


@pytest.mark.parametrize(
    "address",
    ["/javascript:alert(1)", "/javascript:alert(document.domain)", "/javascript&colon;alert(document.domain)",
     "/javascript\\:alert(document.domain)", "/2022/donghu.x:/"],
)  # fmt: skip
def test_no_page_or_file_of_the_site_has_a_colon_in_its_address(data_folder: Path, address: str) -> None:
    replace_in(data_folder / "2022/edition.yaml", "收录三个", f"收录[三个]({address})")
    assert [found.code for found in load_city(data_folder).diagnostics] == ["unknown-page"]
    assert ":" not in "".join(written_pages())
