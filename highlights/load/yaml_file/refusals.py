"""What YAML allows and these files do not: references, tags, deep nesting, several documents, a top that is no mapping.

The parser's events in, findings out. It knows nothing of the tree but its root.
"""

from __future__ import annotations

from typing import Any

import yaml

from highlights.load.yaml_file.events import place_of
from highlights.load.yaml_file.nodes import Mapping, Node, Scalar, Sequence
from highlights.load.yaml_file.tally import Tally
from highlights.load.yaml_file.wording import shorten

MAX_DEPTH = 20


def refuse_anchor_and_tag(event: Any, tally: Tally) -> None:
    if event.anchor is not None:
        message = f"这里不用“&{shorten(event.anchor)}”这样的起名"
        tally.add(*place_of(event), "yaml-feature", message, "删去它；若 & 是正文，给值加引号")
    if event.tag is not None:
        message = f"这里不用“{shorten(event.tag.replace('tag:yaml.org,2002:', '!!'))}”这样的类型标记"
        tally.add(*place_of(event), "yaml-feature", message, "删去它；若 ! 是正文，给值加引号")


def refuse_alias(event: Any, tally: Tally) -> None:
    message = f"这里不用“*{shorten(event.anchor)}”这样的引用"
    tally.add(*place_of(event), "yaml-feature", message, "把要引用的内容直接写在这里；若 * 是正文，给值加引号")


def refuse_second_document(event: Any, tally: Tally) -> None:
    message = "“---”把文件分成了几份，一个文件只能有一份"
    tally.add(*place_of(event), "several-documents", message, "删去这一行“---”")


def refuse_collection_as_key(event: Any, tally: Tally) -> None:
    what = "一组“键: 值”" if isinstance(event, yaml.MappingStartEvent) else "列表"
    message = f"键只能是一个词，这里是{what}"
    tally.add(*place_of(event), "key-not-text", message, "键用英文单词；若是正文，给它加引号")


def refuse_depth(event: Any, tally: Tally) -> None:
    message = f"嵌套超过 {MAX_DEPTH} 层，后面没有再读"
    tally.add(*place_of(event), "too-deep", message, "减少层次；数据文件一般不超过五层")


def mapping_at_top(root: Node | None, tally: Tally) -> Mapping | None:
    if isinstance(root, Mapping):
        return root
    if root is None or (isinstance(root, Scalar) and root.text is None):
        tally.add(1, 1, "empty-file", "文件里没有内容", "填写内容；不需要这个文件就删去它")
    elif isinstance(root, Sequence):
        hint = "第一行写键，例如 highlights:，列表放在它的下面"
        tally.add(root.line, root.column, "not-a-mapping", "文件的最外层应是“键: 值”，这里是列表", hint)
    elif not any(found.code in ("full-width", "odd-character", "syntax") for found in tally.diagnostics()):
        # Where a stray line was found, that is the reason why all is one text.
        message = f"整个文件被读成一段文字“{shorten(root.text or '')}”，没有“键: 值”"
        hint = "每一行写成 键: 值（英文冒号加空格），例如 title: 年度亮点"
        tally.add(root.line, root.column, "not-a-mapping", message, hint)
    return None
