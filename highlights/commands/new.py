"""`highlights new`: the next edition, a report, or an entry of a registry laid out for editing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from highlights.commands.check import judge
from highlights.commands.options import add_data
from highlights.commands.speaking import SUCCESS, WRONG_USE, refuse, say
from highlights.editing.command import COMMANDS, Command, make_new
from highlights.editing.writing import Refusal
from highlights.load import load_city


def add_arguments(parser: ArgumentParser) -> None:
    """A missing argument is told by us, with all others that are missing."""
    kinds = parser.add_subparsers(required=True, metavar="什么")
    for kind in COMMANDS:
        command = kinds.add_parser(kind.name, help=kind.text, description=kind.text)
        for argument in kind.arguments:
            more: dict[str, Any] = {} if argument.name.startswith("-") else {"nargs": "?"}
            if argument.is_list:
                more["action"] = "append"
            command.add_argument(argument.name, help=argument.text, **more)
        add_data(command)
        command.set_defaults(command=kind, format="text")


def run(options: Namespace) -> int:
    command: Command = options.command
    missing = command.missing(options)
    if missing:
        return refuse(f"缺少 {missing}。例如：{command.example}", WRONG_USE)
    loaded = load_city(options.data)
    if loaded.city is None:
        return judge(loaded, options)
    try:
        say(make_new(command, loaded.city, options, options.data))
    except Refusal as refusal:
        return refuse(str(refusal))
    return SUCCESS
