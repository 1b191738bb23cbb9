"""`highlights check`: the data is read, and everything that is wrong with it told."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from highlights.commands.options import add_data, add_format
from highlights.commands.speaking import FAILURE, SUCCESS, tell
from highlights.diagnostics import in_order
from highlights.editing.schema_files import find_stale
from highlights.load import Loaded, load_city
from highlights.load.listed import load_registries
from highlights.model import City
from highlights.publish import messages


def add_arguments(parser: ArgumentParser) -> None:
    add_data(parser)
    add_format(parser, messages.FORMATS)


def run(options: Namespace) -> int:
    return judge(load_city(options.data), options)


def judge(loaded: Loaded, options: Namespace) -> int:
    """What other commands say of data that they have loaded."""
    stale = find_stale(options.data, load_registries(options.data)[0]) if loaded.city else ()
    found = in_order((*loaded.diagnostics, *stale))
    tell(options.format, found, _conclusion(loaded.city, messages.summary(found)))
    return SUCCESS if loaded.city else FAILURE


def _conclusion(city: City | None, summary: str) -> str:
    if city is None:
        return f"检查完成：{summary}"
    reports = list(city.reports())
    figures = sum(len(report.figures) for report in reports)
    return f"检查完成：{len(reports)} 份报告，{figures} 项数据，{summary}"
