"""The same city for a plain MkDocs with Material and its search: the pages written out as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from highlights.derive.index import Index, index_city
from highlights.derive.observation import Observation
from highlights.model import Citation, City, District, Edition, Indicator, Report, Theme
from highlights.publish.pages import GeneratedPage, generated_pages
from highlights.render import addresses
from highlights.render.prose import plain_text

# Navigation without the generated pages: with them every page would list all others.
CONFIGURATION = """\
site_name: 年度亮点
theme:
  name: material
  language: zh
  font: false
nav:
  - index.md
not_in_nav: "*"
plugins:
  - search:
      lang: zh
markdown_extensions: [tables, attr_list]
"""


def write_plain(city: City, folder: Path) -> None:
    index = index_city(city)
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    _write(folder, "index.md", f"# {city.title}\n\n{city.description}\n")
    for page in generated_pages(city):
        _write(folder, page.path, "\n\n".join(_paragraphs(city, index, page)))


def _write(folder: Path, path: str, text: str) -> None:
    target = folder / "docs" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _paragraphs(city: City, index: Index, page: GeneratedPage) -> Iterator[str]:
    yield f"# {page.title}"
    subject = page.subject
    if isinstance(subject, Report):
        yield from _report(subject)
    elif isinstance(subject, District):
        yield from _district(city, index, subject)
    elif isinstance(subject, Indicator):
        yield from _indicator(city, index, subject)
    elif isinstance(subject, Theme):
        yield from _theme(index, subject)
    elif isinstance(subject, Edition) and page.address == addresses.of_tables(subject):
        yield from _tables(city, index, subject)
    elif isinstance(subject, Edition):
        yield "\n".join(_link(report, report.name) for report in subject.reports.values())


def _report(report: Report) -> Iterator[str]:
    for highlight in report.highlights:
        yield f"## {highlight.title} {{: #{highlight.id} }}"
        yield plain_text(highlight.text, report.figures)
        yield "、".join(theme.name for theme in highlight.themes)
    if report.figures:
        yield "## 数据"
        rows = ((figure.name, figure.reported, _sources(figure.sources)) for figure in report.figures.values())
        yield _table(("名称", "数据", "来源"), rows)
    for remark in report.remarks:
        yield f"- {remark.text}"


def _district(city: City, index: Index, district: District) -> Iterator[str]:
    for report in index.of_district(district.id):
        yield f"## {report.year}年"
        yield "\n".join(f"- {highlight.title}" for highlight in report.highlights)
        yield _table(("名称", "数据"), ((figure.name, figure.reported) for figure in report.figures.values()))
    yield city.name


def _indicator(city: City, index: Index, indicator: Indicator) -> Iterator[str]:
    yield indicator.definition
    for year in city.editions:
        ranking = index.ranking(indicator, year)
        observations = [*(ranked.observation for ranked in ranking.ranked), *ranking.set_aside, *ranking.city]
        if observations:
            yield f"## {year}年"
            yield _observed(observations)


def _theme(index: Index, theme: Theme) -> Iterator[str]:
    yield theme.description or ""
    yield "\n".join(_link(passage.report, passage.highlight.title) for passage in index.of_theme(theme))


def _tables(city: City, index: Index, edition: Edition) -> Iterator[str]:
    for indicator in city.indicators.values():
        observations = index.of_indicator(indicator, edition.year)
        if observations:
            yield f"## {indicator.name}"
            yield _observed(observations)


def _observed(observations: Iterable[Observation]) -> str:
    return _table(
        ("区", "数据"), ((observed.report.district.name, observed.figure.reported) for observed in observations)
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, tuple("---" for _ in head), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _sources(citations: Iterable[Citation]) -> str:
    return "、".join(citation.source.title for citation in citations)


def _link(report: Report, text: str) -> str:
    return f"- [{text}](/{addresses.of_report(report)})"
