"""What an editor is told about one field: a sentence, values that pass as they stand, values that are refused."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.load.entries import Entry


@dataclass(frozen=True, slots=True)
class Wrong:
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """Values are written as they are typed behind the key."""

    text: str
    right: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()

    def __str__(self) -> str:
        lines = [self.text]
        if self.right:
            lines.append(f"例如：{'；'.join(self.right)}")
        lines += [f"不要写成 {one.value}：{one.why}" for one in self.wrong]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class FileGuidance:
    """`model` is the file's own, or where it `has_ids`, that of each entry; `parts` are what stands inside."""

    name: str
    title: str
    text: str
    model: type[Entry]
    has_ids: bool = False
    parts: tuple[type[Entry], ...] = ()


Fields = dict[str, Guidance]
