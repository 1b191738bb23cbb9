"""Pages run scripts of their own only, and none that stands in the page."""

from __future__ import annotations

import re
from pathlib import Path

INLINE = re.compile(r'<script(?![^>]*\bsrc=)(?![^>]*type="application/ld\+json")[^>]*>|<[^>]+\son\w+="')


def test_no_page_has_a_script_in_itself(real_site: Path, invented_site: Path) -> None:
    for site in (real_site, invented_site):
        for path in site.rglob("*.html"):
            assert not INLINE.findall(path.read_text(encoding="utf-8")), path


def test_what_the_theme_brings_and_no_page_loads_is_not_published(invented_site: Path) -> None:
    styles = {path.name.split(".")[0] for path in (invented_site / "assets" / "stylesheets").glob("*.css")}
    assert styles == {"main"}
    assert not (invented_site / "assets" / "javascripts").exists()
