"""Whether what the program made of a text is inert. Outputs in, everything that is wrong with them out."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from openpyxl import load_workbook

from highlights.publish.open_data.tables import BYTE_ORDER_MARK

_ANNOTATION = re.compile(
    r"::(?:error|warning) file=(?:[^%,:]|%25|%0A|%0D|%3A|%2C)+,line=\d+,col=\d+,title=[a-z0-9-]+::(?:[^%]|%25|%0A|%0D)+"
)
_FORMULA = re.compile(r"[=+\-@\t\r]")
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}

Faults = Iterator[str]


def in_terminal(text: str) -> Faults:
    """No character that a terminal acts on, no line that a runner takes for a command."""
    found = sorted({f"U+{ord(one):04X}" for one in text if one not in "\n\t" and unicodedata.category(one) in _UNSEEN})
    if found:
        yield f"unseen characters: {found}"
    yield from (f"a command: {line[:60]}" for line in text.split("\n") if line.lstrip().startswith(("::", "##[")))


def in_annotations(text: str) -> Faults:
    yield from in_lines(text)
    yield from (f"no annotation: {line[:90]}" for line in text.split("\n") if line and not _ANNOTATION.fullmatch(line))


def in_lines(text: str) -> Faults:
    yield from (fault for fault in in_terminal(text) if not fault.startswith("a command"))


def in_json(text: str) -> Faults:
    json.loads(text)
    yield from in_lines(text)


def in_markdown(text: str) -> Faults:
    """As a git host draws it: nothing active, no picture, no link."""
    yield from in_terminal(text)
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text):
        for one in (token, *(token.children or ())):
            if one.type in {"link_open", "image"} or (one.type.startswith("html") and one.content.strip() != "<br>"):
                yield f"{one.type}: {one.content[:60]}"


def in_preview(markup: str) -> Faults:
    """What is wrong with the data, as the pages of a preview show it."""
    reader = _Elements()
    reader.feed(markup)
    reader.close()
    known = {"section", "h2", "ol", "li", "span", "strong", "code", "p"}
    yield from (f"an element: {name}" for name in sorted(reader.names - known))
    yield from (f"an attribute: {name}" for name in sorted(reader.attributes - {"class", "id", "aria-labelledby"}))


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_comment(self, data: str) -> None:
        self.names.add(f"<!--{data[:40]}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def in_csv(content: bytes) -> Faults:
    rows = list(csv.reader(io.StringIO(content.decode().removeprefix(BYTE_ORDER_MARK), newline="")))
    widths = {len(row) for row in rows}
    if len(widths) > 1:
        yield f"rows of {widths} cells"
    for row in rows:
        yield from (f"a formula: {cell[:40]}" for cell in row if _FORMULA.match(cell) and not _is_number(cell))


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", cell))


def in_workbook(content: bytes) -> Faults:
    for sheet in load_workbook(io.BytesIO(content)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type not in ("s", "n") or cell.hyperlink:
                yield f"{sheet.title} {cell.coordinate}: {cell.data_type}"


def in_script(content: bytes) -> Faults:
    """One call or assignment with JSON in it, and nothing behind it."""
    text = content.decode()
    for character in "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        if character in text:
            yield "a line end of older browsers"
    found = re.fullmatch(
        r'(?:districtSearch\.put\("[a-z0-9/_-]+",|districtFigures\["[a-z0-9_-]+"\] = )(.*?)\)?;\n', text, re.DOTALL
    )
    if found is None:
        yield f"no script of data: {text[:60]}"
    else:
        json.loads(found[1])


_BY_ENDING: Mapping[str, Callable[[bytes], Faults]] = {
    ".csv": in_csv,
    ".json": lambda content: (fault for fault in () if json.loads(content)),
    ".xlsx": in_workbook,
    ".js": in_script,
}


def in_files(files: Mapping[str, bytes]) -> Faults:
    for address, content in files.items():
        ending = address[address.rindex(".") :]
        yield from (f"{address}: {fault}" for fault in _BY_ENDING[ending](content))


def all_texts(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from all_texts(part)
