"""`highlights diff`: what changed in meaning between two revisions of the data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from highlights.commands.options import ROOT, add_data, add_format
from highlights.commands.speaking import FAILURE, SUCCESS, WRONG_USE, refuse, say
from highlights.review.command import LAYOUTS, InvalidDataError, review_revisions, written
from highlights.review.revisions import RevisionError


def add_arguments(parser: ArgumentParser) -> None:
    """The data folder may be missing in the working tree, when two revisions are named."""
    add_data(parser, must_exist=False)
    add_format(parser, LAYOUTS)
    parser.add_argument("base", nargs="?", metavar="BASE", help="原来的版本，不写就是离开主分支的地方")
    parser.add_argument("head", nargs="?", metavar="HEAD", help="现在的版本，不写就是工作区")
    parser.add_argument("--guard", action="store_true", help="已发布的年度有改动没写更正时，不予通过")


def run(options: Namespace) -> int:
    try:
        found = review_revisions(options.data, options.base, options.head, ROOT)
    except RevisionError as refused:
        return refuse(f"{refused}。\n  提示：{refused.hint}", WRONG_USE)
    except InvalidDataError as invalid:
        return refuse(str(invalid))
    say(written(found, options.format, options.guard))
    return FAILURE if options.guard and found.demands else SUCCESS
