"""Bulletins on the site: PDFs are linked where they have been made, and nowhere else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import INVENTED_DATA, run_mkdocs

_ANY_PDF = re.compile(r'href="([^"]*\.pdf)"')


@pytest.fixture(scope="module")
def site_with_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with-pdfs")
    made = folder / "bulletins"
    made.mkdir()
    for name in ("2022", "2022-donghu"):
        (made / f"{name}.pdf").write_bytes(b"%PDF" + b" " * 1_200_000)
    register = {"2022": {"print": "", "pages": 62}, "2022-donghu": {"print": "", "pages": 4}}
    (made / "bulletins.json").write_text(json.dumps(register), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIGHLIGHTS_BULLETINS", str(made))
        result = run_mkdocs(folder, INVENTED_DATA)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


@pytest.mark.parametrize(
    ("page", "link", "about"),
    [
        ("2022/index.html", "../bulletins/2022.pdf", "PDF，62 页，1.2 MB"),
        ("2022/donghu/index.html", "../../bulletins/2022-donghu.pdf", "PDF，4 页，1.2 MB"),
        ("bulletins/index.html", "2022.pdf", "PDF，62 页，1.2 MB"),
        ("bulletins/2022/index.html", "../2022.pdf", "PDF，62 页，1.2 MB"),
    ],
)
def test_pages_link_to_pdfs_with_pages_and_size(page: str, link: str, about: str, site_with_pdfs: Path) -> None:
    html = (site_with_pdfs / page).read_text(encoding="utf-8")
    assert f'href="{link}"' in html
    assert about in html


def test_every_pdf_that_is_linked_is_there(site_with_pdfs: Path) -> None:
    linked = set()
    for page in site_with_pdfs.rglob("*.html"):
        links = _ANY_PDF.findall(page.read_text(encoding="utf-8"))
        linked |= {(page.parent / link).resolve() for link in links}
    assert linked == {(site_with_pdfs / "bulletins" / name).resolve() for name in ("2022.pdf", "2022-donghu.pdf")}
    assert all(path.is_file() for path in linked)


def test_without_pdfs_no_page_links_to_one(invented_site: Path) -> None:
    for page in invented_site.rglob("*.html"):
        assert not _ANY_PDF.search(page.read_text(encoding="utf-8")), page
    assert (invented_site / "bulletins" / "2022" / "index.html").is_file()
