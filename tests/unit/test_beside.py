"""One district beside another, in the smallest cities that show a rule."""

from __future__ import annotations

import json

from highlights.derive.index import index_city
from highlights.publish.district_files import district_files
from highlights.render.beside import beside
from highlights.render.links import Here
from tests.unit.smallest import city, figure, report


def test_a_district_stands_beside_those_that_have_figures_too() -> None:
    made = city(report("a", figure("5棵")), report("b", figure("9棵")), report("c"))
    view = beside(made, index_city(made), made.districts["a"], Here("districts/a/"))
    assert view is not None
    assert [(other.id, other.link) for other in view.others] == [("b", "../b/")]
    assert view.tables == ((2022, "../../tables/2022/"),)


def test_nothing_stands_beside_a_district_without_figures_or_alone() -> None:
    made = city(report("a", figure("5棵")), report("b"))
    index = index_city(made)
    for district in made.districts.values():
        assert beside(made, index, district, Here("")) is None


def test_each_district_brings_its_figures_in_a_script_of_its_own() -> None:
    made = city(report("a", figure("5棵", scope="南区"), figure("6棵", id="other")), report("b"))
    files = district_files(made, index_city(made), names_files=False)
    assert list(files) == ["districts/a/figures.js"]
    text = files["districts/a/figures.js"].decode()
    start = 'districtFigures["a"] = '
    assert text.startswith(start)
    (row,) = json.loads(text.removeprefix(start).removesuffix(";\n"))
    assert (row["year"], row["order"], row["indicator"]) == (2022, 0, "植树")
    assert [(found["reported"], found["mark"], found["value"]) for found in row["figures"]] == [
        ("6棵", "", "6"),
        ("5棵", "范围是南区", ""),
    ]
    assert row["figures"][0]["link"] == "../../2022/a/#figure-other"


def test_scripts_of_a_site_on_disk_link_to_files() -> None:
    made = city(report("a", figure("5棵")))
    (script,) = district_files(made, index_city(made), names_files=True).values()
    assert "../../2022/a/index.html#figure-trees" in script.decode()
