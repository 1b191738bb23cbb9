"""A few pages of the invented city, whole.

`pytest tests/golden --refresh-golden` writes them anew, and their diff is the review.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from highlights.model import City
from highlights.publish.messages import as_text
from highlights.publish.writer import Writer
from highlights.render.blocks import Block, Heading
from highlights.render.components import Components
from highlights.render.links import Here

GOLDEN = Path(__file__).parent
COMPONENTS = Components(GOLDEN.parents[1] / "overrides" / "components")

PAGES = {
    "report": ("2022/donghu/", lambda writer: writer.report("donghu", 2022)),
    "report-city": ("2022/city/", lambda writer: writer.report("city", 2022)),
    "report-without-figures": ("2023/nangang-park/", lambda writer: writer.report("nangang-park", 2023)),
    "edition": ("2022/", lambda writer: writer.edition_home(2022)),
    "tables": ("tables/2022/", lambda writer: writer.city_table(2022)),
    "indicator": ("indicators/trees_planted/", lambda writer: writer.indicator("trees_planted")),
    "search": ("search/", lambda writer: writer.search_page()),
    "district": ("districts/donghu/", lambda writer: writer.district("donghu")),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was_reviewed(name: str, invented_city: City, refresh_golden: bool) -> None:
    address, make = PAGES[name]
    writer = Writer(invented_city, COMPONENTS)
    writer.begin_page("test", "", Here(address))
    made = "".join(map(as_line, make(writer)))
    assert not writer.take_mistakes(), as_text(writer.take_mistakes())
    golden = GOLDEN / f"{name}.html"
    if refresh_golden:
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def as_line(block: Block) -> str:
    if isinstance(block, Heading):
        return f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>\n'
    return f"{block.markup}\n"
