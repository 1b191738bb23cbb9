"""Which way the heads of tables point: WeasyPrint tells every cell its heads, and many screen readers ask the heads."""

from __future__ import annotations

import pydyf


def scope_heads(pdf: pydyf.PDF) -> None:
    """A head in the head of its table is that of a column, any other one that of a row."""
    elements = {one.reference: one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and "S" in one}
    for element in elements.values():
        if element["S"] == "/TH":
            group = elements[elements[element["P"]]["P"]]
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
