"""The colours of the publication, read from the one file that has them."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "overrides" / "assets" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
SCHEMES = ("light", "dark", "paper")
TEXTS = ("ink", "ink-quiet", "accent")
GROUNDS = ("paper", "paper-raised", "accent-quiet")


def colours(scheme: str, *, more_contrast: bool) -> dict[str, str]:
    if scheme == "paper":
        (on_paper,) = re.findall(r"@media print {\s+:root {(.*?)}", TOKENS, re.DOTALL)
        in_the_light = colours("light", more_contrast=more_contrast)
        return {**in_the_light, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", on_paper))}
    blocks = re.findall(r":root {(.*?)}", TOKENS, re.DOTALL)
    pairs = r"--([\w-]+): var\(--if-light, (#[0-9a-f]{6})\) var\(--if-dark, (#[0-9a-f]{6})\);"
    # `more` for those who ask for more contrast
    plain, more = filter(None, [re.findall(pairs, block) for block in blocks])
    shown = plain + more if more_contrast else plain
    return {name: dark if scheme == "dark" else light for name, light, dark in shown}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("scheme", "text", "ground"), [*product(SCHEMES, TEXTS, GROUNDS)])
def test_text_can_be_read_on_every_ground(scheme: str, text: str, ground: str) -> None:
    plain, more = colours(scheme, more_contrast=False), colours(scheme, more_contrast=True)
    assert contrast(plain[text], plain[ground]) >= 4.5
    assert contrast(more[text], more[ground]) >= 7


@pytest.mark.parametrize(("scheme", "shade"), [*product(SCHEMES, ("shade-1", "shade-2", "shade-3", "shade-4"))])
def test_ink_can_be_read_on_every_shade(scheme: str, shade: str) -> None:
    plain = colours(scheme, more_contrast=False)
    assert contrast(plain["ink"], plain[shade]) >= 4.5


def test_no_other_file_names_a_colour() -> None:
    for path in CSS.glob("*.css"):
        if path.name != "tokens.css":
            assert not re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", path.read_text(encoding="utf-8")), path.name


def test_paper_has_no_shadows_and_no_gradients() -> None:
    for path in CSS.glob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"shadow: ([^;]+);", text)) <= {"none"}, path.name
        assert "gradient" not in text, path.name
