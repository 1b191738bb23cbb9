"""An address as a QR code that paper carries: SVG with a description, drawn as one path."""

from __future__ import annotations

import segno
from markupsafe import Markup

# Four modules of white around the code are what readers ask for.
_QUIET = 4


def qr_code(address: str, title: str) -> Markup:
    matrix = segno.make(address, error="m", micro=False).matrix
    size = len(matrix) + 2 * _QUIET
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h1v1h-1z"
        for row, modules in enumerate(matrix)
        for column, module in enumerate(modules)
        if module
    )
    return Markup(
        '<svg class="qr-code" viewBox="0 0 {0} {0}" role="img"><title>{1}</title><path d="{2}"></path></svg>'
    ).format(size, title, path)
