"""`highlights rollback`: the build before takes the place of the published one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from highlights.commands.options import add_offline
from highlights.commands.sites import places_of, say_outcome
from highlights.commands.speaking import report
from highlights.publish.site.command import roll_back


def add_arguments(parser: ArgumentParser) -> None:
    add_offline(parser)


def run(options: Namespace) -> int:
    return say_outcome(lambda: roll_back(places_of(options), report))
