"""What the engine must know before the first question: names, and of each document its kind, year, district, themes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from highlights.model import City, District
from highlights.publish.search.documents import Document, DocumentKind
from highlights.publish.search.pinyin import district_spellings
from highlights.publish.search.shards import encode


def catalogue(city: City, documents: Sequence[Document], version: str, files: Collection[str]) -> Mapping[str, object]:
    """Reports are the first documents. They are told as a step from district to district, beginning anew each year.

    The city is the last of the districts.
    """
    districts = (*city.districts.values(), city.itself)
    numbers = {district.id: number for number, district in enumerate(districts)}
    reports = [document.report for document in documents if document.report]
    years = [
        [year, encode([numbers[report.district.id] for report in of_year])]
        for year, of_year in groupby(reports, key=lambda report: report.year)
    ]
    return {
        "version": version,
        "pairs": sum(name.startswith("pairs/") for name in files),
        "singles": sum(name.startswith("singles/") for name in files),
        "years": years,
        "others": [
            [kind.value, [document.id for document in documents if document.kind is kind]]
            for kind in DocumentKind
            if kind is not DocumentKind.REPORT
        ],
        "districts": [_names(district) for district in districts],
        "themes": [[theme.id, theme.name] for theme in city.themes.values()],
    }


def themed(city: City, documents: Sequence[Document]) -> Mapping[str, str]:
    """By theme: the documents that have it. A file of its own, for it grows with the reports."""
    numbers: dict[str, list[int]] = {theme: [] for theme in city.themes}
    for number, document in enumerate(documents):
        for theme in document.themes:
            numbers[theme.id].append(number)
    return {theme: encode(found) for theme, found in numbers.items()}


def _names(district: District) -> list[str]:
    """Name and id first. 东湖区总工会 is found as 东湖 and 区总工会: what begins with another name need not be told."""
    told = [district.id, district.short_name]
    for name in (*district.aliases, district.organisation, *district_spellings(district)):
        if not name.startswith(tuple(told)):
            told.append(name)
    return [district.name, *told]
