"""The text of one YAML file in, a tree of texts with their places out. No types, no fields, no files.

Composed here from the parser's events, without recursion, because PyYAML's own composer keeps the last of two equal
keys silently, turns 12:30 into 750 and `no` into False, and in C dies on deep nesting.
"""

from __future__ import annotations

import re
import unicodedata
from collections import abc
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import yaml

from highlights.diagnostics import Diagnostic, Severity
from highlights.load.syntax import explain_stray_line, explain_syntax_error, quoted, read_events, shorten
from highlights.load.text import Tally, describe, first_unreadable, odd_characters, unix_lines

MAX_DEPTH = 20

_HASH = re.compile(r"[ \t]+#(?=[^\s#=-])[^\n]*")
_COLON_NEXT = re.compile(r"\s*:")
_WIDE = re.compile("[\uff01-\uff5e]")
_WIDE_ENTRY = re.compile(r"，\s*[A-Za-z_][\w-]*\s*[:：]")
_LIST_LINE = re.compile(r"^[ ]*-[ ]")
_NAMED_PIECE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s+\S")
_THOUSANDS_HEAD = re.compile(r"(?:^|\D)\d{1,3}$")
_THOUSANDS_TAIL = re.compile(r"\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """`text` is None for nothing, `~` and `null`. `style` is '', one of the quotes, '|' or '>'."""

    text: str | None
    line: int
    column: int
    style: str = ""

    @property
    def is_plain(self) -> bool:
        return not self.style


@dataclass(frozen=True, slots=True)
class Sequence:
    items: list[Node]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """`line` and `column` are those of the key."""

    line: int
    column: int
    node: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, Entry]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def parse_tree(text: str, shown_name: str) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """The file as a mapping, None when it is none, is too deep, or has a syntax error: then that is the one finding."""
    text = unix_lines(text)
    composer = _Composer(text, shown_name)
    at = first_unreadable(text)
    if at is not None:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        composer.tally.add(line, column, "odd-character", f"这里有 {describe(text[at])}", "删去它，或重新输入这个字")
        return None, composer.tally.diagnostics()
    try:
        root = composer.compose()
    except yaml.MarkedYAMLError as error:
        return None, (explain_syntax_error(error, text, shown_name),)
    return root, composer.tally.diagnostics()


def to_plain(node: Node) -> Any:
    """Texts, lists and dicts. Recursion goes no deeper than MAX_DEPTH."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {key: to_plain(entry.node) for key, entry in node.entries.items()}


def node_at(root: Node, path: abc.Sequence[str | int]) -> Node | None:
    trail = _trail(root, path)
    return trail[-1][1] if len(trail) == len(path) + 1 else None


def locate(root: Node, path: abc.Sequence[str | int]) -> tuple[int, int]:
    """Line and column of the value at this path, or of the deepest one on the way that is there."""
    node = _trail(root, path)[-1][1]
    return node.line, node.column


def locate_key(root: Node, path: abc.Sequence[str | int]) -> tuple[int, int]:
    """Line and column of the key at the end of this path, or of the deepest one that is there; of a list, its item."""
    return _trail(root, path)[-1][0]


def _trail(root: Node, path: abc.Sequence[str | int]) -> list[tuple[tuple[int, int], Node]]:
    """The nodes along the path, as far as it can be followed, each with the place of its key."""
    trail: list[tuple[tuple[int, int], Node]] = [((root.line, root.column), root)]
    for part in path:
        node = trail[-1][1]
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            entry = node.entries[part]
            trail.append(((entry.line, entry.column), entry.node))
        elif isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
            item = node.items[part]
            trail.append(((item.line, item.column), item))
        else:
            break
    return trail


@dataclass(slots=True)
class _Key:
    """A key that waits for its value. Without a name the value is looked through but kept nowhere."""

    name: str | None
    line: int
    column: int
    end: int = 0
    is_loose: bool = False


@dataclass(slots=True)
class _Run:
    """A plain value inside brackets, and the pieces behind it that a comma may have cut off."""

    name: str | None
    node: Scalar
    start: int
    first_end: int
    end: int


@dataclass(slots=True)
class _Frame:
    node: Mapping | Sequence
    is_flow: bool
    key: _Key | None = None
    run: _Run | None = None


class _Composer:
    def __init__(self, text: str, shown_name: str) -> None:
        self.text = text
        self.tally = Tally(shown_name)
        self._root: Node | None = None
        self._stack: list[_Frame] = []
        self._documents = 0

    def compose(self) -> Mapping | None:
        for event in read_events(self.text):
            if isinstance(event, yaml.ScalarEvent):
                self._check_features(event)
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._check_features(event)
                if len(self._stack) >= MAX_DEPTH:
                    # Reading on would take libyaml quadratic time: 1 MB of "[" more than 25 s.
                    self._report(
                        event, "too-deep", f"嵌套超过 {MAX_DEPTH} 层，后面没有再读", "减少层次；数据文件一般不超过五层"
                    )
                    return None
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end_run(self._stack.pop())
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
            if self.tally.is_full():
                return None
        return self._checked_root()

    def _report(self, event: Any, code: str, message: str, hint: str) -> None:
        mark = event.start_mark
        self.tally.add(mark.line + 1, mark.column + 1, code, message, hint)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._report(event, "several-documents", "“---”把文件分成了几份，一个文件只能有一份", "删去这一行“---”")

    def _checked_root(self) -> Mapping | None:
        root = self._root
        if isinstance(root, Mapping):
            return root
        if root is None or (isinstance(root, Scalar) and root.text is None):
            self.tally.add(1, 1, "empty-file", "文件里没有内容", "填写内容；不需要这个文件就删去它")
        elif isinstance(root, Sequence):
            hint = "第一行写键，例如 highlights:，列表放在它的下面"
            self.tally.add(root.line, root.column, "not-a-mapping", "文件的最外层应是“键: 值”，这里是列表", hint)
        elif not any(found.code in ("full-width", "syntax") for found in self.tally.diagnostics()):
            message = f"整个文件被读成一段文字“{shorten(root.text or '')}”，没有“键: 值”"
            hint = "每一行写成 键: 值（英文冒号加空格），例如 title: 年度亮点"
            self.tally.add(root.line, root.column, "not-a-mapping", message, hint)
        return None

    def _open(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node: Mapping | Sequence = Mapping({}, line, column) if is_mapping else Sequence([], line, column)
        parent = self._stack[-1] if self._stack else None
        if parent and isinstance(parent.node, Mapping) and parent.key is None:
            what = "一组“键: 值”" if is_mapping else "列表"
            self._report(event, "key-not-text", f"键只能是一个词，这里是{what}", "键用英文单词；若是正文，给它加引号")
            self._end_run(parent)
            parent.key = _Key(None, line, column)
        elif not parent and is_mapping and isinstance(self._root, Mapping):
            # A second document goes on with the first, so that its entries are not reported as missing.
            node = self._root
        else:
            self._attach(node)
        self._stack.append(_Frame(node, bool(event.flow_style)))

    def _attach(self, node: Node) -> None:
        if not self._stack:
            if self._root is None or (isinstance(self._root, Scalar) and self._root.text is None):
                self._root = node
            return
        frame = self._stack[-1]
        self._end_run(frame)
        if isinstance(frame.node, Sequence):
            frame.node.items.append(node)
            return
        key, frame.key = frame.key, None
        if key and key.name is not None:
            frame.node.entries[key.name] = Entry(key.line, key.column, node)

    def _alias(self, event: Any) -> None:
        hint = "把要引用的内容直接写在这里；若 * 是正文，给值加引号"
        self._report(event, "yaml-feature", f"这里不用“*{shorten(event.anchor)}”这样的引用", hint)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.node, Mapping) and frame.key is None:
            self._end_run(frame)
            frame.key = _Key(None, line, column)
        else:
            self._attach(Scalar(None, line, column))

    def _check_features(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "删去它；若 & 是正文，给值加引号"
            self._report(event, "yaml-feature", f"这里不用“&{shorten(event.anchor)}”这样的起名", hint)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report(
                event, "yaml-feature", f"这里不用“{shorten(tag)}”这样的类型标记", "删去它；若 ! 是正文，给值加引号"
            )

    def _scalar(self, event: Any) -> None:
        self._check_escapes(event)
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            self._check_plain(event, None)
            self._attach(self._node(event))
        elif isinstance(frame.node, Sequence):
            self._item(event, frame)
        elif frame.key is None:
            frame.key = self._key(event, frame)
        elif frame.key.is_loose:
            # The empty value of a piece without a colon, which _key has dealt with.
            frame.key = None
        else:
            self._value(event, frame, frame.key)

    def _node(self, event: Any) -> Scalar:
        style = event.style or ""
        text = None if not style and event.value in ("", "~", "null") else event.value
        return Scalar(text, event.start_mark.line + 1, event.start_mark.column + 1, style)

    def _value(self, event: Any, frame: _Frame, key: _Key) -> None:
        node = self._node(event)
        self._check_plain(event, key)
        self._attach(node)
        if not frame.is_flow or not node.is_plain or node.text is None:
            return
        start, end = event.start_mark.index, event.end_mark.index
        frame.run = _Run(key.name, node, start, end, end)
        if _WIDE_ENTRY.search(node.text):
            message = f"“{{ }}”里的各项用了全角逗号“，”隔开：{shorten(node.text)}"
            self._report(event, "full-width", message, "换成英文逗号加空格；若逗号是正文，给值加引号")

    def _item(self, event: Any, frame: _Frame) -> None:
        node, run = self._node(event), frame.run
        start, end = event.start_mark.index, event.end_mark.index
        self._check_plain(event, None)
        if run and node.is_plain and node.text and self._is_thousands(run, start, node.text):
            run.end = end
            return
        self._attach(node)
        if frame.is_flow and node.is_plain and node.text:
            frame.run = _Run(None, node, start, end, end)

    def _is_thousands(self, run: _Run, start: int, piece: str) -> bool:
        if self.text[run.end : start] != "," or not _THOUSANDS_TAIL.match(piece):
            return False
        return bool(_THOUSANDS_HEAD.search(self.text[max(run.start, run.end - 4) : run.end]))

    def _end_run(self, frame: _Frame) -> None:
        run, frame.run = frame.run, None
        if run is None or run.end == run.first_end:
            return
        whole = self.text[run.start : run.end]
        if isinstance(frame.node, Sequence) and not re.sub(r"[\d,]", "", whole):
            self._divided_numbers(frame.node, run, whole)
            return
        first = self.text[run.start : run.first_end]
        message = f"值被逗号切断：“{shorten(whole)}”只读到“{shorten(first)}”"
        separator = f"；或去掉数字里的分隔号：{shorten(whole.replace(',', ''))}" if re.search(r"\d,\d", whole) else ""
        self.tally.add(
            run.node.line, run.node.column, "cut-by-comma", message, f"给值加引号：{quoted(whole)}{separator}"
        )
        self._mend(frame, run, Scalar(whole, run.node.line, run.node.column))

    def _divided_numbers(self, sequence: Sequence, run: _Run, whole: str) -> None:
        """`[117,119]` may well be two line numbers: a warning, and the pieces stay apart."""
        pieces = whole.split(",")
        message = f"“{shorten(whole)}”被读成 {len(pieces)} 个数"
        hint = f"若是 {len(pieces)} 个数，逗号后面加空格：{shorten(', '.join(pieces))}；若是一个数，去掉逗号"
        self.tally.add(run.node.line, run.node.column, "cut-by-comma", message, hint, Severity.WARNING)
        column = run.node.column
        for before, piece in pairwise(pieces):
            column += len(before) + 1
            sequence.items.append(Scalar(piece, run.node.line, column))

    def _mend(self, frame: _Frame, run: _Run, whole: Scalar) -> None:
        """What was meant, so that the cut value causes no second finding."""
        if isinstance(frame.node, Sequence):
            frame.node.items[-1] = whole
        elif run.name is not None:
            entry = frame.node.entries[run.name]
            frame.node.entries[run.name] = Entry(entry.line, entry.column, whole)

    def _key(self, event: Any, frame: _Frame) -> _Key:
        line, column, end = event.start_mark.line + 1, event.start_mark.column + 1, event.end_mark.index
        if frame.is_flow and not _COLON_NEXT.match(self.text, end):
            self._loose(event, frame)
            return _Key(None, line, column, end, is_loose=True)
        self._end_run(frame)
        name = self._key_name(event)
        first = frame.node.entries.get(name) if isinstance(frame.node, Mapping) and name is not None else None
        if first:
            message = f"键“{shorten(name or '')}”重复：第 {first.line} 行已经有了，这里（第 {line} 行）又写一次"
            self._report(event, "duplicate-key", message, "合并成一处；若是两项不同的内容，给其中一个改名")
            name = None
        return _Key(name, line, column, end)

    def _key_name(self, event: Any) -> str | None:
        name: str = event.value
        if not event.style and name == "<<":
            self._report(event, "yaml-feature", "这里不用“<<”合并", "把要合并的内容直接写在这里")
            return None
        if not name.strip():
            self._report(event, "key-not-text", "冒号前面缺少键", "补上键，例如 title: …")
            return None
        if name != name.strip():
            self._report(
                event, "odd-character", f"键“{shorten(name)}”的前后有多余的空格", f"写成 {shorten(name.strip())}:"
            )
            name = name.strip()
        wide = _WIDE.findall(name)
        if wide:
            signs = "".join(dict.fromkeys(wide))
            mended = unicodedata.normalize("NFKC", name)
            colon = "；冒号用英文冒号加空格" if "：" in name else ""
            self._report(
                event,
                "full-width",
                f"键“{shorten(name)}”里有全角字符“{shorten(signs)}”",
                f"换成半角：{shorten(mended)}{colon}",
            )
            name = name if "：" in name or "，" in name else mended
        return name

    def _loose(self, event: Any, frame: _Frame) -> None:
        """A piece inside { } without a colon: cut off by a comma, or with its colon glued, full-width or forgotten."""
        piece, run = event.value, frame.run
        stray = explain_stray_line(piece)
        if stray and not event.style:
            self.tally.add(event.start_mark.line + 1, event.start_mark.column + 1 + stray[0], *stray[1:])
            return
        named = _NAMED_PIECE.match(piece)
        if run and not event.style and not named:
            run.end = event.end_mark.index
            return
        word = named["key"] if named else shorten(piece)
        message = f"“{{ }}”里的“{shorten(piece)}”没有冒号，不是“键: 值”"
        self._report(event, "syntax", message, f"写成 {word}: …；若它属于前面的值，给整个值加引号")

    def _check_escapes(self, event: Any) -> None:
        if event.style != '"' or "\\" not in self.text[event.start_mark.index : event.end_mark.index]:
            return
        raw = self.text[event.start_mark.index : event.end_mark.index]
        odd = [character for character in odd_characters(event.value) if character not in raw]
        if odd:
            names = "、".join(describe(character) for character in odd[:3])
            self._report(
                event, "odd-character", f"双引号里的反斜杠写法变成了 {names}", "删去反斜杠写法，直接输入要显示的字"
            )

    def _check_plain(self, event: Any, key: _Key | None) -> None:
        """What plain text silently lost or swallowed: a comment that was none, lines that were entries."""
        if event.style:
            return
        cut = _HASH.match(self.text, event.end_mark.index)
        if cut and not (self._stack and self._stack[-1].is_flow and not event.value):
            lost = cut.group().strip()
            whole = f"{event.value}{cut.group()}".strip()
            hint = f"给整个值加引号：{quoted(whole)}；若确是注释，# 后面加一个空格"
            column = event.end_mark.column + len(cut.group()) - len(cut.group().lstrip()) + 1
            self.tally.add(
                event.end_mark.line + 1, column, "cut-by-hash", f"从“#”起被当作注释，“{shorten(lost)}”没有读进来", hint
            )
        if not self._stack or not self._stack[-1].is_flow:
            self._check_lines(event, key)

    def _check_lines(self, event: Any, key: _Key | None) -> None:
        """Entries that became one text, such as `label：受理` below `accepted:`."""
        first, last = event.start_mark.line, event.end_mark.line
        starts_beside_key = key is not None and key.line == first + 1
        if starts_beside_key and first == last:
            return
        lines = self.text[event.start_mark.index : event.end_mark.index].split("\n")
        for row, line in enumerate(lines):
            if row == 0 and starts_beside_key:
                continue
            stray = explain_stray_line(line)
            if row and not stray and _LIST_LINE.match(line):
                stray = (
                    line.index("-"),
                    "syntax",
                    "这个列表接在上一行的文字后面，成了同一段文字",
                    "列表写在键的下面，键的冒号之后留空",
                )
            if stray:
                column = stray[0] + (event.start_mark.column if row == 0 else 0) + 1
                self.tally.add(first + row + 1, column, *stray[1:])
