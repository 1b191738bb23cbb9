"""Rankings, totals and tables of the smallest cities that show a rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from highlights.derive.index import index_city
from highlights.derive.ranking import Ranking, rank
from highlights.derive.standing import Standing, standing_of
from highlights.derive.tables import tabulate
from highlights.derive.targets import result_of
from highlights.model import Aggregate, City, Kind, Period
from highlights.quantity import format_quantity
from tests.unit.smallest import TREES, city, figure, report


def ranking_of(made: City) -> Ranking:
    return index_city(made).ranking(made.indicators["trees"], 2022)


def test_districts_stand_in_the_order_of_their_values() -> None:
    made = city(report("a", figure("5棵")), report("b", figure("2万余棵")), report("c", figure("近30棵")))
    rows = ranking_of(made).ranked
    assert [(row.position, row.observation.report.district.id) for row in rows] == [(1, "b"), (2, "c"), (3, "a")]
    assert rows[0].share == 1


def test_equal_values_share_a_position() -> None:
    made = city(report("a", figure("5棵")), report("b", figure("9棵")), report("c", figure("5株")))
    assert [row.position for row in ranking_of(made).ranked] == [1, 2, 2]


@pytest.mark.parametrize(
    ("reported", "printed"),
    [
        (("5棵", "7棵"), "12棵"),
        (("10万余棵", "25620棵"), "12.5万余棵"),
        (("近100棵", "50棵"), "近150棵"),
        (("近100棵", "50余棵"), "约150棵"),
        (("5棵", "7株"), "12棵"),
    ],
)
def test_a_total_keeps_the_direction(reported: tuple[str, str], printed: str) -> None:
    made = city(*(report(name, figure(text)) for name, text in zip("ab", reported, strict=True)))
    total = ranking_of(made).total
    assert total
    assert format_quantity(total.quantity) == printed
    assert (total.covered, total.expected) == (2, 3)


def test_a_single_value_has_no_total() -> None:
    assert ranking_of(city(report("a", figure("5棵")))).total is None


def test_rates_are_never_added_up() -> None:
    made = city(report("a", figure("5棵")), report("b", figure("7棵")))
    rate = replace(TREES, aggregate=Aggregate.NONE)
    assert rank(rate, 2022, index_city(made).of_indicator(rate, 2022), 2).total is None


def test_parts_are_never_added_up() -> None:
    whole = figure("9棵", id="trees")
    part = figure("5棵", id="fruit", part_of="trees")
    ranking = ranking_of(city(report("a", whole, part), report("b", figure("1棵"))))
    assert ranking.total
    assert format_quantity(ranking.total.quantity) == "10棵"
    assert [observation.figure.id for observation in ranking.set_aside] == ["fruit"]


def test_the_city_is_never_ranked_among_its_districts() -> None:
    ranking = ranking_of(city(report("city", figure("99棵")), report("a", figure("5棵"))))
    assert [row.observation.report.district.id for row in ranking.ranked] == ["a"]
    assert [observation.report.district.id for observation in ranking.city] == ["city"]


def test_an_unknown_end_marks_the_total() -> None:
    marked = figure("5棵", as_of="unknown")
    total = ranking_of(city(report("a", marked), report("b", figure("7棵")))).total
    assert total
    assert total.is_marked


def test_an_indicator_of_one_district_is_no_column() -> None:
    made = city(report("a", figure("5棵")))
    tables = tabulate(made, index_city(made), made.home)
    assert tables.tables == ()
    assert [ranking.indicator.id for ranking in tables.single] == ["trees"]


def test_a_table_names_the_districts_without_a_value() -> None:
    made = city(report("a", figure("5棵")), report("c", figure("7棵")))
    (table,) = tabulate(made, index_city(made), made.home).tables
    assert [row.district.id for row in table.rows] == ["a", "c"]
    assert [found.id for found in table.absent] == ["b"]


def test_a_city_without_reports_has_empty_tables() -> None:
    made = city()
    tables = tabulate(made, index_city(made), made.home)
    assert (tables.tables, tables.single) == ((), ())


def test_a_target_stands_beside_its_result() -> None:
    target = figure("30棵", id="plan", kind=Kind.TARGET)
    done = report("a", target, figure("28棵"))
    index = index_city(city(done))
    found = result_of(target, done, index)
    assert found
    assert found.figure.reported == "28棵"
    assert result_of(figure("28棵"), done, index) is None


def test_a_target_without_a_result_stands_alone() -> None:
    target = figure("30棵", id="plan", kind=Kind.TARGET)
    planned = report("a", target)
    index = index_city(city(planned, report("b", figure("28棵"))))
    assert result_of(target, planned, index) is None


def test_a_target_of_next_year_finds_the_result_of_next_year() -> None:
    target = figure("30棵", id="plan", kind=Kind.TARGET, period=Period("2023", "2023"))
    planned = report("a", target)
    later = report("a", figure("31棵", period=Period("2023", "2023")), year=2023)
    found = result_of(target, planned, index_city(city(planned, later)))
    assert found
    assert found.report.year == 2023


def test_a_figure_stands_among_those_that_reported_the_same() -> None:
    made = city(report("a", figure("5棵")), report("b", figure("9棵")), report("c", figure("5株")))
    index = index_city(made)
    lowest = made.home.reports["a"]
    assert standing_of(lowest.figures["trees"], lowest, index) == Standing(2, 3)


def test_the_highlights_of_a_theme_are_counted_by_year(invented_city: City) -> None:
    index = index_city(invented_city)
    for theme in invented_city.themes.values():
        for year, edition in invented_city.editions.items():
            themes = [one.themes for report in edition.reports.values() for one in report.highlights]
            assert index.count_naming(theme, year) == sum(theme in named for named in themes)
            assert len(index.led_by(theme, year)) == sum(named[0] == theme for named in themes)
    assert index.count_naming(invented_city.themes["greening"], 2022) > 1


def test_what_nobody_else_reported_has_no_standing() -> None:
    alone = report("a", figure("5棵"))
    assert standing_of(alone.figures["trees"], alone, index_city(city(alone))) is None


def test_what_cannot_be_compared_has_no_standing() -> None:
    part = report("a", figure("5棵", scope="南区"))
    index = index_city(city(part, report("b", figure("9棵")), report("c", figure("7棵"))))
    assert standing_of(part.figures["trees"], part, index) is None
