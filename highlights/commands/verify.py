"""`highlights verify`: every figure is compared with the text that it comes from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from highlights.commands.check import judge
from highlights.commands.options import add_data, add_format
from highlights.commands.speaking import FAILURE, SUCCESS, WRONG_USE, refuse, tell
from highlights.derive.coverage import renewed_prints
from highlights.derive.verification import Verification, verify_figures
from highlights.diagnostics import in_order
from highlights.editing.writing import write_together
from highlights.load import load_city
from highlights.load.sources import read_source_texts
from highlights.load.verified import VERIFIED_FILE, verified_text
from highlights.model import City, Source
from highlights.publish import messages


def add_arguments(parser: ArgumentParser) -> None:
    add_data(parser)
    add_format(parser, messages.FORMATS)
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="来源文本的文件夹")
    parser.add_argument("--only-present", action="store_true", help="文件夹里没有的来源不算错误，只核对有的")
    parser.add_argument("--record", action="store_true", help="把核对结果记入数据文件夹，供网站说明")


def run(options: Namespace) -> int:
    if not options.sources.is_dir():
        return refuse(f"没有来源文件夹“{options.sources}”。请用 --sources 指明来源文本在哪里。", WRONG_USE)
    loaded = load_city(options.data)
    city = loaded.city
    if city is None:
        return judge(loaded, options)
    texts = read_source_texts(_asked_for(city, options), options.sources)
    verification = verify_figures(city, texts.lines)
    wrong = in_order((*texts.diagnostics, *verification.diagnostics))
    conclusion = f"核对完成：{verification.checked} 项数据中 {len(verification.held)} 项与来源相符"
    if verification.unchecked:
        conclusion += f"，{len(verification.unchecked)} 项没有核对（来源文本不可用）"
    try:
        conclusion += _record(city, verification, options.data / VERIFIED_FILE) if options.record else ""
    finally:
        tell(options.format, wrong, conclusion)
    return FAILURE if wrong else SUCCESS


def _asked_for(city: City, options: Namespace) -> Iterator[Source]:
    for source in city.sources.values():
        if not options.only_present or (options.sources / source.file).exists():
            yield source


def _record(city: City, verification: Verification, record: Path) -> str:
    """What is to be said of it."""
    if not verification.checked:
        return "；一项都没有核对，记录没有改动"
    prints = renewed_prints(city, verification)
    write_together({record: verified_text(prints)})
    kept = sum(map(len, prints.values())) - len(verification.held)
    return f"；已记入 {record}" + (f"，没有核对的沿用以前的记录（{kept} 项）" if kept else "")
