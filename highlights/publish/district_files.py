"""Each district's figures as a small script, for the pages of other districts: values in, files by address out.

A script and not JSON, since pages opened from disk may load scripts but not fetch files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from highlights import addresses
from highlights.derive.index import Index
from highlights.model import City
from highlights.render.beside import beside_rows
from highlights.render.links import Here


def district_files(city: City, index: Index, *, names_files: bool) -> Mapping[str, bytes]:
    """Contents by address below the site's root; none for a district without figures of indicators."""
    files = {}
    for district in city.districts.values():
        here = Here(addresses.of_district(district), names_files)
        rows = [asdict(row) for row in beside_rows(city, index, district, here)]
        if rows:
            script = f"districtFigures[{_json(district.id)}] = {_json(rows)};\n"
            files[addresses.of_district_figures(district)] = script.encode()
    return files


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
