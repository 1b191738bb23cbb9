"""How a bulletin is set: margins, lines, breaks, whatever the data holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from markupsafe import Markup
from pdfminer.layout import LTChar

from highlights.bulletin.breaks import add_breaks
from highlights.bulletin.page import Preset
from highlights.bulletin.pdf import Printer
from highlights.model import Citation, City, Highlight, Remark, RemarkType, Term
from highlights.render.blocks import Heading
from tests.bulletin.conftest import Print, bulletin_of, print_bulletin
from tests.unit.smallest import CITATION, PLACE, SECTION, SOURCE, THEME, TREES, city, figure, report

_MILLIMETRE = 72 / 25.4
_SENTENCE = "区里在湖边和坡地栽种新树，并请附近的居民照看，一年之后再数成活的棵数。"
_HAN = "湖边坡地栽种新树居民照看一年之后再数成活棵数"
_UNBREAKABLE = "x" * 400


def highlight(text: str, title: str = "植树") -> Highlight:
    return Highlight("trees", title, (THEME,), text, None, (CITATION,), (), PLACE)


def wide_city(columns: int, reported: str = "125.6万余棵", **changes: str) -> City:
    """Two districts that report as many indicators."""
    indicators = {f"trees_{n}": replace(TREES, id=f"trees_{n}", name=f"第{n}种树") for n in range(columns)}
    figures = [figure(reported, id=key, indicator=one, **changes) for key, one in indicators.items()]
    return replace(city(report("a", *figures), report("b", *figures)), indicators=indicators)


def city_of_text(text: str, title: str = "植树") -> City:
    return city(replace(report("a"), highlights=(highlight(text, title),)))


def hostile_cities() -> Iterator[City]:
    yield wide_city(40)
    yield wide_city(3, label=_UNBREAKABLE, caveat=_UNBREAKABLE)
    yield wide_city(7, reported="9" * 15 + "万棵")
    yield city_of_text(_SENTENCE * 600)
    yield city_of_text(f"{_UNBREAKABLE}\n\n- {_UNBREAKABLE}\n- https://example.org/{_UNBREAKABLE}", _UNBREAKABLE)
    small = city_of_text(_SENTENCE)
    named = replace(small.editions[2022], title="很长的年度标题" * 30, issuer=_UNBREAKABLE, issued="2023-01-01")
    yield replace(small, name="很长的城市名" * 20, editions={2022: named}, home=named)


# The longest text, and the words that cannot break; all of them before a release.
@pytest.mark.parametrize("number", [3, 4, *(pytest.param(other, marks=pytest.mark.release) for other in (0, 1, 2, 5))])
def test_nothing_leaves_the_page(number: int, printer: Printer) -> None:
    hostile = list(hostile_cities())[number]
    assert_on_the_page(print_bulletin(printer, bulletin_of(hostile, 2022)))


@pytest.mark.release
@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize(
    ("district", "preset"), [("a", Preset.STANDARD), (None, Preset.OFFICIAL), ("a", Preset.OFFICIAL)]
)
def test_nothing_leaves_any_page(number: int, district: str | None, preset: Preset, printer: Printer) -> None:
    hostile = list(hostile_cities())[number]
    assert_on_the_page(print_bulletin(printer, bulletin_of(hostile, 2022, district), preset))


def assert_on_the_page(printed: Print) -> None:
    for number, page in enumerate(printed.pages, start=1):
        for character in printed.drawn(number):
            if character.get_text().strip():
                assert page.x0 <= character.x0 + 0.1, (number, character)
                assert character.x1 <= page.x1 + 0.1, (number, character)
                assert page.y0 <= character.y0 + 0.1, (number, character)
                assert character.y1 <= page.y1 + 0.1, (number, character)


@pytest.mark.parametrize(("columns", "lies_across", "heads"), [(4, False, 1), (5, True, 1), (11, True, 2)])
def test_a_wide_table_lies_across_the_page_and_goes_on_in_parts(
    columns: int, lies_across: bool, heads: int, printer: Printer
) -> None:
    printed = print_bulletin(printer, bulletin_of(wide_city(columns), 2022))
    wide = [number for number, page in enumerate(printed.pages, start=1) if page.width > page.height]
    assert bool(wide) == lies_across
    text = "".join(page.extract_text() for page in printed.reader.pages)
    assert text.count("2022年各区园林数据") == heads
    assert all(f"第{n}种树" in text for n in range(columns))


def test_lines_of_chinese_end_at_the_margin(printer: Printer) -> None:
    """Punctuation and digits leave every line a little short; what it lacks is spread over it."""
    printed = print_bulletin(printer, bulletin_of(city_of_text("2022年栽树125棵，新建“暖心”驿站3个。" * 60), 2022, "a"))
    lines = _text_lines(printed)
    left, right = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
    begins = [line[0].x0 > left + 10 for line in lines]
    # The last line of a paragraph ends where its text does.
    inner = [line for line, is_last in zip(lines, [*begins[1:], True], strict=True) if not is_last]
    assert len(inner) > 20
    short = [line for line in inner if line[-1].x1 < right - 0.5]
    assert not short, ["".join(one.get_text() for one in line) for line in short]


def test_no_line_begins_or_ends_with_what_belongs_to_its_neighbour(printed: Print) -> None:
    lines = [line for number in range(1, len(printed.pages) + 1) for line in _drawn_lines(printed, number)]
    assert len(lines) > 50
    assert not [line for line in lines if line[0] in "，。、；：？！）》”’" or line[-1] in "（《“‘"]


def _drawn_lines(printed: Print, number: int) -> Iterator[str]:
    """What is drawn without a jump."""
    characters = [one for one in printed.drawn(number) if one.get_text().strip()]
    line = characters[0].get_text()
    for before, one in pairwise(characters):
        if abs(one.matrix[5] - before.matrix[5]) > 1 or not -1 < one.x0 - before.x1 < 2 * one.height:
            yield line
            line = ""
        line += one.get_text()
    yield line


def test_the_digits_of_tables_are_of_one_width(printed: Print) -> None:
    """So that those of a column stand below each other."""
    widths: dict[tuple[str, float], list[float]] = {}
    for number in range(1, len(printed.pages) + 1):
        for one in printed.drawn(number):
            if one.get_text().isdecimal() and "Sans" in one.fontname:
                widths.setdefault((one.fontname, round(one.height, 1)), []).append(one.width)
    assert len(widths) > 1
    assert not {face for face, found in widths.items() if max(found) - min(found) > 0.01}


def test_shades_and_bars_say_their_value_in_words(edition: Print) -> None:
    """Printed in black and white they say as much."""
    text = "".join("".join(page.extract_text().split()) for page in edition.reader.pages)
    shaded = re.findall(r'<li class="[^"]*tile--shade-[1-9][^>]*>(.*?)</li>', edition.html, re.DOTALL)
    bars = re.findall(r"<tr>((?:(?!<tr>).)*?)<td><svg", edition.html, re.DOTALL)
    for tile in shaded:
        name, value = re.findall(r'<\w+ class="tile-grid__(?:name|value)"[^>]*>(.*?)<', tile)
        assert f"{name}{value}" in text
    for bar in bars:
        assert "".join(Markup(bar).striptags().split()) in text


def test_a_paragraph_begins_two_characters_in(printer: Printer) -> None:
    printed = print_bulletin(printer, bulletin_of(city_of_text(_HAN * 20), 2022, "a"))
    first, second = _text_lines(printed)[:2]
    assert first[0].x0 - second[0].x0 == pytest.approx(2 * 10.5, abs=0.5)


def test_official_pages_have_22_lines_of_28_characters(printer: Printer) -> None:
    printed = print_bulletin(printer, bulletin_of(city_of_text(_HAN * 100), 2022, "a"), Preset.OFFICIAL)
    page = printed.pages[1]
    lines = _lines_of(printed, 2, size=16)
    assert len(lines) == 22
    assert Counter(map(len, lines)) == {28: 22}
    left, right = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
    assert left == pytest.approx(28 * _MILLIMETRE, abs=0.6)
    assert right - left == pytest.approx(156 * _MILLIMETRE, abs=0.6)
    pitch = (lines[0][0].y0 - lines[-1][0].y0) / 21
    assert pitch == pytest.approx(225 / 22 * _MILLIMETRE, abs=0.05)
    assert page.height - lines[0][0].y1 >= 37 * _MILLIMETRE


def test_no_heading_stands_at_the_foot_of_a_page(printed: Print) -> None:
    blocks = [block for chapter in printed.bulletin.chapters for block in chapter.blocks]
    headings = {block.text for block in blocks if isinstance(block, Heading)}
    for number in range(3, len(printed.pages) + 1):
        *_, last = [line for line in printed.lines(number) if line.y0 > 80]
        assert last.get_text().strip() not in headings, number


def test_no_page_begins_with_the_themes_of_what_stands_on_the_one_before(printer: Printer) -> None:
    told = tuple(replace(highlight((_SENTENCE * 20)[: 60 + n * 53 % 401]), id=f"h{n}") for n in range(60))
    printed = print_bulletin(printer, bulletin_of(city(replace(report("a"), highlights=told)), 2022, "a"))
    assert len(printed.pages) > 8
    assert not [text for text in _first_lines(printed) if text.startswith("主题")]


def test_no_page_begins_with_what_belongs_to_the_one_before(printed: Print) -> None:
    """Who is absent from a table above, and the rest of what is known of a source."""
    torn = ("未公布以上指标的区", "出版者", "日期", "校验值")
    assert not [text for text in _first_lines(printed) if text.startswith(torn)]


def _first_lines(printed: Print) -> list[str]:
    """Of each page but the first, below the running heads."""
    tops = [page.y1 - 80 for page in printed.pages]
    numbers = range(2, len(printed.pages) + 1)
    return [next(line.get_text() for line in printed.lines(n) if line.y1 < tops[n - 1]) for n in numbers]


def test_sources_stand_at_the_foot_of_the_page_that_cites_them_first(printed: Print) -> None:
    """A page that a heading or the end of a paragraph has filled leaves its last ones to the next page."""
    first_cited: dict[str, int] = {}
    noted: dict[str, int] = {}
    for number in range(1, len(printed.pages) + 1):
        page = re.sub(r"\s", "", "".join(line.get_text() for line in printed.lines(number)))
        text, start, foot = page.partition(found[0]) if (found := re.search(r"\[\d+\]《", page)) else (page, "", "")
        cited = (mark for marks in re.findall(r"来源((?:\[\d+\])+)", text) for mark in _marks(marks))
        first_cited |= {mark: number for mark in cited if mark not in first_cited}
        noted |= dict.fromkeys(_marks(start + foot), number)
        assert re.fullmatch(r"((\[\d+\]《|^).*?行)*(\d+/\d+|—\d+—)", start + foot) or not foot, number
    assert noted
    assert all(0 <= number - first_cited[mark] <= 1 for mark, number in noted.items())
    assert sum(noted[mark] == first_cited[mark] for mark in noted) > 0.8 * len(noted)


def _marks(text: str) -> list[str]:
    return re.findall(r"\[\d+\]", text)


def test_no_source_is_noted_without_its_mark(printer: Printer) -> None:
    """Also the only one there is, when the report names none for all of itself."""
    told = replace(report("a", figure("125棵")), sources=(), highlights=(highlight(_SENTENCE),))
    printed = print_bulletin(printer, bulletin_of(city(told), 2022, "a"))
    text = "".join("".join(page.extract_text().split()) for page in printed.reader.pages)
    assert text.count("[1]《") == 1
    assert "主题：园林来源[1]" in text


def test_links_say_where_they_lead_wherever_editors_write(printer: Printer) -> None:
    remark = Remark(RemarkType.MISSING, "见[说明](https://example.org/remark)", None, None, None, None, None, PLACE)
    section = replace(SECTION, note="见[部分](https://example.org/section)")
    source = replace(SOURCE, note="见[来源](https://example.org/source)", sections={"all": section})
    sources = (Citation(source, section),)
    linking = replace(highlight("见[正文](https://example.org/text)、名词"), sources=sources)
    told = replace(report("a"), sources=sources, highlights=(linking,), remarks=(remark,))
    term = Term("term", "名词", "见[解释](https://example.org/term)、[来信](mailto:a@example.org)", (), (), PLACE)
    whole = replace(city(told), sources={"yearbook": source}, terms={"term": term})
    edition = replace(whole.editions[2022], introduction="见[导言](https://example.org/introduction)")
    text = _text_of(print_bulletin(printer, bulletin_of(replace(whole, editions={2022: edition}), 2022)))
    for words in ("正文", "说明", "部分", "来源", "解释", "导言"):
        assert re.search(rf"见{words}（https://example\.org/[a-z]+）", text), words
    assert "来信（mailto:a@example.org）" in text


@pytest.mark.parametrize(
    ("link", "printed"),
    [
        ("[https://example.org/甲_乙](https://example.org/甲_乙)", "见https://example.org/甲_乙。"),
        ("[a@example.org](mailto:a@example.org)", "见a@example.org。"),
        ("[报告](/2022/a/)", "见报告。"),
        ("[网站](/terms/)", "见网站。"),
    ],
)
def test_what_is_known_already_is_not_said_again(link: str, printed: str, printer: Printer) -> None:
    """An address that is the link's own text, and what stands in the same copy."""
    assert printed in _text_of(print_bulletin(printer, bulletin_of(city_of_text(f"见{link}。"), 2022, "a")))


def _text_of(printed: Print) -> str:
    return "".join("".join(page.extract_text().split()) for page in printed.reader.pages)


def test_a_source_that_only_the_table_cites_is_named_below_it(printer: Printer) -> None:
    cited = figure("125棵", sources=(replace(CITATION, section=replace(CITATION.section, id="other")),))
    printed = print_bulletin(printer, bulletin_of(city(report("a", cited)), 2022, "a"))
    text = "".join("".join(page.extract_text().split()) for page in printed.reader.pages)
    assert "表中还引用来源[2]" in text
    assert text.count("[2]《") == 1


@pytest.mark.parametrize("sentences", range(1, 34, 8))
def test_a_part_does_not_end_with_a_colophon_alone(sentences: int, printer: Printer) -> None:
    """However much stands before, the guide to its figures comes with it."""
    told = replace(report("a", figure("125棵")), highlights=(highlight(_SENTENCE * sentences),))
    last = print_bulletin(printer, bulletin_of(city(told), 2022, "a")).reader.pages[-1].extract_text()
    assert "关于本册" in last
    assert "怎样读这本简报" in last


def test_districts_with_little_text_share_a_page(printer: Printer) -> None:
    reports = [replace(report(one), highlights=(highlight(_SENTENCE),)) for one in "abc"]
    printed = print_bulletin(printer, bulletin_of(city(*reports), 2022))
    text = next(text for text in (page.extract_text() for page in printed.reader.pages) if "按区的顺序" in text)
    assert text.count(_SENTENCE[:10]) == len(reports)


@pytest.mark.parametrize(("has_places", "in_a_row"), [(False, 5), (True, 12)])
def test_tiles_stand_side_by_side(has_places: bool, in_a_row: int, printer: Printer) -> None:
    names = [chr(ord("a") + n) for n in range(12)]
    wide = city(report("a"), districts=tuple(names))
    if has_places:
        placed = {key: replace(one, tile=(1, n)) for n, (key, one) in enumerate(wide.districts.items(), start=1)}
        wide = replace(wide, districts=placed)
    printed = print_bulletin(printer, bulletin_of(wide, 2022))
    number = next(
        n for n, page in enumerate(printed.reader.pages, start=1) if "各区一览" in page.extract_text() and n > 2
    )
    letters = [one for one in printed.drawn(number) if one.get_text() in names and "Bold" in one.fontname]
    assert Counter(round(one.y0) for one in letters).most_common(1)[0][1] == in_a_row


def test_the_heads_of_a_table_are_repeated_and_its_rows_whole(printer: Printer) -> None:
    figures = [figure("125棵", id=f"t{n}", indicator=None, label=f"第{n}处", caveat=_SENTENCE) for n in range(60)]
    printed = print_bulletin(printer, bulletin_of(city(report("a", *figures)), 2022, "a"))
    pages = ["".join(page.extract_text().split()) for page in printed.reader.pages]
    with_rows = [text for text in pages if "125棵" in text]
    assert len(with_rows) > 2
    assert all("名称与说明" in text for text in with_rows)
    assert all(text.count("125棵") == text.count(_SENTENCE[-8:]) for text in with_rows)


def test_no_row_of_a_table_stands_alone(printer: Printer) -> None:
    """Tables of all lengths around a page's: where one is cut, two rows stand on either side."""
    cut = 0
    for rows in range(12, 16):
        figures = [figure("125棵", id=f"t{n}", indicator=None, label=f"第{n}处", caveat="坡地") for n in range(rows)]
        printed = print_bulletin(printer, bulletin_of(city(report("a", *figures)), 2022, "a"))
        on_pages = [page.extract_text().count("125棵") for page in printed.reader.pages]
        assert sum(on_pages) == rows
        assert 1 not in on_pages, rows
        cut += on_pages[0] < rows
    assert 0 < cut < 4


@pytest.mark.parametrize(
    ("html", "free"),
    [
        ("推广“双沟通”工作法", "推广|“双沟通”|工作法"),
        ("采用“两步走”，再推", "采用|“两步走”，再推"),
        ("“两新”组织", "“两新”|组织"),
        ("带“余”“近”的", "带|“余”|“近”|的"),
        ('<a title="推广“双”工">推</a>“广”', '<a title="推广“双”工">推</a>“广”'),
        ("<title>推广“双”工作</title>", "<title>推广“双”工作</title>"),
        ("<h2>推广“双”工</h2>推广“双”", "<h2>推广<wbr>“双”<wbr>工</h2>推广|“双”"),
        ("x" * 300, "x" * 300),
        ("x" * 310, ("x" * 30 + "|") * 10 + "x" * 10),
        ("甲&lt;" * 155, ("甲&lt;" * 15 + "|") * 10 + "甲&lt;" * 5),
        ("<h2>" + "&#34;" * 300 + "</h2>", "<h2>" + "&#34;" * 300 + "</h2>"),
        ("植树" * 155, "植树" * 155),
    ],
)
def test_lines_may_break_outside_of_quotation_marks_and_in_endless_rows(html: str, free: str) -> None:
    """By what nobody sees; in a name that is repeated elsewhere, by an element."""
    free = free.replace("|", "\u200b")
    head = "<title>在“头”里</title><body>\n"
    assert add_breaks(f"{head}{html}</body>") == f"{head}{free}</body>"


def _text_lines(printed: Print) -> list[list[LTChar]]:
    """The running text: what is set in the size of text and is no heading."""
    numbers = range(1, len(printed.pages) + 1)
    return [line for number in numbers for line in _lines_of(printed, number, size=10.5)]


def _lines_of(printed: Print, number: int, size: float) -> list[list[LTChar]]:
    found: dict[float, list[LTChar]] = {}
    for character in printed.drawn(number):
        is_text = "Serif" in character.fontname and "Bold" not in character.fontname
        if is_text and abs(character.height - size) < 0.1:
            found.setdefault(round(character.matrix[5], 1), []).append(character)
    return [sorted(line, key=lambda one: one.x0) for _, line in sorted(found.items(), reverse=True)]
