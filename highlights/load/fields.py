"""What pydantic finds wrong with an entry, said in the editor's words at the editor's line."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any, TypeVar

from annotated_types import Ge, Le
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from highlights.diagnostics import nearest, propose
from highlights.load.document import Document, Key
from highlights.load.entries import Entry
from highlights.load.findings import MOST_ERRORS_OF_A_FILE, Findings

E = TypeVar("E", bound=Entry)

_SHAPES = {
    "string_type": "一段文字",
    "int_type": "一个整数",
    "int_parsing": "一个整数",
    "int_parsing_size": "一个整数",
    "dict_type": "一组“键: 值”",
    "model_type": "一组“键: 值”",
    "list_type": "一个列表",
    "tuple_type": "一个列表",
}
# Longer values are cut in a message.
_QUOTED = 40


def read_entry(kind: type[E], document: Document, findings: Findings, *path: Key) -> E | None:
    """The entry at this path of the document; None when it breaks a rule, and the findings say which."""
    if findings.is_full(document.file):
        return None
    try:
        return kind.model_validate(document.plain(*path))
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)[:MOST_ERRORS_OF_A_FILE]
        mistyped = {_meant(kind, error["loc"]) for error in errors if error["type"] == "extra_forbidden"}
        for error in errors:
            if not (_is_echo(error, errors) or (error["type"] == "missing" and error["loc"] in mistyped)):
                _report(kind, error, document, findings, path)
        return None


def _is_echo(error: ErrorDetails, errors: Sequence[ErrorDetails]) -> bool:
    """A list whose only items are wrong is not also empty."""
    loc = error["loc"]
    return error["type"] == "too_short" and any(
        len(o["loc"]) > len(loc) and o["loc"][: len(loc)] == loc for o in errors
    )


def _meant(kind: type[Entry], loc: tuple[Key, ...]) -> tuple[Key, ...]:
    """The place of the field that an unknown key was probably meant to be."""
    return (*loc[:-1], _nearest_field(str(loc[-1]), _model_at(kind, loc[:-1])) or "")


def _nearest_field(key: str, model: type[BaseModel]) -> str | None:
    """By its name, or by the Chinese name that an editor may have typed for it."""
    titled = (name for name, field in model.model_fields.items() if field.title == key)
    return next(titled, None) or nearest(key, model.model_fields)


def _report(
    kind: type[Entry], error: ErrorDetails, document: Document, findings: Findings, path: Sequence[Key]
) -> None:
    loc = tuple(part for part in error["loc"] if part != "[key]")
    whole = (*path, *loc)
    about_key = error["type"] == "extra_forbidden" or "[key]" in error["loc"]
    if error["type"] == "missing":
        place = document.place(*whole[:-1])
    else:
        place = document.key_place(*whole) if about_key else document.place(*whole)
    describe = _DESCRIPTIONS.get(error["type"], _describe_other)
    findings.error(place, *describe(kind, loc, error))


Description = tuple[str, str, str]
Describe = Callable[[type[Entry], Sequence[Key], ErrorDetails], Description]


def _describe_missing(kind: type[Entry], loc: Sequence[Key], _error: ErrorDetails) -> Description:
    return "missing-field", f"缺少“{_name(kind, loc)}”", f"补上一行 {loc[-1]}: …"


def _describe_unknown_key(kind: type[Entry], loc: Sequence[Key], _error: ErrorDetails) -> Description:
    model = _model_at(kind, loc[:-1])
    close = _nearest_field(str(loc[-1]), model)
    hint = f"是不是“{close}”？" if close else propose(str(loc[-1]), model.model_fields, "编辑指南")
    return "unknown-key", f"没有“{loc[-1]}”这个键", hint


def _describe_choice(kind: type[Entry], loc: Sequence[Key], error: ErrorDetails) -> Description:
    choices = [str(choice.value) for choice in _enum_at(kind, loc)]
    given = error["input"] if isinstance(error["input"], str) else ""
    message = f"“{_name(kind, loc)}”不能是{_shape_of(error['input'])}"
    return "unknown-value", message, propose(given, choices, "编辑指南")


def describe_id(given: str) -> Description:
    hint = "编号用小写英文字母和数字，以字母开头，中间可用 _ 或 - 连接，例如 members_new"
    return "bad-id", f"“{given}”不能作编号", hint


def _describe_id(_kind: type[Entry], _loc: Sequence[Key], error: ErrorDetails) -> Description:
    return describe_id(str(error["input"]))


def _describe_empty(kind: type[Entry], loc: Sequence[Key], _error: ErrorDetails) -> Description:
    return "empty-value", f"“{_name(kind, loc)}”没有填写", "填写内容；原文没有公布就删去这一行"


def _describe_shape(kind: type[Entry], loc: Sequence[Key], error: ErrorDetails) -> Description:
    if error["input"] is None:
        return _describe_empty(kind, loc, error)
    return (
        "wrong-type",
        f"“{_name(kind, loc)}”应是{_SHAPES[error['type']]}，这里是{_shape_of(error['input'])}",
        "对照编辑指南中的例子改写",
    )


def _describe_two(kind: type[Entry], loc: Sequence[Key], error: ErrorDetails) -> Description:
    given = len(error["input"])
    return "wrong-type", f"“{_name(kind, loc)}”要写两个，这里有 {given} 个", "方括号里写两个，用英文逗号分开"


def _describe_range(kind: type[Entry], loc: Sequence[Key], error: ErrorDetails) -> Description:
    limits = list(_limits(_field(kind, loc)))
    least = next((limit.ge for limit in limits if isinstance(limit, Ge)), None)
    most = next((limit.le for limit in limits if isinstance(limit, Le)), None)
    wanted = f"应不小于 {least}" if most is None else f"应是 {least} 到 {most}"
    return "out-of-range", f"“{_name(kind, loc)}”的值“{error['input']}”超出范围，{wanted}", "核对后改正"


def _limits(part: Any) -> Iterator[Ge | Le]:
    """Of a field, or of what an annotation such as `tuple[Annotated[int, …], …] | None` is made of."""
    if isinstance(part, Ge | Le):
        yield part
    for inner in (*getattr(part, "metadata", ()), *typing.get_args(getattr(part, "annotation", part))):
        yield from _limits(inner)


def _describe_long(kind: type[Entry], loc: Sequence[Key], error: ErrorDetails) -> Description:
    limit = error["ctx"]["max_length"]
    return (
        "too-long",
        f"“{_name(kind, loc)}”有 {len(error['input'])} 个字，超过 {limit} 个",
        "精简内容，或分成几条",
    )


def _describe_other(_kind: type[Entry], _loc: Sequence[Key], error: ErrorDetails) -> Description:
    """Our own checks of a value raise their code, message and hint themselves."""
    return error["type"], error["msg"], error.get("ctx", {}).get("hint", "")


_DESCRIPTIONS: dict[str, Describe] = {
    "missing": _describe_missing,
    "extra_forbidden": _describe_unknown_key,
    "enum": _describe_choice,
    "string_pattern_mismatch": _describe_id,
    "string_too_short": _describe_empty,
    "too_short": _describe_empty,
    "not_filled_in": _describe_empty,
    "not_two": _describe_two,
    "string_too_long": _describe_long,
    "greater_than_equal": _describe_range,
    "less_than_equal": _describe_range,
    **dict.fromkeys(_SHAPES, _describe_shape),
}


def _name(kind: type[Entry], loc: Sequence[Key]) -> str:
    """The field as the editor types it, with its Chinese title."""
    named = [part for part in loc if isinstance(part, str)]
    if not named:
        return "这一项"
    field = _field(kind, loc)
    return f"{named[-1]}（{field.title}）" if field and field.title else str(named[-1])


def _field(kind: type[Entry], loc: Sequence[Key]) -> FieldInfo | None:
    """The field that the path ends in, or in an item of which."""
    name = next((part for part in reversed(loc) if isinstance(part, str)), "")
    return _model_at(kind, loc[:-1]).model_fields.get(name)


def _shape_of(value: Any) -> str:
    if isinstance(value, dict):
        return "一组“键: 值”"
    if isinstance(value, list | tuple):
        return "一个列表"
    return f"“{value}”" if len(str(value)) <= _QUOTED else f"“{str(value)[:_QUOTED]}…”"


def _model_at(kind: type[BaseModel], loc: Sequence[Key]) -> type[BaseModel]:
    """The innermost model that the path enters."""
    model = kind
    for part in loc:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        inner = _types_in(field.annotation, BaseModel) if field else []
        model = inner[0] if inner else model
    return model


def _enum_at(kind: type[BaseModel], loc: Sequence[Key]) -> list[Any]:
    field = _model_at(kind, loc[:-1]).model_fields[str(loc[-1])]
    return list(_types_in(field.annotation, Enum)[0])


def _types_in(annotation: Any, wanted: type) -> list[Any]:
    """The classes of a kind that an annotation such as `tuple[HighlightEntry, ...] | None` names."""
    if (
        isinstance(annotation, type)
        and not isinstance(annotation, types.GenericAlias)
        and issubclass(annotation, wanted)
    ):
        return [annotation]
    return [found for part in typing.get_args(annotation) for found in _types_in(part, wanted)]
