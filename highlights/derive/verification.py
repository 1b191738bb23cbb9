"""Whether every figure stands in its source as it was printed. City and texts in, findings out.

An expression stands in a text only at the borders of a number: where nothing longer around it can be read as a
quantity. So 0354人 does not stand in 60354人, nor 400万元 in 近400万元, nor 3000人 in 3000人次.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from highlights.diagnostics import Diagnostic, in_order
from highlights.model import Citation, City, Figure, Report
from highlights.quantity import UnreadableQuantity, parse_quantity
from highlights.quantity.qualifiers import MEANINGS_BEFORE, NEXT_WORD, OTHER_WORDS

# No printed expression of the five texts is longer than this on one side of a shorter one.
REACH = 12
LONGEST = 16

_FIRST = "".join(sorted({word[0] for word in MEANINGS_BEFORE}))
_BEGINNING = re.compile(f"[0-9０-９一二两三四五六七八九十百千零〇上{_FIRST}]")

Texts = Mapping[str, Sequence[str]]
Claim = tuple[str, str, int | None]


@dataclass(frozen=True, slots=True)
class Verification:
    """`held` of `checked` figures stand in every source they cite; those of unreadable sources are `unchecked`."""

    checked: int
    held: tuple[tuple[Report, Figure], ...]
    unchecked: tuple[tuple[Report, Figure], ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """The lines of a section as one string, with the line of every character."""

    text: str
    lines: tuple[int, ...]


def verify_figures(city: City, texts: Texts) -> Verification:
    units = frozenset(city.units).union(*(indicator.units for indicator in city.indicators.values()))
    verifier = _Verifier(texts, units)
    checkable: list[tuple[Report, Figure]] = []
    unchecked: list[tuple[Report, Figure]] = []
    for report in city.reports():
        for figure in report.figures.values():
            is_readable = all(citation.source.id in texts for citation in figure.sources)
            (checkable if is_readable else unchecked).append((report, figure))
    claims = Counter(claim for _, figure in checkable for claim in _claims(figure))
    found = [[*verifier.check(figure), *verifier.check_claims(figure, claims)] for _, figure in checkable]
    return Verification(
        checked=len(checkable),
        held=tuple(pair for pair, wrong in zip(checkable, found, strict=True) if not wrong),
        unchecked=tuple(unchecked),
        diagnostics=in_order(diagnostic for wrong in found for diagnostic in wrong),
    )


class _Verifier:
    def __init__(self, texts: Texts, units: frozenset[str]) -> None:
        self._texts = texts
        self._units = units
        self._passages: dict[str, _Passage] = {}
        self._found: dict[tuple[str, str], list[re.Match[str]]] = {}

    def check(self, figure: Figure) -> Iterator[Diagnostic]:
        counts = []
        for citation in figure.sources:
            passage = self._passage(citation)
            places = self._places(figure.reported, citation)
            counts.append(len(places))
            yield from self._judge(figure, citation, passage, places)
        if figure.nth is not None and max(counts) == 1:
            yield _wrong(
                figure, "nth-needless", f"“{figure.reported}”在来源里只出现一次，不必写 nth", "删去 nth 这一行"
            )

    def check_claims(self, figure: Figure, claims: Mapping[Claim, int]) -> Iterator[Diagnostic]:
        """One occurrence in a text cannot stand for two figures."""
        for citation, claim in zip(figure.sources, _claims(figure), strict=True):
            places = self._places(figure.reported, citation)
            if claims[claim] > (1 if figure.nth else max(1, len(places))):
                yield _wrong(
                    figure,
                    "claimed-twice",
                    f"{claims[claim]} 个数据都写“{figure.reported}”，{citation.id} 里没有那么多处",
                    "核对原文：其中一个可能抄错了；确是不同的几处，各写 nth",
                )

    def _judge(
        self, figure: Figure, citation: Citation, passage: _Passage, places: Sequence[re.Match[str]]
    ) -> Iterator[Diagnostic]:
        lines = "、".join(str(passage.lines[found.start()]) for found in places)
        if not places:
            yield _wrong(figure, "not-in-source", *self._explain_absence(figure, citation, passage))
        elif len(places) > 1 and figure.nth is None:
            yield _wrong(
                figure,
                "several-in-source",
                f"“{figure.reported}”在 {citation.id} 出现 {len(places)} 次（第 {lines} 行）",
                "加一行 nth，写明是第几处",
            )
        elif figure.nth is not None and len(places) not in {1, *range(figure.nth, len(places) + 1)}:
            yield _wrong(
                figure,
                "nth-too-large",
                f"“{figure.reported}”在 {citation.id} 只出现 {len(places)} 次（第 {lines} 行），没有第 {figure.nth} 次",
                "改正 nth",
            )

    def _explain_absence(self, figure: Figure, citation: Citation, passage: _Passage) -> tuple[str, str]:
        message = f"{citation.id} 里没有“{figure.reported}”"
        elsewhere = self._elsewhere(figure, citation)
        near = self._nearest(figure.reported, passage)
        if near:
            expression, line = near
            message += f"，最接近的是第 {line} 行的“{expression}”"
        hint = "照原文改正数据，连同“近”“余”“约”和单位"
        if elsewhere:
            hint += f"；第 {elsewhere[1]} 行（{elsewhere[0]}）有“{figure.reported}”，是否放错了区或来源？"
        return message, hint

    def _elsewhere(self, figure: Figure, citation: Citation) -> tuple[str, int] | None:
        """Another section of the same source in which the expression stands."""
        for section in citation.source.sections.values():
            other = Citation(citation.source, section)
            places = self._places(figure.reported, other) if section != citation.section else []
            if places:
                return section.name, self._passage(other).lines[places[0].start()]
        return None

    def _nearest(self, reported: str, passage: _Passage) -> tuple[str, int] | None:
        expressions = dict(self._expressions(passage))
        close = difflib.get_close_matches(reported, expressions, n=1, cutoff=0.3)
        return (close[0], expressions[close[0]]) if close else None

    def _expressions(self, passage: _Passage) -> Iterator[tuple[str, int]]:
        """Every quantity in the passage, the longest at each place, with its line."""
        at = 0
        while at < len(passage.text):
            longest = self._longest_at(at, passage.text) if _BEGINNING.match(passage.text, at) else None
            if longest:
                yield longest, passage.lines[at]
            at += len(longest or " ")

    def _longest_at(self, at: int, text: str) -> str | None:
        ends = range(min(at + LONGEST, len(text)), at, -1)
        return next((text[at:end] for end in ends if self._is_quantity_at(at, end, text)), None)

    def _places(self, reported: str, citation: Citation) -> list[re.Match[str]]:
        """Where the expression stands in the section, whole."""
        key = (citation.id, reported)
        if key not in self._found:
            passage = self._passage(citation)
            found = re.finditer(re.escape(reported), passage.text)
            self._found[key] = [one for one in found if self._is_whole(one, passage)]
        return self._found[key]

    def _is_whole(self, found: re.Match[str], passage: _Passage) -> bool:
        """Whether nothing longer around the expression is a quantity."""
        start, end = found.span()
        text = passage.text
        for left in range(min(REACH, start) + 1):
            if text.endswith(OTHER_WORDS, 0, start - left + 1):
                break
            for right in range(min(REACH, len(text) - end) + 1):
                if (left or right) and self._is_quantity_at(start - left, end + right, text):
                    return False
        return True

    def _is_quantity_at(self, start: int, end: int, text: str) -> bool:
        return not NEXT_WORD.match(text, end - 1) and self._is_quantity(text[start:end])

    def _is_quantity(self, text: str) -> bool:
        if text != text.strip():
            return False
        try:
            parse_quantity(text, self._units)
        except UnreadableQuantity:
            return False
        return True

    def _passage(self, citation: Citation) -> _Passage:
        if citation.id not in self._passages:
            self._passages[citation.id] = self._read_passage(citation)
        return self._passages[citation.id]

    def _read_passage(self, citation: Citation) -> _Passage:
        """A number that a column break cuts in two is joined: texts are read without their line breaks."""
        lines = self._texts[citation.source.id]
        numbered = [
            (number, character)
            for first, last in citation.section.lines
            for number in range(first, min(last, len(lines)) + 1)
            for character in lines[number - 1].rstrip("\r")
        ]
        return _Passage("".join(c for _, c in numbered), tuple(number for number, _ in numbered))


def _claims(figure: Figure) -> list[Claim]:
    """The places in texts that a figure says are its own."""
    return [(citation.id, figure.reported, figure.nth) for citation in figure.sources]


def _wrong(figure: Figure, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(figure.place, code, message, hint)
