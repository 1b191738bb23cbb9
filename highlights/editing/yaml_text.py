"""Values in, the same values as they are typed into YAML out, in the style of the data files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# What YAML would read as something else than text, inside brackets or outside.
_NOT_PLAIN = re.compile(r"^[\s\-?&*!|>'\"%@`~]|[:#,\[\]{}]|\s$|^(?:null|true|false)$|^$")


def scalar(text: str) -> str:
    one_line = " ".join(text.split())
    quoted = one_line.replace("'", "''")
    return f"'{quoted}'" if _NOT_PLAIN.search(one_line) else one_line


def flow_list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(scalar, texts))}]"


def flow_mapping(fields: Mapping[str, str]) -> str:
    """`fields` are YAML already; one without a value waits to be filled in."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}"


def block_lines(fields: Mapping[str, str], indent: int) -> list[str]:
    return [f"{' ' * indent}{key}: {value}".rstrip() for key, value in fields.items()]
