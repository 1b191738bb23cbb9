"""The built sites, the real one and the invented one, as files."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from frictionless import Package

from highlights import addresses
from highlights.model import City
from highlights.render.wording import size_text
from tests.conftest import ROOT, build_site

SITES = ("real_site", "invented_site")
NO_END = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}


class PageReader(HTMLParser):
    """What a test wants to know of a page: ids, links, cells, text outside scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.cells: list[str] = []
        self.language = ""
        self.text = ""
        self.heading_levels: list[int] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        if "id" in values:
            self.ids.append(values["id"])
        self.links += [values[name] for name in ("href", "src") if name in values]
        if re.fullmatch("h[1-6]", tag):
            self.heading_levels.append(int(tag[1]))
        if tag in {"td", "th"}:
            self.cells.append("")
        if tag not in NO_END:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if {"script", "style"} & set(self._open):
            return
        self.text += data
        if {"td", "th"} & set(self._open):
            self.cells[-1] += data


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def pages(site: Path) -> Iterator[tuple[str, PageReader]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), PageReader(path.read_text(encoding="utf-8"))


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    ids = {name: set(page.ids) for name, page in pages(site)}
    broken = []
    for name, page in pages(site):
        if name == "404.html":
            continue  # its links are absolute, since it is shown at any depth
        for link in page.links:
            target = urlsplit(urljoin(f"http://site/{name}", link))
            if target.netloc != "site":
                continue
            path = unquote(target.path.lstrip("/"))
            path += "index.html" if path.endswith("/") or not path else ""
            if not (site / path).is_file():
                broken.append(f"{name}: {link}")
            elif target.fragment and path in ids and unquote(target.fragment) not in ids[path]:
                broken.append(f"{name}: {link} (anchor)")
    assert broken == []


def test_every_id_stands_once_on_its_page(site: Path) -> None:
    for name, page in pages(site):
        twice = {found for found in page.ids if page.ids.count(found) > 1}
        assert not twice, f"{name}: {twice}"


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    """Links may lead away; what a page loads may not."""
    loading = re.compile(
        r'<(?:script|img|iframe|source|video|audio)[^>]+src="(?:https?:)?//|<link[^>]+rel="(?:stylesheet|preconnect|icon|preload)"[^>]+href="(?:https?:)?//'
    )
    for path in site.rglob("*.html"):
        assert not loading.search(path.read_text(encoding="utf-8")), path


def test_nothing_of_the_machinery_is_left_on_a_page(site: Path) -> None:
    for name, page in pages(site):
        if name != "editing/macros/index.html":
            assert "{{" not in page.text, name
            assert "{%" not in page.text, name
            assert "None" not in page.text, name
        assert "data-place" not in (site / name).read_text(encoding="utf-8"), name


def test_no_table_cell_is_empty(site: Path) -> None:
    for name, _ in pages(site):
        text = (site / name).read_text(encoding="utf-8")
        tables = re.findall(r"<table.*?</table>", text, re.DOTALL)
        for table in tables:
            for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", table, re.DOTALL):
                assert re.sub(r"<(?!svg)[^>]+>", "", cell).strip(), f"{name}: empty cell in {table[:200]}"


def test_pages_speak_chinese_and_have_one_title(site: Path) -> None:
    for name, page in pages(site):
        assert page.language == "zh-CN", name
        if name != "404.html":
            assert page.heading_levels.count(1) == 1, name


def test_headings_do_not_skip_a_level(site: Path) -> None:
    for name, page in pages(site):
        for before, after in zip(page.heading_levels, page.heading_levels[1:], strict=False):
            assert after <= before + 1, name


@pytest.mark.parametrize(
    ("page", "trail"),
    [
        ("2022/donghu/", [("首页", "../../"), ("2022年", "../"), ("东湖区", "")]),
        ("2022/city/", [("首页", "../../"), ("2022年", "../"), ("云州市", "")]),
        ("districts/donghu/", [("首页", "../../"), ("各区", "../"), ("东湖区", "")]),
        ("indicators/trees_planted/", [("首页", "../../"), ("指标", "../"), ("植树", "")]),
        ("themes/reading/", [("首页", "../../"), ("主题", "../"), ("公共阅读", "")]),
        ("tables/2022/", [("首页", "../../"), ("数据表", "../"), ("2022年", "")]),
    ],
)
def test_a_trail_tells_where_a_page_stands(page: str, trail: list[tuple[str, str]], invented_site: Path) -> None:
    text = (invented_site / page / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<nav class="trail" aria-label="当前位置">(.*?)</nav>', text, re.DOTALL)
    assert found
    steps = re.findall(r'<li>\s*<a href="([^"]*)">(.*?)</a>|<li aria-current="page">(.*?)</li>', found[1])
    assert [(name or here, link) for link, name, here in steps] == trail


def test_sections_have_one_name_in_the_header_and_in_trails(site: Path) -> None:
    for path in site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        named = dict(re.findall(r'<a class="section-link" href="([^"]*?)/*"[^>]*>(.*?)</a>', text))
        for link, name in re.findall(r'<li>\s*<a href="([^"]*?)/*">(.*?)</a>', text[text.find('class="trail"') :]):
            assert named.get(link, name) == name, f"{path}: {name}"


@pytest.mark.parametrize(("city_name", "site_name"), [("real_city", "real_site"), ("invented_city", "invented_site")])
def test_everything_in_the_data_has_its_page(city_name: str, site_name: str, request: pytest.FixtureRequest) -> None:
    city: City = request.getfixturevalue(city_name)
    site: Path = request.getfixturevalue(site_name)
    expected = [
        *(addresses.of_edition(edition) for edition in city.editions.values()),
        *(addresses.of_tables(edition) for edition in city.editions.values()),
        *(addresses.of_report(report) for report in city.reports()),
        *(addresses.of_district(district) for district in city.districts.values()),
        *(addresses.of_indicator(indicator) for indicator in city.indicators.values()),
        *(addresses.of_theme(theme) for theme in city.themes.values()),
    ]
    for address in ["", "districts/", "indicators/", "themes/", "terms/", *expected]:
        assert (site / address / "index.html").is_file(), address


@pytest.mark.parametrize(("city_name", "site_name"), [("real_city", "real_site"), ("invented_city", "invented_site")])
def test_every_figure_is_printed_and_leads_to_its_source(
    city_name: str, site_name: str, request: pytest.FixtureRequest
) -> None:
    city: City = request.getfixturevalue(city_name)
    site: Path = request.getfixturevalue(site_name)
    for report in city.reports():
        text = (site / addresses.of_report(report) / "index.html").read_text(encoding="utf-8")
        for figure in report.figures.values():
            row = re.search(rf'<tr id="figure-{figure.id}".*?</tr>', text, re.DOTALL)
            assert row, f"{report.place.file}: {figure.id}"
            assert figure.reported in row[0]
            assert re.search(r'href="#source-\d+"', row[0])


def test_a_city_shows_nothing_of_another_one(invented_site: Path, invented_city: City, real_city: City) -> None:
    """Of the one in `data/`, whichever it is, and of the first one."""
    names = {"北京", "工会", *_names_of(real_city)} - _names_of(invented_city)
    for path in invented_site.rglob("*"):
        if path.suffix in {".html", ".json", ".csv", ".xml"}:
            text = path.read_text(encoding="utf-8")
            for name in names:
                assert name not in text, f"{path.relative_to(invented_site)}: {name}"


def _names_of(city: City) -> set[str]:
    return {city.name, city.title, *(district.name for district in city.districts.values())}


def test_the_site_is_named_after_the_city(invented_site: Path, invented_city: City) -> None:
    home = (invented_site / "index.html").read_text(encoding="utf-8")
    assert f"<title>{invented_city.title}</title>" in home


def test_open_data_hold_every_figure(real_site: Path, real_city: City) -> None:
    raw = (real_site / "data" / "figures.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    figures = [figure for report in real_city.reports() for figure in report.figures.values()]
    assert [row["reported"] for row in rows] == [figure.reported for figure in figures]
    records = json.loads((real_site / "data" / "figures.json").read_text(encoding="utf-8"))
    assert records == rows


def test_open_data_columns_are_the_published_ones(real_site: Path) -> None:
    header = (real_site / "data" / "figures.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert header == (
        "year,district,district_name,figure,indicator,label,reported,value,value_max,unit,qualifier,kind,period,"
        "as_of,scope,per,part_of,by,caveat,organisation,highlights,sources"
    )


def test_open_data_values_are_plain_decimals(invented_site: Path) -> None:
    rows = csv.DictReader((invented_site / "data" / "figures.csv").read_text(encoding="utf-8-sig").splitlines())
    by_figure = {(row["year"], row["district"], row["figure"]): row for row in rows}
    trees = by_figure["2022", "donghu", "trees_planted"]
    assert (trees["value"], trees["qualifier"], trees["unit"]) == ("24000", "over", "棵")
    subsidy = by_figure["2022", "donghu", "subsidy"]
    assert (subsidy["value"], subsidy["value_max"], subsidy["kind"], subsidy["per"]) == (
        "5000",
        "10000",
        "standard",
        "街道",
    )
    books = by_figure["2022", "city", "mill_books"]
    assert (books["organisation"], books["highlights"], books["as_of"], books["period"]) == (
        "云州造纸厂",
        "paper-mill",
        "unknown",
        "",
    )


def test_the_data_package_is_valid(site: Path) -> None:
    """Structure of the package, sizes and hashes of all files, and the rows of figures.csv."""
    assert Package(site / "data" / "datapackage.json").validate().flatten(["title", "fieldName", "note"]) == []


def test_the_rows_of_json_files_keep_to_their_schemas(site: Path) -> None:
    descriptor = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        # See data_package: as tables they cannot be counted.
        resource["type"] = "table"
        del resource["bytes"]
    package = Package(descriptor, basepath=str(site / "data"))
    assert package.validate().flatten(["title", "rowNumber", "fieldName", "note"]) == []


def test_the_page_on_open_data_lists_every_file_with_its_size(site: Path) -> None:
    page = PageReader((site / "open-data" / "index.html").read_text(encoding="utf-8"))
    for path in (site / "data").glob("*.*"):
        assert f"../data/{path.name}" in page.links
        assert f"{path.name}（{size_text(path.stat().st_size)}）" in page.text


def test_highlights_are_published_with_the_numbers_in_them(invented_site: Path) -> None:
    highlights = json.loads((invented_site / "data" / "highlights.json").read_text(encoding="utf-8"))
    texts = {record["highlight"]: record["text"] for record in highlights}
    assert "植树2.4万余棵，其中果树3000余棵" in texts["tree-day"]


def test_each_city_table_is_a_csv_file_too(invented_site: Path) -> None:
    raw = (invented_site / "data" / "tables" / "2022-greening.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(raw.splitlines()))
    assert rows[0][:4] == ["区", "植树", "植树（数值）", "植树（说明）"]
    assert rows[2][:4] == [
        "西岭区",
        "18000株|近500株",
        "18000|500",
        "2022年起，截至日期未注明|口径不同：只含志愿者栽种的",
    ]


@pytest.mark.parametrize(("city_name", "site_name"), [("real_city", "real_site"), ("invented_city", "invented_site")])
def test_the_foot_says_what_city_yaml_says_and_nothing_else(
    city_name: str, site_name: str, request: pytest.FixtureRequest
) -> None:
    city: City = request.getfixturevalue(city_name)
    words = {"主办单位：": city.host, "联系方式：": city.contact, "ICP备案号：": city.icp, "公安备案号：": city.police}
    for name, page in pages(request.getfixturevalue(site_name)):
        if not name.startswith("editing/"):
            assert {word for word in words if word in page.text} == {word for word in words if words[word]}, name
            assert city.contact or "报告错误" not in page.text, name


def tags_of(site: Path, address: str) -> tuple[dict[str, str], str, dict[str, Any]]:
    """The named contents of the head, the canonical address, and the record for search engines."""
    text = (site / address / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    contents = {name: html.unescape(content) for name, content in found}
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert len(found) == len(contents), "a tag stands once"
    return contents, "".join(canonical), json.loads("".join(scripts) or "{}")


OF_2022 = "2022年度，发布于2023年3月1日，2023年4月10日有更正"
OF_BOTH = "2022、2023年度（2023年度是草稿），其中2022年度发布于2023年3月1日，2023年4月10日有更正"
FOUND = [
    ("", "website", None, "云州市各区园林与阅读年报", OF_2022),
    ("2022/", "website", None, "云州二〇二二年各区亮点", OF_2022),
    ("2023/", "website", None, "云州二〇二三年各区亮点", "2023年度（草稿）"),
    ("2022/donghu/", "article", "Article", "东湖区2022年", OF_2022),
    ("2022/city/", "article", "Article", "云州市2022年", OF_2022),
    ("districts/", "website", None, "各区", OF_BOTH),
    ("districts/nangang-park/", "website", None, "南港科学城", "2023年度（草稿）"),
    ("indicators/trees_planted/", "website", "Dataset", "植树", OF_BOTH),
    ("themes/reading/", "website", None, "公共阅读", OF_2022),
    ("tables/2022/", "website", "Dataset", "2022年各区数据表", OF_2022),
    ("open-data/", "website", "Dataset", "开放数据", OF_BOTH),
    ("terms/", "website", None, "名词解释", OF_BOTH),
]


@pytest.mark.parametrize(("address", "kind", "record_kind", "title", "date"), FOUND, ids=[row[0] for row in FOUND])
def test_a_page_tells_others_what_it_is(
    address: str, kind: str, record_kind: str | None, title: str, date: str, invented_site: Path, invented_city: City
) -> None:
    contents, canonical, record = tags_of(invented_site, address)
    assert canonical == contents["og:url"] == f"https://yunzhou.example.org/{address}"
    assert contents["og:title"] == title
    assert contents["og:type"] == kind
    assert contents["og:site_name"] == invented_city.title
    assert contents["og:locale"] == "zh_CN"
    assert contents["og:description"] == contents["description"] != ""
    assert record.get("@type") == record_kind
    text = (invented_site / address / "index.html").read_text(encoding="utf-8")
    assert f"<span>数据：{date}</span>" in text
    assert text.count('<a class="feedback"') == 1 + text.count('<tr id="figure-')


def test_without_an_address_no_page_claims_one(real_site: Path, real_city: City) -> None:
    if real_city.address:
        pytest.skip("this city has one")
    for path in real_site.rglob("index.html"):
        contents, canonical, record = tags_of(path.parent, "")
        assert canonical == "", path
        assert "og:url" not in contents, path
        assert not {"url", "mainEntityOfPage", "distribution"} & record.keys(), path
        assert contents["og:description"], path


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    heads = [path.read_text(encoding="utf-8").partition("</head>")[0] for path in site.rglob("*.html")]
    titles = [re.findall("<title>(.*?)</title>", head) for head in heads]
    assert all(len(found) == 1 for found in titles)
    assert len({found[0] for found in titles}) == len(titles)


def test_files_that_a_record_names_are_published(invented_site: Path) -> None:
    for page in ("open-data/", "tables/2022/"):
        _, _, record = tags_of(invented_site, page)
        assert record["distribution"]
        for file in record["distribution"]:
            assert (invented_site / file["contentUrl"].removeprefix("https://yunzhou.example.org/")).is_file(), file


def test_the_sitemap_lists_every_page_with_the_day_of_the_data(invented_site: Path) -> None:
    text = (invented_site / "sitemap.xml").read_text(encoding="utf-8")
    assert set(re.findall("<lastmod>(.*?)</lastmod>", text)) == {"2023-04-10"}
    folders = {path.parent.relative_to(invented_site).as_posix() for path in invented_site.rglob("index.html")}
    listed = [
        url.removeprefix("https://yunzhou.example.org/").strip("/") or "."
        for url in re.findall("<loc>(.*?)</loc>", text)
    ]
    # What engines are asked not to show is not offered to them.
    assert sorted(listed) == sorted(folders - {"search"})


def test_words_that_html_could_take_for_markup_are_told_as_they_are(tmp_path: Path, data_folder: Path) -> None:
    words = '甲" id="x&amp;乙\' < 1 > --'
    for file, old in [("indicators.yaml", "name: 植树"), ("city.yaml", "host: 云州市园林与阅读办公室")]:
        path = data_folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        quoted = words.replace("'", "''")
        path.write_text(text.replace(old, f"{old.partition(':')[0]}: '{quoted}'"), encoding="utf-8")
    site = build_site(tmp_path, data_folder)
    contents, _, record = tags_of(site, "indicators/trees_planted/")
    assert contents["og:title"] == words
    assert words in contents["description"]
    assert record["variableMeasured"][0]["name"] == record["publisher"]["name"] == words
    page = PageReader((site / "indicators" / "trees_planted" / "index.html").read_text(encoding="utf-8"))
    assert "x&amp;乙" not in page.ids
    assert f"主办单位：{words}" in page.text


def test_nginx_is_told_the_type_of_every_file(site: Path) -> None:
    """Its own list replaces the one it comes with; the other servers of deploy/ know the types by themselves."""
    settings = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    types = settings.partition("types {")[2].partition("}")[0]
    endings = {path.suffix for path in site.rglob("*") if path.is_file() and path.suffix}
    assert {*endings, ".pdf"} - {f".{ending}" for ending in re.findall(r"(\w+);", types)} == set()
