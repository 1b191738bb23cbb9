"""Whatever a data file holds: an answer without a traceback, within 5 s and 500 MB."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from highlights.model import City
from highlights.quantity import UnreadableQuantity, parse_quantity
from tests.conftest import INVENTED_DATA, REAL_DATA, ROOT
from tests.robustness.hostile import hostile_registries, hostile_texts
from tests.robustness.mutations import SNIPPETS, mutated

Case = tuple[str, str, bytes]

SEED = 20211231
REPORT = "2022/donghu.yaml"
EVERY_KIND = [REPORT, "2022/edition.yaml", "city.yaml", "sources.yaml", "terms.yaml", "indicators.yaml"]

# What took too long once, or would without care: deep nesting, references, quotes, very many of anything.
WORST = [
    "a value of '“'",
    "a text of '('",
    "laughs",
    "deeper with each line",
    "many equal keys",
    "many figures",
    "many whole texts of one word",
    "many whole texts of links",
    "a long numeral",
    "many unpaired surrogates",
]


def outcomes(data: Path, cases: Iterable[Case], megabytes: int = 500) -> Iterator[dict[str, Any]]:
    """Each file in turn, in the place of the one that the data has."""
    command = [sys.executable, "-m", "tests.robustness.limits", str(data), str(megabytes)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin
        assert reader.stdout
        for name, path, content in cases:
            print(json.dumps({"name": name, "path": path, "hex": content.hex()}), file=reader.stdin, flush=True)
            yield json.loads(reader.stdout.readline())


def not_whole(found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that ended in a traceback, or were stopped at the limit of time."""
    return [outcome for outcome in found if outcome["ended"] != "whole"]


def slips(data: Path, number: int) -> Iterator[Case]:
    """Files of the data, damaged; the number tells one that failed from the others."""
    paths = sorted(path for path in data.rglob("*.yaml") if ".schema" not in path.parts)
    contents = {path: path.read_bytes() for path in paths}
    chance = random.Random(SEED)
    for at in range(number):
        path = chance.choice(paths)
        others = [contents[path]] * 3 + list(contents.values())
        yield str(at), path.relative_to(data).as_posix(), mutated(others, chance)


@pytest.mark.parametrize(("data", "number"), [(REAL_DATA, 20), (INVENTED_DATA, 100)], ids=["real", "invented"])
def test_damaged_files_never_end_in_a_traceback(data: Path, number: int) -> None:
    assert not_whole(outcomes(data, slips(data, number))) == []


def test_files_made_to_hurt_are_refused_in_time() -> None:
    texts = hostile_texts()
    found = list(outcomes(INVENTED_DATA, ((name, REPORT, texts[name]) for name in WORST)))
    assert not_whole(found) == []
    assert [outcome["name"] for outcome in found if not outcome["codes"]] == []


def test_the_limits_are_felt() -> None:
    """Without them the tests above could not fail."""
    case = ("", REPORT, (INVENTED_DATA / REPORT).read_bytes())
    assert not_whole(outcomes(INVENTED_DATA, [case])) == []
    assert len(not_whole(outcomes(INVENTED_DATA, [case], megabytes=1))) == 1


@pytest.mark.release
def test_thousands_of_damaged_files_never_end_in_a_traceback() -> None:
    found = list(outcomes(REAL_DATA, slips(REAL_DATA, 3_000)))
    minutes = sum(outcome["seconds"] for outcome in found) / 60
    print(f"{len(found)} damaged files, {minutes:.1f} minutes")  # noqa: T201 seen with -rP
    assert not_whole(found) == []


@pytest.mark.release
@pytest.mark.parametrize("path", [*EVERY_KIND, "verified.yaml"])
def test_files_made_to_hurt_are_refused_in_time_whatever_they_stand_for(path: str) -> None:
    found = list(outcomes(INVENTED_DATA, ((name, path, text) for name, text in hostile_texts().items())))
    slowest = max(found, key=lambda outcome: float(outcome["seconds"]))
    largest = max(found, key=lambda outcome: float(outcome["megabytes"]))
    print(len(found), "files; slowest", slowest, "largest", largest)  # noqa: T201 seen with -rP
    assert not_whole(found) == []


@pytest.mark.release
def test_registries_of_too_much_are_read_or_refused_in_time() -> None:
    cases = ((path, path, content) for path, content in hostile_registries().items())
    assert not_whole(outcomes(INVENTED_DATA, cases)) == []


def test_damaged_expressions_are_read_or_refused(real_city: City) -> None:
    printed = sorted({figure.reported for report in real_city.reports() for figure in report.figures.values()})
    chance = random.Random(SEED)
    refused = []
    for _ in range(4_000):
        text = chance.choice(printed)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice((chance.choice(SNIPPETS), chance.choice(printed), "")) + text[at + 1 :]
        try:
            assert parse_quantity(text).value is not None
        except UnreadableQuantity as told:
            refused.append((str(told), told.hint))
    assert 0 < len(refused) < 4_000
    assert all(message and hint for message, hint in refused)
