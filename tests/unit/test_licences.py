"""Whoever takes the project over reads in one file under which licence each dependency is."""

from __future__ import annotations

from tools.licences import LISTING, SECTIONS, listing, unknown


def test_the_list_is_that_of_the_lock_files() -> None:
    text = LISTING.read_text(encoding="utf-8")
    assert listing(text) == text, "run .venv/bin/python -m tools.licences"
    assert all(f"## {title}\n" in text for title in SECTIONS)


def test_every_licence_is_known() -> None:
    assert unknown(LISTING.read_text(encoding="utf-8")) == []


def test_what_nobody_has_named_is_told() -> None:
    text = LISTING.read_text(encoding="utf-8")
    without = "\n".join(line for line in text.split("\n") if not line.startswith("| brotlicffi |"))
    assert unknown(listing(without)) == ["brotlicffi"]
