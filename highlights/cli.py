"""The command `highlights`: arguments in, text and an exit code out.

Exit codes: 0 without errors (warnings are allowed), 1 with errors, 2 for wrong use.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from highlights.arguments import Parser
from highlights.commands.speaking import FAILURE, WRONG_USE, refuse
from highlights.publish.obstacles import explain_obstacle

# As shells tell a process that Ctrl-C has ended.
INTERRUPTED = 130

# Each is a module of highlights/commands/, loaded when it is asked for.
COMMANDS = {
    "check": "检查数据，报告全部问题",
    "verify": "逐项核对数据是否与来源文本相符",
    "diff": "比较两个版本的数据：哪些数据变了，从多少变成多少",
    "build": "检查数据，生成年终简报和网站",
    "bulletin": "生成年终简报（PDF）：每个年度一册，每份报告另有单册",
    "rollback": "换回上一次生成的网站；再运行一次就换回来",
    "verify-site": "核对网站的一份拷贝是否完整、有没有改过",
    "schema": "更新编辑时的提示（data/.schema）",
    "new": "建立年度、报告，登记区、指标、来源",
}


def main(arguments: Sequence[str] | None = None) -> int:
    _print_anything()
    given = sys.argv[1:] if arguments is None else arguments
    options = parser_for(given).parse_args(given)
    if "data" in options and options.data_must_exist and not options.data.is_dir():
        return refuse(f"没有数据文件夹“{options.data}”。请用 --data 指明它在哪里。", WRONG_USE)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # As in `highlights diff | head`.
        _end_output()
        return FAILURE
    except KeyboardInterrupt:
        return refuse("已中断。做完的都留着，再运行一次接着做。", INTERRUPTED)
    except OSError as error:
        explained = explain_obstacle(error)
        if explained is None:
            raise
        _end_output()
        return refuse(f"{explained}\n没有做完；已有的文件都是完整的。")


def parser_for(arguments: Sequence[str]) -> Parser:
    """It knows the options of that command alone which is asked for."""
    parser = Parser(prog="highlights", description="检查各区年度亮点的数据，生成网站和年终简报。")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        if name in arguments[:1]:
            module = import_module(f"highlights.commands.{name.replace('-', '_')}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def _end_output() -> None:
    """What is left and nobody takes would be refused once more at the exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_anything() -> None:
    """Where the locale knows ASCII only, terminals know better; no character of a file name stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = codecs.lookup(stream.encoding).name
            stream.reconfigure(encoding="utf-8" if encoding == "ascii" else encoding, errors="backslashreplace")
