"""What the theme gets wrong outside its blocks, and Markdown in images."""

from __future__ import annotations

import pytest

from highlights.publish.mending import mend


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ('<input type="checkbox" id="a" autocomplete="off">', '<input type="checkbox" id="a">'),
        ('<input autocomplete="off" type="checkbox">', '<input type="checkbox">'),
        ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
        ('<p>type="checkbox" autocomplete="off"</p>', '<p>type="checkbox" autocomplete="off"</p>'),
        ('<img alt="甲" src="a/b.png" /><img src="c.png"/>', '<img alt="甲" src="a/b.png"><img src="c.png">'),
        ("<p>&lt;img /></p><a>img /></a>", "<p>&lt;img /></p><a>img /></a>"),
    ],
)
def test_only_what_is_wrong_is_mended(written: str, mended: str) -> None:
    assert mend(written) == mended
