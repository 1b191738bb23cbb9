"""Which figures may stand beside each other, as a table of rules."""

from __future__ import annotations

from typing import Any

import pytest

from highlights.comparability import Obstacle, comparability
from highlights.model import Kind, Period
from highlights.quantity import rhetorical_quantity
from tests.unit.smallest import figure

OBSTACLES: list[tuple[str, dict[str, Any], Obstacle]] = [
    ("a plan is no result", {"kind": Kind.TARGET}, Obstacle.KIND),
    ("a norm is no result", {"kind": Kind.STANDARD}, Obstacle.KIND),
    ("a part of the district is not the district", {"scope": "南区"}, Obstacle.SCOPE),
    ("more than the district is not the district", {"scope": "city"}, Obstacle.SCOPE),
    ("a number per unit is not a number", {"per": "街镇"}, Obstacle.PER),
    ("a part is not the whole", {"part_of": "all_trees"}, Obstacle.PART),
    ("another definition is another thing", {"caveat": "只含果树"}, Obstacle.CAVEAT),
    ("half a year is not a year", {"period": Period("2022-01", "2022-06")}, Obstacle.PERIOD),
    ("another year is another year", {"period": Period("2021", "2021")}, Obstacle.PERIOD),
    ("an unknown beginning may lie years back", {"period": Period(None, "2022")}, Obstacle.PERIOD),
    ("a stock of another year is not this year's", {"as_of": "2021-12-31"}, Obstacle.PERIOD),
    ("a figure of speech has no value", {"quantity": rhetorical_quantity("百万")}, Obstacle.VALUE),
]


@pytest.mark.parametrize(("changes", "obstacle"), [case[1:] for case in OBSTACLES], ids=[case[0] for case in OBSTACLES])
def test_an_obstacle_keeps_a_figure_out(changes: dict[str, Any], obstacle: Obstacle) -> None:
    verdict = comparability(figure("5棵", **changes), 2022)
    assert verdict.obstacles == (obstacle,)
    assert not verdict.is_comparable


def test_a_range_has_no_single_value_to_rank() -> None:
    assert comparability(figure("5至9棵"), 2022).obstacles == (Obstacle.VALUE,)


@pytest.mark.parametrize(
    ("changes", "is_marked"),
    [
        ({}, False),
        ({"period": Period("2022-01-01", "2022-12-31")}, False),
        ({"period": Period("2022", None)}, True),
        ({"period": Period("2022-01", None)}, True),
        ({"as_of": "unknown"}, True),
        ({"as_of": "2022-12-31"}, False),
        ({"by": "志愿者协会"}, False),
        ({"label": "春季植树"}, False),
    ],
)
def test_a_year_of_the_whole_district_is_compared(changes: dict[str, Any], is_marked: bool) -> None:
    verdict = comparability(figure("5棵", **changes), 2022)
    assert verdict.is_comparable
    assert verdict.is_marked is is_marked


def test_every_obstacle_is_told() -> None:
    verdict = comparability(figure("5棵", kind=Kind.TARGET, scope="南区", caveat="只含果树"), 2022)
    assert verdict.obstacles == (Obstacle.KIND, Obstacle.SCOPE, Obstacle.CAVEAT)
