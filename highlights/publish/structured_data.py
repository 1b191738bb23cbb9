"""Pages as schema.org records, for search engines. Only what the data says: no field without a known value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from highlights import addresses
from highlights.derive.index import Index
from highlights.derive.observation import Observation
from highlights.derive.tables import tabulate
from highlights.model import Citation, City, Edition, Indicator, Report, Source

Record = dict[str, Any]

# What the open data page offers, and the type of each file.
DOWNLOADS: Mapping[str, str] = {
    "data/figures.csv": "text/csv",
    "data/figures.json": "application/json",
    "data/figures.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "data/highlights.json": "application/json",
    "data/datapackage.json": "application/json",
}
_HOW_PRINTED = "每个数据照来源的写法显示，并注明出自哪份文本的哪几行；没有公布的不当作零。"
# Inside a script an HTML parser looks for these, whatever the JSON says; JSON may write them as escapes.
_ACTIVE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}


def as_script(record: Record) -> Markup:
    """The text between <script type="application/ld+json"> and </script>."""
    return Markup(json.dumps(record, ensure_ascii=False).translate(_ACTIVE))  # noqa: S704 nothing active is left


def article(city: City, report: Report, title: str, description: str) -> Record:
    edition = city.editions[report.year]
    return _record(
        "Article",
        headline=title,
        description=description,
        about=_organisation(report.district.organisation),
        isPartOf=_known({"@type": "WebSite", "name": city.title, "url": city.address}),
        mainEntityOfPage=addresses.absolute(city, addresses.of_report(report)),
        temporalCoverage=str(report.year),
        isBasedOn=_sources(report.citations),
        **_publication(city, edition),
    )


def indicator_dataset(city: City, index: Index, indicator: Indicator, description: str) -> Record | None:
    """None while no district has published the indicator."""
    observations = [found for year in city.editions for found in index.of_indicator(indicator, year)]
    return _dataset(
        city,
        observations,
        f"{city.name}各区{indicator.name}",
        description,
        addresses.of_indicator(indicator),
        publisher=_organisation(city.host),
    )


def tables_dataset(city: City, index: Index, edition: Edition, description: str) -> Record | None:
    """None where the year has no figures of indicators."""
    observations = [found for kind in city.indicators.values() for found in index.of_indicator(kind, edition.year)]
    address = addresses.of_tables(edition)
    name = f"{city.name}{edition.year}年各区数据表"
    files = [addresses.of_table_csv(edition.year, table.theme) for table in tabulate(city, index, edition).tables]
    known = {"distribution": _downloads(city, dict.fromkeys(files, "text/csv")), **_publication(city, edition)}
    return _dataset(city, observations, name, description, address, **known)


def open_data_dataset(city: City, description: str) -> Record:
    reports = tuple(city.reports())
    return _record(
        "Dataset",
        name=f"{city.title}：开放数据",
        description=_explained(description),
        url=addresses.absolute(city, addresses.OPEN_DATA),
        spatialCoverage={"@type": "Place", "name": city.name},
        temporalCoverage=_years(report.year for report in reports),
        isBasedOn=_sources(citation for report in reports for citation in report.citations),
        publisher=_organisation(city.host),
        distribution=_downloads(city, DOWNLOADS),
    )


def _dataset(
    city: City, observations: list[Observation], name: str, description: str, address: str, **known: Any
) -> Record | None:
    if not observations:
        return None
    indicators = {found.figure.indicator.id: found.figure.indicator for found in observations if found.figure.indicator}
    return _record(
        "Dataset",
        name=name,
        description=_explained(description),
        url=addresses.absolute(city, address),
        spatialCoverage={"@type": "Place", "name": city.name},
        temporalCoverage=_years(found.report.year for found in observations),
        variableMeasured=[_variable(indicator) for indicator in indicators.values()],
        isBasedOn=_sources(citation for found in observations for citation in found.figure.sources),
        **known,
    )


def _downloads(city: City, files: Mapping[str, str]) -> list[Record]:
    """Empty while it is not known where the site is published."""
    return [
        {"@type": "DataDownload", "encodingFormat": encoding, "contentUrl": city.address + file}
        for file, encoding in files.items()
        if city.address
    ]


def _explained(description: str) -> str:
    return f"{description}{'' if description.endswith('。') else '。'}{_HOW_PRINTED}"


def _record(kind: str, **fields: Any) -> Record:
    return _known({"@context": "https://schema.org", "@type": kind, **fields, "inLanguage": "zh-CN"})


def _known(fields: Mapping[str, Any]) -> Record:
    return {name: value for name, value in fields.items() if value}


def _publication(city: City, edition: Edition) -> Record:
    """The issuer of a year's book; where it is not named, whoever runs the site publishes the page."""
    return {
        "publisher": _organisation(edition.issuer or city.host),
        "datePublished": None if edition.is_draft else edition.issued,
        "creativeWorkStatus": "Draft" if edition.is_draft else None,
    }


def _organisation(name: str | None) -> Record | None:
    return {"@type": "Organization", "name": name} if name else None


def _variable(indicator: Indicator) -> Record:
    return {
        "@type": "PropertyValue",
        "name": indicator.name,
        "description": indicator.definition,
        "unitText": indicator.unit,
    }


def _sources(citations: Iterable[Citation]) -> list[Record]:
    """Each document once, as first cited."""
    sources = {citation.source.id: citation.source for citation in citations}
    return [_source(source) for source in sources.values()]


def _source(source: Source) -> Record:
    return _known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": _organisation(source.publisher),
            "datePublished": source.published,
            "url": source.address,
        }
    )


def _years(years: Iterable[int]) -> str:
    """2022, or 2021/2023 from the first to the last; empty for none."""
    known = sorted(set(years))
    return "/".join(map(str, dict.fromkeys((known[0], known[-1])))) if known else ""
