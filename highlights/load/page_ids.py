"""Ids that pages have for parts of their own, so that no highlight and no term may have them. No pages, no files."""

from __future__ import annotations

import re

from highlights.diagnostics import Place
from highlights.load.findings import Findings

# The titles of pages, #figure-members_new, #source-1 and so on, and what belongs to the search box in their header.
_WORDS = ("report", "terms")
_BEGINNINGS = ("figure-", "source-", "section-", "remark-", "term-", "search-")
_RESERVED = re.compile(f"(?:{'|'.join(_WORDS)})$|{'|'.join(_BEGINNINGS)}")


def is_reserved(page_id: str) -> bool:
    return bool(_RESERVED.match(page_id))


def check_reserved(page_id: str, place: Place, findings: Findings) -> None:
    if is_reserved(page_id):
        hint = f"换一个编号，不用 {'、'.join(_WORDS)}，也不以 {'、'.join(_BEGINNINGS)} 开头"
        findings.error(place, "reserved-id", f"编号“{page_id}”留给了页面的其他部分", hint)
