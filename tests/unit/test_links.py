"""Links from texts to pages of the site: what leads nowhere is told at its line, before anything is built."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from highlights import addresses
from highlights.bulletin.inside import inside
from highlights.derive.index import index_city
from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.load.links import written_pages
from highlights.model import City
from highlights.publish.pages import generated_pages
from highlights.render.blocks import as_html
from highlights.render.components import Components
from highlights.render.glossary import Glossary
from highlights.render.links import Here
from highlights.render.prose import prose_html
from highlights.render.report import report_blocks
from tests.conftest import ROOT, replace_in

DONGHU = "2022/donghu.yaml"
LINK = "(/terms/#book_drift)"


def told(folder: Path, address: str) -> list[Diagnostic]:
    replace_in(folder / DONGHU, LINK, f"({address})")
    return list(load_city(folder).diagnostics)


@pytest.mark.parametrize(
    "address",
    ["/", "/2022/", "/2022/xiling/", "/2022/xiling/#hill-trees", "/2022/xiling/#figure-trees_planted", "#tree-day",
     "#figure-shelves", "/districts/donghu/", "/indicators/trees_planted/#anything", "/themes/reading/",
     "#section-figures", "/2022/donghu/#section-sources", "/2022/donghu/#source-1", "/terms/#terms",
     "/tables/2022/", "/bulletins/2022/", "/terms/", "/notes/", "/editing/rules/", "/editing/",
     "/search/?q=植树", "/data/figures.csv",
     "/bulletins/2022-donghu.pdf", "https://example.org/nowhere/", "mailto:a@example.org"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_good(data_folder: Path, address: str) -> None:
    assert told(data_folder, address) == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/nowhere/", "照抄"),
        ("/2022/dongu/", "“/2022/donghu/”"),
        ("/2022/donghu", "“/2022/donghu/”"),
        ("/2023/xiling/", "照抄"),
        ("/2024/", "“/2023/”"),
        ("/term/", "“/terms/”"),
        ("/2022/edition/", "/2022/xiling/"),
        ("/2022/verified/", "照抄"),
        ("/indicators/tree_planted/", "“/indicators/trees_planted/”"),
        ("/editing/rule/", "“/editing/rules/”"),
        ("/terms/#book-drift", "“book_drift”"),
        ("/2022/xiling/#tree-day", "hill-trees"),
        ("#tree-dy", "“tree-day”"),
        ("#figure-shelfs", "“figure-shelves”"),
        ("#section-remarks", "“section-figures”"),
        ("#source-2", "“source-1”"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_at_its_place(data_folder: Path, address: str, words: str) -> None:
    (found,) = told(data_folder, address)
    assert (found.code, found.is_error) == ("unknown-page", True)
    assert (found.place.line, found.place.column) == (17, 27)
    assert address in found.message
    assert words in found.hint


def test_links_in_every_text_are_looked_at(data_folder: Path) -> None:
    replace_in(data_folder / "2022/edition.yaml", "收录三个", "收录[三个](/nowhere/)")
    replace_in(data_folder / "terms.yaml", "编号来自", "[编号](/nowhere/)来自")
    replace_in(data_folder / "sources.yaml", "第12行有缺字", "第12行[有缺字](/nowhere/)")
    replace_in(data_folder / "2022/xiling.yaml", "西岭区在荒坡", "西岭区在[荒坡](#tree-day)")
    found = load_city(data_folder).diagnostics
    assert [Path(one.place.file).name for one in found] == ["edition.yaml", "xiling.yaml", "sources.yaml", "terms.yaml"]
    assert {one.code for one in found} == {"unknown-page"}


def test_a_text_outside_of_reports_names_the_page(data_folder: Path) -> None:
    replace_in(data_folder / "terms.yaml", "编号来自", "[编号](#book_drift)来自")
    (found,) = load_city(data_folder).diagnostics
    assert (found.code, "/2022/donghu/#tree-day" in found.hint) == ("bad-link", True)


def test_a_report_that_cannot_be_read_does_not_break_the_links_to_it(data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, LINK, "(/2022/xiling/#hill-trees)")
    (data_folder / "2022/xiling.yaml").write_text("district: [", encoding="utf-8")
    assert "unknown-page" not in {found.code for found in load_city(data_folder).diagnostics}


def test_a_link_within_a_report_leads_there_in_the_bulletin_too(invented_city: City) -> None:
    report = invented_city.editions[2022].reports["donghu"]
    bulletin = inside(invented_city, [report], Here("bulletins/2022/"))
    for anchor in ("tree-day", "figure-shelves"):
        html = prose_html(f"[这里](#{anchor})", bulletin, report.figures, addresses.of_report(report))
        assert f'<a href="#report-donghu.{anchor}">' in html


def test_a_link_to_what_a_bulletin_leaves_out_leads_to_the_part_that_has_it(invented_city: City) -> None:
    report = invented_city.editions[2022].reports["donghu"]
    bulletin = inside(invented_city, [report], Here("bulletins/2022/"))
    assert bulletin.to("indicators/trees_planted/#year-2022") == "#indicator-trees_planted"
    assert bulletin.to("2022/donghu/#section-citation") == "#report-donghu"
    assert bulletin.to("2022/donghu/#section-figures") == "#report-donghu.section-figures"
    assert bulletin.to("search/?q=2022/donghu/#x") == "../../search/?q=2022/donghu/#x"


def test_the_places_of_a_report_are_those_that_its_page_has(invented_city: City) -> None:
    index, components = index_city(invented_city), Components(ROOT / "overrides" / "components")
    glossary = Glossary(invented_city.terms.values())
    of_others = re.compile("section-elsewhere|section-terms|term-")
    for report in invented_city.reports():
        here = Here(addresses.of_report(report))
        html = as_html(report_blocks(invented_city, report, index, glossary.on_page(), here, components))
        ids = set(re.findall(r'\sid="([^"]*)"', html))
        assert addresses.anchors_of(invented_city)[here.address] == {one for one in ids if not of_others.match(one)}


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("search/?q=x", "../../search/index.html?q=x"),
        ("search/?q=a/b#c?d", "../../search/index.html?q=a/b#c?d"),
        ("2022/a/?q=x#c", "./index.html?q=x#c"),
        ("2022/a/#c", "#c"),
        ("?q=x", "../../index.html?q=x"),
        ("data/figures.csv?x/", "../../data/figures.csv?x/"),
    ],
)
def test_a_link_from_disk_names_the_file_whatever_is_asked_of_it(address: str, link: str) -> None:
    assert Here("2022/a/", names_files=True).to(address) == link


def test_on_paper_a_link_to_a_site_without_address_is_words(invented_city: City) -> None:
    text = "见[名词](/terms/)和[年鉴](https://example.org/)。"
    paper = inside(replace(invented_city, address=None), [], None)
    assert prose_html(text, paper, {}, "") == '<p>见名词和<a href="https://example.org/">年鉴</a>。</p>'
    paper = inside(invented_city, [], None)
    assert f'<a href="{invented_city.address}terms/">名词</a>' in prose_html(text, paper, {}, "")


def test_of_very_many_links_that_lead_nowhere_the_first_are_told(data_folder: Path) -> None:
    links = "".join(f"[这里](/2022/x{number}/)" for number in range(700))
    replace_in(data_folder / DONGHU, "公园设漂流架", f"{links}公园设漂流架")
    codes = [found.code for found in load_city(data_folder).diagnostics]
    assert (codes.count("unknown-page"), codes.count("too-many-errors")) == (500, 1)


def test_the_known_pages_are_those_that_are_made(invented_city: City) -> None:
    assert sorted(addresses.pages_of(invented_city)) == sorted(page.address for page in generated_pages(invented_city))


def test_the_pages_that_people_write_are_known_by_their_files(tmp_path: Path) -> None:
    for name in ("index.md", "about.md", "help/index.md", "help/first.md", "help/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert written_pages(tmp_path) == {"", "about/", "help/", "help/first/"}
    assert written_pages(ROOT / "docs") == written_pages() >= {"", "terms/", "search/"}
