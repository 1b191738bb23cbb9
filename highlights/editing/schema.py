"""The models of load/entries.py as JSON Schemas for an editing program, one for each kind of file.

Models, guidance and the ids of a city in, plain dictionaries out. Two things differ from what pydantic would say by
itself: the loader reads scalars as text, so a number is a text too; and guidance stands in the description, since
what stands in `examples` or `default` is typed in for the editor, and nobody should find a figure that nobody reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from annotated_types import MinLen
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from highlights.editing.choices import Choices, excusable_rules
from highlights.editing.guidance import ENTRY_TITLES, FIELDS, FILES, VALUES, FileGuidance
from highlights.load.entries import (
    Entry,
    FigureEntry,
    HighlightEntry,
    IndicatorEntry,
    RemarkEntry,
    ReportHead,
    TermEntry,
)
from highlights.load.values import ID_PATTERN
from highlights.model import CITY_ID
from highlights.quantity import Qualifier

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number"]}
_ID: Schema = {"pattern": ID_PATTERN, "maxLength": 60}

# What models check across their fields.
_CONDITIONS: Mapping[type[Entry], Schema] = {
    IndicatorEntry: {
        "if": {"properties": {"measure": {"const": "rate"}}, "required": ["measure"]},
        "then": {"properties": {"aggregate": {"const": "none", "errorMessage": "比率不能相加，写 none"}}},
    },
    RemarkEntry: {
        "if": {"properties": {"type": {"const": "exception"}}, "required": ["type"]},
        "then": {"required": ["rule"]},
        "else": {"properties": {"rule": {"not": {}, "errorMessage": "只有 type: exception 才写 rule"}}},
    },
    FigureEntry: {"not": {"required": ["period", "as_of"]}},
}


class _Generator(GenerateJsonSchema):
    """The input as YAML has it, before the loader turns all scalars into text."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        return made if "pattern" in made else {**made, **_TEXT}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["string", "integer"], "pattern": "^[0-9]+$"}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """Our pairs have two of a kind, which the older drafts can say too."""
        made = super().tuple_schema(schema)
        items = made.pop("prefixItems", None)
        return {**made, "items": items[0]} if items else made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """With an id of the wrong form refused, not passed over."""
        made = super().dict_schema(schema)
        if "keys_schema" in schema and "values_schema" in schema:
            made.pop("patternProperties", None)
            made["propertyNames"] = self.generate_inner(schema["keys_schema"])
            made["additionalProperties"] = self.generate_inner(schema["values_schema"])
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key without a value is refused, whether it must be there or not."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def make_schemas(choices: Choices) -> dict[str, Schema]:
    """By the name of the kind of file: report, edition, city …"""
    definitions = _definitions(choices)
    return {file.name: _file_schema(file, definitions) for file in FILES}


def _definitions(choices: Choices) -> dict[str, Schema]:
    models: list[tuple[type[Entry], Literal["validation"]]] = [(model, "validation") for model in FIELDS]
    definitions: dict[str, Schema] = models_json_schema(models, schema_generator=_Generator)[1]["$defs"]
    for enum, texts in VALUES.items():
        definitions[enum.__name__] = _choice(texts)
    for model, fields in FIELDS.items():
        definition = definitions[model.__name__]
        properties = definition["properties"]
        for name, guidance in fields.items():
            properties[name] = _property(model, name, properties[name], definitions) | {"description": str(guidance)}
        definition.pop("description", None)
        definition["title"] = ENTRY_TITLES[model]
        definition |= _CONDITIONS.get(model, {})
    _refer(definitions, choices)
    return definitions


def _property(model: type[Entry], name: str, made: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Beside a reference, older drafts hear nothing else: fixed values stand in the field itself."""
    field = model.model_fields[name]
    if "$ref" in made:
        made = definitions[made["$ref"].rpartition("/")[2]]
    if "anyOf" in made and any(isinstance(rule, MinLen) for rule in field.metadata):
        made["anyOf"][1]["minItems"] = 1
    return {"title": field.title, **made}


def _refer(definitions: dict[str, Schema], choices: Choices) -> None:
    """The fields that name what is registered elsewhere get the ids to choose from."""
    definitions["district_id"] = _choice(choices.districts, "districts.yaml")
    definitions["theme_id"] = _choice(choices.themes, "themes.yaml")
    definitions["indicator_id"] = _choice(choices.indicators, "indicators.yaml")
    definitions["section_id"] = _choice(choices.sections, "sources.yaml")
    definitions["rule_code"] = _choice(excusable_rules())
    definitions["qualifier"] = _choice({Qualifier.RHETORICAL.value: "泛指，没有确定的数值"})
    for model, field, choice in (
        (ReportHead, "district", "district_id"),
        (ReportHead, "sources", "section_id"),
        (HighlightEntry, "sources", "section_id"),
        (FigureEntry, "sources", "section_id"),
        (TermEntry, "sources", "section_id"),
        (HighlightEntry, "themes", "theme_id"),
        (IndicatorEntry, "theme", "theme_id"),
        (FigureEntry, "indicator", "indicator_id"),
        (FigureEntry, "qualifier", "qualifier"),
        (RemarkEntry, "rule", "rule_code"),
    ):
        properties = definitions[model.__name__]["properties"]
        properties[field] = _with_choice(properties[field], choice, definitions)
    report = definitions[ReportHead.__name__]["properties"]
    report["highlights"]["items"] = _reference(HighlightEntry.__name__)
    report["remarks"]["items"] = _reference(RemarkEntry.__name__)
    report["figures"] |= _figures(choices)
    definitions["LocalFigure"] = {
        "title": "只有本区报告的数据",
        "type": "object",
        "allOf": [_reference(FigureEntry.__name__)],
        "anyOf": [{"required": ["label"]}, {"required": ["indicator"]}],
    }


def _choice(texts: Mapping[str, str], file: str = "") -> Schema:
    """Without anything to choose from, any text."""
    if not texts:
        return _TEXT
    chosen: Schema = {"type": "string", "enum": list(texts), "enumDescriptions": list(texts.values())}
    if file:
        chosen["errorMessage"] = f"没有登记：可用的编号见 {file}；刚刚登记的，运行 highlights schema 更新提示"
    return chosen


def _with_choice(schema: Schema, choice: str, definitions: Mapping[str, Schema]) -> Schema:
    """One id, or a list of them, as the field has it."""
    kept = {key: value for key, value in schema.items() if key in {"title", "description"}}
    if "anyOf" not in schema:
        return {**kept, **definitions[choice]}
    many = {**schema["anyOf"][1], "items": _reference(choice)}
    return {**kept, "anyOf": [_reference(choice), many]}


def _figures(choices: Choices) -> Schema:
    """Behind an indicator's id its number alone, or more; behind another id also what it is."""
    short: Schema = {**_TEXT, "minLength": 1}
    forms = [short, _reference(FigureEntry.__name__)]
    of_indicators = {
        key: {"title": text.partition("：")[0], "description": text, "anyOf": forms}
        for key, text in choices.indicators.items()
    }
    local = {"anyOf": forms} if not choices.indicators else {"$ref": "#/$defs/LocalFigure"}
    return {"type": "object", "properties": of_indicators, "additionalProperties": local, "propertyNames": _ID}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _file_schema(file: FileGuidance, definitions: Mapping[str, Schema]) -> Schema:
    head: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": file.title, "description": file.text}
    if file.has_ids:
        ids: Schema = {**_ID, "not": {"const": CITY_ID}} if file.name == "districts" else _ID
        body: Schema = {"type": "object", "additionalProperties": _reference(file.model.__name__), "propertyNames": ids}
    else:
        body = {key: value for key, value in definitions[file.model.__name__].items() if key != "title"}
    reached: dict[str, Schema] = {}
    _reach(body, definitions, reached)
    return {**head, **body, **({"$defs": dict(sorted(reached.items()))} if reached else {})}


def _reach(schema: Any, definitions: Mapping[str, Schema], reached: dict[str, Schema]) -> None:
    """Gathers the definitions that a schema needs, with those that they need."""
    for reference in _references(schema):
        name = reference.rpartition("/")[2]
        if name not in reached:
            reached[name] = definitions[name]
            _reach(definitions[name], definitions, reached)


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"]
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)
