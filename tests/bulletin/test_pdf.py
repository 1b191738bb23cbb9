"""What readers, searchers and screen readers find in a printed bulletin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice, pairwise
from operator import itemgetter

import pypdf
import pytest
from markupsafe import Markup
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from highlights.bulletin.pdf import Printer
from highlights.render.blocks import Heading
from tests.bulletin.conftest import Print, bulletin_of, print_bulletin
from tests.unit.smallest import city, report

_RUNNING_HEAD = 80  # points from the upper edge in which only running heads stand
_RADICALS = re.compile(r"[\u2e80-\u2fdf]")


def body_text(html: str) -> str:
    """What is set between the margins, without white space and without the numbers that only paper has."""
    body = html.partition("<body")[2].partition(">")[2]
    text = re.sub(r"<title>.*?</title>|<wbr>|\u200b", "", body, flags=re.DOTALL)
    return re.sub(r"\s+", "", Markup(text).striptags())


def miner_text(printed: Print) -> str:
    numbers = range(1, len(printed.pages) + 1)
    characters = (c for number in numbers for c in printed.drawn(number) if c.y1 < top_of(printed, number))
    return re.sub(r"\s+", "", "".join(character.get_text() for character in characters))


def pypdf_text(printed: Print) -> str:
    pieces: list[str] = []
    for number, page in enumerate(printed.reader.pages, start=1):
        top = top_of(printed, number)

        def keep(text: str, page: list[float], line: list[float], *_: object, top: float = top) -> None:
            if line[5] * page[3] + page[5] < top:
                pieces.append(text)

        page.extract_text(visitor_text=keep)
    return re.sub(r"\s+", "", "".join(pieces))


def top_of(printed: Print, number: int) -> float:
    page = printed.pages[number - 1]
    return float(page.y1) - (_RUNNING_HEAD if number > 1 else 0)


@pytest.mark.parametrize("read", [miner_text, pypdf_text])
@pytest.mark.parametrize("words", ["工会", "亮点", "年", "园林", "植树"])
def test_words_are_found_as_often_as_they_stand_there(printed: Print, read: Callable[[Print], str], words: str) -> None:
    """Words that are not in the heads of tables, which paper repeats."""
    assert read(printed).count(words) == body_text(printed.html).count(words)


def test_no_character_is_taken_for_a_radical(printed: Print) -> None:
    assert not _RADICALS.search(miner_text(printed))
    assert not _RADICALS.search("".join(page.extract_text() for page in printed.reader.pages))


def test_places_for_a_line_to_break_are_no_characters(edition: Print) -> None:
    assert "\u200b" in edition.html
    assert "\u200b" not in miner_text(edition)
    assert "\u200b" not in "".join(page.extract_text() for page in edition.reader.pages)


def test_every_font_is_embedded_as_a_subset(printed: Print) -> None:
    descriptors = [one for one in _objects(printed.reader) if one.get("/Type") == "/FontDescriptor"]
    assert descriptors
    for descriptor in descriptors:
        assert re.match(r"/[A-Z]{6}\+", descriptor["/FontName"]), descriptor
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys(), descriptor["/FontName"]


def test_contents_name_the_page_on_which_a_section_begins(edition: Print) -> None:
    headings = edition.bulletin.contents
    links = list(_inner_links(edition, range(2, _page_of(edition, headings[0].id))))
    assert [target for target, _ in links] == [heading.id for heading in headings]
    for heading, (_, text) in zip(headings, links, strict=True):
        number = _page_of(edition, heading.id)
        assert re.fullmatch(rf"{re.escape(_tight(heading.text))}\.{{4,}}{number}", text)
        assert _tight(heading.text) in _tight(edition.reader.pages[number - 1].extract_text())


def test_the_index_names_the_page_on_which_a_figure_stands(edition: Print) -> None:
    places = re.findall(r'class="page-number" href="#([^"]*)">([^<]*)<', edition.html)
    begin = _page_of(edition, "section-indicators")
    links = islice(_inner_links(edition, range(begin, len(edition.pages) + 1)), len(places))
    assert list(links) == [(target, f"{_tight(name)}{_page_of(edition, target)}") for target, name in places]


def test_the_outline_names_every_heading_in_order(printed: Print) -> None:
    blocks = [block for chapter in printed.bulletin.chapters for block in chapter.blocks]
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert [name for name, _ in _outline(printed)][1:] == headings


def test_the_document_says_what_it_is(printed: Print) -> None:
    root = printed.reader.trailer["/Root"]
    about = printed.reader.metadata
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert about is not None
    assert printed.bulletin.title in (about.title or "")
    assert (about.author or "") == printed.bulletin.issuer
    assert about.creation_date is None
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_headings_begin_at_one_and_leave_out_no_level(printed: Print) -> None:
    levels = [int(kind[2:]) for kind, _ in _structure(printed) if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_cells_know_their_headers(printed: Print) -> None:
    cells = [element for kind, element in _structure(printed) if kind == "/TD"]
    assert cells
    assert all(cell["/A"]["/Headers"] for cell in cells)


def test_heads_of_tables_say_which_way_they_point(printed: Print) -> None:
    groups = {"/THead": "/Column", "/TBody": "/Row"}
    heads = [element for kind, element in _structure(printed) if kind == "/TH"]
    assert {groups[head["/P"]["/P"]["/S"]] for head in heads} == {"/Column", "/Row"}
    assert all(head["/A"]["/Scope"] == groups[head["/P"]["/P"]["/S"]] for head in heads)


def test_figures_are_described(invented: Print) -> None:
    figures = [element for kind, element in _structure(invented) if kind == "/Figure"]
    assert figures
    assert all(figure.get("/Alt") for figure in figures)


def test_links_inside_lead_somewhere(printed: Print) -> None:
    named = printed.reader.named_destinations
    links = [note.get_object() for page in printed.reader.pages for note in page.get("/Annots", ())]
    inner = [link["/Dest"] for link in links if "/Dest" in link]
    assert inner
    assert all(target in named for target in inner)


def test_running_heads_name_the_part_that_a_page_begins_with(invented: Print) -> None:
    starts = dict(_outline(invented))
    for name in ("东湖区", "指标索引"):
        page = invented.pages[starts[name]]
        heads = [line.get_text().strip() for line in invented.lines(starts[name] + 1) if line.y1 > page.y1 - 90]
        assert heads[0] == invented.bulletin.title
        assert starts[name] + 1 > len(invented.pages) or len(heads) > 1


def test_every_page_but_the_cover_has_its_number(invented: Print) -> None:
    count = len(invented.pages)
    for number in range(2, count + 1):
        assert invented.lines(number)[-1].get_text().strip() == f"{number} / {count}"


def test_an_unknown_issuer_leaves_no_trace(printer: Printer) -> None:
    printed = print_bulletin(printer, bulletin_of(city(report("a")), 2022))
    assert printed.reader.metadata is not None
    assert printed.reader.metadata.author is None
    assert "发布单位" not in miner_text(printed)


def _page_of(printed: Print, place: str) -> int:
    return (printed.reader.get_destination_page_number(printed.reader.named_destinations[place]) or 0) + 1


def _inner_links(printed: Print, numbers: Iterable[int]) -> Iterator[tuple[str, str]]:
    """Where each link on these pages leads to inside, and what is drawn in it; one that a line breaks is one."""
    notes = ((number, note.get_object()) for number in numbers for note in _notes(printed, number))
    inner = ((number, note["/Dest"], note["/Rect"]) for number, note in notes if "/Dest" in note)
    for target, parts in groupby(inner, key=itemgetter(1)):
        by_page = groupby(parts, key=itemgetter(0))
        drawn = (_drawn_in(printed, number, [box for _, _, box in boxes]) for number, boxes in by_page)
        yield target, _tight("".join(drawn))


def _notes(printed: Print, number: int) -> Iterable[IndirectObject]:
    found: Iterable[IndirectObject] = printed.reader.pages[number - 1].get("/Annots", ())
    return found


def _drawn_in(printed: Print, number: int, boxes: list[Iterable[float]]) -> str:
    """Line by line, from left to right. Boxes lie in each other: one of a link, and others of its parts."""
    edges = [tuple(map(float, box)) for box in boxes]
    inside = [
        one
        for one in printed.drawn(number)
        if any(
            left < (one.x0 + one.x1) / 2 < right and bottom < (one.y0 + one.y1) / 2 < top
            for left, top, right, bottom in edges
        )
    ]
    return "".join(one.get_text() for one in sorted(inside, key=lambda one: (-round(one.matrix[5]), one.x0)))


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def _objects(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(found, DictionaryObject):
            yield found


def _outline(printed: Print) -> Iterator[tuple[str, int]]:
    def walk(entries: list[object]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                number = printed.reader.get_destination_page_number(entry)  # type: ignore[arg-type]
                yield str(entry.title), (number or 0) + 1  # type: ignore[attr-defined]

    return walk(printed.reader.outline)


def _structure(printed: Print) -> Iterator[tuple[str, DictionaryObject]]:
    def walk(element: object) -> Iterator[tuple[str, DictionaryObject]]:
        found = element.get_object() if isinstance(element, IndirectObject) else element
        if isinstance(found, ArrayObject):
            for child in found:
                yield from walk(child)
        elif isinstance(found, DictionaryObject) and "/S" in found:
            yield found["/S"], found
            yield from walk(found.get("/K", ArrayObject()))

    return walk(printed.reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
