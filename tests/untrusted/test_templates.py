"""Texts that are templates, wherever the data takes them: nothing that makes pages, bulletins or PDFs runs them."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

from highlights.bulletin.page import Preset
from highlights.bulletin.pdf import Printer
from highlights.load import load_city
from highlights.publish.bulletins.files import order_bulletins
from tests.conftest import build_site
from tests.untrusted.crowd import FIRST_YEAR, gather
from tests.untrusted.payloads import PRODUCT

TITLES = {
    ("CityEntry", "title"),
    ("CityEntry", "description"),
    ("DistrictEntry", "name"),
    ("EditionEntry", "title"),
    ("EditionEntry", "introduction"),
    ("IndicatorEntry", "name"),
    ("ThemeEntry", "name"),
}


@dataclass(frozen=True, slots=True)
class Tempted:
    """A city of templates; whoever runs the last of them leaves the file `ran`."""

    texts: tuple[str, ...]
    data: Path
    ran: Path


@pytest.fixture(scope="module")
def tempted(tmp_path_factory: pytest.TempPathFactory) -> Tempted:
    folder = tmp_path_factory.mktemp("templates")
    ran = folder / "ran"
    command = f"cycler.__init__.__globals__.os.popen('touch {ran}').read()"
    texts = ("{{ 1337*7331 }}", "{% raise %}", "{% set x = 1337*7331 %}{{ x }}", f"{{{{ {command} }}}}")
    crowd = gather(texts, folder, of_city=texts)
    for trial in crowd.trials:
        assert {(slot.kind, slot.field) for slot in trial.accepted} >= TITLES, trial.text
    return Tempted(texts, crowd.data, ran)


def test_no_page_runs_a_text_of_the_data(tempted: Tempted, tmp_path: Path) -> None:
    site = build_site(tmp_path, tempted.data)
    assert not tempted.ran.exists()
    assert [path for path in site.rglob("*") if path.is_file() and PRODUCT.encode() in path.read_bytes()] == []
    for number, text in enumerate(tempted.texts):
        unit, year = f"u{number}", FIRST_YEAR + number
        for address in (f"districts/{unit}", f"indicators/{unit}", f"themes/{unit}", f"{year}", f"bulletins/{year}"):
            page = (site / address / "index.html").read_text(encoding="utf-8")
            title = re.search("<title>(.*?)</title>", page, re.DOTALL)
            assert title
            assert html.unescape(title[1]).startswith(text), address


def test_no_bulletin_runs_a_text_of_the_data(tempted: Tempted) -> None:
    city = load_city(tempted.data).city
    assert city is not None
    orders = [order for preset in Preset for order in order_bulletins(city, city.editions.values(), preset)]
    for order in orders:
        assert PRODUCT not in order.html, order.name
    last = str(FIRST_YEAR + len(tempted.texts) - 1)
    (whole,) = (order for order in orders if order.name == last)
    reader = pypdf.PdfReader(io.BytesIO(Printer().print(whole.html).content))
    assert reader.metadata is not None
    assert reader.metadata.title == f"{tempted.texts[-1]}　年终简报"
    assert any(title.startswith(tempted.texts[-1]) for title in outline(reader.outline))
    assert not tempted.ran.exists()


def outline(items: object) -> Iterator[str]:
    for item in items if isinstance(items, list) else [items]:
        yield from outline(item) if isinstance(item, list) else [str(item["/Title"])]
