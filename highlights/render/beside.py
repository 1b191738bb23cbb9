"""A district beside another one of the reader's choice: the districts to choose from, and what each brings along.

The page of a district holds no figures of others; a script file a district does, fetched when it is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from highlights import addresses
from highlights.derive.index import Index
from highlights.model import City, District
from highlights.render.links import Here
from highlights.render.ranking import FigureLink, figure_link


@dataclass(frozen=True, slots=True)
class OtherDistrict:
    id: str
    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Beside:
    """`others` have figures of indicators too. `tables` are where all districts stand side by side, by year."""

    own: OtherDistrict
    others: tuple[OtherDistrict, ...]
    tables: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class BesideRow:
    """`order` is the place of the indicator in the data, so that rows of two districts can be merged."""

    year: int
    order: int
    indicator: str
    link: str
    figures: tuple[FigureLink, ...]


def beside(city: City, index: Index, district: District, here: Here) -> Beside | None:
    """None where there are no two districts to compare."""
    telling = [other for other in city.districts.values() if _tells(index, other)]
    others = tuple(_other(other, here) for other in telling if other != district)
    if district not in telling or not others:
        return None
    years = [report.year for report in index.of_district(district.id)]
    tables = tuple((year, here.to(addresses.of_tables(city.editions[year]))) for year in years)
    return Beside(_other(district, here), others, tables)


def beside_rows(city: City, index: Index, district: District, here: Here) -> Iterator[BesideRow]:
    """Newest year first, indicators in their order. Links fit any district's page: all lie at the same depth."""
    for report in index.of_district(district.id):
        for order, indicator in enumerate(city.indicators.values()):
            own = index.of_report(indicator, report)
            if own:
                link = here.to(addresses.of_indicator(indicator))
                figures = tuple(figure_link(observation, here) for observation in own)
                yield BesideRow(report.year, order, indicator.name, link, figures)


def _tells(index: Index, district: District) -> bool:
    return any(figure.indicator for report in index.of_district(district.id) for figure in report.figures.values())


def _other(district: District, here: Here) -> OtherDistrict:
    return OtherDistrict(district.id, district.short_name, here.to(addresses.of_district(district)))
