"""Which pages the data asks for. City in, pages out: each is one macro call with ids only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from highlights import addresses
from highlights.model import City, District, Edition, Indicator, Report, Theme

# What a page is about; None where it is about everything.
Subject = Edition | Report | District | Indicator | Theme | None


@dataclass(frozen=True, slots=True)
class Step:
    """A page above another one, by the name that readers know it by."""

    name: str
    address: str

    @property
    def path(self) -> str:
        return _path_of(self.address)


HOME = Step("首页", addresses.HOME)
DISTRICTS = Step("各区", addresses.DISTRICTS)
INDICATORS = Step("指标", addresses.INDICATORS)
THEMES = Step("主题", addresses.THEMES)
TABLES = Step("数据表", addresses.TABLES)
BULLETINS = Step("年终简报", addresses.BULLETINS)


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """It shows what `macro` makes of `arguments`; where that brings no title, below one with the id `heading`.

    `title` and `description` are plain text for the head of the page. `trail` leads to it from the home page; at its
    end the page is called `step`.
    """

    address: str
    macro: str
    arguments: tuple[str | int, ...]
    title: str
    description: str
    subject: Subject
    trail: tuple[Step, ...]
    step: str
    heading: str | None = None

    @property
    def path(self) -> str:
        """Of the Markdown file that MkDocs is made to see."""
        return _path_of(self.address)

    @property
    def source(self) -> str:
        """What it would be if somebody had written it."""
        call = f"{{{{ {self.macro}({', '.join(map(json.dumps, self.arguments))}) }}}}"
        return f"# {self.title} {{: #{self.heading} }}\n\n{call}" if self.heading else call


def generated_pages(city: City) -> Iterator[GeneratedPage]:
    yield from _edition_pages(city)
    yield from _report_pages(city)
    for district in city.districts.values():
        yield GeneratedPage(
            addresses.of_district(district),
            "district",
            (district.id,),
            district.name,
            f"{district.name}历年的亮点和数据。",
            district,
            (HOME, DISTRICTS),
            district.name,
        )
    for indicator in city.indicators.values():
        yield GeneratedPage(
            addresses.of_indicator(indicator),
            "indicator",
            (indicator.id,),
            indicator.name,
            f"{city.name}各区历年的{indicator.name}。{indicator.definition}",
            indicator,
            (HOME, INDICATORS),
            indicator.name,
        )
    for theme in city.themes.values():
        yield GeneratedPage(
            addresses.of_theme(theme),
            "theme",
            (theme.id,),
            theme.name,
            f"{city.name}各区历年关于{theme.name}的亮点和数据。{theme.description or ''}",
            theme,
            (HOME, THEMES),
            theme.name,
        )


def _edition_pages(city: City) -> Iterator[GeneratedPage]:
    for edition in city.editions.values():
        yield GeneratedPage(
            addresses.of_edition(edition),
            "edition_home",
            (edition.year,),
            edition.title,
            f"{city.name}{edition.year}年各区的亮点和数据。",
            edition,
            (HOME,),
            f"{edition.year}年",
        )
        yield GeneratedPage(
            addresses.of_tables(edition),
            "city_table",
            (edition.year,),
            f"{edition.year}年各区数据表",
            f"{city.name}{edition.year}年各区按主题列出的指标数据。",
            edition,
            (HOME, TABLES),
            f"{edition.year}年",
            heading="tables",
        )
        yield GeneratedPage(
            addresses.of_bulletin(edition),
            "bulletin",
            (edition.year,),
            f"{edition.title}　年终简报",
            f"{city.name}{edition.year}年各区亮点和数据的年终简报，全文一页，可以打印。",
            edition,
            (HOME, BULLETINS),
            f"{edition.year}年",
        )


def _report_pages(city: City) -> Iterator[GeneratedPage]:
    for report in city.reports():
        titles = "；".join(highlight.title for highlight in report.highlights)
        yield GeneratedPage(
            addresses.of_report(report),
            "report",
            (report.district.id, report.year),
            report.name,
            f"{report.name}的亮点和数据{'：' + titles if titles else ''}。",
            report,
            (HOME, Step(f"{report.year}年", addresses.of_edition(city.editions[report.year]))),
            report.district.name,
        )


def _path_of(address: str) -> str:
    return f"{address}index.md"
