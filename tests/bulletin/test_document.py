"""What stands in a bulletin, before it is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from highlights.bulletin.document import Bulletin
from highlights.bulletin.page import Preset, bulletin_page, bulletin_templates
from highlights.bulletin.tables import split_columns
from highlights.derive.index import index_city
from highlights.derive.tables import tabulate
from highlights.load import load_city
from highlights.model import City
from highlights.render.blocks import Block, Heading
from highlights.render.links import Here
from tests.bulletin.conftest import bulletin_of
from tests.bulletin.test_layout import wide_city
from tests.conftest import replace_in
from tests.unit.smallest import city, figure, report


def text_of(bulletin: Bulletin) -> list[str]:
    return [_text(block) for chapter in bulletin.chapters for block in chapter.blocks]


def html_of(bulletin: Bulletin) -> str:
    return "".join(block.markup for one in bulletin.chapters for block in one.blocks if not isinstance(block, Heading))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Heading) else " ".join(Markup(block.markup).striptags().split())


@pytest.mark.parametrize("year", [2022, 2023])
def test_the_page_of_the_site_says_what_paper_says(year: int, invented_city: City) -> None:
    page = Here(f"bulletins/{year}/")
    assert text_of(bulletin_of(invented_city, year, page=page)) == text_of(bulletin_of(invented_city, year))


def test_the_chapters_of_an_edition(invented_city: City) -> None:
    bulletin = bulletin_of(invented_city, 2022)
    chapters = [heading.text for heading in bulletin.contents if heading.level == 2]
    assert chapters == [
        "怎样读这本简报", "全市概览", "各区数据表", "各区报告", "指标索引", "名词", "数据说明", "来源", "关于本册",
    ]  # fmt: skip


def test_what_is_empty_has_no_chapter() -> None:
    bulletin = bulletin_of(city(report("a", figure("9棵", indicator=None, label="树")), report("b")), 2022)
    chapters = [heading.text for heading in bulletin.contents if heading.level == 2]
    assert chapters == ["怎样读这本简报", "全市概览", "各区报告", "数据说明", "来源", "关于本册"]
    told = "".join(text_of(bulletin))
    assert "2022年度，1份报告，1项数据" in told
    assert "没有报告的区：b、c" in told
    assert "各区报告" not in [heading.text for heading in bulletin_of(city(report("a")), 2022).contents]


def test_a_link_leads_inside_where_it_can_and_else_to_the_public_site(invented_city: City) -> None:
    links = re.findall(r'href="([^"]*)"', html_of(bulletin_of(invented_city, 2022)))
    assert "#report-donghu.figure-trees_planted" in links
    assert "#indicator-trees_planted" in links
    assert "https://yunzhou.example.org/terms/#book_drift" in links
    assert all(link.startswith(("#", "https://")) for link in links)


def test_every_place_inside_that_is_linked_to_is_there(real_city: City) -> None:
    for year in real_city.editions:
        bulletin = bulletin_of(real_city, year)
        html = html_of(bulletin)
        places = set(re.findall(r' id="([^"]*)"', html))
        places |= {block.id for one in bulletin.chapters for block in one.blocks if isinstance(block, Heading)}
        assert len(places) > len(bulletin.chapters)
        assert set(re.findall(r'href="#([^"]*)"', html)) <= places


@pytest.mark.parametrize("district", [None, "donghu"])
def test_every_link_that_an_editor_typed_leads_somewhere(data_folder: Path, district: str | None) -> None:
    """What its page has and the bulletin has not, is looked for where the report begins."""
    typed = ("/2022/donghu/", "#section-citation", "#section-figures", "#tree-day", "#figure-shelves", "#source-1",
             "/indicators/trees_planted/#year-2022")  # fmt: skip
    links = "".join(f"[这里]({address})" for address in typed)
    replace_in(data_folder / "2022/donghu.yaml", "公园设漂流架", f"{links}公园设漂流架")
    loaded = load_city(data_folder)
    assert loaded.city, loaded.diagnostics
    html = bulletin_page(bulletin_of(loaded.city, 2022, district), Preset.STANDARD, bulletin_templates())
    inner = set(re.findall(r'href="#([^"]*)"', html))
    assert "indicator-trees_planted" in inner
    assert inner <= set(re.findall(r'\sid="([^"]*)"', html))


def test_no_id_stands_twice(real_city: City) -> None:
    for year in real_city.editions:
        bulletin = bulletin_of(real_city, year)
        ids = re.findall(r' id="([^"]*)"', html_of(bulletin))
        ids += [block.id for one in bulletin.chapters for block in one.blocks if isinstance(block, Heading)]
        assert len(ids) == len(set(ids))


def test_a_code_leads_to_the_report_once_the_address_is_known(invented_city: City) -> None:
    known = html_of(bulletin_of(invented_city, 2022, "donghu"))
    assert "https://yunzhou.example.org/2022/donghu/" in known
    assert 'class="qr-code"' in known
    unknown = html_of(bulletin_of(replace(invented_city, address=None), 2022, "donghu"))
    assert "qr-code" not in unknown
    assert "yunzhou.example.org" not in unknown


def test_sources_are_numbered_through_the_whole_bulletin(real_city: City) -> None:
    year = min(real_city.editions)
    html = html_of(bulletin_of(real_city, year))
    cited = {int(number) for number in re.findall(r'href="#source-(\d+)"', html)}
    listed = [int(number) for number in re.findall(r' id="source-(\d+)"', html)]
    assert sorted(listed) == list(range(1, len(listed) + 1))
    assert cited == set(listed)


def test_a_single_source_is_cited_once_and_noted_once(invented_city: City) -> None:
    html = html_of(bulletin_of(invented_city, 2022, "donghu"))
    assert html.count('href="#source-1"') == 2
    assert html.count('<span class="source-note">') == 1


@pytest.mark.parametrize(("columns", "parts"), [(1, [1]), (10, [10]), (11, [5, 6]), (40, [10, 10, 10, 10])])
def test_wide_tables_are_cut_into_like_parts(columns: int, parts: list[int]) -> None:
    wide = wide_city(columns)
    (table,) = tabulate(wide, index_city(wide), wide.editions[2022]).tables
    split = list(split_columns(table, 10))
    assert [len(part.columns) for part in split] == parts
    assert all(len(row.cells) == len(part.columns) for part in split for row in part.rows)
    assert [part.absent for part in split] == [()] * (len(parts) - 1) + [table.absent]


def test_a_figure_set_aside_is_named_with_its_reason() -> None:
    found = figure("近500棵", caveat="只含果树")
    text = " ".join(text_of(bulletin_of(city(report("a", found)), 2022)))
    assert "口径不同：只含果树" in text


def test_a_part_without_figures_needs_no_guide_to_them() -> None:
    kinds = [chapter.kind for chapter in bulletin_of(city(report("a")), 2022, "a").chapters]
    assert "guide" not in kinds
    assert "guide" in [chapter.kind for chapter in bulletin_of(city(report("a", figure("5棵"))), 2022, "a").chapters]
