"""What the macros call: finds what an id means, renders it for the page at hand, remembers wrong ids.

A wrong id does not stop the build at the first page; all of them are told together.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from jinja2 import Environment, TemplateSyntaxError, meta
from markupsafe import Markup

from highlights import addresses
from highlights.bulletin.document import Bulletins
from highlights.bulletin.page import bulletin_templates
from highlights.bulletin.site_page import bulletin_blocks, bulletin_list
from highlights.derive.index import index_city
from highlights.derive.tables import tabulate
from highlights.diagnostics import Diagnostic, Place, in_order, propose
from highlights.editing.reference import field_blocks, problem_blocks
from highlights.load.rules import RULES
from highlights.load.typography import TYPOGRAPHY_RULES
from highlights.model import City, Edition, Report
from highlights.publish.open_data import FOLDER, open_data_files
from highlights.publish.open_data.columns import FIGURE_COLUMNS, HIGHLIGHT_COLUMNS, Column
from highlights.publish.page_head import PageHead, page_head
from highlights.publish.pages import GeneratedPage, Subject
from highlights.publish.placement import Placement
from highlights.render.blocks import Block, Heading
from highlights.render.cards import highlight_cards
from highlights.render.components import Components
from highlights.render.corrections import correction_list
from highlights.render.district import district_blocks, district_list
from highlights.render.edition import edition_blocks, edition_list
from highlights.render.glossary import Glossary
from highlights.render.indicator import indicator_blocks, indicator_list
from highlights.render.links import Here
from highlights.render.notes import notes_blocks
from highlights.render.pdf_links import PdfFile, pdf_link, pdf_name
from highlights.render.ranking import ranking_view
from highlights.render.report import report_blocks
from highlights.render.search import search_page
from highlights.render.tables import tables_blocks
from highlights.render.terms import explained, term_list
from highlights.render.theme import theme_blocks, theme_list
from highlights.render.wording import size_text, whole_citation

T = TypeVar("T")
Macro = Callable[..., Iterator[Block] | Markup]


@dataclass(frozen=True, slots=True)
class MacroItem:
    signature: str
    description: str


@dataclass(frozen=True, slots=True)
class ColumnReference:
    file: str
    columns: tuple[Column, ...]


# What a page may name, and where all of its kind are listed.
_KINDS = {
    "unknown-district": ("区", "districts.yaml"),
    "unknown-indicator": ("指标", "indicators.yaml"),
    "unknown-theme": ("主题", "themes.yaml"),
    "unknown-edition": ("年度", "数据文件夹"),
    "unknown-report": ("报告", "年度文件夹"),
    "unknown-figure": ("数据", "这份报告的 figures"),
    "unknown-file": ("文件", "开放数据页"),
}
COLUMNS = {"figures.csv": FIGURE_COLUMNS, "highlights.json": HIGHLIGHT_COLUMNS}


class WrongNameError(LookupError):
    """A page names something that is not there. `hint` proposes the nearest right name."""

    def __init__(self, code: str, message: str, hint: str, wanted: str) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint
        self.wanted = wanted


class Writer:
    def __init__(self, city: City, components: Components, pdfs: Mapping[str, PdfFile] | None = None) -> None:
        self.city = city
        self.pdfs = pdfs or {}
        self.index = index_city(city)
        self._components = components
        self._glossary = Glossary(city.terms.values())
        self._placement = Placement()
        self.here = Here("")
        self._page_file = ""
        self._page_source = ""
        self._mistakes: list[Diagnostic] = []
        self.macros: dict[str, Macro] = {}

    @cached_property
    def open_data(self) -> Mapping[str, bytes]:
        return open_data_files(self.city)

    def begin_page(self, file: str, source: str, here: Here) -> None:
        self._page_file, self._page_source, self.here = file, source, here

    def call(self, macro: Macro, args: Any, kwargs: Any) -> str:
        """The Markdown that stands on the page for one macro call."""
        name = macro.__name__
        try:
            _check_arguments(macro, args, kwargs)
            made = macro(*args, **kwargs)
            return self._placement.inline(made) if isinstance(made, Markup) else self._placement.markdown(made)
        except WrongNameError as wrong:
            self.add_mistake(wrong, f"{name}(", wrong.wanted)
            return ""

    def add_mistake(self, wrong: WrongNameError, *words: str) -> None:
        """At the first line of the page that has all these words."""
        self._mistakes.append(Diagnostic(self._place_of(words), wrong.code, str(wrong), wrong.hint))

    def can_show(self, page: str) -> bool:
        """Whether the page can be read and all names in it are macros; what is wrong is remembered."""
        try:
            names = meta.find_undeclared_variables(Environment().parse(page))  # noqa: S701 nothing is rendered
        except TemplateSyntaxError as broken:
            line = page.split("\n")[broken.lineno - 1]
            hint = '宏写成 {{ 名称("编号") }}，括号、引号和花括号成对'
            self.add_mistake(WrongNameError("macro-syntax", f"宏的写法有误：{line.strip()}", hint, line), line)
            return False
        unknown = sorted(names - self.macros.keys())
        for name in unknown:
            hint = propose(name, self.macros, "编辑指南")
            self.add_mistake(WrongNameError("unknown-macro", f"没有“{name}”这个宏", hint, name), name)
        return not unknown

    def take_mistakes(self) -> tuple[Diagnostic, ...]:
        mistakes, self._mistakes = self._mistakes, []
        return in_order(mistakes)

    def fill(self, html: str) -> str:
        return self._placement.fill(html)

    def head(self, address: str, title: str, description: str, subject: Subject) -> PageHead:
        return page_head(self.city, self.index, address, title, description, subject)

    # Pages

    def page(self, page: GeneratedPage) -> tuple[Block, ...]:
        """All of it. It goes past Markdown, which has nothing to do there."""
        title = (Heading(1, page.title, page.heading),) if page.heading else ()
        return *title, *getattr(self, page.macro)(*page.arguments)

    def report(self, district: str, year: int) -> Iterator[Block]:
        report = self._find_report(district, year)
        terms = self._glossary.on_page()
        pdf = pdf_link(self.pdfs, pdf_name(year, district), self.here)
        return report_blocks(self.city, report, self.index, terms, self.here, self._components, pdf)

    def edition_home(self, year: int | None = None) -> Iterator[Block]:
        edition = self._find_edition(year)
        pdf = pdf_link(self.pdfs, pdf_name(edition.year), self.here)
        return self._explained(edition_blocks(self.city, self.index, edition, self.here, self._components, pdf))

    def district(self, district: str) -> Iterator[Block]:
        found = _find("unknown-district", district, self.city.districts)
        return self._explained(district_blocks(self.index, found, self.city, self.here, self._components))

    def indicator(self, indicator: str) -> Iterator[Block]:
        found = _find("unknown-indicator", indicator, self.city.indicators)
        return self._explained(indicator_blocks(self.city, self.index, found, self.here, self._components))

    def theme(self, theme: str) -> Iterator[Block]:
        found = _find("unknown-theme", theme, self.city.themes)
        return self._explained(theme_blocks(self.city, self.index, found, self.here, self._components))

    def bulletin(self, year: int | None = None) -> Iterator[Block]:
        edition = self._find_edition(year)
        bulletins = Bulletins(self.city, self.index, self._glossary, bulletin_templates())
        pdf = pdf_link(self.pdfs, pdf_name(edition.year), self.here)
        return bulletin_blocks(bulletins.of_edition(edition, self.here), pdf, self.here, self._components)

    # Parts of pages

    def city_table(self, year: int | None = None) -> Iterator[Block]:
        tables = tabulate(self.city, self.index, self._find_edition(year))
        return self._explained(tables_blocks(tables, self.here, self._components))

    def ranking(self, indicator: str, year: int | None = None) -> Iterator[Block]:
        found = _find("unknown-indicator", indicator, self.city.indicators)
        edition = self._find_edition(year)
        ranking = self.index.ranking(found, edition.year)
        yield self._components.html("ranking", ranking_view(ranking, self.here), self.here)

    def highlight_cards(
        self,
        theme: str | None = None,
        district: str | None = None,
        year: int | None = None,
        limit: int | None = None,
    ) -> Iterator[Block]:
        wanted_theme = _find("unknown-theme", theme, self.city.themes) if theme else None
        wanted_district = _find("unknown-district", district, self._reporting()) if district else None
        wanted_year = self._find_edition(year).year if year else None
        passages = [
            passage
            for passage in self.index.all_passages
            if (wanted_theme is None or wanted_theme in passage.highlight.themes)
            and (wanted_district is None or passage.report.district == wanted_district)
            and (wanted_year is None or passage.report.year == wanted_year)
        ]
        cards = highlight_cards(passages[:limit], self.here)
        yield self._components.html("highlight_cards", cards, self.here)

    def figure(self, district: str, year: int, figure: str) -> Markup:
        report = self._find_report(district, year)
        found = _find("unknown-figure", figure, report.figures, f"{report.name}没有“{figure}”这个数据")
        link = self.here.to(addresses.of_figure(report, found))
        return Markup('<a class="figure" href="{}">{}</a>').format(link, found.reported)

    # Lists

    def edition_list(self) -> Iterator[Block]:
        return edition_list(self.city, self.here, self._components)

    def bulletin_list(self) -> Iterator[Block]:
        return bulletin_list(self.city, self.pdfs, self.here, self._components)

    def district_list(self) -> Iterator[Block]:
        return district_list(self.city, self.index, self.here, self._components)

    def indicator_list(self) -> Iterator[Block]:
        return indicator_list(self.city, self.here, self._components)

    def theme_list(self) -> Iterator[Block]:
        return theme_list(self.city, self.index, self.here, self._components)

    def term_list(self) -> Iterator[Block]:
        return term_list(self.city, self.here, self._components)

    def correction_list(self) -> Iterator[Block]:
        return correction_list(self.city, self.here, self._components)

    def search_page(self) -> Iterator[Block]:
        return search_page(self.city, self.here, self._components)

    def data_notes(self) -> Iterator[Block]:
        return notes_blocks(self.city, self.index, self.here, self._components)

    # Reference

    def macro_reference(self) -> Iterator[Block]:
        items = tuple(
            MacroItem(f"{name}{_parameters(macro)}", inspect.getdoc(macro) or "") for name, macro in self.macros.items()
        )
        yield self._components.html("macro_reference", items, self.here)

    def rule_reference(self) -> Iterator[Block]:
        yield self._components.html("rule_reference", (*RULES, *TYPOGRAPHY_RULES), self.here)

    def field_reference(self) -> Iterator[Block]:
        return field_blocks(self.here, self._components)

    def problem_reference(self) -> Iterator[Block]:
        return problem_blocks(self.here, self._components)

    def column_reference(self, file: str) -> Iterator[Block]:
        columns = _find("unknown-file", file, COLUMNS, f"没有“{file}”这个带列说明的文件")
        yield self._components.html("column_reference", ColumnReference(file, columns), self.here)

    def data_file(self, file: str) -> Markup:
        files = {address.removeprefix(FOLDER): content for address, content in self.open_data.items()}
        size = size_text(len(_find("unknown-file", file, files)))
        return Markup('<a href="{}" download>{}</a>（{}）').format(self.here.to(FOLDER + file), file, size)

    def data_citation(self) -> Iterator[Block]:
        yield self._components.html("citation", whole_citation(self.city), self.here)

    def _explained(self, blocks: Iterator[Block]) -> Iterator[Block]:
        return explained(blocks, self._glossary.on_page(), self.here, self._components)

    def _find_report(self, district: str, year: int) -> Report:
        edition = self._find_edition(year)
        found = _find("unknown-district", district, self._reporting())
        return _find("unknown-report", district, edition.reports, f"{found.name}没有{edition.year}年的报告")

    def _find_edition(self, year: int | None) -> Edition:
        """The home edition when no year is given."""
        if year is None:
            return self.city.home
        editions = {str(known): edition for known, edition in self.city.editions.items()}
        return _find("unknown-edition", str(year), editions)

    def _reporting(self) -> Mapping[str, Any]:
        return {self.city.itself.id: self.city.itself, **self.city.districts}

    def _place_of(self, words: tuple[str, ...]) -> Place:
        for number, line in enumerate(self._page_source.split("\n"), start=1):
            if all(word in line for word in words):
                return Place(self._page_file, number, line.index(words[0]) + 1)
        return Place(self._page_file)


def _parameters(macro: Macro) -> str:
    """`(district, year=None)`: the names and defaults, without types."""
    parameters = inspect.signature(macro).parameters.values()
    bare = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in parameters]
    return str(inspect.Signature(bare))


def _check_arguments(macro: Macro, args: Any, kwargs: Any) -> None:
    try:
        inspect.signature(macro).bind(*args, **kwargs)
    except TypeError:
        name = macro.__name__
        raise WrongNameError(
            "wrong-arguments", f"宏 {name} 的参数不对", f"写成 {name}{_parameters(macro)}", name
        ) from None


def _find(code: str, wanted: str, known: Mapping[str, T], message: str = "") -> T:
    if wanted in known:
        return known[wanted]
    what, listed = _KINDS[code]
    message = message or f"没有“{wanted}”这个{what}"
    raise WrongNameError(code, message, propose(str(wanted), known, listed), str(wanted))
