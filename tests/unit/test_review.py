"""What `highlights diff` says of a change: (edits, said), one case a change, in the invented city.

Nothing else may be said of the changes: the lines about them are exactly those of the case.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from highlights.derive.coverage import fingerprint
from highlights.load import load_city
from highlights.publish.pages import generated_pages
from highlights.review import figures
from highlights.review.as_json import as_json
from highlights.review.as_markdown import as_markdown, inert
from highlights.review.as_text import as_text
from highlights.review.drawing import draw_pages
from highlights.review.effects import Pages, touched_pages
from highlights.review.review import Review, Side, review, with_pages
from highlights.review.verified import VerifiedFigures
from highlights.review.words import Mark, mark_words
from tests.conftest import INVENTED_DATA, ROOT, replace_in

DONGHU = "2022/donghu.yaml"
XILING = "2022/xiling.yaml"
LATER = "2023/donghu.yaml"
NOTHING = ("没有改变任何数据。",)


Edit = tuple[str, str, str]


class Case(NamedTuple):
    what: str
    edits: tuple[Edit, ...]
    said: tuple[str, ...]


SHELVES = "  shelves: {label: 图书漂流架, reported: 36个}\n"
TREES = "  trees_planted: 2.4万余棵\n"
DRIFT_HEAD = "  - id: book-drift\n    title: 图书漂流进公园\n    themes: [reading, greening]\n"
DRIFT = """\
  - id: book-drift
    title: 图书漂流进公园
    themes: [reading, greening]
    text: |
      公园设漂流架{shelves}，全年外借{books_lent}。

      - 每个街道补贴{subsidy}；
      - 读者**自愿**放书，详见[名词](/terms/#book_drift)。
"""
HILLS = """\
hills:
  name: 北山区
  short_name: 北山
  type: district
  organisation: 北山区园林与阅读中心
"""
REPORT = "district: hills\nyear: 2022\nsources: yearbook-2022#city\nfigures:\n  trees_planted: 300余棵\n"
NEW = ""
XILING_HIGHLIGHT = """\
highlights:
  - id: hill-trees
    title: 荒坡补栽
    themes: [greening]
    text: |
      西岭区在荒坡补栽{trees_planted}，志愿者另栽{volunteer_trees}。
"""

CASES = [
    Case("a figure moved", ((DONGHU, SHELVES, ""), (DONGHU, TREES, SHELVES + TREES)), NOTHING),
    Case("a highlight moved", ((DONGHU, DRIFT, ""), (DONGHU, "highlights:\n", f"highlights:\n{DRIFT}")), NOTHING),
    Case("a long form", ((DONGHU, TREES, "  trees_planted:\n    reported: 2.4万余棵\n"),), NOTHING),
    Case("a quoted value", ((DONGHU, "36个}", '"36个"}'),), NOTHING),
    Case("a comment", ((DONGHU, "figures:\n", "# 核对过\nfigures:   # 数据\n"),), NOTHING),
    Case("a default written out", ((DONGHU, "36个}", "36个, kind: result, period: 2022}"),), NOTHING),
    Case("a source written out", ((DONGHU, "36个}", "36个, sources: yearbook-2022#donghu}"),), NOTHING),
    Case("a text broken into other lines", ((DONGHU, "湖边植树{", "湖边\n      植树{"),), NOTHING),
    Case("a list in another form", ((DONGHU, "themes: [greening]", "themes:\n      - greening"),), NOTHING),
    Case("an exact number", ((DONGHU, "36个}", "45个}"),), ("改动数据 图书漂流架（shelves）：36个 → 45个，增加25%",)),
    Case(
        "an inexact number",
        ((DONGHU, "3000余棵", "2000余棵"),),
        ("改动数据 果树（fruit_trees）：3000余棵 → 2000余棵，减少约33.3%",),
    ),
    Case(
        "another measure word",
        ((DONGHU, "2.4万余棵", "24000余株"),),
        (
            "改动数据 植树（trees_planted）：2.4万余棵 → 24000余株",
            "请核对 unit-changed  单位变了：“棵” → “株”，数的不再是同一样东西",
        ),
    ),
    Case(
        "a lost 万",
        ((LATER, "2.9万棵", "2.9棵"),),
        (
            "改动数据 植树（trees_planted）：2.9万棵 → 2.9棵，减少99.99%",
            "请核对 lost-wan  与原来相差几千倍以上：是不是漏了一个“万”？",
        ),
    ),
    Case(
        "a digit too many",
        ((DONGHU, "36个}", "360个}"),),
        (
            "改动数据 图书漂流架（shelves）：36个 → 360个，增加900%",
            "请核对 digit-shifted  恰好相差10倍：是不是多了或少了一位，或小数点错了位？",
        ),
    ),
    Case(
        "swapped digits",
        ((DONGHU, "12560册次", "15260册次"),),
        (
            "改动数据 外借图书（books_lent）：12560册次 → 15260册次，增加21.5%",
            "请核对 digits-swapped  数字相同、次序不同：是不是抄颠倒了？",
        ),
    ),
    Case(
        "an added comma",
        ((DONGHU, "12560册次", '"12,560册次"'),),
        (
            "改动数据 外借图书（books_lent）：12560册次 → 12,560册次",
            "请核对 same-quantity  只是千分位的逗号不同，数量没有变",
        ),
    ),
    Case(
        "another spelling",
        ((DONGHU, "36个}", "三十六个}"),),
        (
            "改动数据 图书漂流架（shelves）：36个 → 三十六个",
            "请核对 same-quantity  只是写法不同，数量没有变",
        ),
    ),
    Case(
        "another unit",
        ((DONGHU, "36个}", "36处}"),),
        (
            "改动数据 图书漂流架（shelves）：36个 → 36处",
            "请核对 unit-changed  单位变了：“个” → “处”，数的不再是同一样东西",
        ),
    ),
    Case(
        "a lost qualifier",
        ((XILING, "近500株", "500株"),),
        (
            "改动数据 志愿者补栽（volunteer_trees）：近500株 → 500株",
            "请核对 qualifier-changed  修饰变了：从上限（实际更少）变成确数",
        ),
    ),
    Case(
        "the other direction",
        ((XILING, "近500株", "500余株"),),
        (
            "改动数据 志愿者补栽（volunteer_trees）：近500株 → 500余株",
            "请核对 qualifier-changed  修饰变了：从上限（实际更少）变成下限（实际更多）",
        ),
    ),
    Case(
        "a rate in points",
        ((DONGHU, "99.43%", "98.2%"),),
        ("改动数据 按时办结率（on_time_rate）：99.43% → 98.2%，下降1.23个百分点",),
    ),
    Case(
        "a range",
        ((DONGHU, "5000元至1万元", "5000元至1.2万元"),),
        ("改动数据 街道补贴（subsidy）：5000元至1万元 → 5000元至1.2万元，增加约13.3%",),
    ),
    Case(
        "what is said about a figure",
        ((XILING, "    caveat: 只含志愿者栽种的", "    caveat: 只含志愿者自费栽种的"),),
        (
            "改动数据 志愿者补栽（volunteer_trees）",
            "口径说明：只含志愿者{+自费+}栽种的",
        ),
    ),
    Case(
        "a plan told as a result",
        ((LATER, ", kind: target", ", scope: 湖边"),),
        (
            "改动数据 计划植树（trees_target）",
            "性质：目标 → 结果",
            "范围：没有 → 湖边",
            "请核对 result-worded-as-plan  “计划植树”记作结果，文字却说“计划”",
        ),
    ),
    Case(
        "a removed figure",
        ((DONGHU, SHELVES, ""), (DONGHU, "公园设漂流架{shelves}，全年", "全年")),
        (
            "删去数据 图书漂流架（shelves）：36个",
            "改动亮点 图书漂流进公园（book-drift）",
            "正文：[-公园设漂流架{shelves}，-]全年外借{books_lent}…",
        ),
    ),
    Case(
        "an added figure",
        ((DONGHU, SHELVES, SHELVES + "  benches: {label: 长椅, reported: 9把}\n"),),
        ("新增数据 长椅（benches）：9把",),
    ),
    Case(
        "a reworded highlight",
        ((XILING, "在荒坡补栽", "在荒山补栽"),),
        ("改动亮点 荒坡补栽（hill-trees）", "正文：西岭区在荒[-坡-]{+山+}补栽{trees_planted…"),
    ),
    Case(
        "a highlight under another id",
        ((XILING, "id: hill-trees", "id: hills"),),
        ("只改编号亮点 荒坡补栽（hill-trees → hills）",),
    ),
    Case(
        "a removed remark",
        ((XILING, "  - {type: damaged, text: 来源第12行缺字，外借数没有收入。}\n", ""),),
        ("删去说明 原文残缺：来源第12行缺字，外借数没有收入。",),
    ),
    Case(
        "a renamed indicator",
        (("indicators.yaml", "name: 植树", "name: 新栽树木"),),
        ("改动指标 新栽树木（trees_planted）", "指标名称：植树 → 新栽树木"),
    ),
    Case(
        "a definition",
        (("indicators.yaml", "新栽的乔木和灌木", "新栽的乔木"),),
        ("改动指标 植树（trees_planted）", "定义：当年在公共绿地新栽的乔木[-和灌木-]。"),
    ),
    Case(
        "a theme",
        (("themes.yaml", "description: 巡查和应急。", "description: 巡查、应急和救援。"),),
        ("改动主题 公园安全（safety）", "说明：巡查[-和-]{+、+}应急{+和救援+}。"),
    ),
    Case(
        "a term",
        (("terms.yaml", "供**别人**取阅", "供人取阅"),),
        ("改动名词 图书漂流（book_drift）", "解释：读者把自己的书放在漂流架上，供[-**别人**-]{+人+}取阅。"),
    ),
    Case(
        "a section",
        (("sources.yaml", "lines: 10-13", "lines: 10-12"),),
        ("改动来源的部分 西岭（yearbook-2022#xiling）", "行号：10-13 → 10-12"),
    ),
    Case(
        "a district",
        (("districts.yaml", "tile: [1, 1]", "tile: [1, 3]"),),
        ("改动区 西岭区（xiling）", "方格图中的行和列：1、1 → 1、3"),
    ),
    Case(
        "an edition",
        (("2022/edition.yaml", "status: published", "status: draft"),),
        (
            "改动年度 云州二〇二二年各区亮点（2022）",
            "状态：已发布 → 草稿",
            "改动城市 云州市（city）",
            "首页年度：2022 → 2023",
        ),
    ),
    Case(
        "a figure under another id",
        ((DONGHU, "  shelves: {", "  racks: {"), (DONGHU, "{shelves}", "{racks}")),
        ("只改编号数据 图书漂流架（shelves → racks）",),
    ),
    Case(
        "a whole under another id",
        (
            (DONGHU, "  trees_planted: 2.4万余棵", "  trees: {indicator: trees_planted, reported: 2.4万余棵}"),
            (DONGHU, "{trees_planted}", "{trees}"),
            (DONGHU, "part_of: trees_planted", "part_of: trees"),
        ),
        ("只改编号数据 植树（trees_planted → trees）",),
    ),
    Case(
        "an indicator under another id",
        (
            ("indicators.yaml", "books_lent:", "loans:"),
            (DONGHU, "  books_lent: 12560册次", "  books_lent: {indicator: loans, reported: 12560册次}"),
            ("2022/city.yaml", "books_lent: {reported", "books_lent: {indicator: loans, reported"),
        ),
        ("只改编号指标 外借图书（books_lent → loans）",),
    ),
    Case(
        "a theme under another id",
        (
            ("themes.yaml", "safety:", "order:"),
            ("2023/nangang-park.yaml", "themes: [safety]", "themes: [order]"),
        ),
        ("只改编号主题 公园安全（safety → order）",),
    ),
    Case(
        "a source under another id",
        (
            ("sources.yaml", "bulletin-2023:", "brief:"),
            (LATER, "bulletin-2023#all", "brief#all"),
            ("2023/nangang-park.yaml", "bulletin-2023#all", "brief#all"),
        ),
        ("只改编号来源 云州二〇二三年简讯（bulletin-2023 → brief）",),
    ),
    Case(
        "a removed highlight",
        ((XILING, XILING_HIGHLIGHT, ""),),
        ("删去亮点 荒坡补栽（hill-trees）",),
    ),
    Case(
        "another default source",
        ((XILING, "yearbook-2022#xiling", "[yearbook-2022#xiling, yearbook-2022#city]"),),
        (
            "改动报告 西岭区2022年（xiling）",
            "来源：yearbook-2022#xiling → yearbook-2022#xiling、yearbook-2022#city",
        ),
    ),
    Case(
        "a new year",
        ((NEW, "2024/edition.yaml", "year: 2024\ntitle: 云州二〇二四年\nstatus: draft\n"),),
        ("新增年度 云州二〇二四年（2024）",),
    ),
    Case(
        "a new district with its report",
        (("districts.yaml", "xiling:", f"{HILLS}xiling:"), (NEW, "2022/hills.yaml", REPORT)),
        (
            "新增报告 北山区2022年（hills）",
            "新增数据 植树（trees_planted）：300余棵",
            "新增区 北山区（hills）",
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])
def test_a_change_is_told_by_what_it_means(case: Case, data_folder: Path) -> None:
    assert said(reviewed(edited(data_folder, *case.edits))) == case.said


def test_other_names_have_no_order(data_folder: Path) -> None:
    edited(
        data_folder,
        ("districts.yaml", "aliases: [湖区]", "aliases: [湖区, 东边]"),
        ("city.yaml", "short_name: 全市", "short_name: 全市\naliases: [云州, 湖城]"),
        ("terms.yaml", "aliases: [G20]", "aliases: [G20, 环城绿道]"),
    )
    turned = edited(
        Path(shutil.copytree(data_folder, data_folder.parent / "turned")),
        ("districts.yaml", "[湖区, 东边]", "[东边, 湖区]"),
        ("city.yaml", "[云州, 湖城]", "[湖城, 云州]"),
        ("terms.yaml", "[G20, 环城绿道]", "[环城绿道, G20]"),
    )
    assert said(review(side(data_folder), side(turned))) == NOTHING


def test_a_change_is_told_with_its_place(data_folder: Path) -> None:
    text = as_text(reviewed(edited(data_folder, (DONGHU, "36个}", "45个}"))))
    assert text.split("\n\n")[1].split("\n") == [
        "2022年东湖区  data/2022/donghu.yaml",
        "  改动数据 图书漂流架（shelves）：36个 → 45个，增加25%  第23行",
    ]


def test_totals_ranks_and_pages_follow(data_folder: Path) -> None:
    edited(data_folder, (DONGHU, "2.4万余棵", "1.5万余棵"))
    told = as_text(reviewed(data_folder))
    assert "2022年“植树”：合计 4.2万余棵（2个区） → 3.3万余棵（2个区）；名次 西岭区 第2 → 第1，东湖区 第1 → 第2" in told
    touched = set(pages_of(data_folder).touched)
    assert {"", "2022/donghu/", "2022/", "tables/2022/", "indicators/trees_planted/"} <= touched
    assert not {"2023/donghu/", "indicators/books_lent/", "terms/", "corrections/"} & touched


def test_pages_that_go_and_come_are_named(data_folder: Path) -> None:
    (data_folder / XILING).rename(data_folder / "2023" / "xiling.yaml")
    edited(
        data_folder,
        ("2023/xiling.yaml", "year: 2022", "year: 2023"),
        ("2023/xiling.yaml", "period: 2022/unknown", "period: 2023/unknown"),
    )
    pages = pages_of(data_folder)
    assert (pages.removed, pages.added) == (("2022/xiling/",), ("2023/xiling/",))


@pytest.mark.parametrize(
    ("edit", "pages"),
    [
        (("2023/edition.yaml", "title: ", "title: 新版"), {"bulletins/", "bulletins/2023/", "tables/", "2023/"}),
        (("districts.yaml", "name: 东湖区", "name: 东边区"), {"search/", "districts/", "districts/donghu/"}),
        ((DONGHU, "36个}", "45个}"), {"2022/donghu/", "bulletins/2022/", "notes/", "districts/donghu/"}),
        ((DONGHU, "在湖边植树", f"在{'湖边的公园里，' * 200}植树"), {"open-data/", "2022/donghu/", "themes/greening/"}),
        (("terms.yaml", "供**别人**取阅", "供人取阅"), {"terms/"}),
    ],
    ids=["an edition's title", "a name", "a figure", "a text", "a term"],
)
def test_every_page_that_shows_a_thing_is_named(edit: Edit, pages: set[str], data_folder: Path) -> None:
    assert pages <= set(pages_of(edited(data_folder, edit)).touched)


def test_people_s_pages_are_found_by_the_macros_that_they_call(tmp_path: Path, data_folder: Path) -> None:
    """One whose program is wrong, or does what no macro does, shows nothing; the build tells."""
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    written = {
        "index.md": '---\ntitle: "{{ nobody }}"\n---\n植树{{ figure("donghu", 2022, "shelves") }}。',
        "a/index.md": "{{ edition_list() }}",
        "a/b.md": "{{ ranking('trees_planted') }}",
        "plain.md": "没有数据。",
        "wrong.md": "{{ nobody() }}",
        "broken.md": "{{ figure(",
        "gone.md": '{{ figure("donghu", 2022, "gone") }}',
        "bold.md": "{{ ''.__class__.__mro__ }}{{ figure(1) }}",
    }
    for name, text in written.items():
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    edited(
        data_folder,
        (DONGHU, "36个}", "45个}"),
        (DONGHU, "2.4万余棵", "2.5万余棵"),
        ("2023/edition.yaml", "title: ", "title: 新版"),
    )
    base, head = side(INVENTED_DATA).city, side(data_folder).city
    assert {"plain/", "wrong/"} & draw_pages(base, tmp_path).keys() == {"wrong/"}
    ours = {page.address for page in generated_pages(base)}
    assert set(touched_pages(base, head, tmp_path).touched) - ours == {"", "a/", "a/b/"}


def test_a_new_reminder_elsewhere_is_told_apart(data_folder: Path) -> None:
    found = reviewed(edited(data_folder, ("themes.yaml", "safety:", "leisure:\n  name: 休闲\n\nsafety:")))
    assert [(reminder.place.file, reminder.code) for reminder in found.diagnostics] == [("themes.yaml", "unused-theme")]


RECORD = "verified.yaml"


def noted(folder: Path, figure_id: str) -> str:
    """The print that a figure of 东湖区 would have."""
    city = side(folder).city
    report = city.editions[2022].reports["donghu"]
    return fingerprint(report.figures[figure_id], report)


def test_a_note_of_verification_that_is_taken_away_or_forged_is_told(data_folder: Path) -> None:
    edited(data_folder, (RECORD, f"{noted(INVENTED_DATA, 'shelves')}, ", ""))
    lost = reviewed(data_folder)
    assert said_of_verification(lost) == ["不再算已核对 东湖区2022年（1）：图书漂流架（shelves）"]
    assert as_text(lost).split("\n")[1] == NOTHING[0]
    gained = review(side(data_folder), side(INVENTED_DATA))
    assert said_of_verification(gained)[0] == "新记为已核对 东湖区2022年（1）：图书漂流架（shelves）"
    assert "highlights verify" in said_of_verification(gained)[1]
    assert inert("新记为已核对 东湖区2022年（1）：图书漂流架（shelves）") in as_markdown(gained)
    assert json.loads(as_json(gained))["verified"] == {
        "gained": [{"year": 2022, "district": "donghu", "id": "shelves", "name": "图书漂流架"}],
        "lost": [],
    }
    assert pages_of(data_folder).touched == ("notes/",)


def test_a_figure_that_changes_is_verified_no_longer(data_folder: Path) -> None:
    edited(data_folder, (DONGHU, "36个}", "45个}"))
    assert said_of_verification(reviewed(data_folder)) == ["不再算已核对 东湖区2022年（1）：图书漂流架（shelves）"]


def test_a_figure_that_changes_with_its_note_is_noted_newly(data_folder: Path) -> None:
    """Whether both come together, or the note has waited there for the figure."""
    before = noted(INVENTED_DATA, "shelves")
    edited(data_folder, (DONGHU, "36个}", "45个}"))
    edited(data_folder, (RECORD, before, f"{before}, {noted(data_folder, 'shelves')}"))
    assert said_of_verification(reviewed(data_folder))[0].startswith("新记为已核对 东湖区2022年（1）")
    waiting = Path(shutil.copytree(data_folder, data_folder.parent / "waiting"))
    replace_in(waiting / DONGHU, "45个}", "36个}")
    assert said_of_verification(reviewed(waiting)) == []
    found = review(side(waiting), side(data_folder))
    assert said_of_verification(found)[0].startswith("新记为已核对 东湖区2022年（1）")


def test_a_figure_under_another_id_needs_another_note(data_folder: Path) -> None:
    edited(data_folder, (DONGHU, "  shelves: {", "  racks: {"), (DONGHU, "{shelves}", "{racks}"))
    assert said_of_verification(reviewed(data_folder)) == ["不再算已核对 东湖区2022年（1）：图书漂流架（racks）"]


def said_of_verification(found: Review) -> list[str]:
    _, _, told = as_text(found).partition("\n\n与来源核对的印记\n")
    return [line.strip() for line in told.partition("\n\n")[0].splitlines()]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("植树很多", "栽树很多", "[植]<栽>树很多"),
        ("三月植树。四月浇水。", "四月浇水。", "[三月植树。]四月浇水。"),
        ("共{trees}棵", "共{shrubs}棵", "共[{trees}]<{shrubs}>棵"),
        ("2021年栽", "2022年栽", "[2021]<2022>年栽"),
        ("甲，乙", "丙，丁", "[甲，乙]<丙，丁>"),
        ("同", "同", "同"),
        ("", "新", "<新>"),
    ],
)
def test_words_are_marked_as_people_read_them(old: str, new: str, marked: str) -> None:
    signs = {Mark.SAME: "{}", Mark.REMOVED: "[{}]", Mark.ADDED: "<{}>"}
    pieces = mark_words(old, new)
    assert "".join(signs[piece.mark].format(piece.text) for piece in pieces) == marked


@given(st.text("植树。，的 {ab}12\n", max_size=40), st.text("植树。，的 {ab}12\n", max_size=40))
def test_marks_lose_no_word(old: str, new: str) -> None:
    pieces = mark_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.REMOVED) == new


EVIL = "甲 | 乙 `c` **d** ~~e~~ [f](https://example.org) ![g](h) &amp; # i @maintainer #12 \\ _j_ * k"


def test_text_of_the_data_is_inert_in_markdown(data_folder: Path) -> None:
    quoted = EVIL.replace("'", "''")
    edits = (
        (DONGHU, "label: 图书漂流架, reported: 36个", f"label: '{quoted}', reported: 45个"),
        ("themes.yaml", "name: 公园安全", f"name: '{quoted}'"),
    )
    text = as_markdown(reviewed(edited(data_folder, *edits)))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= {"text", "text_special", "html_inline", *MARKS}
    assert {token.content for token in inline if token.type == "html_inline"} <= {"<br>"}
    shown = "".join(token.content for token in inline).replace("\u2060", "")
    assert EVIL in shown
    assert "@maintainer" not in "".join(token.content for token in inline)
    rows = [token for token in tokens if token.type in {"th_open", "td_open"}]
    assert len(rows) == 10


MARKS = {"strong_open", "strong_close", "s_open", "s_close"}


@pytest.mark.parametrize("edit", [("湖边植树{", "湖边，并在山上“植树”{"), ("东湖区在湖边", "东湖区"), ("3月，", "3月")])
def test_marked_words_are_marked_in_markdown_beside_punctuation_too(edit: tuple[str, str], data_folder: Path) -> None:
    text = as_markdown(reviewed(edited(data_folder, (DONGHU, *edit))))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert "**" not in shown
    assert "~~" not in shown
    assert {child.type for token in tokens for child in token.children or ()} & MARKS


def test_the_guide_explains_every_caution() -> None:
    guide = (ROOT / "docs" / "editing" / "review.md").read_text(encoding="utf-8")
    raised = set(re.findall(r'Caution\("([a-z-]+)"', Path(figures.__file__).read_text(encoding="utf-8")))
    assert set(re.findall(r"^\| `([a-z]+-[a-z-]+)` \|", guide, re.MULTILINE)) == raised


def test_json_tells_what_the_text_tells(data_folder: Path) -> None:
    record = json.loads(as_json(reviewed(edited(data_folder, (DONGHU, "36个}", "45个}")))))
    (change,) = record["changes"]
    assert (change["file"], change["line"], change["size"]) == ("data/2022/donghu.yaml", 23, "增加25%")
    assert change["fields"] == [{"key": "reported", "old": "36个", "new": "45个"}]
    assert record["uncorrected"][0]["changes"][0]["id"] == "shelves"


def said(found: Review) -> tuple[str, ...]:
    """What is told of the changes, without headings and lines of files."""
    _, _, text = as_text(replace(found, standings=(), diagnostics=(), verified=VerifiedFigures())).partition("\n")
    if not found.changes:
        return tuple(text.split("\n"))
    lines = text.split("\n\n", 1)[1].split("\n")
    return tuple(re.sub(r"  第\d+行$", "", line.strip()) for line in lines if line.startswith(" "))


def edited(folder: Path, *edits: Edit) -> Path:
    """An edit without a file makes one: its name and text."""
    for file, old, new in edits:
        if file:
            replace_in(folder / file, old, new)
            continue
        (folder / old).parent.mkdir(exist_ok=True)
        (folder / old).write_text(new, encoding="utf-8")
    return folder


def reviewed(head: Path) -> Review:
    return review(side(INVENTED_DATA), side(head))


def pages_of(head: Path) -> Pages:
    return with_pages(reviewed(head), side(INVENTED_DATA), side(head), ROOT).pages


def side(folder: Path) -> Side:
    loaded = load_city(folder)
    assert loaded.city is not None, loaded.diagnostics
    return Side(folder.name, loaded.city, loaded.diagnostics)
