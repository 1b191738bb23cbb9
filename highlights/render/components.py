"""The components' own Jinja environment: every value is escaped, an unknown name is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from highlights import addresses
from highlights.render.blocks import Html
from highlights.render.links import Here


class Components:
    """The templates in a folder such as overrides/components. A template gets one value, `view`, and `here`."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["addresses"] = addresses

    def html(self, name: str, view: Any, here: Here) -> Html:
        template = self._environment.get_template(f"{name}.html")
        return Html(Markup(template.render(view=view, here=here)))  # noqa: S704 the environment escapes
