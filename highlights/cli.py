"""The command `highlights`: arguments in, text and an exit code out.

Exit codes: 0 without errors (warnings are allowed), 1 with errors, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import codecs
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from highlights.arguments import WRONG_USE, Parser
from highlights.bulletin.page import Preset
from highlights.derive.coverage import fingerprints
from highlights.derive.verification import verify_figures
from highlights.diagnostics import Diagnostic, in_order
from highlights.editing.command import COMMANDS as NEW_COMMANDS
from highlights.editing.command import Command, make_new, refresh_schemas
from highlights.editing.schema_files import find_stale
from highlights.editing.writing import Refusal
from highlights.load import load_city
from highlights.load.listed import load_registries
from highlights.load.sources import read_source_texts
from highlights.load.verified import VERIFIED_FILE, verified_text
from highlights.model import City
from highlights.publish import messages
from highlights.publish.bulletin_command import find_wrong_names, print_bulletins
from highlights.publish.bulletin_files import order_bulletins
from highlights.publish.checksums import SUMS, UnreadableSums, compare_with_sums
from highlights.publish.site_command import NotPublished, differences, publish_site, roll_back
from highlights.publish.site_folder import Places
from highlights.publish.terminal import visible
from highlights.review.command import LAYOUTS, InvalidDataError, review_revisions, written
from highlights.review.revisions import RevisionError

ROOT = Path(__file__).parents[1]
DATA_VARIABLE = "HIGHLIGHTS_DATA"
BULLETINS_VARIABLE = "HIGHLIGHTS_BULLETINS"
BULLETINS = ROOT / "bulletins"

SUCCESS, FAILURE = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    _print_anything()
    options = _parser().parse_args(arguments)
    if "data" in options and not options.data.is_dir() and options.run is not diff:
        _say(f"没有数据文件夹“{options.data}”。请用 --data 指明它在哪里。", sys.stderr)
        return WRONG_USE
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # As in `highlights diff | head`. What is left would be refused once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE
    return code


def check(options: argparse.Namespace) -> int:
    loaded = load_city(options.data)
    stale = find_stale(options.data, load_registries(options.data)[0]) if loaded.city else ()
    found = in_order((*loaded.diagnostics, *stale))
    _tell(options.format, found, _conclusion(loaded.city, messages.summary(found)))
    return SUCCESS if loaded.city else FAILURE


def verify(options: argparse.Namespace) -> int:
    if not options.sources.is_dir():
        _say(f"没有来源文件夹“{options.sources}”。请用 --sources 指明来源文本在哪里。", sys.stderr)
        return WRONG_USE
    loaded = load_city(options.data)
    if loaded.city is None:
        return check(options)
    texts = read_source_texts(loaded.city.sources.values(), options.sources)
    verification = verify_figures(loaded.city, texts.lines)
    wrong = in_order((*texts.diagnostics, *verification.diagnostics))
    conclusion = f"核对完成：{verification.checked} 项数据中 {len(verification.held)} 项与来源相符"
    unchecked = sum(len(report.figures) for report in loaded.city.reports()) - verification.checked
    if unchecked:
        conclusion += f"，{unchecked} 项没有核对（来源文本不可用）"
    if options.record:
        record = options.data / VERIFIED_FILE
        record.write_text(verified_text(fingerprints(verification.held)), encoding="utf-8")
        conclusion += f"；已记入 {record}"
    _tell(options.format, wrong, conclusion)
    return FAILURE if wrong else SUCCESS


def diff(options: argparse.Namespace) -> int:
    """The data folder may be missing in the working tree, when two revisions are named."""
    try:
        found = review_revisions(options.data, options.base, options.head, ROOT / "overrides" / "components")
    except RevisionError as refused:
        _say(f"{refused}。\n  提示：{refused.hint}", sys.stderr)
        return WRONG_USE
    except InvalidDataError as invalid:
        _say(str(invalid), sys.stderr)
        return FAILURE
    _say(written(found, options.format, options.guard))
    return FAILURE if options.guard and found.demands else SUCCESS


def build(options: argparse.Namespace) -> int:
    city = load_city(options.data).city
    if check(options) != SUCCESS or city is None:
        return FAILURE
    make = partial(_make_site, options, city)
    return _say_outcome(lambda: publish_site(city, _places(options), make, _report, is_offline=options.offline))


def rollback(options: argparse.Namespace) -> int:
    return _say_outcome(lambda: roll_back(_places(options), _report))


def verify_site(options: argparse.Namespace) -> int:
    try:
        comparison = compare_with_sums(options.folder)
    except UnreadableSums as unreadable:
        _report(f"无法核对：{unreadable}。\n  提示：指明由 highlights build 生成的网站的文件夹，例如 site")
        return WRONG_USE
    if not comparison.is_whole:
        _say(differences(comparison))
        return FAILURE
    _say(f"核对完成：{comparison.files} 个文件都与 {SUMS} 相符")
    return SUCCESS


def _places(options: argparse.Namespace) -> Places:
    return Places(ROOT / ("site-offline" if options.offline else "site"), ROOT / ".build")


def _make_site(options: argparse.Namespace, city: City, target: Path, lock: int) -> bool:
    orders = order_bulletins(city, city.editions.values(), Preset.STANDARD)
    return print_bulletins(orders, options.data, BULLETINS, _report) and _run_mkdocs(options, target, lock)


def _run_mkdocs(options: argparse.Namespace, target: Path, lock: int) -> bool:
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


def schema(options: argparse.Namespace) -> int:
    return _say_outcome(lambda: refresh_schemas(options.data))


def new(options: argparse.Namespace) -> int:
    command: Command = options.command
    missing = command.missing(options)
    if missing:
        _say(f"缺少 {missing}。例如：{command.example}", sys.stderr)
        return WRONG_USE
    loaded = load_city(options.data)
    city = loaded.city
    if city is None:
        return check(options)
    return _say_outcome(lambda: make_new(command, city, options, options.data))


def _say_outcome(act: Callable[[], str]) -> int:
    try:
        _say(act())
    except (Refusal, NotPublished) as refusal:
        _say(str(refusal), sys.stderr)
        return FAILURE
    return SUCCESS


def bulletin(options: argparse.Namespace) -> int:
    """Without years all editions; with a district that one's part only."""
    city = load_city(options.data).city
    if city is None:
        return check(options)
    wrong = find_wrong_names(city, options.years, options.district)
    if wrong:
        _say("\n".join(wrong), sys.stderr)
        return WRONG_USE
    editions = [city.editions[year] for year in options.years or city.editions]
    orders = order_bulletins(city, editions, Preset(options.preset), options.district)
    if not print_bulletins(orders, options.data, options.out, _report):
        return FAILURE
    _say(f"年终简报已生成：{options.out}")
    return SUCCESS


def _conclusion(city: City | None, summary: str) -> str:
    if city is None:
        return f"检查完成：{summary}"
    reports = list(city.reports())
    figures = sum(len(report.figures) for report in reports)
    return f"检查完成：{len(reports)} 份报告，{figures} 项数据，{summary}"


def _tell(style: str, diagnostics: Sequence[Diagnostic], conclusion: str) -> None:
    """The conclusion is for people; programs get the findings alone."""
    if diagnostics or style == "json":
        _say(messages.FORMATS[style](diagnostics))
    if style == "text":
        _say(f"\n{conclusion}" if diagnostics else conclusion)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="highlights", description="检查各区年度亮点的数据，生成网站和年终简报。")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for run, help_text in (
        (check, "检查数据，报告全部问题"),
        (verify, "逐项核对数据是否与来源文本相符"),
        (diff, "比较两个版本的数据：哪些数据变了，从多少变成多少"),
        (build, "检查数据，生成年终简报和网站"),
        (bulletin, "生成年终简报（PDF）：每个年度一册，每份报告另有单册"),
    ):
        command = commands.add_parser(run.__name__, help=help_text, description=help_text)
        command.add_argument("--data", type=Path, default=_default_data(), metavar="DIR", help="数据文件夹")
        formats = LAYOUTS if run is diff else messages.FORMATS
        command.add_argument("--format", choices=formats, default="text", help="结果的写法")
        command.set_defaults(run=run)
        if run is build:
            _add_offline(command)
        if run is verify:
            command.add_argument("--sources", type=Path, required=True, metavar="DIR", help="来源文本的文件夹")
            command.add_argument("--record", action="store_true", help="把核对结果记入数据文件夹，供网站说明")
        if run is diff:
            command.add_argument("base", nargs="?", metavar="BASE", help="原来的版本，不写就是离开主分支的地方")
            command.add_argument("head", nargs="?", metavar="HEAD", help="现在的版本，不写就是工作区")
            command.add_argument("--guard", action="store_true", help="已发布的年度有改动没写更正时，不予通过")
        if run is bulletin:
            command.add_argument("years", type=int, nargs="*", metavar="YEAR", help="年度；不写就是全部年度")
            command.add_argument("--district", metavar="ID", help="只要这一个区的单册")
            command.add_argument("--preset", choices=list(map(str, Preset)), default=Preset.STANDARD, help="版式")
            command.add_argument("--out", type=Path, default=BULLETINS, metavar="DIR", help="放 PDF 的文件夹")
    _add_published(commands)
    _add_editing(commands)
    return parser


def _add_published(commands: Any) -> None:
    """What is done with built sites, without the data."""
    back = commands.add_parser("rollback", help="换回上一次生成的网站；再运行一次就换回来")
    _add_offline(back)
    back.set_defaults(run=rollback)
    whole = commands.add_parser("verify-site", help=f"核对网站的一份拷贝是否与 {SUMS} 相符")
    whole.add_argument("folder", type=Path, metavar="DIR", help="网站的文件夹")
    whole.set_defaults(run=verify_site)


def _add_offline(command: argparse.ArgumentParser) -> None:
    command.add_argument("--offline", action="store_true", help="从磁盘打开的网站 site-offline/")


def _add_editing(commands: Any) -> None:
    """A missing argument is told by us, with all others that are missing."""
    schema_command = commands.add_parser("schema", help="更新编辑时的提示（data/.schema）")
    schema_command.set_defaults(run=schema)
    new_command = commands.add_parser("new", help="建立年度、报告，登记区、指标、来源")
    kinds = new_command.add_subparsers(required=True, metavar="什么")
    kind_commands = [kinds.add_parser(kind.name, help=kind.text, description=kind.text) for kind in NEW_COMMANDS]
    for command, kind in zip(kind_commands, NEW_COMMANDS, strict=True):
        for argument in kind.arguments:
            more: dict[str, Any] = {} if argument.name.startswith("-") else {"nargs": "?"}
            if argument.is_list:
                more["action"] = "append"
            command.add_argument(argument.name, help=argument.text, **more)
        command.set_defaults(run=new, command=kind, format="text")
    for command in (schema_command, *kind_commands):
        command.add_argument("--data", type=Path, default=_default_data(), metavar="DIR", help="数据文件夹")


def _default_data() -> Path:
    given = os.environ.get(DATA_VARIABLE)
    if given:
        return Path(given)
    return Path("data") if Path.cwd() == ROOT else ROOT / "data"


def _print_anything() -> None:
    """Where the locale knows ASCII only, terminals know better; no character of a file name stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = codecs.lookup(stream.encoding).name
            stream.reconfigure(encoding="utf-8" if encoding == "ascii" else encoding, errors="backslashreplace")


def _report(text: str) -> None:
    """What happens on the way is no result."""
    _say(text, sys.stderr)


def _say(text: str, stream: TextIO | None = None) -> None:
    print(visible(text), file=stream)
