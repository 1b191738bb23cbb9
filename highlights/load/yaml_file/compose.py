"""The parser's events in, a tree of texts with their places out. What is wrong with the texts is said elsewhere.

Composed without recursion, because PyYAML's own composer keeps the last of two equal keys silently, turns 12:30 into
750 and `no` into False, and in C dies on deep nesting.
"""

from __future__ import annotations

from typing import Any

import yaml

from highlights.load.yaml_file.commas import (
    begin_run,
    check_full_width_commas,
    continues_number,
    end_run,
    mend_braces,
    take_piece,
)
from highlights.load.yaml_file.events import place_of, read_events
from highlights.load.yaml_file.frames import Frame, Key
from highlights.load.yaml_file.keys import has_colon, new_key_name
from highlights.load.yaml_file.losses import check_escapes, check_hash, check_swallowed_lines
from highlights.load.yaml_file.nodes import Entry, Mapping, Node, Scalar, Sequence
from highlights.load.yaml_file.refusals import (
    MAX_DEPTH,
    mapping_at_top,
    refuse_alias,
    refuse_anchor_and_tag,
    refuse_collection_as_key,
    refuse_depth,
    refuse_second_document,
)
from highlights.load.yaml_file.repeats import MAX_REPEATS, report_repeats
from highlights.load.yaml_file.tally import Tally

_NULLS = ("", "~", "null")


class Composer:
    def __init__(self, text: str, tally: Tally) -> None:
        self._text = text
        self._tally = tally
        self._root: Node | None = None
        self._stack: list[Frame] = []
        self._documents = 0
        # How deep the parser is inside a collection that has been mended as a whole.
        self._mended = 0

    def compose(self) -> Mapping | None:
        """The file as a mapping; None when it is none, or when reading on would only take time."""
        for event in read_events(self._text):
            if self._mended:
                self._mended += _step(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                refuse_anchor_and_tag(event, self._tally)
                if len(self._stack) >= MAX_DEPTH:
                    # Reading on would take libyaml quadratic time: 1 MB of "[" more than 25 s.
                    refuse_depth(event, self._tally)
                    return None
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end(self._stack.pop())
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
            if self._tally.is_full:
                return None
        return mapping_at_top(self._root, self._tally)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            refuse_second_document(event, self._tally)

    def _begin(self, event: Any) -> None:
        line, column = place_of(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        node: Mapping | Sequence = Mapping({}, line, column) if is_mapping else Sequence([], line, column)
        frame = self._stack[-1] if self._stack else None
        mended = (
            mend_braces(event, self._text, self._tally)
            if frame and event.flow_style and not frame.awaits_key()
            else None
        )
        if mended:
            self._attach(mended)
            self._mended = 1
            return
        if frame and frame.awaits_key():
            refuse_collection_as_key(event, self._tally)
            self._nameless_key(frame, line, column)
        elif not frame and is_mapping and isinstance(self._root, Mapping):
            # A second document goes on with the first, so that its entries are not reported as missing.
            node = self._root
        else:
            self._attach(node)
        is_item = frame is not None and isinstance(frame.node, Sequence)
        self._stack.append(Frame(node, bool(event.flow_style), is_item))

    def _end(self, frame: Frame) -> None:
        self._end_run(frame)
        self._report_repeats(frame)

    def _report_repeats(self, frame: Frame) -> None:
        if frame.repeats and isinstance(frame.node, Mapping):
            is_item = frame.is_item and not frame.is_flow
            report_repeats(frame.repeats, frame.node, is_item=is_item, tally=self._tally)
            frame.repeats.clear()

    def _alias(self, event: Any) -> None:
        refuse_alias(event, self._tally)
        line, column = place_of(event)
        frame = self._stack[-1] if self._stack else None
        if frame and frame.awaits_key():
            self._nameless_key(frame, line, column)
        else:
            self._attach(Scalar(None, line, column))

    def _nameless_key(self, frame: Frame, line: int, column: int) -> None:
        self._end_run(frame)
        frame.key = Key(None, line, column)

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

    def _end_run(self, frame: Frame) -> None:
        run, frame.run = frame.run, None
        if run:
            end_run(run, frame.node, self._text, self._tally)

    def _scalar(self, event: Any) -> None:
        refuse_anchor_and_tag(event, self._tally)
        if event.style == '"':
            check_escapes(event, self._text, self._tally)
        frame = self._stack[-1] if self._stack else None
        if frame is None:
            self._attach(_scalar(event, self._check_plain(event, None, None)))
        elif isinstance(frame.node, Sequence):
            self._item(event, frame)
        elif frame.key is None:
            frame.key = self._key(event, frame, frame.node)
        elif not frame.key.has_colon:
            # The empty value of a piece that `_key` has dealt with.
            frame.key = None
        else:
            self._value(event, frame, frame.key)

    def _key(self, event: Any, frame: Frame, mapping: Mapping) -> Key:
        line, column = place_of(event)
        if frame.is_flow and not has_colon(event, self._text):
            take_piece(event, frame.run, self._tally)
            return Key(None, line, column, has_colon=False)
        self._end_run(frame)
        key = Key(new_key_name(event, frame, mapping, self._tally), line, column)
        if len(frame.repeats) > MAX_REPEATS:
            self._report_repeats(frame)
        return key

    def _value(self, event: Any, frame: Frame, key: Key) -> None:
        mended = None if frame.is_flow or event.style else mend_braces(event, self._text, self._tally)
        if mended:
            self._attach(mended)
            return
        node = _scalar(event, self._check_plain(event, frame, key))
        self._attach(node)
        if frame.is_flow:
            frame.run = begin_run(key.name, node, event)
            if node.is_plain:
                check_full_width_commas(event, self._tally)

    def _item(self, event: Any, frame: Frame) -> None:
        text = self._check_plain(event, frame, None)
        if frame.run and continues_number(frame.run, event, self._text):
            frame.run.end = event.end_mark.index
            return
        node = _scalar(event, text)
        self._attach(node)
        if frame.is_flow:
            frame.run = begin_run(None, node, event)

    def _check_plain(self, event: Any, frame: Frame | None, key: Key | None) -> str:
        """The text that was meant, as far as that is clear."""
        text: str = event.value
        if event.style:
            return text
        is_flow = frame is not None and frame.is_flow
        if text or not is_flow:
            text = check_hash(event, self._text, self._tally)
        if not is_flow:
            starts_beside_key = key is not None and key.line == place_of(event)[0]
            item = check_swallowed_lines(event, self._text, self._tally, starts_beside_key=starts_beside_key)
            text = text if item is None else item
        return text


def _scalar(event: Any, text: str) -> Scalar:
    line, column = place_of(event)
    style = event.style or ""
    return Scalar(None if not style and text in _NULLS else text, line, column, style)


def _step(event: Any) -> int:
    """How much deeper the parser is behind the event."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
