"""What a page may load and run, told to the browser in the page itself. A finished page in, the same page out.

No hash stands here: no page has a script or a style in itself, so whatever gets into one is refused. What a page
cannot say of itself, such as who may frame it, web servers say: see deploy/.
"""

from __future__ import annotations

# Whatever is not named is refused: frames, fonts, plug-ins, requests by scripts. Opened from disk, 'self' is a file.
_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's style sheet holds its icons
    "form-action": "'self'",
    "base-uri": "'none'",
}
POLICY = "; ".join(f"{directive} {sources}" for directive, sources in _ALLOWED.items())

_HEAD = "<head>"


def with_policy(page: str) -> str:
    """First in the head, since it counts only for what comes after it."""
    before, head, after = page.partition(_HEAD)
    if not head:
        raise ValueError("a page without <head>")
    return f'{before}{head}\n    <meta http-equiv="Content-Security-Policy" content="{POLICY}">{after}'
