"""What is wrong with the data, for the pages of a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from highlights.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Diagnostics:
    items: Sequence[Diagnostic]
    has_older_pages: bool

    @property
    def title(self) -> str:
        if not any(found.is_error for found in self.items):
            return "数据有提醒"
        return "数据有误，下面还是改动以前的内容" if self.has_older_pages else "数据有误，改好以后页面会自己出现"
