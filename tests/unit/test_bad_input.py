"""What an editor gets wrong, one case a mistake: the place and code of what is said about it, and words of the fix.

The invented city is copied, one file is changed, and nothing else may be complained about. ▸ marks the place in the new
text; `at` names it where it stands elsewhere; `also` is a second finding that is true as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from highlights.diagnostics import Place
from highlights.load import load_city
from tests.conftest import replace_in

DONGHU = "2022/donghu.yaml"
XILING = "2022/xiling.yaml"
CITY = "city.yaml"
MARK = "▸"
INDICATORS = "indicators.yaml"
SOURCES = "sources.yaml"
TERMS = "terms.yaml"
EDITION = "2022/edition.yaml"


class Case(NamedTuple):
    rule: str
    file: str
    old: str
    new: str
    code: str
    words: str
    at: str = ""
    also: str = ""


CASES = [
    # Keys, types, values
    Case(
        "an unknown key gets the nearest known one",
        DONGHU,
        "    title: 沿湖",
        "    ▸titel: 沿湖",
        "unknown-key",
        "title",
    ),
    Case("a key has its English name", DONGHU, "year: 2022", "▸年度: 2022", "unknown-key", "是不是“year”？"),
    Case(
        "a missing field is named", DONGHU, "label: 图书漂流架, ", "", "unknown-indicator", "label", at="shelves: {re"
    ),
    Case("an empty value is no value", DONGHU, "title: 沿湖植树", "title:▸", "empty-value", "title"),
    Case("a key that may be left out is not left empty", DONGHU, "kind: standard", "kind: ▸", "empty-value", "kind"),
    Case(
        "a tile has a row and a column",
        "districts.yaml",
        "[1, 1]",
        "▸[1]",
        "wrong-type",
        "tile（方格图中的行和列）”要写两个，这里有 1 个",
    ),
    Case("a tile has no more", "districts.yaml", "[1, 1]", "▸[1, 1, 2]", "wrong-type", "两个，这里有 3 个"),
    Case("a ratio is of two", DONGHU, "36个", "36个, ratio_of: ▸[trees_planted]", "wrong-type", "两个，这里有 1 个"),
    Case("a year is a number", DONGHU, "year: 2022", "year: ▸二〇二二", "wrong-type", "一个整数"),
    Case("a figure is no list", DONGHU, "12560册次", "▸[12560册次]", "wrong-type", "一个列表"),
    Case("themes are no mapping", DONGHU, "[greening]", "▸{greening: 1}", "wrong-type", "一个列表"),
    Case("a kind is one of four", DONGHU, "kind: standard", "kind: ▸standart", "unknown-value", "standard"),
    Case("an id is small and Latin", DONGHU, "  - id: tree-day", "  - id: ▸植树", "bad-id", "小写"),
    Case("a key is an id too", DONGHU, "  books_lent:", "  ▸Books:", "bad-id", "小写", also="unknown-figure"),
    Case("nth counts from one", DONGHU, "reported: 36个", "reported: 36个, nth: ▸0", "out-of-range", "应不小于 1"),
    Case("a tile lies in the grid", "districts.yaml", "tile: [1, 1]", "tile: [▸0, 1]", "out-of-range", "应是 1 到 12"),
    Case("an edition is of our time", EDITION, "year: 2022", "year: ▸202", "out-of-range", "应是 1900 到 2999"),
    Case("a date has a month that exists", DONGHU, "as_of: 2022-12-31", "as_of: ▸2022-13-31", "bad-date", "2021-12-31"),
    Case("a month has no 31st of June", DONGHU, "as_of: 2022-12-31", "as_of: ▸2022-06-31", "bad-date", "2021-12-31"),
    Case(
        "digits of a date are half-width",
        DONGHU,
        "as_of: 2022-12-31",
        "as_of: ▸２０２２-12-31",
        "bad-date",
        "2021-12-31",
    ),
    Case("a period is no list", XILING, "2022/unknown", "▸[2022, unknown]", "wrong-type", "一段文字"),
    Case("a period ends after it begins", XILING, "2022/unknown", "▸2022-06/2022-01", "bad-period", "2021/unknown"),
    Case("a period is not prose", XILING, "2022/unknown", "▸上半年", "bad-period", "2021-01/2021-06"),
    Case("line ranges are numbers", SOURCES, "lines: 10-13", "lines: ▸十到十三", "bad-lines", "79-83"),
    Case("a line range runs forward", SOURCES, "lines: 10-13", "lines: ▸13-10", "bad-lines", "79-83"),
    Case("a check sum has 64 digits", SOURCES, "sha256: ", "sha256: ▸0", "bad-sha256", "sha256sum"),
    Case("a file is named without its folder", SOURCES, "file: ", "file: ▸../", "bad-file", "文件夹"),
    Case("a file is not one of the machine", SOURCES, "file: ", "file: ▸/etc/", "bad-file", "文件夹"),
    Case("an address has a host", SOURCES, "https://example.org/", "▸'https://[::1'  # ", "bad-link", "https://"),
    Case("an address is of the web", SOURCES, "https://example.org", "▸javascript:alert(1)//", "bad-link", "https://"),
    Case(
        "a contact can be written to",
        CITY,
        "contact: nianbao@",
        "contact: ▸nianbao＠",
        "bad-contact",
        "name@example.org",
    ),
    Case("a contact is no telephone", CITY, "nianbao@yunzhou.example.org", "▸0100-0000000", "bad-contact", "https://"),
    Case(
        "a contact is no script", CITY, "nianbao@yunzhou.example.org", "▸javascript:alert(1)", "bad-contact", "https://"
    ),
    Case("a site has a complete address", CITY, "https://yunzhou", "▸yunzhou", "bad-link", "https://"),
    # Names of things elsewhere
    Case("a theme is registered", DONGHU, "[greening]", "[▸greenning]", "unknown-theme", "greening"),
    Case(
        "a short form is an indicator's id",
        DONGHU,
        "  on_time_rate:",
        "  ▸on_time_rat:",
        "unknown-indicator",
        "on_time_rate",
    ),
    Case(
        "an indicator is registered",
        XILING,
        "indicator: trees_planted",
        "indicator: ▸tree_planted",
        "unknown-indicator",
        "trees_planted",
    ),
    Case(
        "themes stand in a list",
        DONGHU,
        "[reading, greening]",
        "[▸reading，greening]",
        "unknown-theme",
        "[reading, greening]",
    ),
    Case(
        "a list has brackets",
        DONGHU,
        "[reading, greening]",
        "▸reading, greening",
        "unknown-theme",
        "[reading, greening]",
    ),
    Case(
        "sources stand in a list",
        DONGHU,
        "yearbook-2022#donghu",
        "▸yearbook-2022#donghu、yearbook-2022#city",
        "unknown-source",
        "[yearbook-2022#donghu, yearbook-2022#city]",
    ),
    Case("a source is registered", DONGHU, "yearbook-2022#", "▸yearbook-2020#", "unknown-source", "yearbook-2022"),
    Case(
        "a source of another year is not proposed",
        "2023/donghu.yaml",
        "bulletin-2023#",
        "▸yearbook-2023#",
        "unknown-source",
        "“yearbook-2022”写着另一年；新的来源要先登记",
    ),
    Case(
        "a source without its year is that of the edition",
        "2023/donghu.yaml",
        "bulletin-2023#",
        "▸bulletin#",
        "unknown-source",
        "是不是“bulletin-2023”？",
    ),
    Case("a section is registered", DONGHU, "#donghu", "#dongu", "unknown-section", "donghu", at="yearbook-202"),
    Case("a source has a section", DONGHU, "yearbook-2022#donghu", "▸yearbook-2022", "unknown-section", "来源#部分"),
    Case(
        "a whole is a figure of the report",
        DONGHU,
        "part_of: trees_planted",
        "part_of: ▸tree_planted",
        "unknown-figure",
        "trees_planted",
    ),
    Case(
        "nothing is part of itself", DONGHU, "part_of: trees_planted", "part_of: ▸fruit_trees", "part-of-itself", "更大"
    ),
    Case(
        "a text refers to figures of the report",
        DONGHU,
        "{fruit_trees}",
        "▸{fruit_tree}",
        "unknown-figure",
        "fruit_trees",
    ),
    Case(
        "an indicator's theme is registered",
        INDICATORS,
        "theme: reading",
        "theme: ▸redding",
        "unknown-theme",
        "reading",
    ),
    # Figures
    Case("a unit is the indicator's", DONGHU, "2.4万余棵", "▸2.4万余人", "unit-mismatch", "棵、株"),
    Case("a number has its unit", DONGHU, "2.4万余棵", "▸2.4万余", "unit-mismatch", "没有单位"),
    Case("人 is not 人次, and 册 is not 册次", DONGHU, "12560册次", "▸12560册", "unit-mismatch", "册次"),
    Case("an expression can be read", DONGHU, "reported: 36个", "reported: ▸几十个", "unreadable-quantity", "几十个"),
    Case("a unit comes last", DONGHU, "reported: 36个", "reported: ▸36个架子", "unreadable-quantity", "36个"),
    Case("a stock has a day", DONGHU, ", as_of: 2022-12-31", "", "missing-as-of", "unknown", at="greenway_length: {"),
    Case(
        "a flow has no day",
        DONGHU,
        "{label: 图书漂流架, reported: 36个}",
        "{indicator: trees_planted, as_of: ▸unknown, scope: 湖边, label: 湖边植树, reported: 36棵}",
        "as-of-on-flow",
        "period",
    ),
    Case(
        "a figure has one time",
        DONGHU,
        "as_of: 2022-12-31",
        "as_of: ▸2022-12-31, period: 2022",
        "period-and-as-of",
        "只留一个",
    ),
    Case("a period touches the year", XILING, "2022/unknown", "▸2019", "period-outside-year", "2022"),
    Case(
        "only figures of speech are qualified by hand",
        DONGHU,
        "reported: 36个",
        "reported: 36个, qualifier: ▸over",
        "unknown-value",
        "rhetorical",
    ),
    Case(
        "an indicator has one value a district",
        XILING,
        "    caveat: 只含志愿者栽种的\n",
        "",
        "two-comparable-figures",
        "caveat",
        at="volunteer_trees:",
    ),
    Case(
        "a figure has a source",
        DONGHU,
        "sources: yearbook-2022#donghu\n",
        "",
        "missing-source",
        "sources",
        at="district: donghu",
    ),
    # Texts
    Case("a number is typed once", DONGHU, "{fruit_trees}", "▸3000余棵", "number-in-text", "figures"),
    Case("a number in full width is one too", DONGHU, "{fruit_trees}", "▸３０００余棵", "number-in-text", "figures"),
    Case("HTML is refused", DONGHU, "设漂流架", "设▸<b>漂流</b>架", "html-in-text", "尖括号"),
    Case("HTML is refused in every field", DONGHU, "title: 沿湖植树", "title: 沿湖▸<br>植树", "html-in-text", "尖括号"),
    Case("a link is safe", DONGHU, "(/terms/#book_drift)", "(▸javascript:alert(1))", "bad-link", "https://"),
    Case("a link is complete", DONGHU, "(/terms/#book_drift)", "(▸www.example.org)", "bad-link", "https://"),
    Case(
        "a picture is refused",
        DONGHU,
        "[名词](/terms/#book_drift)",
        "▸![图](https://example.org/a.png)",
        "unsupported-markdown",
        "图片",
    ),
    Case(
        "a heading is refused", DONGHU, "      公园设", "      ▸## 小标题\n      公园设", "unsupported-markdown", "标题"
    ),
    Case(
        "a table is refused",
        DONGHU,
        "      公园设",
        "      ▸| 街道 | 个数 |\n      公园设",
        "unsupported-markdown",
        "表格",
    ),
    Case("a pasted bullet is refused", DONGHU, "      - 每个街道", "      ▸• 每个街道", "unsupported-markdown", "“- ”"),
    Case(
        "a link has brackets of half width",
        DONGHU,
        "](/terms/#book_drift)",
        "](▸https://example.org/）",
        "bad-link",
        "半角",
        also="unbalanced-quotes",
    ),
    Case("a number in numerals is one too", DONGHU, "{fruit_trees}", "▸三千余棵", "number-in-text", "figures"),
    Case(
        "a title is no text",
        DONGHU,
        "title: 沿湖植树",
        f"title: ▸{''.join(map(chr, range(0x4E00, 0x4E00 + 301)))}",
        "too-long",
        "有 301 个字，超过 300 个",
    ),
    Case(
        "the address of a site fits into a QR code",
        CITY,
        "address: https://yunzhou.example.org",
        f"address: ▸https://yunzhou.example.org/{'x' * 280}",
        "too-long",
        "有 308 个字，超过 300 个",
    ),
    Case("an introduction refers to no figure", EDITION, "收录三个", "收录▸{trees}个", "bad-reference", "亮点正文"),
    Case("a term refers to no figure", TERMS, "编号来自", "编号▸{trees}来自", "bad-reference", "亮点正文"),
    Case(
        "a note on a source refers to no figure",
        SOURCES,
        "  publisher:",
        "  note: 缺▸{trees}棵\n  publisher:",
        "bad-reference",
        "亮点正文",
    ),
    Case(
        "a note on a section is read like other texts",
        SOURCES,
        "note: 第12行有缺字。",
        "note: 第12行有缺字，见[名词](▸javascript:x)。",
        "bad-link",
        "https://",
    ),
    Case("a reference has braces of half width", DONGHU, "{fruit_trees}", "▸｛fruit_trees｝", "bad-reference", "半角"),
    Case("a reference has no spaces", DONGHU, "{fruit_trees}", "▸{ fruit_trees }", "bad-reference", "空格"),
    Case("a reference is closed", DONGHU, "{fruit_trees}", "▸{fruit_trees", "bad-reference", "花括号"),
    # More about figures
    Case(
        "an indicator is named beside a label",
        DONGHU,
        "on_time_rate: 99.43%",
        "▸on_time_rate: {label: 办结率, reported: 99.43%}",
        "forgotten-indicator",
        "indicator: on_time_rate",
        also="lonely-indicator",
    ),
    Case(
        "the whole district is no scope",
        DONGHU,
        "reported: 36个",
        "reported: 36个, scope: ▸东湖区",
        "whole-scope",
        "删去 scope",
    ),
    Case(
        "the whole city is written city",
        DONGHU,
        "reported: 36个",
        "reported: 36个, scope: ▸全市",
        "whole-scope",
        "scope: city",
    ),
    Case("zero is not the same as nothing", DONGHU, "reported: 36个", "reported: ▸0个", "zero-value", "没有公布"),
    Case("a local figure has a unit", DONGHU, "reported: 36个", "reported: ▸36", "missing-unit", "2209件"),
    Case(
        "a unit is declared",
        DONGHU,
        "reported: 36个",
        "reported: ▸36嗒",
        "unreadable-quantity",
        "city.yaml 的 units",
    ),
    Case(
        "declared units are written apart",
        CITY,
        "name: 云州市",
        "name: 云州市\nunits: [▸册次、幅次]",
        "bad-unit",
        "[家, 个]",
    ),
    Case(
        "a day lies not in the future", DONGHU, "as_of: 2022-12-31", "as_of: ▸2032-12-31", "period-outside-year", "2022"
    ),
    Case("a theme is named once", DONGHU, "[reading, greening]", "▸[reading, reading]", "duplicate-id", "一次"),
    Case(
        "a theme is written by its id",
        DONGHU,
        "[reading, greening]",
        "[reading, ▸园林绿化]",
        "unknown-theme",
        "greening",
    ),
    Case("units are written apart", INDICATORS, "[棵, 株]", "[▸棵、株]", "bad-unit", "[家, 个]"),
    Case(
        "lengths in two units are not added up",
        INDICATORS,
        "units: [公里]",
        "units: ▸[公里, 米]",
        "mixed-units",
        "指标“绿道长度”的单位“公里、米”",
    ),
    Case(
        "册 is not 册次 in a list either", INDICATORS, "units: [册次]", "units: ▸[册次, 册]", "mixed-units", "两个指标"
    ),
    Case("a unit has no 万", INDICATORS, "units: [公里]", "units: [▸万公里]", "bad-unit", "万"),
    Case(
        "rates have no sum",
        INDICATORS,
        "aggregate: none",
        "aggregate: sum",
        "rate-with-sum",
        "none",
        at="name: 按时办结率",
    ),
    # Ids and files
    Case("an anchor is left to figures", DONGHU, "id: tree-day", "id: ▸figure-day", "reserved-id", "figure-"),
    Case("the title of a report has its anchor", DONGHU, "id: tree-day", "id: ▸report", "reserved-id", "report"),
    Case("the search box has its own", DONGHU, "id: tree-day", "id: ▸search-question", "reserved-id", "search-"),
    Case("and so has the page of terms", TERMS, "book_drift:", "▸terms:", "reserved-id", "terms"),
    Case(
        "a file is named after its district",
        DONGHU,
        "district: donghu",
        "district: ▸nangang-park",
        "file-name",
        "2022/nangang-park.yaml",
        also="foreign-section",
    ),
    Case(
        "a file lies in the folder of its year", "2022/edition.yaml", "year: 2022", "year: ▸2023", "file-name", "2022"
    ),
    Case(
        "a home edition exists",
        "city.yaml",
        "short_name: 全市",
        "short_name: 全市\nhome: ▸2021",
        "unknown-edition",
        "2023",
    ),
    Case("city is no district", "districts.yaml", "xiling:", "▸city:", "reserved-id", "拼音", also="unknown-district"),
    # YAML
    Case(
        "a key stands once",
        DONGHU,
        "  books_lent: 12560册次",
        "  books_lent: 12560册次\n  ▸books_lent: 9册次",
        "duplicate-key",
        "22",
    ),
    Case("a separator cuts a value in braces", DONGHU, "reported: 36个", "reported: ▸1,236个", "cut-by-comma", "引号"),
    Case("a hash cuts a value", DONGHU, "title: 沿湖植树", "title: 沿湖植树 ▸#12351热线", "cut-by-hash", "引号"),
    Case("an anchor is refused", DONGHU, "title: 沿湖植树", "title: ▸&a 沿湖植树", "yaml-feature", "&"),
    Case("a tag is refused", DONGHU, "title: 沿湖植树", "title: ▸!!str 沿湖植树", "yaml-feature", "!"),
    Case("a tab is no space", DONGHU, "    title: 沿湖植树", "▸\ttitle: 沿湖植树", "syntax", "制表符"),
    Case("a colon is half-width", DONGHU, "district: donghu", "district▸：donghu", "full-width", "冒号"),
    Case("so it is after any key", DONGHU, "year: 2022", "年度▸：2022", "full-width", "年度: 2022"),
    Case("and after a key of full width", DONGHU, "year: 2022", "ｙｅａｒ▸：2022", "full-width", "year: 2022"),
    Case("a comma in braces is half-width", DONGHU, "果树, reported", "果树▸，reported", "full-width", "逗号"),
    Case("a quote is closed", DONGHU, "title: 沿湖植树", 'title: ▸"沿湖植树', "syntax", "引号"),
    Case("text does not follow a closing quote", DONGHU, "title: 沿湖植树", 'title: "四个一"▸植树', "syntax", "引号"),
    Case("a value has no colon and space", DONGHU, "title: 沿湖植树", "title: 其中▸: 百人以上", "syntax", "："),
    Case("a star is no bullet", DONGHU, "title: 沿湖植树", "title: ▸*重点", "syntax", "*"),
    Case("a bracket does not begin a text", DONGHU, "title: 沿湖植树", "title: ▸[试点]企业", "syntax", "引号"),
]


@pytest.mark.parametrize("case", CASES, ids=[case.rule for case in CASES])
def test_a_mistake_is_told_at_its_place_and_nothing_else_is(case: Case, data_folder: Path) -> None:
    path = data_folder / case.file
    line, column = make_mistake(case, path)
    found = load_city(data_folder).diagnostics
    assert [(d.place, d.code) for d in found if d.code != case.also] == [(Place(str(path), line, column), case.code)]
    told = next(d for d in found if d.code == case.code)
    assert case.words in told.message + told.hint
    assert told.hint


def test_mistakes_in_many_files_are_told_in_one_run(data_folder: Path) -> None:
    """One mistake a file, every file a copy of one report: each found at its own line."""
    expected = set()
    template = (data_folder / DONGHU).read_text(encoding="utf-8")
    cases = [case for case in CASES if case.file == DONGHU and case.code != "file-name"]
    for number, case in enumerate(cases):
        year = 3000 - 200 - number
        path = data_folder / str(year) / "donghu.yaml"
        path.parent.mkdir()
        path.with_name("edition.yaml").write_text(f"year: {year}\ntitle: 年\nstatus: draft\n", encoding="utf-8")
        path.write_text(template, encoding="utf-8")
        line, column = make_mistake(case, path)
        expected.add((Place(str(path), line, column), case.code))
    found = {(d.place, d.code) for d in load_city(data_folder).diagnostics}
    assert expected <= found
    assert len(expected) == len(cases)


def test_a_number_without_end_is_cut_where_it_is_quoted(data_folder: Path) -> None:
    replace_in(data_folder / EDITION, "year: 2022", f"year: {'9' * 5000}")
    assert [(found.code, found.message) for found in load_city(data_folder).diagnostics if found.is_error] == [
        ("wrong-type", f"“year（年度）”应是一个整数，这里是“{'9' * 40}…”")
    ]


def test_a_mistyped_key_is_not_also_missing(data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "    title: 沿湖", "    titel: 沿湖")
    assert [d.code for d in load_city(data_folder).diagnostics] == ["unknown-key"]


def test_a_city_declares_further_units(data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "reported: 36个", "reported: 近36嗒")
    replace_in(data_folder / CITY, "name: 云州市", "name: 云州市\nunits: [嗒, 标准箱]")
    loaded = load_city(data_folder)
    assert loaded.diagnostics == ()
    assert loaded.city
    report = loaded.city.report("donghu", 2022)
    assert report
    assert report.figures["shelves"].quantity.unit == "嗒"


def test_while_a_list_of_units_is_broken_no_unit_is_doubted(data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "reported: 36个", "reported: 近36嗒")
    replace_in(data_folder / CITY, "name: 云州市", "name: [")
    assert {found.code for found in load_city(data_folder).diagnostics} == {"syntax"}


def test_a_broken_list_does_not_make_a_mistake_of_every_use(data_folder: Path) -> None:
    (data_folder / "indicators.yaml").write_text("trees_planted: [", encoding="utf-8")
    assert [d.code for d in load_city(data_folder).diagnostics] == ["syntax"]


def make_mistake(case: Case, path: Path) -> tuple[int, int]:
    """Changes the file; gives the line and column that ▸ marks in the new text, or where `at` begins."""
    replace_in(path, case.old, case.new)
    text = path.read_text(encoding="utf-8")
    offset = text.index(MARK) if MARK in case.new else text.index(case.at)
    path.write_text(text.replace(MARK, "", 1), encoding="utf-8")
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
