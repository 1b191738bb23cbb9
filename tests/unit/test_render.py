"""Small parts of pages: links, running text, place holders, wording."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import markdown
import pytest
from markupsafe import Markup, escape

from highlights.derive.coverage import silent_districts
from highlights.derive.index import index_city
from highlights.derive.observation import Passage
from highlights.derive.tables import tabulate
from highlights.model import Citation, EditionStatus, Highlight, Kind, Period, Term
from highlights.publish.placement import Placement
from highlights.render.blocks import Heading, Html, as_html
from highlights.render.cards import highlight_cards
from highlights.render.components import Components
from highlights.render.district import district_blocks
from highlights.render.edition import edition_facts
from highlights.render.glossary import Glossary
from highlights.render.indicator import indicator_blocks
from highlights.render.links import Here
from highlights.render.prose import plain_text, prose_html
from highlights.render.ranking import figure_link
from highlights.render.report import report_blocks
from highlights.render.tables import tables_blocks
from highlights.render.terms import explained
from highlights.render.tiles import tile_grid
from highlights.render.wording import notes_on
from tests.conftest import ROOT
from tests.unit.smallest import PLACE, SECTION, SOURCE, THEME, TREES, city, figure, report


@pytest.fixture
def components() -> Components:
    return Components(ROOT / "overrides" / "components")


FIGURES = {"trees": figure("2.4万余棵")}


@pytest.mark.parametrize(
    ("here", "address", "link"),
    [
        ("", "2022/donghu/", "2022/donghu/"),
        ("2022/donghu/", "", "../../"),
        ("2022/donghu/", "2022/", "../"),
        ("2022/donghu/", "indicators/trees/", "../../indicators/trees/"),
        ("2022/donghu/", "2022/donghu/#figure-trees", "#figure-trees"),
        ("2022/donghu/", "2022/donghu/", "./"),
        ("2022/", "2022/donghu/#plan", "donghu/#plan"),
        ("terms/", "data/figures.csv", "../data/figures.csv"),
    ],
)
def test_links_are_relative(here: str, address: str, link: str) -> None:
    assert Here(here).to(address) == link


def test_a_site_on_disk_links_to_files() -> None:
    here = Here("2022/donghu/", names_files=True)
    assert here.to("indicators/trees/#year-2022") == "../../indicators/trees/index.html#year-2022"
    assert here.to("") == "../../index.html"


def html_of(text: str) -> str:
    return str(prose_html(text, Here("2022/a/"), FIGURES, "2022/a/")).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("植树{trees}。", '<p>植树<a class="figure" href="#figure-trees">2.4万余棵</a>。</p>'),
        ("甲**乙**丙", "<p>甲<strong>乙</strong>丙</p>"),
        (
            "甲**“乙”**丙**{trees}**",
            '<p>甲<strong>“乙”</strong>丙<strong><a class="figure" href="#figure-trees">2.4万余棵</a></strong></p>',
        ),
        ("**甲", "<p>**甲</p>"),
        ("甲 ** 乙 ** 丙", "<p>甲 ** 乙 ** 丙</p>"),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("3. 丙\n4. 丁", '<ol start="3"><li>丙</li><li>丁</li></ol>'),
        ("0. 零", '<ol start="0"><li>零</li></ol>'),
        ("甲\n\n乙", "<p>甲</p><p>乙</p>"),
        ("[网](https://example.org/?a=1&b=2)", '<p><a href="https://example.org/?a=1&amp;b=2">网</a></p>'),
        ("[词](/terms/#x)", '<p><a href="../../terms/#x">词</a></p>'),
        ("[亮](#tree-day)", '<p><a href="#tree-day">亮</a></p>'),
        ("<b>甲</b>", "<p>&lt;b&gt;甲&lt;/b&gt;</p>"),
        ("[坏](javascript:alert(1))", "<p>[坏](javascript:alert(1))</p>"),
        ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>"),
        ("{% raw %}", "<p>{% raw %}</p>"),
        ("&lt;script&gt;", "<p>&amp;lt;script&amp;gt;</p>"),
    ],
)
def test_running_text_becomes_html_and_nothing_else(text: str, html: str) -> None:
    assert html_of(text) == html


def test_a_place_on_the_page_of_a_report_is_reached_from_elsewhere() -> None:
    html = str(prose_html("[亮](#tree-day)", Here("corrections/"), {}, "2022/a/"))
    assert '<a href="../2022/a/#tree-day">' in html


def test_plain_text_has_the_numbers_but_no_markup() -> None:
    assert plain_text("植树**{trees}**，见[名词](/terms/)。", FIGURES) == "植树2.4万余棵，见名词。"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("去暖心\n驿站", "去暖心驿站"),
        ("去暖心  \n  驿站", "去暖心驿站"),
        ("去暖心\\\n驿站", "去暖心驿站"),
        ("去暖心\r\n驿站", "去暖心驿站"),
        ("用APP\nStore下载", "用APP Store下载"),
        ("用APP\n下载", "用APP下载"),
        ("用**APP**\n[Store](/terms/)下载", "用APP Store下载"),
        ("**暖心\n驿站**", "暖心驿站"),
        ("植树\n{trees}\n成林", "植树2.4万余棵成林"),
        ("G20\n{trees}", "G20 2.4万余棵"),
        ("- 暖心\n  驿站\n- 甲", "暖心驿站\n甲"),
        ("暖心\n\n驿站", "暖心\n驿站"),
        ("暖心\n", "暖心"),
        ("", ""),
    ],
)
def test_how_the_lines_of_a_paragraph_are_broken_means_nothing(text: str, plain: str) -> None:
    """On pages and paper, in the search and in the open data."""
    assert plain_text(text, FIGURES) == plain
    html = str(prose_html(text, Here("2022/a/"), FIGURES, "2022/a/"))
    assert re.sub(r"<[^>]*>", "", html.replace("</p><p>", "\n").replace("</li><li>", "\n")) == plain


def test_a_term_on_two_lines_is_marked() -> None:
    assert '<a class="term" href="#term-drift">图书漂流</a>' in marked("图书\n漂流")


HOSTILE = [
    "普通标题",
    "# 井号 *星* _线_ `码`",
    "<script>alert(1)</script>",
    "a & b &lt; c",
    "{: #stolen .x }",
    "{{ 7*7 }} {% x %}",
    "[链接](http://x) ![图](y)",
    "行\n\n# 第二行",
    "\\*反斜杠\\",
    "结尾 {#id}",
    "引号 \" ' 属性",
    "1. 数字",
    "- 横线",
    "https://example.org <https://example.org>",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_heading_is_only_its_text(title: str) -> None:
    text = Placement().markdown([Heading(2, title, "own-id")])
    converter = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    html = converter.convert(text)
    assert html.startswith('<h2 id="own-id">')
    assert html.count("<") == 2, html
    shown = Markup(html).striptags()
    assert shown == " ".join(title.split())
    assert [token["id"] for token in converter.toc_tokens] == ["own-id"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_stands_in_a_heading_is_only_its_text_there(text: str) -> None:
    placement = Placement()
    link = Markup('<a href="x">{}</a>').format(text)
    converter = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    html = converter.convert(f"## 植树{placement.inline(link)} {{: #own-id }}")
    assert placement.fill(html) == f'<h2 id="own-id">植树{link}</h2>'
    (entry,) = converter.toc_tokens  # type: ignore[attr-defined]
    assert Markup(entry["name"]).striptags() == f"植树{' '.join(text.split())}"


def test_finished_html_passes_markdown_untouched() -> None:
    placement = Placement()
    markup = Markup("<table><tr><td>*甲* {{ x }} [a](b)</td></tr></table>")
    text = placement.markdown([Heading(2, "表", "t"), Html(markup)]) + "\n\n句中" + placement.inline(Markup("<b>5</b>"))
    html = placement.fill(markdown.markdown(text, extensions=["attr_list"]))
    assert str(markup) in html
    assert "<p>句中<b>5</b></p>" in html
    assert "data-place" not in html


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"kind": Kind.TARGET}, "目标"),
        ({"period": Period("2022", None)}, "2022年起，截至日期未注明"),
        ({"period": Period(None, "2022")}, "截至2022年，起始日期未注明"),
        ({"period": Period("2022-01", "2022-06")}, "2022年1月至2022年6月"),
        ({"period": Period("2022-04", "2022-04")}, "2022年4月"),
        ({"as_of": "2022-12-31"}, "截至2022年12月31日"),
        ({"as_of": "unknown"}, "截至日期未注明"),
        ({"scope": "city"}, "范围：全市"),
        ({"per": "企业"}, "按每个企业计"),
        ({"by": "志愿者协会"}, "由志愿者协会实施"),
        ({"caveat": "只含果树"}, "只含果树"),
    ],
)
def test_what_a_reader_must_know_is_said(changes: dict[str, Any], note: str) -> None:
    noted = figure("5棵", **changes)
    assert notes_on(noted, report("a", noted)) == (note,)


def test_an_ordinary_figure_needs_no_note() -> None:
    ordinary = figure("5棵")
    assert notes_on(ordinary, report("a", ordinary)) == ()


GLOSSARY = Glossary(
    [
        Term("drift", "漂流", "让人取阅。", ("图书漂流", "漂流架"), (), PLACE),
        Term("g20", "G20绿道", "环城绿道。", ("G20",), (), PLACE),
    ]
)


def marked(text: str) -> str:
    return str(prose_html(text, Here("2022/a/"), FIGURES, "2022/a/", GLOSSARY.on_page()))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("图书漂流和漂流架", '<p><a class="term" href="#term-drift">图书漂流</a>和漂流架</p>'),
        (
            "G20绿道与漂流",
            '<p><a class="term" href="#term-g20">G20绿道</a>与<a class="term" href="#term-drift">漂流</a></p>',
        ),
        ("[漂流](https://example.org)", '<p><a href="https://example.org">漂流</a></p>'),
        ("<b>漂流</b>", '<p>&lt;b&gt;<a class="term" href="#term-drift">漂流</a>&lt;/b&gt;</p>'),
        ("没有", "<p>没有</p>"),
    ],
)
def test_a_term_is_marked_where_it_first_stands(text: str, html: str) -> None:
    assert marked(text) == html


def test_a_city_without_terms_marks_nothing() -> None:
    assert str(Glossary([]).on_page().mark(escape("漂流 & <b>"))) == "漂流 &amp; &lt;b&gt;"


@pytest.mark.parametrize(
    ("html", "marked_html"),
    [
        ("<td>漂流</td>", '<td><a class="term" href="#term-drift">漂流</a></td>'),
        ('<p title="漂流">没有</p>', '<p title="漂流">没有</p>'),
        ("<a href='x'><b>漂流</b></a>", "<a href='x'><b>漂流</b></a>"),
        (
            "<caption>漂流</caption><td>漂流</td>",
            '<caption>漂流</caption><td><a class="term" href="#term-drift">漂流</a></td>',
        ),
        ("<p>&amp;漂流</p>", '<p>&amp;<a class="term" href="#term-drift">漂流</a></p>'),
    ],
)
def test_a_term_is_marked_in_finished_html_where_a_link_may_stand(html: str, marked_html: str) -> None:
    terms = GLOSSARY.on_page()
    assert str(terms.mark(Markup(html))) == marked_html
    assert list(terms.met) == ([] if "title" in html else ["drift"])


def test_a_term_that_is_no_text_but_a_character_reference_is_left_alone() -> None:
    glossary = Glossary([Term("and", "amp", "和。", (), (), PLACE), Term("firm", "甲&乙", "两家。", (), (), PLACE)])
    marked_html = str(glossary.on_page().mark(escape("A & B，甲&乙")))
    assert marked_html == 'A &amp; B，<a class="term" href="#term-firm">甲&amp;乙</a>'


def test_terms_of_headings_and_links_are_explained_at_the_end_of_the_page(components: Components) -> None:
    blocks = [Heading(2, "图书漂流", "a"), Html(Markup("<p>再说漂流</p>")), Html(Markup("<a href='x'>G20</a>"))]
    made = list(explained(blocks, GLOSSARY.on_page(), Here(""), components))
    assert made[0] == blocks[0]
    assert made[1] == Html(Markup('<p>再说<a class="term" href="#term-drift">漂流</a></p>'))
    assert made[2:4] == [blocks[2], Heading(2, "名词", "section-terms")]
    assert isinstance(made[4], Html)
    assert 'id="term-drift"' in made[4].markup
    assert 'id="term-g20"' in made[4].markup


def test_a_page_without_terms_has_no_section_of_them(components: Components) -> None:
    blocks = [Html(Markup("<p>没有</p>"))]
    assert list(explained(blocks, GLOSSARY.on_page(), Here(""), components)) == blocks


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("植树" * 40, "植树" * 40),
        ("植树" * 40 + "！", "植树" * 40 + "！"),
        ("植树" * 40 + "。", "植树" * 40 + "。"),
        ("称“" + "植树" * 40 + "！”", "称“" + "植树" * 40 + "！”"),
        ("植树" * 32 + "。", "植树" * 32 + "。"),
        ("植树" * 20 + "；" + "成林" * 30 + "。", "植树" * 20 + "……"),
        ("植树" * 20 + "。" + "成林" * 30 + "。", "植树" * 20 + "。"),
        ("植树" * 40 + "，成林。", "植树" * 40 + "……"),
        ("植树，成林。", "植树，成林。"),
    ],
)
def test_an_excerpt_is_said_to_be_one_where_something_is_left_out(text: str, excerpt: str) -> None:
    highlight = Highlight("tree-day", "植树", (THEME,), text, None, (), (), PLACE)
    (card,) = highlight_cards([Passage(report("a"), highlight)], Here(""))
    assert card.excerpt == excerpt


def test_headings_of_whole_pages_are_escaped_like_all_else() -> None:
    blocks = (Heading(2, "<b>“A&B”", "x"), Html(Markup("<p>甲</p>")))
    assert as_html(blocks) == '<h2 id="x">&lt;b&gt;“A&amp;B”</h2>\n<p>甲</p>'


def test_an_escaped_brace_is_no_reference_in_an_excerpt() -> None:
    figures = {"trees": figure("2.4万余棵"), "parks": figure("3座")}
    assert plain_text(r"\{parks}是记号，植树{trees}", figures) == "{parks}是记号，植树2.4万余棵"
    assert plain_text(r"\{parks}是记号，植树{trees}", {**figures, "trees": figure("9棵")}) == "{parks}是记号，植树9棵"


def test_in_the_years_of_a_district_what_may_be_compared_stands_first(components: Components) -> None:
    made = city(report("a", figure("5棵", scope="南区"), figure("6棵", id="other")))
    blocks = district_blocks(index_city(made), made.districts["a"], made, Here("districts/a/"), components)
    (table,) = (str(block.markup) for block in blocks if isinstance(block, Html) and "year-table" in block.markup)
    assert table.index("6棵") < table.index("5棵")


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({}, ""),
        ({"period": Period("2022", None)}, "截至日期未注明"),
        ({"period": None, "as_of": "2022-12-31"}, ""),
        ({"period": None, "as_of": "2022-01-31"}, "截至2022年1月31日"),
        ({"period": None, "as_of": "unknown"}, "截至日期未注明"),
        ({"period": None, "as_of": "2020-12-31"}, "日期不在当年：截至2020年12月31日"),
        ({"period": Period("2022-01", "2022-06")}, "期间不是全年：2022年1月至2022年6月"),
    ],
)
def test_a_figure_in_a_ranking_says_when_it_was_counted(changes: dict[str, Any], mark: str) -> None:
    one = report("a", figure("125棵", **changes))
    (observation,) = index_city(city(one)).of_indicator(TREES, 2022)
    assert figure_link(observation, Here("indicators/trees/")).mark == mark


def test_notes_on_a_source_are_text_with_markup(components: Components) -> None:
    section = replace(SECTION, note="第3行**错排**。")
    source = replace(SOURCE, note="见[原文](https://example.org/)。", published="2023-02")
    cited = replace(report("a"), sources=(Citation(source, section), Citation(source, replace(section, id="more"))))
    blocks = report_blocks(city(cited), cited, index_city(city(cited)), Glossary(()).on_page(), Here(""), components)
    page = "".join(str(block.markup) for block in blocks if isinstance(block, Html))
    assert page.count("第3行<strong>错排</strong>。") == 2
    assert page.count('见<a href="https://example.org/">原文</a>。') == 1
    assert "2023年2月" in page


def test_a_report_that_nobody_has_filled_in_counts_as_none() -> None:
    made = city(report("a", figure("9棵")), report("b"))
    assert [heard.district.id for heard in made.home.district_reports] == ["a"]
    assert [silent.id for silent in silent_districts(made, made.home)] == ["b", "c"]
    assert dict(edition_facts(made, made.home))["报告"] == "3个区中1个区有报告"
    grid = tile_grid(made, index_city(made), made.home, Here("2022/"))
    assert [tile.has_report for tile in grid.cells if tile] == [True, False, False]


def test_what_is_of_a_draft_says_so(components: Components) -> None:
    draft = city(report("a", figure("9棵")), report("b", figure("7棵")))
    published = replace(draft.home, status=EditionStatus.PUBLISHED)
    for made, is_told in ((draft, True), (replace(draft, editions={2022: published}, home=published), False)):
        index, here = index_city(made), Here("page/")
        tables = as_html(tuple(tables_blocks(tabulate(made, index, made.home), here, components)))
        indicator = as_html(tuple(indicator_blocks(made, index, TREES, here, components)))
        assert ("草稿，尚未发布" in tables) is is_told
        assert ("2022年（草稿）" in indicator) is is_told
