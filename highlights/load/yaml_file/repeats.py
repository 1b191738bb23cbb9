"""Keys that stand twice in a mapping in, findings out: a key typed twice, or an item of a list that lost its dash."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.load.yaml_file.nodes import Mapping
from highlights.load.yaml_file.tally import Tally
from highlights.load.yaml_file.wording import shorten

# So many at once are reported before the mapping ends, for the tally to say when it is enough.
MAX_REPEATS = 100


@dataclass(frozen=True, slots=True)
class Repeat:
    name: str
    line: int
    column: int
    first_line: int


def report_repeats(repeats: list[Repeat], mapping: Mapping, *, is_item: bool, tally: Tally) -> None:
    for block in _blocks(repeats):
        # Two keys typed twice stand beside their first ones; those of another item stand behind all of them.
        if is_item and len(block) > 1 and max(one.first_line for one in block) < block[0].line:
            _report_missing_dash(block, mapping, tally)
            continue
        for one in block:
            name = shorten(one.name)
            message = f"键“{name}”重复：第 {one.first_line} 行已经有了，这里（第 {one.line} 行）又写一次"
            hint = "合并成一处；若是两项不同的内容，给其中一个改名"
            tally.add(one.line, one.column, "duplicate-key", message, hint)


def _blocks(repeats: list[Repeat]) -> list[list[Repeat]]:
    """Divided where a name comes back."""
    blocks: list[list[Repeat]] = []
    names: set[str] = set()
    for one in repeats:
        if not blocks or one.name in names:
            blocks.append([])
            names.clear()
        blocks[-1].append(one)
        names.add(one.name)
    return blocks


def _report_missing_dash(block: list[Repeat], mapping: Mapping, tally: Tally) -> None:
    one = block[0]
    first, name = next(iter(mapping.entries)), shorten(one.name)
    if any(other.name == first for other in block):
        hint = f"这一行写成 - {name}: …"
    else:
        hint = f"在这一行上面加一行 - {shorten(first)}: …"
    hint += f"，“-”与第 {mapping.line} 行的对齐"
    message = f"这里像是列表的另一条（“{name}”等项从第 {one.first_line} 行起已经写过），前面缺少“- ”"
    tally.add(one.line, one.column, "duplicate-key", message, hint)
