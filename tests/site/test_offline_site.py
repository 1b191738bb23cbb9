"""The site that is opened from disk: every link names a file that is there."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from highlights.publish.site_folder import pack_folder, replace_folder
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


def test_the_same_folder_packs_to_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "site-offline"
    (folder / "2022").mkdir(parents=True)
    (folder / "2022" / "index.html").write_text("甲", encoding="utf-8")
    (folder / "index.html").write_text("乙", encoding="utf-8")
    first = pack_folder(folder).read_bytes()
    (folder / "index.html").touch()
    assert pack_folder(folder).read_bytes() == first
    with zipfile.ZipFile(tmp_path / "site-offline.zip") as archive:
        assert archive.namelist() == ["site-offline/2022/index.html", "site-offline/index.html"]
        assert archive.read("site-offline/index.html").decode() == "乙"


def test_one_site_is_kept_for_a_step_back_whichever_was_built_last(tmp_path: Path) -> None:
    for name in ("site", "site-offline", "site"):
        built = tmp_path / ".build" / name
        built.mkdir(parents=True)
        replace_folder(tmp_path / name, built)
    assert {path.name for path in (tmp_path / ".build").iterdir()} == {"previous-site"}
    assert (tmp_path / "site-offline").is_dir()
