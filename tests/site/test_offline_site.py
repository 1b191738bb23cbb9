"""The site that is opened from disk: every link names a file that is there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.test_site import tags_of

LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_every_link_names_a_file(offline_site: Path) -> None:
    broken = []
    for page in offline_site.rglob("*.html"):
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            target = urlsplit(link)
            if not (target.scheme or target.netloc or (page.parent / unquote(target.path or page.name)).is_file()):
                broken.append(f"{page.relative_to(offline_site)}: {link}")
    assert broken == []


def test_it_has_the_same_files_as_the_published_site(offline_site: Path, invented_site: Path) -> None:
    assert files_of(invented_site) - files_of(offline_site) == {"404.html", "_headers"}
    assert not files_of(offline_site) - files_of(invented_site)


def test_its_pages_tell_where_they_are_published(offline_site: Path, invented_site: Path) -> None:
    for address in ("", "2022/donghu/", "open-data/", "search/"):
        assert tags_of(offline_site, address) == tags_of(invented_site, address)
