"""`highlights build`: the data is checked, what has changed of the bulletins printed, the site made and published."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from highlights.bulletin.page import Preset
from highlights.commands.check import judge
from highlights.commands.options import (
    BULLETINS,
    BULLETINS_VARIABLE,
    DATA_VARIABLE,
    ROOT,
    add_data,
    add_format,
    add_offline,
)
from highlights.commands.sites import places_of, say_outcome
from highlights.commands.speaking import FAILURE, SUCCESS, report
from highlights.load import load_city
from highlights.model import City
from highlights.publish import messages
from highlights.publish.bulletins.command import print_bulletins
from highlights.publish.bulletins.files import order_bulletins
from highlights.publish.site.command import publish_site


def add_arguments(parser: ArgumentParser) -> None:
    add_data(parser)
    add_format(parser, messages.FORMATS)
    add_offline(parser)


def run(options: Namespace) -> int:
    loaded = load_city(options.data)
    city = loaded.city
    if judge(loaded, options) != SUCCESS or city is None:
        return FAILURE
    make = partial(_make_site, options, city)
    return say_outcome(lambda: publish_site(city, places_of(options), make, report, is_offline=options.offline))


def _make_site(options: Namespace, city: City, target: Path, lock: int) -> bool:
    orders = order_bulletins(city, city.editions.values(), Preset.STANDARD)
    return print_bulletins(orders, options.data, BULLETINS, report) and _run_mkdocs(options, target, lock)


def _run_mkdocs(options: Namespace, target: Path, lock: int) -> bool:
    """As a process of its own: the package does not know it. Should it outlive this one, it still holds the lock."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    if options.offline:
        command.append("--no-directory-urls")
    environment = {
        **os.environ,
        DATA_VARIABLE: str(options.data.resolve()),
        BULLETINS_VARIABLE: str(BULLETINS),
        "PYTHONIOENCODING": f"{sys.stderr.encoding}:backslashreplace",
    }
    ended = subprocess.run(command, cwd=ROOT, env=environment, pass_fds=[lock], check=False)  # noqa: S603 fixed command
    return ended.returncode == 0
