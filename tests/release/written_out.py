"""The pages written out as files of Markdown, as another generator would find them: no hook, no macro, no theme.

The city in, a folder out that `mkdocs.yml` describes. Components stand in it as HTML.
"""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, StrictUndefined
from mkdocs.utils.meta import get_data

import macros
from highlights.model import City
from highlights.publish.pages import generated_pages
from highlights.publish.writer import Writer
from highlights.render.components import Components
from highlights.render.links import Here
from tests.conftest import ROOT

STYLES = ("tokens", "site", "search", "bulletin")
CONFIGURATION = """\
site_name: {name}
theme: {{name: material, language: zh, font: false}}
nav: [index.md]
not_in_nav: "*"
extra_css: [{styles}]
markdown_extensions: [attr_list, tables]
plugins: [search]
"""


class Doors:
    """What `macros.py` asks of the plugin that calls it."""

    def __init__(self, writer: Writer) -> None:
        self.conf = SimpleNamespace(extra={"writer": writer})
        self.macros: dict[str, Callable[..., str]] = {}
        macros.define_env(self)

    def macro(self, function: Callable[..., str], name: str) -> None:
        self.macros[name] = function


def write_out(city: City, folder: Path) -> list[str]:
    """The addresses of all pages."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "overrides" / "assets" / "css", docs / "assets" / "css")
    styles = ", ".join(f"assets/css/{name}.css" for name in STYLES)
    configuration = CONFIGURATION.format(name=json.dumps(html.escape(city.title), ensure_ascii=False), styles=styles)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    writer = Writer(city, Components(ROOT / "overrides" / "components"))
    environment = Environment(undefined=StrictUndefined)
    environment.globals.update(Doors(writer).macros)
    addresses = []
    for address, path, source, meta in _pages(city):
        writer.begin_page(path, source, Here(address))
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        page = writer.fill(environment.from_string(source).render())
        target.write_text(f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n\n{page}\n", encoding="utf-8")
        addresses.append(address)
    assert writer.take_mistakes() == ()
    return addresses


def _pages(city: City) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Address, path, source and front matter: those that people wrote, those that the data asks for."""
    docs = ROOT / "docs"
    for path in sorted(docs.rglob("*.md")):
        source, meta = get_data(path.read_text(encoding="utf-8"))
        name = path.relative_to(docs).with_suffix("").as_posix()
        address = name.removesuffix("index").rstrip("/")
        yield f"{address}/" if address else "", f"{name}.md", source, meta
    for page in generated_pages(city):
        meta = {"title": html.escape(page.title), "description": html.escape(page.description)}
        yield page.address, page.path, page.source, meta
