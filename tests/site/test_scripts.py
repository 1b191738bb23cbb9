"""Pages run scripts of their own only, and nothing active stands in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

Attributes = list[tuple[str, str | None]]

DATA_BLOCK = "application/ld+json"
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"}
# Relative ones, and the three that lead away.
INERT_ADDRESS = re.compile(r"(?![a-z][a-z0-9+.-]*:)|https?:|mailto:", re.IGNORECASE)


class ActiveParts(HTMLParser):
    """Whatever in a page could run, or looks as if it could."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.found += [f"<{tag}> {what}" for what in _active(tag, dict(attrs))]


def _active(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    if tag == "style" or (tag == "script" and "src" not in attributes and attributes.get("type") != DATA_BLOCK):
        yield "inline"
    for name, value in attributes.items():
        if name == "style" or name.startswith("on"):
            yield name
        # Browsers skip white space and control characters in the name of a scheme.
        if name in ADDRESSES and not INERT_ADDRESS.match(re.sub(r"[\x00-\x20]", "", value or "")):
            yield f"{name}={value}"


def active_parts(site: Path) -> list[str]:
    pages = sorted(site.rglob("*.html"))
    assert pages
    return [f"{page}: {part}" for page in pages for part in ActiveParts(page.read_text(encoding="utf-8")).found]


def test_nothing_active_stands_in_a_page(real_site: Path, invented_site: Path, offline_site: Path) -> None:
    for site in (real_site, invented_site, offline_site):
        assert active_parts(site) == []


def test_whatever_is_active_is_seen() -> None:
    page = """<style></style><script>a</script><p style="a" onclick="b">
        <a href="java\nscript:c">甲</a><a href="DATA:d">乙</a><a href="/ok">丙</a><a href="mailto:a@b.cn">丁</a>
        <script src="x.js"></script><script type="application/ld+json">{}</script>"""
    told = ["<style> inline", "<script> inline", "<p> style", "<p> onclick"]
    assert ActiveParts(page).found == [*told, "<a> href=java\nscript:c", "<a> href=DATA:d"]


def test_what_the_theme_brings_and_no_page_loads_is_not_published(invented_site: Path) -> None:
    assert {path.name for path in (invented_site / "assets").iterdir()} == {"css", "images", "js"}
    sheet = (invented_site / "assets" / "css" / "theme.css").read_text(encoding="utf-8")
    assert ".md-header" in sheet
    assert ".md-annotation" not in sheet


@pytest.mark.parametrize(
    ("asset", "user"),
    [
        ("js/city-table.js", "data-sortable"),
        ("js/beside.js", 'class="beside"'),
        ("js/theme-filter.js", 'class="theme-filter"'),
        ("css/bulletin.css", 'class="bulletin-'),
    ],
)
def test_pages_load_what_they_use_and_nothing_else(asset: str, user: str, invented_site: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in invented_site.rglob("*.html")]
    loading = [f"assets/{asset}" in text for text in texts]
    assert loading == [user in text for text in texts]
    assert 0 < sum(loading) < len(texts)
