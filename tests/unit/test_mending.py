"""What the theme gets wrong outside its blocks."""

from __future__ import annotations

import pytest

from highlights.publish.mending import mend


@pytest.mark.parametrize(
    ("theme_writes", "page_says"),
    [
        ('<input type="checkbox" id="a" autocomplete="off">', '<input type="checkbox" id="a">'),
        ('<input autocomplete="off" type="checkbox">', '<input type="checkbox">'),
        ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
        ('<p>type="checkbox" autocomplete="off"</p>', '<p>type="checkbox" autocomplete="off"</p>'),
    ],
)
def test_only_checkboxes_lose_what_they_do_not_take(theme_writes: str, page_says: str) -> None:
    assert mend(theme_writes) == page_says
