"""The texts that figures come from. A folder in; the lines of every text that is there and unchanged out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.load.findings import Findings
from highlights.model import Source


@dataclass(frozen=True, slots=True)
class SourceTexts:
    """`lines` by the source's id; a source that cannot be trusted is not in it, and `diagnostics` say why."""

    lines: Mapping[str, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]


def read_source_texts(sources: Iterable[Source], folder: Path) -> SourceTexts:
    findings = Findings()
    lines: dict[str, tuple[str, ...]] = {}
    for source in sources:
        read = _read_lines(source, folder / source.file, findings)
        if read is not None:
            lines[source.id] = read
            _check_sections(source, len(read), findings)
    return SourceTexts(lines, findings.in_order())


def _read_lines(source: Source, path: Path, findings: Findings) -> tuple[str, ...] | None:
    try:
        content = path.read_bytes()
    except OSError:
        hint = "把这份文件放进来源文件夹，文件名与 sources.yaml 的 file 相同"
        findings.error(source.place, "source-missing", f"来源文件夹里没有“{source.file}”，或打不开它", hint)
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        hint = "改用登记时的那一份文件，或另存为 UTF-8 后重新登记 sha256"
        findings.error(source.place, "source-encoding", f"“{source.file}”不是 UTF-8 编码", hint)
        return None
    if hashlib.sha256(content).hexdigest() != source.sha256:
        hint = "改用登记时的那一份文件；文件确已更换的，核对各部分的行号，再重新登记 sha256"
        findings.error(source.place, "source-changed", f"“{source.file}”与登记的 sha256 不符，内容变过", hint)
        return None
    return tuple(text.split("\n"))


def _check_sections(source: Source, count: int, findings: Findings) -> None:
    for section in source.sections.values():
        last = max(end for _, end in section.lines)
        if last > count:
            findings.error(
                source.place,
                "section-outside-source",
                f"“{source.id}#{section.id}”写到第 {last} 行，“{source.file}”只有 {count} 行",
                "核对 sources.yaml 里这一部分的 lines",
            )
