"""The macros that pages call. Each names what it shows by id; text of the data never passes through."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from highlights.publish.writer import Macro, Writer
from highlights.render.blocks import Block


def define_env(env: Any) -> None:  # noqa: C901 a list, not a branching
    """Called by mkdocs-macros; hooks.py has put the writer into the configuration."""
    writer: Writer | None = env.conf.extra.get("writer")
    if writer is None:
        return  # A preview of data that has never been right: no page is rendered.

    def macro(function: Macro) -> Macro:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> str:
            return writer.call(function, args, kwargs)

        writer.macros[function.__name__] = function
        env.macro(call, function.__name__)
        return function

    @macro
    def report(district: str, year: int) -> Iterator[Block]:
        """一个区（或全市，写 city）一年的报告：亮点、数据、说明、来源。"""
        return writer.report(district, year)

    @macro
    def edition_home(year: int | None = None) -> Iterator[Block]:
        """一个年度的总览：导言、合计、各区、各主题的亮点。不写年度时用首页年度。"""
        return writer.edition_home(year)

    @macro
    def district(district: str) -> Iterator[Block]:
        """一个区历年的指标和亮点。"""
        return writer.district(district)

    @macro
    def indicator(indicator: str) -> Iterator[Block]:
        """一个指标的定义，以及各年各区的排名。"""
        return writer.indicator(indicator)

    @macro
    def theme(theme: str) -> Iterator[Block]:
        """一个主题的指标和历年亮点。"""
        return writer.theme(theme)

    @macro
    def city_table(year: int | None = None) -> Iterator[Block]:
        """一个年度各区的数据表，一个主题一张。不写年度时用首页年度。"""
        return writer.city_table(year)

    @macro
    def ranking(indicator: str, year: int | None = None) -> Iterator[Block]:
        """一个指标一年的各区排名，带条形图、合计和不参加比较的数据。"""
        return writer.ranking(indicator, year)

    @macro
    def highlight_cards(
        theme: str | None = None,
        district: str | None = None,
        year: int | None = None,
        limit: int | None = None,
    ) -> Iterator[Block]:
        """亮点卡片，可按主题、区、年度筛选，limit 是最多几张。"""
        return writer.highlight_cards(theme, district, year, limit)

    @macro
    def figure(district: str, year: int, figure: str) -> Markup:
        """句子中的一个数据：显示原文的写法，点开就是它的来源。"""
        return writer.figure(district, year, figure)

    @macro
    def bulletin(year: int | None = None) -> Iterator[Block]:
        """一个年度的年终简报，全文一页，与 PDF 内容相同。不写年度时用首页年度。"""
        return writer.bulletin(year)

    @macro
    def bulletin_list() -> Iterator[Block]:
        """全部年度的年终简报，各带 PDF 的页数和大小。"""
        return writer.bulletin_list()

    @macro
    def edition_list() -> Iterator[Block]:
        """全部年度，各带报告和数据表的链接。"""
        return writer.edition_list()

    @macro
    def district_list() -> Iterator[Block]:
        """全部区，各带历年报告的链接。"""
        return writer.district_list()

    @macro
    def indicator_list() -> Iterator[Block]:
        """全部指标，按主题分组。"""
        return writer.indicator_list()

    @macro
    def theme_list() -> Iterator[Block]:
        """全部主题，各带亮点条数。"""
        return writer.theme_list()

    @macro
    def term_list() -> Iterator[Block]:
        """全部名词解释。"""
        return writer.term_list()

    @macro
    def correction_list() -> Iterator[Block]:
        """发布以后的全部更正，最近的在前。"""
        return writer.correction_list()

    @macro
    def search_page() -> Iterator[Block]:
        """搜索结果、筛选，以及各区和主题的列表。"""
        return writer.search_page()

    @macro
    def data_notes() -> Iterator[Block]:
        """数据说明：核对、来源、覆盖、残缺和未公布、不参加比较的数据。"""
        return writer.data_notes()

    @macro
    def macro_reference() -> Iterator[Block]:
        """全部宏的写法和用途，也就是您正在看的这张表。"""
        return writer.macro_reference()

    @macro
    def rule_reference() -> Iterator[Block]:
        """检查数据的全部规则，各带一个错的和一个对的例子。"""
        return writer.rule_reference()

    @macro
    def field_reference() -> Iterator[Block]:
        """数据文件的全部键，各带含义和例子。"""
        return writer.field_reference()

    @macro
    def problem_reference() -> Iterator[Block]:
        """检查时会报的全部问题，各带例子和改法；规则另见 rule_reference。"""
        return writer.problem_reference()

    @macro
    def data_file(file: str) -> Markup:
        """句子中的一个开放数据文件：文件名是下载链接，后面是大小。"""
        return writer.data_file(file)

    @macro
    def column_reference(file: str) -> Iterator[Block]:
        """开放数据一个文件（figures.csv 或 highlights.json）各列的含义。"""
        return writer.column_reference(file)

    @macro
    def data_citation() -> Iterator[Block]:
        """引用全部开放数据时用的一行文字。"""
        return writer.data_citation()
