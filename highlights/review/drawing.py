"""What the data puts on each page: a city and the project's folder in, a print of every page out, by address.

Pages are drawn as for the site. None is listed here: people's pages are those of docs/ that call a macro.
"""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from highlights.model import City
from highlights.publish.pages import generated_pages
from highlights.publish.writer import Macro, Writer
from highlights.render.components import Components
from highlights.render.links import Here

_HEAD = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_CALL = "{{"
_MADE = ("Iterator[Block]", "Markup")


def draw_pages(city: City, root: Path) -> Mapping[str, str]:
    """`root` has docs/ and overrides/."""
    writer = Writer(city, Components(root / "overrides" / "components"))
    return {address: hashlib.sha256(drawn.encode()).hexdigest() for address, drawn in _draw(writer, root / "docs")}


def _draw(writer: Writer, docs: Path) -> Iterator[tuple[str, str]]:
    for page in generated_pages(writer.city):
        writer.begin_page(page.address, page.source, Here(page.address))
        yield page.address, "".join(map(str, writer.page(page)))
    # Pages are programs; in a sandbox, since a review is asked for before anybody has read them.
    environment = SandboxedEnvironment(undefined=StrictUndefined)
    environment.globals = dict(_macros(writer))
    for address, source in _written_pages(docs):
        writer.begin_page(address, source, Here(address))
        try:
            text = environment.from_string(source).render()
        except TemplateError:
            # The build tells; here such a page shows nothing of either revision.
            text = ""
        yield address, writer.fill(text)


def _macros(writer: Writer) -> Iterator[tuple[str, Callable[..., str]]]:
    """Each is a method of the writer by the same name, and makes blocks or markup."""
    for name, method in inspect.getmembers(Writer, inspect.isfunction):
        if method.__annotations__["return"] in _MADE and not name.startswith("_"):
            yield name, partial(_call, writer, getattr(writer, name))


def _call(writer: Writer, macro: Macro, *args: Any, **kwargs: Any) -> str:
    return writer.call(macro, args, kwargs)


def _written_pages(docs: Path) -> Iterator[tuple[str, str]]:
    """Addresses and sources of those that call a macro."""
    for path in sorted(docs.rglob("*.md")):
        source = _HEAD.sub("", path.read_text(encoding="utf-8"))
        if _CALL in source:
            place = path.relative_to(docs).with_suffix("")
            folder = (place.parent if place.name == "index" else place).as_posix()
            yield ("" if folder == "." else f"{folder}/"), source
