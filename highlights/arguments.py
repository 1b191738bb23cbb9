"""The parser of the command line, which says in Chinese what is wrong with how a command was called."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

WRONG_USE = 2

# What argparse says, and what is said for it.
_SAID = {
    r"the following arguments are required: (.+)": r"缺少 \1",
    r"unrecognized arguments: (.+)": r"不认识“\1”",
    r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)": r"\1没有“\2”，可以是 \3",
    r"argument (.+?): invalid int value: '(.*)'": r"\1要写数字，不是“\2”",
    r"argument (.+?): expected one argument": r"\1后面要写一个值",
    r"argument (.+?): ignored explicit argument '(.*)'": r"\1后面不写值，不要“\2”",
    r"ambiguous option: (.+?) could match (.+)": r"“\1”不完整，可以是 \2",
}

_HELP = {
    r"^usage: ": "用法：",
    r"^positional arguments:$": "参数：",
    r"^options:$": "选项：",
}


class Parser(argparse.ArgumentParser):
    """Its subcommands are parsed by the same class. What is not in the table is told in the words of argparse."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        self.add_argument("-h", "--help", action="help", help="显示这些说明")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"用法不对：{_in_chinese(message)}。\n  提示：{self.prog} --help 列出全部用法\n")

    def format_usage(self) -> str:
        return _help_in_chinese(super().format_usage())

    def format_help(self) -> str:
        return _help_in_chinese(super().format_help())


def _help_in_chinese(text: str) -> str:
    for printed, told in _HELP.items():
        text = re.sub(printed, told, text, flags=re.MULTILINE)
    return text


def _in_chinese(message: str) -> str:
    for wrong, told in _SAID.items():
        found = re.fullmatch(wrong, message)
        if found:
            return found.expand(told).replace("'", "")
    return message
