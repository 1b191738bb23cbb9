"""A new district, indicator or source in, the registry file with it appended out; what is there stays as it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from highlights.editing.writing import Refusal
from highlights.editing.yaml_text import block_lines, flow_list, scalar
from highlights.load.yaml_file import why_unreadable
from highlights.model import Aggregate, City, Measure

# The last character of a district's name that its short name leaves out.
_SUFFIXES = ("区", "县", "市")
# All that a file says in which nothing is registered yet.
_NO_ENTRIES = re.compile(r"\{\s*\}\s*(?:#.*)?")


def new_district(
    city: City, district_id: str, name: str, organisation: str, short_name: str | None, kind: str, folder: Path
) -> dict[Path, str]:
    if district_id in city.districts:
        raise Refusal(f"区“{district_id}”已经登记：{city.districts[district_id].place}", "换一个编号")
    short = short_name or (name[:-1] if len(name) > 2 and name.endswith(_SUFFIXES) else name)
    fields = {
        "name": scalar(name),
        "short_name": scalar(short),
        "type": scalar(kind),
        "organisation": scalar(organisation),
    }
    return _appended(folder / "districts.yaml", district_id, block_lines(fields, 2))


def new_indicator(
    city: City,
    indicator_id: str,
    name: str,
    definition: str,
    units: Sequence[str],
    theme: str,
    measure: str,
    folder: Path,
) -> dict[Path, str]:
    if indicator_id in city.indicators:
        raise Refusal(f"指标“{indicator_id}”已经登记：{city.indicators[indicator_id].place}", "换一个编号")
    aggregate = Aggregate.NONE if measure == Measure.RATE else Aggregate.SUM
    fields = {
        "name": scalar(name),
        "definition": scalar(definition),
        "units": flow_list(units),
        "measure": scalar(measure),
        "aggregate": aggregate.value,
        "theme": scalar(theme),
    }
    return _appended(folder / "indicators.yaml", indicator_id, block_lines(fields, 2))


def new_source(city: City, source_id: str, title: str, text_file: Path, folder: Path) -> dict[Path, str]:
    """One section, the whole text; the editor divides it."""
    if source_id in city.sources:
        raise Refusal(f"来源“{source_id}”已经登记：{city.sources[source_id].place}", "换一个编号")
    content = _read(text_file)
    fields = {"title": scalar(title), "file": scalar(text_file.name), "sha256": hashlib.sha256(content).hexdigest()}
    last = content.rstrip(b"\n").count(b"\n") + 1
    section = ["  sections:", "    all:", *block_lines({"name": "全文", "lines": f"1-{last}"}, 6)]
    return _appended(folder / "sources.yaml", source_id, [*block_lines(fields, 2), *section])


def _read(path: Path) -> bytes:
    try:
        content = path.read_bytes()
        content.decode("utf-8")
    except OSError as error:
        hint = "核对 --file 后面的路径；名称里有空格的加引号"
        raise Refusal(f"打不开“{path}”：{why_unreadable(error)}", hint) from error
    except UnicodeDecodeError as error:
        hint = "先把 Word、PDF 或网页另存为纯文本，编码选 UTF-8"
        raise Refusal(f"“{path}”不是 UTF-8 编码的文本文件", hint) from error
    return content


def _appended(path: Path, entry_id: str, entry: Sequence[str]) -> dict[Path, str]:
    """With the line ends of the file, and a blank line before the entry where the file has one between entries."""
    text = path.read_bytes().decode("utf-8")
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = [line for line in text.removesuffix(line_end).split(line_end) if not _NO_ENTRIES.fullmatch(line)]
    if "" in lines[:-1] and lines[-1]:
        lines.append("")
    lines += [f"{entry_id}:", *entry]
    return {path: line_end.join(lines) + line_end}
