"""One indicator over the editions, in the smallest cities that show a rule."""

from __future__ import annotations

from highlights.derive.history import History, history_of
from highlights.derive.index import index_city
from highlights.model import City, Period
from highlights.render.history import OF_THE_CITY, history_view
from highlights.render.links import Here
from tests.unit.smallest import TREES, city, figure, report


def history(made: City) -> History:
    return history_of(made, index_city(made), TREES)


def two_years() -> City:
    return city(
        report("a", figure("5棵")),
        report("b", figure("20棵", scope="南区")),
        report("city", figure("900棵")),
        report("a", figure("10棵", period=Period("2023", "2023")), year=2023),
    )


def test_every_district_has_its_values_year_by_year() -> None:
    made = history(two_years())
    assert made.years == (2022, 2023)
    told = [
        (found.district.id, [(p.observation.report.year, p.observation.figure.reported) for p in found.points])
        for found in made.districts
    ]
    assert told == [("a", [(2022, "5棵"), (2023, "10棵")]), ("b", [(2022, "20棵")])]


def test_only_what_may_be_compared_has_a_share_and_the_city_has_none() -> None:
    made = history(two_years())
    assert made.largest is not None
    assert made.largest.figure.reported == "10棵"
    assert [[point.share for point in found.points] for found in made.districts] == [[0.5, 1], [None]]
    assert made.city is not None
    assert [point.share for point in made.city.points] == [None]


def test_a_row_without_a_bar_says_why() -> None:
    groups = history_view(history(two_years()), Here("indicators/trees/")).groups
    rows = {(group.district, row.year): (row.percent, row.reason) for group in groups for row in group.rows}
    assert rows == {
        ("a", 2022): ("50.0", ""),
        ("a", 2023): ("100.0", ""),
        ("b", 2022): ("", "范围是南区"),
        ("city", 2022): ("", OF_THE_CITY),
    }


def test_a_history_of_zeros_has_bars_of_no_length() -> None:
    made = history_view(history(city(report("a", figure("0棵")))), Here(""))
    assert [row.percent for row in made.groups[0].rows] == ["0.0"]


def test_what_nobody_published_has_no_history() -> None:
    made = history(city(report("a")))
    assert (made.years, made.districts, made.city, made.largest) == ((), (), None, None)
