"""The collections that the composer is in: what has begun and not ended."""

from __future__ import annotations

from dataclasses import dataclass, field

from highlights.load.yaml_file.commas import Run
from highlights.load.yaml_file.nodes import Mapping, Sequence
from highlights.load.yaml_file.repeats import Repeat


@dataclass(slots=True)
class Key:
    """A key that waits for its value. Without a name the value is looked through but kept nowhere."""

    name: str | None
    line: int
    column: int
    has_colon: bool = True


@dataclass(slots=True)
class Frame:
    """A collection that has begun and not ended: `key` waits for its value, `run` for what a comma cut off.

    `is_item` says that it stands in a list.
    """

    node: Mapping | Sequence
    is_flow: bool
    is_item: bool
    key: Key | None = None
    run: Run | None = None
    repeats: list[Repeat] = field(default_factory=list)

    def awaits_key(self) -> bool:
        return self.key is None and isinstance(self.node, Mapping)
