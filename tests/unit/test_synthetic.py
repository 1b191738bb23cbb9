"""The cities that are measured are right, and the same every time."""

from __future__ import annotations

from pathlib import Path

from bench.synthetic import write_city
from highlights.load import load_city
from highlights.model import City
from tests.conftest import INVENTED_DATA


def written(model: City, folder: Path) -> dict[str, bytes]:
    write_city(model, INVENTED_DATA, folder, districts=5, years=3)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_a_synthetic_city_is_right_and_has_the_size_asked_for(invented_city: City, tmp_path: Path) -> None:
    written(invented_city, tmp_path / "data")
    loaded = load_city(tmp_path / "data")
    assert loaded.city, loaded.diagnostics
    assert len(list(loaded.city.reports())) == 15
    assert any(report.figures for report in loaded.city.reports())


def test_the_same_seed_writes_the_same_bytes(invented_city: City, tmp_path: Path) -> None:
    assert written(invented_city, tmp_path / "first") == written(invented_city, tmp_path / "second")
