"""`highlights verify`: every figure is compared with the text that it comes from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from highlights.commands.check import judge
from highlights.commands.options import add_data, add_format
from highlights.commands.speaking import FAILURE, SUCCESS, WRONG_USE, refuse, tell
from highlights.derive.coverage import fingerprints
from highlights.derive.verification import verify_figures
from highlights.diagnostics import in_order
from highlights.load import load_city
from highlights.load.sources import read_source_texts
from highlights.load.verified import VERIFIED_FILE, verified_text
from highlights.publish import messages


def add_arguments(parser: ArgumentParser) -> None:
    add_data(parser)
    add_format(parser, messages.FORMATS)
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="来源文本的文件夹")
    parser.add_argument("--record", action="store_true", help="把核对结果记入数据文件夹，供网站说明")


def run(options: Namespace) -> int:
    if not options.sources.is_dir():
        return refuse(f"没有来源文件夹“{options.sources}”。请用 --sources 指明来源文本在哪里。", WRONG_USE)
    loaded = load_city(options.data)
    city = loaded.city
    if city is None:
        return judge(loaded, options)
    texts = read_source_texts(city.sources.values(), options.sources)
    verification = verify_figures(city, texts.lines)
    wrong = in_order((*texts.diagnostics, *verification.diagnostics))
    conclusion = f"核对完成：{verification.checked} 项数据中 {len(verification.held)} 项与来源相符"
    unchecked = sum(len(report.figures) for report in city.reports()) - verification.checked
    if unchecked:
        conclusion += f"，{unchecked} 项没有核对（来源文本不可用）"
    if options.record:
        record = options.data / VERIFIED_FILE
        record.write_text(verified_text(fingerprints(verification.held)), encoding="utf-8")
        conclusion += f"；已记入 {record}"
    tell(options.format, wrong, conclusion)
    return FAILURE if wrong else SUCCESS
