"""The smallest values that show a rule: a figure, a report, a city of as many districts as it takes."""

from __future__ import annotations

from typing import Any

from highlights.diagnostics import Place
from highlights.model import (
    Aggregate,
    Citation,
    City,
    District,
    DistrictType,
    Edition,
    EditionStatus,
    Figure,
    Indicator,
    Kind,
    Measure,
    Period,
    Report,
    Section,
    Source,
    Theme,
)
from highlights.quantity import parse_quantity

PLACE = Place("test.yaml")
THEME = Theme("greening", "园林", None, PLACE)
SECTION = Section("all", "全文", ((1, 9),), None, PLACE)
SOURCE = Source("yearbook", "年鉴", "yearbook.txt", "0" * 64, None, None, None, None, {"all": SECTION}, PLACE)
CITATION = Citation(SOURCE, SECTION)
TREES = Indicator("trees", "植树", "新栽的树", ("棵", "株"), Measure.FLOW, Aggregate.SUM, THEME, PLACE)


def figure(reported: str, **changes: Any) -> Figure:
    fields: dict[str, Any] = {
        "id": "trees",
        "indicator": TREES,
        "label": None,
        "reported": reported,
        "quantity": parse_quantity(reported),
        "kind": Kind.RESULT,
        "period": Period("2022", "2022"),
        "as_of": None,
        "scope": None,
        "per": None,
        "part_of": None,
        "ratio_of": None,
        "by": None,
        "caveat": None,
        "sources": (CITATION,),
        "nth": None,
        "place": PLACE,
    }
    return Figure(**(fields | changes))


def district(district_id: str, name: str | None = None) -> District:
    kind = None if district_id == "city" else DistrictType.DISTRICT
    return District(district_id, name or district_id, name or district_id, kind, "办公室", (), None, PLACE)


def report(district_id: str, *figures: Figure, year: int = 2022) -> Report:
    by_id = {found.id: found for found in figures}
    return Report(district(district_id), year, (CITATION,), (), by_id, (), PLACE)


def city(*reports: Report, districts: tuple[str, ...] = ("a", "b", "c")) -> City:
    years = sorted({found.year for found in reports} or {2022})
    editions = {
        year: Edition(
            year,
            f"{year}年",
            EditionStatus.DRAFT,
            None,
            None,
            None,
            {found.district.id: found for found in reports if found.year == year},
            PLACE,
        )
        for year in years
    }
    return City(
        name="测试市",
        title="测试",
        description="测试",
        address=None,
        host=None,
        contact=None,
        icp=None,
        police=None,
        units=(),
        itself=district("city"),
        districts={district_id: district(district_id) for district_id in districts},
        indicators={"trees": TREES},
        themes={"greening": THEME},
        sources={"yearbook": SOURCE},
        terms={},
        verified=frozenset(),
        editions=editions,
        home=editions[years[-1]],
        place=PLACE,
    )
