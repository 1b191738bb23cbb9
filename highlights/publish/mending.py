"""What the theme and Markdown get wrong where no setting helps. A finished page in, the same page mended out."""

from __future__ import annotations

import re

# A checkbox does not take `autocomplete` (HTML, "The autocomplete attribute").
_CHECKBOX = re.compile(r'<input\b[^>]*\btype="checkbox"[^>]*>')
_AUTOCOMPLETE = re.compile(r'\s+autocomplete="[^"]*"')
# An image of Markdown ends as in XHTML, which means nothing in HTML.
_IMAGE = re.compile(r"(<img\b[^<>]*?)\s*/>")


def mend(page: str) -> str:
    page = _IMAGE.sub(r"\1>", page)
    return _CHECKBOX.sub(lambda found: _AUTOCOMPLETE.sub("", found[0]), page)
