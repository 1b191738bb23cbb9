"""A YAML text in, the parser's events out, or one kind of error. What they mean is said elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

# The Python loader stands in where PyYAML was built without libyaml.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_events(text: str) -> Iterator[Any]:
    """The parser's events. Raises yaml.MarkedYAMLError, and nothing else, for text of readable characters."""
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except ValueError as error:
        # A tag such as !%ED%A0%80 and, in the Python parser, an escape such as "\UFFFFFFFF" are no characters.
        raise yaml.MarkedYAMLError(problem=str(error)) from error


def place_of(event: Any) -> tuple[int, int]:
    """Line and column from 1."""
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
