"""Justified Chinese. WeasyPrint widens spaces, and Chinese has none: what a line lacks goes between its characters.

A line of layout in, its boxes moved. This reaches into WeasyPrint's layout; a test holds that lines end at the margin.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout

# Of an em. A line that lacks more has lost a long word to the next one, and is left to the spaces it has.
MOST = 0.12

_widen_spaces = inline.justify_line


def justify_chinese() -> None:
    """From now on, for all that WeasyPrint lays out."""
    inline.justify_line = _justify_line


def _justify_line(context: Any, line: LineBox, lacking: float) -> None:
    characters = sum(len(box.text) for box in _text_boxes(line))
    spacing = lacking / (characters - 1) if characters > 1 else 0
    if 0 < spacing <= MOST * line.style["font_size"]:
        _spread(context, line, spacing, 0)
    else:
        _widen_spaces(context, line, lacking)


def _text_boxes(box: Any) -> list[TextBox]:
    if isinstance(box, TextBox):
        return [box]
    children = box.children if isinstance(box, (LineBox, InlineBox)) else ()
    return [found for child in children for found in _text_boxes(child)]


def _spread(context: Any, box: Any, spacing: float, moved: float) -> float:
    """Moves the box by what has been given before it; returns what has been given after it."""
    if isinstance(box, TextBox):
        return _spread_text(context, box, spacing, moved)
    if not isinstance(box, (LineBox, InlineBox)):
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    after = moved
    for child in box.children:
        if child.is_in_normal_flow():
            after = _spread(context, child, spacing, after)
    box.width += after - moved
    return after


def _spread_text(context: Any, box: TextBox, spacing: float, moved: float) -> float:
    """Pango puts the space between the characters of a text; the one after its last is given by what follows."""
    own = box.style["letter_spacing"]
    box.style = box.style.copy()
    box.style["letter_spacing"] = spacing + (0 if own == "normal" else own)
    box.position_x += moved
    box.width += spacing * (len(box.text) - 1)
    box.pango_layout = create_layout(box.text, box.style, context, None, box.justification_spacing)
    box.pango_layout.deactivate()
    return moved + spacing * len(box.text)
