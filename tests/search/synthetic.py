"""A city of as many reports as it takes, in the shapes of the real data: sentences shuffled, numbers and names new."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import TypeVar

from pypinyin import lazy_pinyin

from highlights.model import City, District, Edition, Figure, Highlight, Report
from highlights.quantity import Qualifier, parse_quantity

T = TypeVar("T")

_FIRST = "东西南北中上下大小新古青白红金银玉石龙凤"
_SECOND = "城阳州山平兴河湖江海原岭川泉林安宁丰昌德"
_PLAIN_NUMBER = re.compile(r"[1-9][0-9]*(?=\D+$)")
_FIGURE_OR_WORDS = re.compile(r"\{[^{}]+\}")


def synthetic_city(real: City, reports: int) -> City:
    """`reports` of them: 60 are 20 districts in 3 years, 10,000 are 400 in 25."""
    size = min(400, max(20, reports // 25))
    chance = random.Random(reports)
    districts = [_district(real, "".join(name)) for name in list(product(_FIRST, _SECOND))[:size]]
    source = _Source(real, chance)
    editions = {}
    for year in range(2024 - -(-reports // size), 2024):
        of_year = districts[: reports - size * len(editions)]
        template: Edition = replace(real.home, year=year, title=f"{year}年度亮点")
        editions[year] = replace(template, reports={found.id: source.report(found, year) for found in of_year})
    by_id = {district.id: district for district in districts}
    return replace(real, districts=by_id, editions=editions, home=editions[max(editions)])


def _district(real: City, name: str) -> District:
    known = next(iter(real.districts.values()))
    organisation = f"{name}区总工会"
    names = {"name": f"{name}区", "short_name": name, "aliases": (f"{name}工会",)}
    return replace(known, id="".join(lazy_pinyin(name)), organisation=organisation, **names)


class _Source:
    """What reports are put together from."""

    def __init__(self, real: City, chance: random.Random) -> None:
        self._chance = chance
        self._reports = reports = list(real.reports())
        self._highlights = [highlight for report in reports for highlight in report.highlights]
        self._figures = [figure for report in reports for figure in report.figures.values()]
        self._remarks = [remark for report in reports for remark in report.remarks]
        self._sentences = [sentence for highlight in self._highlights for sentence in _sentences(highlight.text)]
        self._names = [name for district in real.districts.values() for name in (district.name, district.short_name)]
        self._characters = sorted({character for sentence in self._sentences for character in sentence} - {*"，。、；"})

    def report(self, district: District, year: int) -> Report:
        citations = self._chance.choice(self._reports).sources
        figures = [replace(self._figure(figure), sources=citations) for figure in self._some(self._figures, 6)]
        by_id = {figure.id: figure for figure in figures}
        some = [replace(known, sources=citations) for known in self._some(self._highlights, 3)]
        highlights = {known.id: self._highlight(known, district) for known in some}
        remarks = tuple(self._some(self._remarks, 1))
        return Report(district, year, citations, tuple(highlights.values()), by_id, remarks, district.place)

    def _some(self, of: Sequence[T], about: int) -> list[T]:
        return self._chance.sample(of, self._chance.randint(max(1, about - 2), about + 2))

    def _highlight(self, known: Highlight, district: District) -> Highlight:
        sentences = [*_sentences(known.text)[:1], *self._some(self._sentences, 2)]
        text = f"{district.name}{self._name()}：" + "。".join(sentences) + "。"
        for name in self._names:
            text = text.replace(name, district.name)
        return replace(known, text=text, figure_ids=())

    def _name(self) -> str:
        """A street or firm that nobody else has: words grow with the texts."""
        return "".join(self._chance.choices(self._characters, k=4)) + self._chance.choice(
            ["街道", "公司", "社区", "园区"]
        )

    def _figure(self, known: Figure) -> Figure:
        if known.quantity.qualifier is not Qualifier.EXACT or not _PLAIN_NUMBER.match(known.reported):
            return known
        reported = _PLAIN_NUMBER.sub(lambda found: str(self._chance.randint(1, int(found[0]) * 3)), known.reported)
        return replace(known, reported=reported, quantity=parse_quantity(reported), part_of=None)


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[。\n]", _FIGURE_OR_WORDS.sub("多", text)) if part]
