"""A city of any size whose reports are shaped like those of a real one. A city in, a data folder out.

Lengths of texts, numbers of highlights and figures, themes, units and qualifiers are drawn from the real reports;
words come from a Markov chain over the real texts, so that a search index meets the vocabulary of the trade in new
combinations. The same seed gives the same bytes.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from highlights.model import City, Figure, Highlight, Kind, Report
from highlights.prose import FIGURE_REFERENCE

FIRST_YEAR = 2014
REGISTRIES = ("indicators.yaml", "themes.yaml")
LONGEST_TITLE = 14

# Of invented names: two of them make a few hundred districts, three any number.
_SYLLABLES = {
    "东": "dong", "西": "xi", "南": "nan", "北": "bei", "中": "zhong", "上": "shang", "新": "xin",
    "长": "chang", "安": "an", "平": "ping", "清": "qing", "河": "he", "山": "shan", "江": "jiang",
    "湖": "hu", "海": "hai", "泉": "quan", "林": "lin", "松": "song", "柏": "bo", "梅": "mei", "兰": "lan",
    "云": "yun", "石": "shi", "金": "jin", "玉": "yu", "龙": "long", "凤": "feng", "宝": "bao", "永": "yong",
    "泰": "tai", "康": "kang", "宁": "ning", "兴": "xing", "盛": "sheng", "华": "hua", "顺": "shun",
    "义": "yi", "德": "de", "文": "wen", "武": "wu", "明": "ming", "阳": "yang",
}  # fmt: skip
_END = "。"
_NOT_PROSE = re.compile(r"[“”‘’《》（）()\[\]*#\d.%A-Za-z\s]+")


class Chain:
    """Character by character, each drawn after the two before it, as often as it followed them in `texts`."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._followers: dict[str, list[str]] = defaultdict(list)
        self._starts: list[str] = []
        for text in texts:
            for sentence in _sentences(text):
                self._starts.append(sentence[:2])
                for at in range(len(sentence) - 2):
                    self._followers[sentence[at : at + 2]].append(sentence[at + 2])

    def sentence(self, chance: random.Random) -> str:
        made = chance.choice(self._starts)
        while made[-1] != _END:
            made += chance.choice(self._followers[made[-2:]])
        return made

    def text(self, chance: random.Random, length: int) -> str:
        made = ""
        while len(made) < length:
            made += self.sentence(chance)
        return made


def write_city(model: City, model_folder: Path, folder: Path, districts: int, years: int, seed: int = 1) -> None:
    """`districts` × `years` reports shaped like those of `model`, whose registries are taken over."""
    chance = random.Random(seed)  # noqa: S311 nothing is secret
    chain = Chain(highlight.text for report in model.reports() for highlight in report.highlights)
    names = dict(_names(districts))
    folder.mkdir(parents=True)
    for name in REGISTRIES:
        (folder / name).write_bytes((model_folder / name).read_bytes())
    _write(folder / "city.yaml", _city())
    _write(folder / "districts.yaml", {name: _district(text) for name, text in names.items()})
    _write(folder / "sources.yaml", {"texts": _source(names)})
    shapes = [report for report in model.reports() if not report.district.is_city]
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        _write(folder / str(year) / "edition.yaml", {"year": year, "title": f"{year}年各区亮点", "status": "draft"})
        for name in names:
            report = _report(chance, chain, chance.choice(shapes), name, year)
            _write(folder / str(year) / f"{name}.yaml", report)


def _city() -> dict[str, Any]:
    return {
        "name": "云州市",
        "title": "云州市各区年报",
        "description": "一座虚构的城市，供测量使用。",
        "organisation": "云州市总工会",
        "short_name": "全市",
    }


def _names(count: int) -> Iterator[tuple[str, str]]:
    pairs = ((*pair, "") for pair in product(_SYLLABLES, repeat=2))
    triples = product(_SYLLABLES, repeat=3)
    taken: set[str] = set()
    for first, second, third in (*pairs, *triples):
        name = "".join(_SYLLABLES[syllable] for syllable in (first, second, third) if syllable)
        if name not in taken:
            taken.add(name)
            yield name, f"{first}{second}{third}"
        if len(taken) == count:
            return


def _district(text: str) -> dict[str, str]:
    return {"name": f"{text}区", "short_name": text, "type": "district", "organisation": f"{text}区总工会"}


def _source(names: dict[str, str]) -> dict[str, Any]:
    sections = {name: {"name": text, "lines": str(line)} for line, (name, text) in enumerate(names.items(), start=1)}
    return {"title": "虚构的文本", "file": "texts.txt", "sha256": hashlib.sha256(b"").hexdigest(), "sections": sections}


def _report(chance: random.Random, chain: Chain, shape: Report, district: str, year: int) -> dict[str, Any]:
    figures = {figure.id: _figure(chance, figure) for figure in shape.figures.values() if _survives_new_digits(figure)}
    highlights = [_highlight(chance, chain, highlight, figures) for highlight in shape.highlights]
    report = {"district": district, "year": year, "sources": f"texts#{district}", "highlights": highlights}
    return {**report, "figures": figures} if figures else report


def _highlight(chance: random.Random, chain: Chain, shape: Highlight, figures: dict[str, Any]) -> dict[str, Any]:
    """The figures that the real one names stand at the end of its sentences."""
    sentences = _sentences(chain.text(chance, len(shape.text)))
    for at, figure in enumerate(named for named in shape.figure_ids if named in figures):
        place = at % len(sentences)
        verb = "计划" if figures[figure]["kind"] == Kind.TARGET else "共"
        sentences[place] = f"{sentences[place].removesuffix(_END)}，{verb}{{{figure}}}{_END}"
    title = chain.sentence(chance).removesuffix(_END).split("，")[-1][:LONGEST_TITLE]
    return {
        "id": shape.id,
        "title": title,
        "themes": [theme.id for theme in shape.themes],
        "text": "".join(sentences),
    }


def _survives_new_digits(figure: Figure) -> bool:
    """A range could end before it begins, and words have no digits."""
    return figure.quantity.value is not None and figure.quantity.value_max is None


def _figure(chance: random.Random, shape: Figure) -> dict[str, Any]:
    """The real expression with other digits."""
    reported = re.sub(r"[1-9]", lambda _: str(chance.randint(1, 9)), shape.reported)
    made: dict[str, Any] = {"reported": reported, "kind": shape.kind.value}
    if shape.indicator:
        made["indicator"] = shape.indicator.id
    if shape.label or not shape.indicator:
        made["label"] = shape.name
    for key in ("as_of", "scope", "per", "caveat"):
        if getattr(shape, key):
            made[key] = "unknown" if key == "as_of" else getattr(shape, key)
    return made


def _sentences(text: str) -> list[str]:
    plain = _NOT_PROSE.sub("", FIGURE_REFERENCE.sub("", text))
    return [f"{sentence}{_END}" for sentence in plain.split(_END) if len(sentence) > 1]


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8")
