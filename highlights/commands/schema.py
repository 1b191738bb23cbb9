"""`highlights schema`: what editing programs know of the data is renewed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from highlights.commands.options import add_data
from highlights.commands.speaking import SUCCESS, refuse, say
from highlights.editing.command import refresh_schemas
from highlights.editing.writing import Refusal


def add_arguments(parser: ArgumentParser) -> None:
    add_data(parser)


def run(options: Namespace) -> int:
    try:
        say(refresh_schemas(options.data))
    except Refusal as refusal:
        return refuse(str(refusal))
    return SUCCESS
