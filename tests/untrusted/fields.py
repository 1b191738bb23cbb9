"""A small city, and every place in its data where a text can be typed: whatever the shapes of entries.py know.

Ids in, data files as plain trees out. Each entry of the data format stands in it at least once, so that a new field
is tried as soon as there is one, and a new kind of entry fails until it is placed.
"""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_origin

from highlights.load import entries
from highlights.load.entries import Entry

KeyPath = tuple[str | int, ...]
Tree = dict[str, dict[str, Any]]
Places = dict[type[Entry], list[tuple[str, KeyPath]]]

# A scope that is called like the district is refused for that alone, and so is the city.
_ENDINGS = {
    ("FigureEntry", "scope"): "一带",
    **{("CityEntry", name): "市" for name in ("name", "short_name", "aliases")},
}
CITY = {
    "name": "云州市",
    "title": "云州年报",
    "description": "一座虚构城市的年报。",
    "organisation": "云州办公室",
    "short_name": "全市",
}


def small_city(unit: str = "a", year: int = 2022, count: int = 1) -> Tree:
    """One of everything. Units with other names and years can be put together into one city."""
    tree: Tree = {
        "city.yaml": {**CITY, "home": str(year)},
        "districts.yaml": {
            unit: {
                "name": f"第{count}区",
                "short_name": f"区{count}",
                "type": "district",
                "organisation": f"第{count}区办公室",
                "aliases": [f"别名{count}"],
            }
        },
        "themes.yaml": {unit: {"name": f"主题{count}", "description": "说明。"}},
        "indicators.yaml": {
            unit: {
                "name": f"指标{count}",
                "definition": "新栽的树。",
                "units": ["棵"],
                "measure": "flow",
                "aggregate": "sum",
                "theme": unit,
            }
        },
        "terms.yaml": {unit: {"name": f"名词{count}", "text": "解释。", "aliases": [f"又名{count}"]}},
        "sources.yaml": {
            unit: {
                "title": f"来源{count}",
                "file": f"{unit}.txt",
                "sha256": "0" * 64,
                "sections": {"all": {"name": "全文", "lines": "1-9"}},
            }
        },
        f"{year}/edition.yaml": {
            "year": str(year),
            "title": f"年度{count}",
            "status": "published",
            "issued": "2023-03-01",
            "introduction": "导言。",
        },
        f"{year}/{unit}.yaml": {
            "district": unit,
            "year": str(year),
            "sources": f"{unit}#all",
            "highlights": [{"id": "told", "title": f"亮点x{count}", "themes": [unit], "text": "栽树{own}。"}],
            "figures": {
                "own": {"reported": "5棵", "indicator": unit},
                "local": {"reported": "7册", "label": f"藏书{count}"},
            },
            "remarks": [
                {"type": "missing", "text": "没有公布。"},
                {"type": "correction", "on": "own", "was": "4棵", "date": "2023-04-10", "text": "更正。"},
                {
                    "type": "correction",
                    "on": "gone",
                    "label": "旧藏书",
                    "was": "3册",
                    "date": "2023-04-11",
                    "text": "删去。",
                },
                {"type": "exception", "rule": "doubled-word", "text": "理由。"},
            ],
        },
    }
    return tree


def _places(unit: str, year: int) -> Places:
    """Where the entries of each kind stand in the small city."""
    report = f"{year}/{unit}.yaml"
    return {
        entries.CityEntry: [("city.yaml", ())],
        entries.DistrictEntry: [("districts.yaml", (unit,))],
        entries.ThemeEntry: [("themes.yaml", (unit,))],
        entries.IndicatorEntry: [("indicators.yaml", (unit,))],
        entries.TermEntry: [("terms.yaml", (unit,))],
        entries.SourceEntry: [("sources.yaml", (unit,))],
        entries.SectionEntry: [("sources.yaml", (unit, "sections", "all"))],
        entries.EditionEntry: [(f"{year}/edition.yaml", ())],
        entries.ReportHead: [(report, ())],
        entries.HighlightEntry: [(report, ("highlights", 0))],
        entries.FigureEntry: [(report, ("figures", "own")), (report, ("figures", "local"))],
        entries.RemarkEntry: [(report, ("remarks", number)) for number in range(4)],
    }


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text: the value of a field, or a new key of a mapping, copied from `like`."""

    kind: str
    field: str
    file: str
    path: KeyPath
    like: KeyPath | None = None

    @property
    def is_key(self) -> bool:
        return self.like is not None

    def fill(self, tree: Tree, text: str) -> None:
        if self.like is not None:
            _at(tree[self.file], self.path)[text] = copy.deepcopy(_at(tree[self.file], self.like))
            return
        text += _ENDINGS.get((self.kind, self.field), "")
        holder = _at(tree[self.file], self.path[:-1])
        before = holder.get(self.path[-1])
        holder[self.path[-1]] = [text, *before] if isinstance(before, list) else text

    def stands_at(self, text: str) -> KeyPath:
        return (*self.path, text) if self.is_key else self.path


def slots(unit: str = "a", year: int = 2022) -> list[Slot]:
    """Every field of every entry, and every mapping that can have another key."""
    places = _places(unit, year)
    unplaced = set(_entries()) - places.keys()
    assert not unplaced, f"say in tests/untrusted/fields.py where these stand: {unplaced}"
    # Keys first: what is copied for them is still as it was.
    return [*_key_slots(places, unit, year), *_field_slots(places)]


def _entries() -> Iterator[type[Entry]]:
    return (
        found
        for found in vars(entries).values()
        if isinstance(found, type) and issubclass(found, Entry) and found is not Entry
    )


def _field_slots(places: Places) -> Iterator[Slot]:
    for kind, where in places.items():
        for name, info in kind.model_fields.items():
            if get_origin(info.annotation) in (dict, list):
                continue  # what is in them has entries of its own
            for file, path in where:
                yield Slot(kind.__name__, name, file, (*path, name))


def _key_slots(places: Places, unit: str, year: int) -> Iterator[Slot]:
    for kind, where in places.items():
        for file, path in where:
            name = next(iter(kind.model_fields))
            yield Slot(kind.__name__, "(another key)", file, path, like=(*path, name))
    for file in ("districts", "themes", "indicators", "terms", "sources"):
        yield Slot(file, "(id)", f"{file}.yaml", (), like=(unit,))
    yield Slot("sections", "(id)", "sources.yaml", (unit, "sections"), like=(unit, "sections", "all"))
    yield Slot("figures", "(id)", f"{year}/{unit}.yaml", ("figures",), like=("figures", "local"))


def _at(node: Any, path: KeyPath) -> Any:
    for key in path:
        node = node[key]
    return node


def write(tree: Tree, folder: Path, *, in_escapes: bool = False) -> dict[str, list[KeyPath]]:
    """As YAML, every scalar on a line of its own; gives the path of what stands on each line, by file.

    `in_escapes`: no character stands in it as it is that YAML can write otherwise.
    """
    paths = {}
    for file, root in tree.items():
        lines = list(_lines(root, (), 0, in_escapes))
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("".join(f"{text}\n" for _, text in lines).encode("utf-8", "surrogatepass"))
        paths[file] = [where for where, _ in lines]
    return paths


def _lines(node: Any, path: KeyPath, depth: int, in_escapes: bool) -> Iterator[tuple[KeyPath, str]]:
    quoted = functools.partial(json.dumps, ensure_ascii=in_escapes)
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        head = f"{'  ' * depth}{quoted(key)}:" if isinstance(node, dict) else f"{'  ' * depth}-"
        if isinstance(value, str):
            yield (*path, key), f"{head} {quoted(value)}"
        else:
            yield (*path, key), head
            yield from _lines(value, (*path, key), depth + 1, in_escapes)
