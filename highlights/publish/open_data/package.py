"""datapackage.json: what the files hold, for programs. Data Package 2.0, https://datapackage.org/standard/data-package/.

A licence is not given: no text says which one holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from highlights.model import City, Source
from highlights.publish.open_data.columns import FIGURE_COLUMNS, HIGHLIGHT_COLUMNS, Column

PROFILES = "https://datapackage.org/profiles/2.0"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package. `key`: the columns that together name a row."""

    name: str
    file: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    media_type: str
    dialect: Mapping[str, object] = field(default_factory=dict)


_CSV = {"header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}

RESOURCES = (
    Resource("figures", "figures.csv", "全部数据", FIGURE_COLUMNS, ("year", "district", "figure"), "text/csv", _CSV),
    Resource(
        "figures-json",
        "figures.json",
        "全部数据（JSON）",
        FIGURE_COLUMNS,
        ("year", "district", "figure"),
        "application/json",
    ),
    Resource(
        "highlights",
        "highlights.json",
        "全部亮点",
        HIGHLIGHT_COLUMNS,
        ("year", "district", "highlight"),
        "application/json",
    ),
)


def data_package(city: City, files: Mapping[str, bytes]) -> dict[str, object]:
    """`files`: the contents by the names that the resources have."""
    package: dict[str, object] = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "district-highlights",
        "title": city.title,
        "description": city.description,
    }
    if city.address:
        package["homepage"] = city.address
    package["resources"] = [_resource(resource, files[resource.file]) for resource in RESOURCES]
    package["sources"] = [dict(_source(source)) for source in city.sources.values()]
    return package


def _resource(resource: Resource, content: bytes) -> dict[str, object]:
    described: dict[str, object] = {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": resource.name,
        "title": resource.title,
        "path": resource.file,
        "format": resource.file.rpartition(".")[2],
        "mediatype": resource.media_type,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    # A JSON file is not called a table, though its schema says what its columns hold: frictionless 5.21 counts no bytes
    # while it reads JSON as a table, and would say that every such file has the wrong size.
    if resource.dialect:
        described["type"] = "table"
        described["dialect"] = {"$schema": f"{PROFILES}/tabledialect.json", **resource.dialect}
    described["schema"] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column) for column in resource.columns],
        "missingValues": [""],
        "primaryKey": list(resource.key),
    }
    return described


def _field(column: Column) -> dict[str, object]:
    described: dict[str, object] = {
        "name": column.name,
        "type": column.type.value,
        "title": column.title,
        "description": column.description,
    }
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        described["constraints"] = constraints
    return described


def _source(source: Source) -> Iterator[tuple[str, str]]:
    """`name` is the id that the column `sources` begins with. What is not known is left out."""
    yield "name", source.id
    yield "title", source.title
    if source.address:
        yield "path", source.address
    if source.publisher:
        yield "publisher", source.publisher
    if source.published:
        yield "published", source.published
