"""The record of verification: prints of the figures that stood in their sources, by report. It may be empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from highlights.load.document import Document
from highlights.load.findings import Findings

VERIFIED_FILE = "verified.yaml"

_HEAD = "# 由 highlights verify --record 写入：每份报告里与来源相符的数据，一个数据一个印记。不要手改。\n"


def read_verified(document: Document | None, findings: Findings) -> frozenset[str]:
    if document is None:
        return frozenset()
    prints = []
    for key in document.root.entries:
        value = document.plain(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            hint = "运行 highlights verify --sources 文件夹 --record 重新写入"
            findings.error(document.place(key), "wrong-type", "这份文件被改动过，读不出印记", hint)
            continue
        prints += value
    return frozenset(prints)


def verified_text(prints: Mapping[str, Sequence[str]]) -> str:
    """`prints` by report, such as 2022/donghu."""
    return _HEAD + "".join(f"{key}: [{', '.join(ones)}]\n" for key, ones in prints.items() if ones)
