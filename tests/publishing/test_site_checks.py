"""What is looked through before a site is published: each thing that may be wrong is found, and nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from highlights.model import City
from highlights.publish.search.reading import decode
from highlights.publish.search.shards import encode
from highlights.publish.site.checks import MOST_TOLD, check_site, faults_text
from highlights.publish.site.command import NotPublished, publish_site
from highlights.publish.site.folder import Places
from highlights.publish.site.links import broken_links, read_links
from highlights.render.pdf_links import pdf_names

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


@pytest.fixture
def site(invented_site: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(invented_site, tmp_path / "site"))


def write_page(site: Path, body: str) -> None:
    (site / "more").mkdir()
    (site / "more" / "index.html").write_text(f'<!doctype html><p id="here">{body}</p>', encoding="utf-8")


@pytest.mark.parametrize(("name", "city"), [("real_site", "real_city"), ("invented_site", "invented_city")])
def test_a_built_site_has_no_fault(request: pytest.FixtureRequest, name: str, city: str) -> None:
    assert check_site(request.getfixturevalue(name), request.getfixturevalue(city)) == ()


def test_a_site_from_disk_has_no_fault(offline_site: Path, invented_city: City) -> None:
    assert check_site(offline_site, invented_city, names_files=True) == ()


@pytest.mark.parametrize("link", ["../2022/", ".", "/terms/index.html"])
def test_links_that_lean_on_a_server_are_faults_from_disk(site: Path, link: str) -> None:
    write_page(site, f'<a href="{link}">')
    faults = [
        problem
        for found, problem in broken_links(read_links(site, None), names_files=True)
        if found.file.startswith("more/")
    ]
    assert faults == ["靠服务器才有页面，从磁盘打开时找不到"]


@pytest.mark.parametrize(
    "link",
    [
        "../2022/donghu/",
        "../2022/donghu/index.html",
        "../2022/donghu",
        "#here",
        "",
        "?q=1#here",
        "../terms/?q=1",
        "../%74erms/",
        "../",
        "..",
        ".",
        "./",
        "/",
        "/.",
        "/terms/",
        "https://elsewhere.example/none",
        "//elsewhere.example/none",
        "mailto:someone@example.org",
        "tel:+861012345",
        "https://site.example/below/terms/",
        "https://site.example/other",
    ],
)
def test_links_that_lead_somewhere_or_away_are_right(site: Path, invented_city: City, link: str) -> None:
    write_page(site, f'<a href="{link}">x</a>')
    faults = check_site(site, replace(invented_city, address="https://site.example/below/"))
    # Without its slash a folder is found by most servers, by a redirection: a detour all the same.
    wrong = ["链接“../2022/donghu”指向的文件不存在"] if link == "../2022/donghu" else []
    assert [fault.problem for fault in faults if fault.file.startswith("more/")] == wrong


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<a href="../none/">', "链接“../none/”指向的文件不存在"),
        ("<a href=../none/>", "链接“../none/”指向的文件不存在"),
        ("<a title='a > b' href='../none/'>", "链接“../none/”指向的文件不存在"),
        ('<A\nHREF = "../none/">'.replace("HREF", "href"), "链接“../none/”指向的文件不存在"),
        ('<a href="../none&amp;more/">', "链接“../none&more/”指向的文件不存在"),
        ('<img src="none.png">', "链接“none.png”指向的文件不存在"),
        ('<form action="../none/">', "链接“../none/”指向的文件不存在"),
        ('<script src="none.js"></script>', "链接“none.js”指向的文件不存在"),
        ('<a href="../../../outside">', "链接“../../../outside”指向的文件不存在"),
        ('<a href="../bulletins/2022.pdf">', "链接“../bulletins/2022.pdf”指向的文件不存在"),
        ('<a href="#none">', "链接“#none”页面里没有“#none”这个位置"),
        ('<a href="../terms/#none">', "链接“../terms/#none”页面里没有“#none”这个位置"),
        ('<a href="/none/">', "链接“/none/”指向的文件不存在"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_page(site: Path, invented_city: City, body: str, told: str) -> None:
    write_page(site, body)
    (fault,) = check_site(site, invented_city)
    assert (fault.file, fault.problem) == ("more/index.html", told)
    assert fault.hint


@pytest.mark.parametrize(
    "body", ["&lt;a href=&quot;none&quot;&gt;", '<!-- <a href="none"> -->', "<script>\"<a href='none'>\"</script>"]
)
def test_what_only_looks_like_a_link_is_none(site: Path, invented_city: City, body: str) -> None:
    write_page(site, body)
    assert check_site(site, invented_city) == ()


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " JavaScript:x", "java\nscript:x", "data:,x", "file:///x", "a:b"]
)
@pytest.mark.parametrize("tag", ['<a href="{}">', '<form action="{}">', '<iframe src="{}">'])
def test_a_link_of_another_scheme_than_those_of_readers_is_told(tmp_path: Path, tag: str, link: str) -> None:
    write_page(tmp_path, tag.format(link))
    for names_files in (False, True):
        ((found, problem),) = broken_links(read_links(tmp_path, None), names_files=names_files)
        assert (found.file, found.written) == ("more/index.html", link)
        assert problem.startswith(f"以“{urlsplit(link).scheme}:”开头")


def test_stylesheets_are_read_too(site: Path) -> None:
    (site / "more.css").write_text("a{b:url(none.svg)}/* url(no) */ c{d:url('data:,x')}", encoding="utf-8")
    found = read_links(site, None)
    assert [link.written for link, _ in broken_links(found, names_files=False)] == ["none.svg"]


def test_a_link_that_is_wrong_on_every_page_is_told_once(site: Path, invented_city: City) -> None:
    pages = list(site.rglob("index.html"))
    (site / "assets" / "css" / "site.css").unlink()
    (fault,) = check_site(site, invented_city)
    # 404.html is one more.
    assert f"（另有 {len(pages)} 处也这样）" in fault.problem


def damage(name: str, content: bytes | None) -> Callable[[Path], None]:
    def act(site: Path) -> None:
        (site / name).unlink() if content is None else (site / name).write_bytes(content)

    return act


@pytest.mark.parametrize(
    ("act", "file"),
    [
        (damage("search/catalogue.js", None), "search/catalogue.js"),
        (damage("search/catalogue.js", b""), "search/catalogue.js"),
        (damage("search/catalogue.js", b'districtSearch.put("catalogue",{"pairs":'), "search/catalogue.js"),
        (damage("search/catalogue.js", b"\xff"), "search/catalogue.js"),
        (damage("search/text/2022-donghu.js", None), "search/text/2022-donghu.js"),
        (damage("search/pairs/0.js", b'districtSearch.put("pairs/0",{});\n'), "search/catalogue.js"),
    ],
)
def test_a_search_that_would_not_answer_is_told(
    site: Path, invented_city: City, act: Callable[[Path], None], file: str
) -> None:
    act(site)
    faults = check_site(site, invented_city)
    assert {fault.file for fault in faults} == {file}
    assert all("搜索" in fault.problem for fault in faults)


def test_a_page_that_the_data_asks_for_must_be_there(site: Path, invented_city: City) -> None:
    (site / "2022" / "donghu" / "index.html").unlink()
    first, *others = check_site(site, invented_city)
    assert (first.file, first.problem) == (
        "2022/donghu/index.html",
        f"缺少页面“{invented_city.editions[2022].reports['donghu'].name}”，数据里有它",
    )
    assert all("指向的文件不存在" in other.problem for other in others)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n1 0 obj", b"<!doctype html>" + PDF])
def test_a_pdf_that_a_page_names_must_be_whole(site: Path, invented_city: City, content: bytes) -> None:
    write_page(site, '<a href="../bulletins/2022.pdf">')
    (site / "bulletins").mkdir(exist_ok=True)
    (site / "bulletins" / "2022.pdf").write_bytes(PDF)
    assert check_site(site, invented_city) == ()
    (site / "bulletins" / "2022.pdf").write_bytes(content)
    (fault,) = check_site(site, invented_city)
    assert (fault.file, fault.problem) == ("bulletins/2022.pdf", "不是完整的 PDF 文件")


def test_every_bulletin_must_be_there_and_whole_even_if_no_page_names_it(site: Path, invented_city: City) -> None:
    folder = site / "bulletins"
    for name in pdf_names(invented_city):
        (folder / f"{name}.pdf").write_bytes(PDF)
    assert check_site(site, invented_city, has_pdfs=True) == ()
    (folder / "2022.pdf").unlink()
    (folder / "2023-donghu.pdf").write_bytes(b"")
    assert [(fault.file, fault.problem) for fault in check_site(site, invented_city, has_pdfs=True)] == [
        ("bulletins/2022.pdf", "缺少年终简报，数据里有它"),
        ("bulletins/2023-donghu.pdf", "不是完整的 PDF 文件"),
    ]


def test_a_site_without_bulletins_is_not_published(invented_site: Path, invented_city: City, tmp_path: Path) -> None:
    """As `mkdocs build` makes it: whole in itself."""
    places = Places(tmp_path / "site", tmp_path / ".build")
    with pytest.raises(NotPublished, match=r"bulletins/2023\.pdf  缺少年终简报"):
        publish_site(
            invented_city, places, lambda to, _: shutil.copytree(invented_site, to) == to, str, is_offline=False
        )
    assert not places.published.exists()


def test_many_faults_are_told_up_to_a_number(site: Path, invented_city: City) -> None:
    write_page(site, "".join(f'<a href="none{number}">' for number in range(MOST_TOLD + 7)))
    lines = faults_text(check_site(site, invented_city)).splitlines()
    assert lines[-1] == "……另有 7 处"
    assert len(lines) == 2 * MOST_TOLD + 1


@pytest.mark.parametrize("numbers", [[], [0], [1, 2, 3], [5, 900, 901, 4_000_000], list(range(0, 999, 7))])
def test_postings_are_read_as_they_were_written(numbers: list[int]) -> None:
    assert list(decode(encode(numbers))) == numbers
