"""The open data: every figure and every highlight as files. City in, file contents out."""

from __future__ import annotations

from collections.abc import Mapping

from highlights.model import City
from highlights.publish.open_data.package import data_package
from highlights.publish.open_data.records import figure_records, highlight_records
from highlights.publish.open_data.tables import csv_text, json_text
from highlights.publish.open_data.workbook import figures_workbook

FOLDER = "data/"


def open_data_files(city: City) -> Mapping[str, bytes]:
    """Contents by address below the site's root. They depend on the data alone."""
    figures = [record for report in city.reports() for record in figure_records(report)]
    files = {
        "figures.csv": csv_text(figures).encode(),
        "figures.json": json_text(figures).encode(),
        "highlights.json": json_text(
            [record for report in city.reports() for record in highlight_records(report)]
        ).encode(),
    }
    files["figures.xlsx"] = figures_workbook(city, figures)
    files["datapackage.json"] = json_text(data_package(city, files)).encode()
    return {FOLDER + name: content for name, content in files.items()}
