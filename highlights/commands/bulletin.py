"""`highlights bulletin`: bulletins as PDF. Without years of all editions; with a district that one's part only."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from highlights.bulletin.page import Preset
from highlights.commands.check import judge
from highlights.commands.options import BULLETINS, WORKSHOP, add_data, add_format
from highlights.commands.speaking import FAILURE, SUCCESS, WRONG_USE, refuse, report, say
from highlights.load import load_city
from highlights.publish import messages
from highlights.publish.bulletins.command import find_wrong_names, print_bulletins
from highlights.publish.bulletins.files import order_bulletins
from highlights.publish.site.lock import build_lock


def add_arguments(parser: ArgumentParser) -> None:
    add_data(parser)
    add_format(parser, messages.FORMATS)
    parser.add_argument("years", type=int, nargs="*", metavar="YEAR", help="年度；不写就是全部年度")
    parser.add_argument("--district", metavar="ID", help="只要这一个区的单册")
    parser.add_argument("--preset", choices=list(map(str, Preset)), default=Preset.STANDARD, help="版式")
    parser.add_argument("--out", type=Path, default=BULLETINS, metavar="DIR", help="放 PDF 的文件夹")


def run(options: Namespace) -> int:
    loaded = load_city(options.data)
    city = loaded.city
    if city is None:
        return judge(loaded, options)
    wrong = find_wrong_names(city, options.years, options.district)
    if wrong:
        return refuse("\n".join(wrong), WRONG_USE)
    editions = [city.editions[year] for year in options.years or city.editions]
    orders = order_bulletins(city, editions, Preset(options.preset), options.district)
    with build_lock(WORKSHOP, report):
        is_printed = print_bulletins(orders, options.data, options.out, report)
    if not is_printed:
        return FAILURE
    say(f"年终简报已生成：{options.out}")
    return SUCCESS
