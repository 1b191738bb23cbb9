"""A site of untrusted texts in a real browser: each stands there as it was typed, and nothing of it is run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from urllib.parse import urlsplit

import pytest

from highlights.load import load_city
from tests.untrusted.conftest import SHOWN, Site, page_of
from tests.untrusted.watching import Reading, Watch

# The pages that are called like the text.
NAMED = {
    ("DistrictEntry", "name"): "districts/{unit}/",
    ("IndicatorEntry", "name"): "indicators/{unit}/",
    ("ThemeEntry", "name"): "themes/{unit}/",
    ("EditionEntry", "title"): "{year}/",
}
SCHEMES = {"http", "https", "mailto"}


@pytest.fixture(scope="module")
def readings(site: Site, watch: Watch) -> Mapping[str, Reading]:
    """Every page that shows data, as the browser has it."""
    return {address: watch.open(address) for address in site.addresses}


def test_nothing_of_it_runs_or_is_asked_for(readings: Mapping[str, Reading]) -> None:
    faults = {address: reading.faults for address, reading in readings.items() if reading.faults}
    assert faults == {}


def test_pages_are_made_of_what_they_always_are(readings: Mapping[str, Reading], usual: Set[str]) -> None:
    strange = {address: reading.shapes - usual for address, reading in readings.items()}
    assert {address: shapes for address, shapes in strange.items() if shapes} == {}


def test_links_and_records_stay_what_they_are(readings: Mapping[str, Reading]) -> None:
    for address, reading in readings.items():
        assert {urlsplit(link).scheme for link in reading.links} <= SCHEMES, address
        for record in reading.records:
            assert json.loads(record)["@context"] == "https://schema.org", address


def test_every_text_is_read_where_it_belongs(site: Site, readings: Mapping[str, Reading]) -> None:
    missing = [
        (page, place, member.trial.text)
        for member in site.crowd.members
        for place in SHOWN.keys() & member.stands_in
        for page in SHOWN[place]
        if "".join(member.trial.text.split()) not in readings[page_of(member, page)].text
    ]
    assert missing == []


def test_titles_and_contents_are_what_the_headings_say(site: Site, readings: Mapping[str, Reading]) -> None:
    for address, reading in readings.items():
        assert set(reading.contents) <= set(reading.headings), address
    for member in site.crowd.members:
        for place, page in NAMED.items():
            if place in member.stands_in:
                reading, wanted = readings[page_of(member, page)], "".join(member.trial.text.split())
                assert reading.headings[0] == wanted, page
                assert "".join(reading.title.split()).startswith(f"{wanted}-"), page


def test_every_page_names_the_city_as_it_was_typed(site: Site, readings: Mapping[str, Reading]) -> None:
    city = load_city(site.crowd.data).city
    assert city is not None
    names = ["".join(str(name).split()) for name in (city.title, city.host, city.icp, city.police)]
    for address, reading in readings.items():
        assert [name for name in names if name not in reading.text] == [], address
        assert "".join(reading.title.split()).endswith(names[0]), address
