"""The QR code on paper holds the address of the report's page."""

from __future__ import annotations

import segno

from tests.bulletin.conftest import Print

ADDRESS = "https://yunzhou.example.org/2022/donghu/"


def test_the_code_as_drawn_is_that_of_the_full_address(part: Print) -> None:
    modules = [one for one in part.rectangles(1) if one.width < 2 and abs(one.width - one.height) < 0.01]
    left, top = min(one.x0 for one in modules), max(one.y1 for one in modules)
    side = modules[0].width
    drawn = {(round((top - one.y1) / side), round((one.x0 - left) / side)) for one in modules}
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert drawn == {(row, column) for row, line in enumerate(matrix) for column, is_dark in enumerate(line) if is_dark}
    assert ADDRESS in part.reader.pages[0].extract_text()
