"""What an editor gets wrong, one case a line: the mistake, and the place and code of what is said about it.

The invented city is copied, one file is changed, and nothing else may be complained about.
"""

from __future__ import annotations

DONGHU = "2022/donghu.yaml"
XILING = "2022/xiling.yaml"

# file, what is replaced, by what, line, column, code, words of message and hint
CASES: list[tuple[str, str, str, int, int, str, str]] = [
    # Keys and values
    (DONGHU, "sources: yearbook", "source: yearbook", 3, 1, "unknown-key", "sources"),
    (DONGHU, "    title: 沿湖植树\n", "", 6, 5, "missing-field", "title"),
    (DONGHU, "title: 沿湖植树", "title:", 7, 11, "empty-value", "title"),
    (DONGHU, "year: 2022\n", "year: 二〇二二\n", 2, 7, "wrong-type", "一个整数"),
    (DONGHU, "books_lent: 12560册次", "books_lent: [12560册次]", 22, 15, "wrong-type", "一个列表"),
    (DONGHU, "kind: standard", "kind: standart", 24, 52, "unknown-value", "standard"),
    (DONGHU, "  shelves:", "  Shelves:", 23, 3, "bad-id", "Shelves"),
    # Names of things elsewhere
    (DONGHU, "themes: [greening]", "themes: [greenning]", 8, 14, "unknown-theme", "greening"),
    (DONGHU, "  on_time_rate: 99.43%", "  on_time_rat: 99.43%", 25, 3, "unknown-indicator", "on_time_rate"),
]
