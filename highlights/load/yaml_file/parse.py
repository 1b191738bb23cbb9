"""A text in, the file's mapping or the findings out. It decides what stops all reading; the rest is composed."""

from __future__ import annotations

from functools import lru_cache

import yaml

from highlights.diagnostics import Diagnostic
from highlights.load.yaml_file.characters import describe, first_unreadable
from highlights.load.yaml_file.compose import Composer
from highlights.load.yaml_file.explain import explain_syntax_error
from highlights.load.yaml_file.nodes import Mapping
from highlights.load.yaml_file.tally import Tally
from highlights.load.yaml_file.text import line_and_column, unix_lines


# A preview reads every file again when one of them was saved, and a check reads the registries twice.
@lru_cache(maxsize=256)
def parse_tree(text: str, shown_name: str) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """The file as a mapping, None when it is none, is too deep, or has a syntax error: then that is the one finding."""
    text = unix_lines(text)
    tally = Tally(shown_name)
    at = first_unreadable(text)
    if at is not None:
        message = f"这里有 {describe(text[at])}"
        tally.add(*line_and_column(text, at), "odd-character", message, "删去它，或重新输入这个字")
        return None, tally.diagnostics()
    try:
        root = Composer(text, tally).compose()
    except yaml.MarkedYAMLError as error:
        return None, (explain_syntax_error(error, text, shown_name),)
    return root, tally.diagnostics()
