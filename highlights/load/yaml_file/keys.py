"""A scalar event in key position in, the key's name out, and what is wrong with it. The values are elsewhere."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from highlights.load.yaml_file.events import place_of
from highlights.load.yaml_file.frames import Frame
from highlights.load.yaml_file.nodes import Mapping
from highlights.load.yaml_file.repeats import Repeat
from highlights.load.yaml_file.tally import Tally
from highlights.load.yaml_file.trap import explain_long_dash
from highlights.load.yaml_file.wording import shorten

_COLON_NEXT = re.compile(r"\s*:")
_WIDE = re.compile("[\uff01-\uff5e]")


def has_colon(event: Any, text: str) -> bool:
    """Inside { } the parser takes a piece without one for a key, too."""
    return bool(_COLON_NEXT.match(text, event.end_mark.index))


def new_key_name(event: Any, frame: Frame, mapping: Mapping, tally: Tally) -> str | None:
    """None when there is nothing to keep the value under, or something is kept there already: the frame notes that."""
    name = _key_name(event, tally)
    first = mapping.entries.get(name) if name is not None else None
    if name is None or first is None:
        return name
    frame.repeats.append(Repeat(name, *place_of(event), first.line))
    return None


def _key_name(event: Any, tally: Tally) -> str | None:
    name: str = event.value
    if not event.style and name == "<<":
        tally.add(*place_of(event), "yaml-feature", "这里不用“<<”合并", "把要合并的内容直接写在这里")
        return None
    stripped = name.strip()
    if not stripped:
        tally.add(*place_of(event), "key-not-text", "冒号前面缺少键", "补上键，例如 title: …")
        return None
    dash = None if event.style else explain_long_dash(f"{stripped}:")
    if dash:
        tally.add(*place_of(event), dash.code, dash.message, f"{dash.hint} …")
        return None
    if name != stripped:
        message = f"键“{shorten(name)}”的前后有多余的空格"
        tally.add(*place_of(event), "odd-character", message, f"写成 {shorten(stripped)}:")
    return _half_width(stripped, event, tally)


def _half_width(name: str, event: Any, tally: Tally) -> str:
    wide = _WIDE.findall(name)
    if not wide:
        return name
    mended = unicodedata.normalize("NFKC", name)
    message = f"键“{shorten(name)}”里有全角字符“{shorten(''.join(dict.fromkeys(wide)))}”"
    colon = "；冒号用英文冒号加空格" if "：" in name else ""
    tally.add(*place_of(event), "full-width", message, f"换成半角：{shorten(mended)}{colon}")
    return name if "：" in name or "，" in name else mended
