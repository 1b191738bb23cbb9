"""Where sites are made and published, and what is said of that: for `highlights build` and `rollback`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from highlights.commands.options import ROOT, WORKSHOP
from highlights.commands.speaking import SUCCESS, refuse, say
from highlights.publish.site.command import NotPublished
from highlights.publish.site.folder import Places


def places_of(options: Namespace) -> Places:
    return Places(ROOT / ("site-offline" if options.offline else "site"), WORKSHOP)


def say_outcome(act: Callable[[], str]) -> int:
    try:
        say(act())
    except NotPublished as refusal:
        return refuse(str(refusal))
    return SUCCESS
