"""The schemas say of a file's shape what the loader says: what passes passes in both, what is refused is refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from highlights.editing.choices import choices_of
from highlights.editing.guidance import FIELDS, VALUES, Guidance
from highlights.editing.schema import make_schemas
from highlights.load import load_city
from highlights.load.entries import Entry
from highlights.load.listed import load_registries
from highlights.load.yaml_file import Mapping as Tree
from highlights.load.yaml_file import Node, Scalar, parse_tree, to_plain
from highlights.quantity import UnreadableQuantity, parse_quantity
from tests.conftest import INVENTED_DATA, REAL_DATA, replace_in
from tests.unit.test_bad_input import CASES, Case, make_mistake

# What is wrong with the shape of a file or with a name in it, as against its meaning or its YAML.
OF_SHAPE = {
    "bad-contact", "bad-date", "bad-file", "bad-id", "bad-lines", "bad-period", "bad-sha256", "bad-unit", "empty-value",
    "exception-without-rule", "missing-field", "out-of-range", "period-and-as-of", "rate-with-sum", "too-long",
    "unknown-district", "unknown-indicator", "unknown-key", "unknown-rule", "unknown-section", "unknown-source",
    "unknown-theme", "unknown-value", "wrong-type",
}  # fmt: skip
# A schema does not compare two numbers, nor does it know how long a month is.
NOT_TOLD = {"a month has no 31st of June", "a period ends after it begins", "a line range runs forward"}
# Links in running text have the same code as web addresses, and a reserved district id as a highlight's.
ALSO_OF_SHAPE = {"an address is of the web", "a site has a complete address", "city is no district"}

_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_editors_see_it(node: Node) -> Any:
    """The file as an editing program has it: YAML 1.2, with numbers."""
    if isinstance(node, Tree):
        return {key: as_editors_see_it(entry.node) for key, entry in node.entries.items()}
    if not isinstance(node, Scalar):
        return [as_editors_see_it(item) for item in node.items]
    if node.text is None or not node.is_plain:
        return node.text
    if _INTEGER.fullmatch(node.text) and len(node.text) < 300:
        return int(node.text)
    return float(node.text) if _NUMBER.fullmatch(node.text) else node.text


def schemas_of(folder: Path) -> dict[str, Any]:
    registries, found = load_registries(folder)
    assert not found
    return make_schemas(choices_of(registries))


def kind_of(path: Path, folder: Path) -> str:
    return "report" if path.parent != folder and path.stem != "edition" else path.stem


def complaints(path: Path, folder: Path, schemas: Mapping[str, Any]) -> list[str]:
    root, found = parse_tree(path.read_text(encoding="utf-8"), str(path))
    assert root is not None, found
    validator = jsonschema.Draft7Validator(schemas[kind_of(path, folder)])
    return [error.message for error in validator.iter_errors(as_editors_see_it(root))]


def data_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.yaml")) if path.name != "verified.yaml")


@pytest.mark.parametrize("folder", [REAL_DATA, INVENTED_DATA], ids=["real", "invented"])
def test_every_good_file_is_good_in_the_editor(folder: Path) -> None:
    schemas = schemas_of(folder)
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
    for path in data_files(folder):
        assert complaints(path, folder, schemas) == [], path


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_the_editor_underlines_what_the_loader_says_of_shape(case: Case, data_folder: Path) -> None:
    schemas = schemas_of(data_folder)
    path = data_folder / case.file
    make_mistake(case, path)
    root, _ = parse_tree(path.read_text(encoding="utf-8"), str(path))
    if root is None:
        return
    is_of_shape = case.code in OF_SHAPE or case.rule in ALSO_OF_SHAPE
    if case.rule not in NOT_TOLD:
        assert bool(complaints(path, data_folder, schemas)) == is_of_shape


SCALARS = st.sampled_from(
    [2022, 7, 0, "2022-04", "unknown", "city", "greening", "trees_planted", "5棵", "result", "x", "植树", "3-9"]
)
KEYS = st.sampled_from(
    ["title", "note", "reported", "indicator", "label", "kind", "period", "as_of", "id", "Ids", "题"]
)
ANY_VALUE: list[Any] = [2022, 7, 0, -3, 1.5, "2022-04", "unknown", "city", "greening", "trees_planted", "5棵", "result",
    "植树", "3-9", None, [], {}, ["x"], [7], {"title": "x"}, {"note": 7}]  # fmt: skip
VALUES_OF_ANY_SHAPE = st.one_of(
    SCALARS, st.none(), st.lists(SCALARS, max_size=2), st.dictionaries(KEYS, SCALARS, max_size=2)
)


def places_in(plain: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a file that holds something."""
    items = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places_in(value, (*path, key))


def mutate(plain: Any, data: st.DataObject) -> None:
    """Takes one thing out, puts another in its place, or puts another beside it."""
    *way, last = data.draw(st.sampled_from(list(places_in(plain))))
    parent = plain
    for key in way:
        parent = parent[key]
    act = data.draw(st.sampled_from(["remove", "replace", "add"]))
    if act == "remove":
        del parent[last]
    elif act == "replace" or isinstance(parent, list):
        parent[last] = data.draw(VALUES_OF_ANY_SHAPE)
    else:
        parent[data.draw(KEYS)] = data.draw(VALUES_OF_ANY_SHAPE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_editor_and_loader_agree_about_any_shape(tmp_path: Path, data: st.DataObject) -> None:
    folder = tmp_path / "data"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(INVENTED_DATA, folder)
    path = data.draw(st.sampled_from(list(data_files(folder))))
    schemas = schemas_of(folder)
    root, _ = parse_tree(path.read_text(encoding="utf-8"), str(path))
    plain = plain_of(root)
    for _ in range(data.draw(st.integers(1, 2))):
        mutate(plain, data)
    assert_agreement(plain, path, folder, schemas)


@pytest.mark.release
@pytest.mark.parametrize("file", [path.relative_to(INVENTED_DATA) for path in data_files(INVENTED_DATA)], ids=str)
def test_editor_and_loader_agree_about_any_value_anywhere(file: Path, data_folder: Path) -> None:
    path = data_folder / file
    schemas = schemas_of(data_folder)
    root, _ = parse_tree(path.read_text(encoding="utf-8"), str(path))
    for *way, last in places_in(plain_of(root)):
        for value in ANY_VALUE:
            plain = parent = plain_of(root)
            for key in way:
                parent = parent[key]
            parent[last] = value
            assert_agreement(plain, path, data_folder, schemas)


@pytest.mark.parametrize("name", ["2022", "7.5", "2022.txt"])
def test_a_text_may_be_called_like_a_number(name: str, data_folder: Path) -> None:
    path = data_folder / "sources.yaml"
    replace_in(path, "file: yearbook-2022.txt", f"file: {name}")
    assert load_city(data_folder).city
    assert complaints(path, data_folder, schemas_of(data_folder)) == []


def assert_agreement(plain: Any, path: Path, folder: Path, schemas: Mapping[str, Any]) -> None:
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    loaded = load_city(folder)
    if loaded.city:
        assert complaints(path, folder, schemas) == []
    elif not complaints(path, folder, schemas):
        of_file = {found.code for found in loaded.diagnostics if found.place.file == str(path) and found.is_error}
        assert not of_file & (OF_SHAPE - {"bad-period", "bad-lines"})


def plain_of(node: Node | None) -> Any:
    """With numbers as numbers, so that they are written as such again."""
    assert node is not None
    return as_editors_see_it(node)


def test_every_field_and_fixed_value_is_explained() -> None:
    assert set(FIELDS) == set(Entry.__subclasses__())
    for model, fields in FIELDS.items():
        assert list(fields) == list(model.model_fields), model
    for enum, texts in VALUES.items():
        assert list(texts) == [member.value for member in enum]


EXAMPLES = [
    pytest.param(model, name, guidance, id=f"{model.__name__}.{name}")
    for model, fields in FIELDS.items()
    for name, guidance in fields.items()
    if guidance.right or guidance.wrong
]


@pytest.mark.parametrize(("model", "name", "guidance"), EXAMPLES)
def test_examples_are_what_they_say(model: type[Entry], name: str, guidance: Guidance) -> None:
    for right in guidance.right:
        assert is_accepted(model, name, right), right
    for wrong in guidance.wrong:
        assert not is_accepted(model, name, wrong.value), wrong


def is_accepted(model: type[Entry], name: str, typed: str) -> bool:
    """By the field's own checks, and as a quantity where it is one."""
    root, found = parse_tree(f"{name}: {typed}\n", "example.yaml")
    assert isinstance(root, Tree)
    assert not found
    try:
        model.model_validate(to_plain(root))
    except ValidationError as invalid:
        if any(error["loc"][:1] == (name,) for error in invalid.errors()):
            return False
    return name != "reported" or is_quantity(typed)


def is_quantity(typed: str) -> bool:
    try:
        parse_quantity(typed, frozenset())
    except UnreadableQuantity:
        return False
    return True
