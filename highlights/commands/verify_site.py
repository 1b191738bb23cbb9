"""`highlights verify-site`: a copy of a site is compared with the list of files in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from highlights.commands.speaking import FAILURE, SUCCESS, WRONG_USE, refuse, say
from highlights.publish.site.checksums import SUMS, UnreadableSums, compare_with_sums
from highlights.publish.site.command import differences


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="网站的文件夹")


def run(options: Namespace) -> int:
    try:
        comparison = compare_with_sums(options.folder)
    except UnreadableSums as unreadable:
        hint = "指明由 highlights build 生成的网站的文件夹，例如 site"
        return refuse(f"无法核对：{unreadable}。\n  提示：{hint}", WRONG_USE)
    if not comparison.is_whole:
        say(differences(comparison))
        return FAILURE
    say(f"核对完成：{comparison.files} 个文件都与 {SUMS} 相符")
    return SUCCESS
