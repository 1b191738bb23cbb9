"""What of a style sheet is published: the rules that a page can meet."""

from __future__ import annotations

import pytest

from highlights.publish.used_styles import class_names, keep_used

NAMES = {"a", "b-c"}


def test_names_come_from_every_class_attribute() -> None:
    assert {*class_names('<p class="a b-c"><i class="d">class="e<b title="x" class="">')} >= {"a", "b-c", "d"}
    assert {*class_names('<p subclass="a" title="b">')} == set()


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{x:y}.z{x:y}", ".a{x:y}"),
        (".a .z,.a>.b-c,h1{x:y}", ".a>.b-c,h1{x:y}"),
        # In brackets, another one may be met; whatever is not a class is met.
        (".a:not(.z){x:y}", ".a:not(.z){x:y}"),
        (":is(.z,.y:not(.a)) .a,.z:is(.a,.b-c){x:y}", ":is(.z,.y:not(.a)) .a{x:y}"),
        ('[data-x=".z,.y"],#z{x:y}', '[data-x=".z,.y"],#z{x:y}'),
        ("@media print{.a{x:y}.z{x:y}}@media screen{.z{x:y}}", "@media print{.a{x:y}}"),
        ("@keyframes z{0%{x:y}}@font-face{x:y}", "@keyframes z{0%{x:y}}@font-face{x:y}"),
        (".script-made{x:y}", ".script-made{x:y}"),
        # Custom properties, one used by the other.
        (":root{--p:1;--q:var(--p);--r:2}.a{x:var(--q)}", ":root{--p:1;--q:var(--p);}.a{x:var(--q)}"),
        (":root{--r:2}.a{x:y}", ".a{x:y}"),
        (":root{--theirs:2}", ":root{--theirs:2}"),
    ],
)
def test_rules_that_no_page_meets_are_left_out(sheet: str, kept: str) -> None:
    others = ["part.classList.add('script-made')", ".own{x:var(--theirs)}"]
    assert keep_used(sheet, NAMES, others) == kept
