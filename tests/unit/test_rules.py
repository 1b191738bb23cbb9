"""Mistakes across the data, seeded one at a time into the invented city: each is found at its line, nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from highlights.load import load_city
from highlights.load.rules import RULES
from highlights.load.rules.copies import NEIGHBOURS, pairs_sharing
from highlights.load.typography import TYPOGRAPHY_RULES
from tests.conftest import INVENTED_DATA, replace_in

DONGHU = "2022/donghu.yaml"
XILING = "2022/xiling.yaml"
LATER = "2023/donghu.yaml"
EMPTIED = "2023/nangang-park.yaml"
CONTENT = (INVENTED_DATA / EMPTIED).read_text(encoding="utf-8").partition("sources: bulletin-2023#all\n")[2]
SOURCES = "sources.yaml"
MARK = "▸"

Edit = tuple[str, str, str]


class Seed(NamedTuple):
    """The finding stands in the file of the first edit, on the line that ▸ marks in its new text."""

    mistake: str
    code: str
    words: str
    edits: tuple[Edit, ...]


def seed(mistake: str, code: str, words: str, *edits: Edit) -> Seed:
    return Seed(mistake, code, words, edits)


TREES = "  trees_planted: 2.4万余棵\n"
SHELVES = "  shelves: {label: 图书漂流架, reported: 36个}\n"
PARTS = "  ▸shelves: {label: 图书漂流架, reported: 36个}\n  %s\n  %s\n"
PLAN = "  ▸trees_target: {indicator: trees_planted, label: 计划植树, reported: 不少于3万棵, kind: target}\n"
COPIED = (
    "  ▸shelves: {label: 漂流架, reported: 36个}\n  lent: {label: 外借, reported: 12560册次}\n"
    "  trees: {label: 栽树, reported: 2.4万余棵}\n"
)

SEEDS = [
    # Wholes, parts, rates
    seed("a part above its whole", "part-exceeds-whole", "2400棵",
         (DONGHU, f"{TREES}  fruit_trees", "  trees_planted: 2400棵\n  ▸fruit_trees")),
    seed("a part above a whole that it is nearly", "part-exceeds-whole", "近3000棵",
         (DONGHU, f"{TREES}  fruit_trees", "  trees_planted: 近3000棵\n  ▸fruit_trees"),
         (DONGHU, "3000余棵", "3100余棵")),
    seed("a part above an about", "part-exceeds-whole", "约2000棵",
         (DONGHU, f"{TREES}  fruit_trees", "  trees_planted: 约2000棵\n  ▸fruit_trees")),
    seed("two parts above their whole", "parts-exceed-whole", "加起来超过",
         (DONGHU, SHELVES, PARTS % ("a: {label: 公园的, reported: 20个, part_of: shelves}",
                                    "b: {label: 街道的, reported: 20个, part_of: shelves}"))),
    seed("a rate that its counts do not make", "rate-disagrees", "95.0%",
         (DONGHU, SHELVES, f"{SHELVES}  a: {{label: 办结, reported: 190件}}\n  b: {{label: 受理, reported: 200件}}\n"
          "  ▸c: {label: 办结率, reported: 85%, ratio_of: [a, b]}\n")),
    seed("two values of one indicator", "two-comparable-figures", "指标“植树”",
         (XILING, "  volunteer_trees", "  ▸volunteer_trees"), (XILING, "    caveat: 只含志愿者栽种的\n", "")),
    # Copies
    seed("the figures of another district", "copied-figures", "东湖区2022年",
         (XILING, "  greenway_length: {reported: 约20公里", COPIED + "  greenway_length: {reported: 约20公里")),
    seed("the figures of the year before", "copied-figures", "东湖区2022年",
         (LATER, "figures:\n", "figures:\n" + COPIED)),
    seed("the text of another district", "copied-text", "图书漂流进公园",
         (XILING, "  - id: hill-trees", "  - ▸id: drift\n    title: 漂流\n    themes: [reading]\n    text: |\n      公园里放着几个漂流架，读者自愿放书，全年外借不断。\n  - id: hill-trees"),
         (DONGHU, "公园设漂流架{shelves}", "公园里放着几个漂流架，读者自愿放书，全年外借不断。设漂流架{shelves}"),
         (DONGHU, "\n      - 每个街道补贴{subsidy}；\n      - 读者**自愿**放书，详见[名词](/terms/#book_drift)。\n", "")),
    seed("the text of the same report", "copied-text", "沿湖植树",
         (DONGHU, "  - id: book-drift", "  - ▸id: again\n    title: 又是植树\n    themes: [greening]\n    text: |\n      2022年3月，东湖区在湖边植树{trees_planted}，其中果树{fruit_trees}。G20绿道延长到{greenway_length}。\n  - id: book-drift")),
    seed("last year's text with this year's numbers", "copied-text", "沿湖植树",
         (LATER, "highlights:\n", "highlights:\n  - ▸id: again\n    title: 又是植树\n    themes: [greening]\n    text: |\n      2023年4月，东湖区在湖边植树{shelves_again}，其中果树不少。G20绿道延长到{shelves_again}。\n"),
         (LATER, "figures:\n", "figures:\n  shelves_again: {label: 树, reported: 77棵}\n")),
    seed("a section of another district", "foreign-section", "东湖区的部分",
         (XILING, "district: xiling", "▸district: xiling"), (XILING, "sources: yearbook-2022#xiling", "sources: [yearbook-2022#xiling, yearbook-2022#donghu]")),
    seed("one figure from another district's section", "foreign-section", "yearbook-2022#donghu",
         (XILING, "  on_time_rate: 98%", "  ▸on_time_rate: {reported: 98%, sources: yearbook-2022#donghu}")),
    # Names
    seed("two indicators of one name", "same-name", "绿道长度",
         ("indicators.yaml", "on_time_rate:\n  name: 按时办结率", "▸on_time_rate:\n  name: 绿道长度")),
    seed("two districts of one name", "same-name", "东湖区", ("districts.yaml", "xiling:\n  name: 西岭区", "▸xiling:\n  name: 东湖区")),
    seed("two districts of one short name", "same-name", "东湖", ("districts.yaml", "xiling:", "▸xiling:"), ("districts.yaml", "short_name: 西岭", "short_name: 东湖")),
    seed("a district called what another one is", "same-name", "湖区",
         ("districts.yaml", "xiling:", "▸xiling:"), ("districts.yaml", "short_name: 西岭", "short_name: 西岭\n  aliases: [湖区]")),
    seed("a district called what its city is", "same-name", "全市", ("districts.yaml", "xiling:", "▸xiling:"), ("districts.yaml", "short_name: 西岭", "short_name: 全市")),
    seed("two terms of one spelling", "same-name", "G20",
         ("terms.yaml", "book_drift:\n  name: 图书漂流", "▸book_drift:\n  name: 图书漂流\n  aliases: [G20]")),
    seed("two themes of one name", "same-name", "园林绿化", ("themes.yaml", "reading:\n  name: 公共阅读", "▸reading:\n  name: 园林绿化")),
    seed("two districts on one tile", "same-tile", "东湖区", ("districts.yaml", "xiling:", "▸xiling:"), ("districts.yaml", "tile: [1, 1]", "tile: [1, 2]")),
    seed("two figures of one label", "same-label", "图书漂流架",
         (DONGHU, SHELVES, SHELVES + "  ▸racks: {label: 图书漂流架, reported: 5个}\n")),
    # Magnitudes
    seed("a lost 万 against the year before", "lost-wan", "24000",
         (LATER, "  trees_planted: 2.9万棵", "  ▸trees_planted: 2.9棵")),
    seed("a doubled 万 against the year before", "lost-wan", "24000",
         (LATER, "  trees_planted: 2.9万棵", "  ▸trees_planted: 2.9亿棵")),
    # Words
    seed("a result that is planned", "result-worded-as-plan", "计划",
         (DONGHU, SHELVES, SHELVES.replace("  shelves", "  ▸shelves")), (DONGHU, "设漂流架{shelves}", "计划设漂流架{shelves}")),
    seed("a result that is expected", "result-worded-as-plan", "预计",
         (DONGHU, SHELVES, SHELVES.replace("  shelves", "  ▸shelves")), (DONGHU, "设漂流架{shelves}", "预计设漂流架{shelves}")),
    seed("a result that is striven for", "result-worded-as-plan", "力争",
         (DONGHU, SHELVES, SHELVES.replace("  shelves", "  ▸shelves")), (DONGHU, "设漂流架{shelves}", "力争设漂流架{shelves}")),
    seed("a label that plans", "result-worded-as-plan", "计划",
         (DONGHU, SHELVES, "  ▸shelves: {label: 计划设图书漂流架, reported: 36个}\n")),
    seed("a target without a plan", "target-worded-as-result", "kind: target",
         (DONGHU, SHELVES, "  ▸shelves: {label: 图书漂流架, reported: 36个, kind: target}\n")),
    seed("a total to date", "stock-as-flow", "累计",
         (DONGHU, SHELVES, SHELVES.replace("  shelves", "  ▸shelves")), (DONGHU, "设漂流架{shelves}", "累计设漂流架{shelves}")),
    seed("what has been built by now", "stock-as-flow", "已建成",
         (DONGHU, SHELVES, SHELVES.replace("  shelves", "  ▸shelves")), (DONGHU, "设漂流架{shelves}", "已建成漂流架{shelves}")),
    seed("a count up to a day", "stock-as-flow", "截至",
         (DONGHU, SHELVES, SHELVES.replace("  shelves", "  ▸shelves")), (DONGHU, "设漂流架{shelves}", "截至年底漂流架{shelves}")),
    seed("a unit after its reference", "doubled-unit", "36个",
         (DONGHU, "  - id: book-drift", "  - ▸id: book-drift"), (DONGHU, "设漂流架{shelves}", "设漂流架{shelves}个")),
    seed("近 before its reference", "doubled-unit", "近500株",
         (XILING, "  - id: hill-trees", "  - ▸id: hill-trees"), (XILING, "另栽{volunteer_trees}", "另栽近{volunteer_trees}")),
    seed("visits counted as persons", "persons-and-visits", "人次",
         (DONGHU, SHELVES, SHELVES + "  ▸readers: {label: 到馆人次, reported: 300人}\n")),
    seed("persons counted as visits", "persons-and-visits", "人次",
         (DONGHU, SHELVES, SHELVES + "  ▸readers: {label: 到馆人数, reported: 300人次}\n")),
    # What nobody uses or has filled in
    seed("a published report that nobody has filled in", "empty-report", "南港科学城2023年",
         (EMPTIED, "district: nangang-park", "▸district: nangang-park"), (EMPTIED, CONTENT, ""), ("2023/edition.yaml", "status: draft", "status: published"),
         (LATER, "themes: [greening]", "themes: [greening, safety]")),
    seed("a source that nobody cites", "unused-source", "extra",
         (SOURCES, "bulletin-2023:", f"▸extra:\n  title: 另一份\n  file: x.txt\n  sha256: {'0' * 64}\n  sections:\n    all: {{name: 全文, lines: 1}}\nbulletin-2023:")),
    seed("a section that nobody cites", "unused-section", "yearbook-2022#end",
         (SOURCES, "    city:\n", "    ▸end: {name: 尾, lines: 14}\n    city:\n")),
    seed("a theme without highlights", "unused-theme", "水务", ("themes.yaml", "safety:", "▸water:\n  name: 水务\n\nsafety:")),
    seed("a term that never occurs", "unused-term", "口袋公园",
         ("terms.yaml", "book_drift:", "▸pocket_park:\n  name: 口袋公园\n  text: 很小的公园。\n\nbook_drift:")),
    seed("an indicator of one district", "lonely-indicator", "东湖",
         ("indicators.yaml", "on_time_rate:", "▸on_time_rate:"), (XILING, "  on_time_rate: 98%\n", "")),
    seed("an indicator of nobody", "lonely-indicator", "没有区用",
         ("indicators.yaml", "on_time_rate:", "▸on_time_rate:"), (XILING, "  on_time_rate: 98%\n", ""), (DONGHU, "  on_time_rate: 99.43%", "")),
    # Slips of the pen
    seed("a comma of half width", "half-width-punctuation", "，", (XILING, "title: 荒坡补栽", "title: 荒坡▸,补栽")),
    seed("brackets of half width", "half-width-punctuation", "（", (XILING, "{trees_planted}，志愿者", "{trees_planted}，志愿▸(者"), (XILING, "另栽", "们)另栽")),
    seed("a comma of half width behind a number", "half-width-punctuation", "，", (DONGHU, "{trees_planted}，其中", "{trees_planted}▸,其中")),
    seed("a comma of half width between two numbers", "half-width-punctuation", "，", (DONGHU, "{trees_planted}，其中果树", "{trees_planted}▸,")),
    seed("a comma of half width and a space", "half-width-punctuation", "，", (DONGHU, "{trees_planted}，其中", "{trees_planted}▸, 其中")),
    seed("a comma of half width behind a link", "half-width-punctuation", "，", (DONGHU, "(/terms/#book_drift)。", "(/terms/#book_drift)▸,很好。")),
    seed("a question mark of half width", "half-width-punctuation", "？", (XILING, "title: 荒坡补栽", "title: 荒坡▸?补栽")),
    seed("a quote that is not closed", "unbalanced-quotes", "后一半", (XILING, "title: 荒坡补栽", "title: ▸“荒坡补栽")),
    seed("a quote that is not opened", "unbalanced-quotes", "前一半", (XILING, "title: 荒坡补栽", "title: 荒坡▸”补栽")),
    seed("a title mark that is not closed", "unbalanced-quotes", "后一半", (DONGHU, "title: 沿湖植树", "title: ▸《沿湖植树")),
    seed("brackets closed by quotes", "unbalanced-quotes", "前一半", (DONGHU, "title: 沿湖植树", "title: 沿湖▸）植树")),
    seed("a word typed twice", "doubled-word", "补栽补栽", (XILING, "title: 荒坡补栽", "title: 荒坡▸补栽补栽")),
    seed("a word typed twice in a text", "doubled-word", "志愿者志愿者", (XILING, "，志愿者", "，▸志愿者志愿者")),
    seed("a word typed twice in a definition", "doubled-word", "公共公共", ("indicators.yaml", "公共绿地", "▸公共公共绿地")),
]  # fmt: skip


@pytest.mark.parametrize("case", SEEDS, ids=[case.mistake for case in SEEDS])
def test_a_seeded_mistake_is_found_at_its_line_and_nothing_else_is(case: Seed, data_folder: Path) -> None:
    path, line = plant(case, data_folder)
    found = load_city(data_folder).diagnostics
    assert {(d.place.file, d.place.line, d.code) for d in found if not is_echo(d.code, case)} == {
        (str(path), line, case.code)
    }
    told = next(d for d in found if d.code == case.code)
    assert case.words in told.message + told.hint
    assert told.hint


def is_echo(code: str, case: Seed) -> bool:
    """Brackets of half width come in pairs, and what is copied or removed may be looked at from both sides."""
    return case.mistake == "brackets of half width" and code == "unbalanced-quotes"


def plant(case: Seed, folder: Path) -> tuple[Path, int]:
    for file, old, new in reversed(case.edits):
        replace_in(folder / file, old, new)
    path = folder / case.edits[0][0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(MARK, ""), encoding="utf-8")
    return path, text.count("\n", 0, text.index(MARK)) + 1


def test_every_rule_is_seeded() -> None:
    codes = {rule.code for rule in (*RULES, *TYPOGRAPHY_RULES)}
    assert {case.code for case in SEEDS} == codes


def test_every_rule_is_documented_with_a_wrong_and_a_right_example() -> None:
    for rule in (*RULES, *TYPOGRAPHY_RULES):
        assert rule.asks.endswith("。")
        assert rule.wrong
        assert rule.right
        assert rule.wrong != rule.right


EXCUSE = "remarks:\n  - {type: exception, rule: stock-as-flow, on: shelves, text: 原文如此}\n"


def test_an_exception_excuses_a_finding(data_folder: Path) -> None:
    excuse(data_folder, "设漂流架{shelves}", "累计设漂流架{shelves}")
    loaded = load_city(data_folder)
    assert loaded.diagnostics == ()


def test_an_exception_excuses_only_what_it_names(data_folder: Path) -> None:
    excuse(data_folder, "全年外借{books_lent}", "累计外借{books_lent}")
    assert {d.code for d in load_city(data_folder).diagnostics} == {"stock-as-flow", "needless-exception"}


def test_an_exception_that_excuses_nothing_is_a_finding(data_folder: Path) -> None:
    excuse(data_folder, "", "")
    (found,) = load_city(data_folder).diagnostics
    assert (found.code, found.place.line) == ("needless-exception", 27)


@pytest.mark.parametrize(
    ("remark", "code"),
    [
        ("{type: exception, text: 没有规则}", "exception-without-rule"),
        ("{type: caveat, rule: stock-as-flow, text: 不是例外}", "exception-without-rule"),
        ("{type: exception, rule: stock-as-flo, text: 写错}", "unknown-rule"),
        ("{type: exception, rule: part-exceeds-whole, text: 错误不能例外}", "unknown-rule"),
        ("{type: exception, rule: stock-as-flow, on: shelfs, text: 写错}", "unknown-figure"),
    ],
)
def test_an_exception_is_complete(data_folder: Path, remark: str, code: str) -> None:
    path = data_folder / DONGHU
    path.write_text(path.read_text(encoding="utf-8") + f"remarks:\n  - {remark}\n", encoding="utf-8")
    assert code in {d.code for d in load_city(data_folder).diagnostics}


def excuse(folder: Path, old: str, new: str) -> None:
    path = folder / DONGHU
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1) + EXCUSE, encoding="utf-8")


def test_a_short_text_may_share_a_stock_phrase(data_folder: Path) -> None:
    """Less than half of it is no copied passage."""
    again = "  - id: again\n    title: 湖边\n    themes: [greening]\n    text: 2023年，在湖边植树，又添了不少长椅。\n"
    replace_in(data_folder / DONGHU, "G20绿道延长", "G20绿道向北延长")
    replace_in(data_folder / LATER, "highlights:\n", "highlights:\n" + again)
    assert "copied-text" not in {found.code for found in load_city(data_folder).diagnostics}


@pytest.mark.parametrize(
    ("shared", "is_copied"),
    [
        ("切实维护职工合法权益。", False),
        ("切实维护职工合法权益，推动构建和谐劳动关系。", True),
        ("区里在湖岸的缓坡和旧河道之间补种了耐水的乔木和灌木并修好了被雨水冲坏的小路。", True),
    ],
)
def test_one_short_clause_in_common_is_no_copied_text(shared: str, is_copied: bool, data_folder: Path) -> None:
    for number, path in enumerate((XILING, LATER)):
        own = (
            f"  - id: same\n    title: 第{number}篇\n    themes: [greening]\n    text: 树好{'甲乙'[number]}。{shared}\n"
        )
        replace_in(data_folder / path, "highlights:\n", f"highlights:\n{own}")
    assert ("copied-text" in {found.code for found in load_city(data_folder).diagnostics}) == is_copied


def test_a_stock_phrase_does_not_pair_everyone_with_everyone() -> None:
    texts = {(2022, str(number)): frozenset({"什么都一样", f"自己的第{number}句"}) for number in range(100)}
    assert len(list(pairs_sharing(texts))) <= 100 * NEIGHBOURS


GOOD_CHINESE = [
    # Words that are doubled in good Chinese
    "与园林企业一对一对接",
    "按点对点对口安排",
    "志愿者面对面对话",
    "一户一户走访",
    "一家一家地问",
    "区总工会工会干部到场",
    "基层工会工会主席和机关工会工会委员到场",
    # A noun behind the number, no unit
    "公园有漂流架{shelves}个人捐的最多",
    "公园有漂流架{shelves}个性化的",
    # Addresses of links are no text
    "用[站内搜索](/search/?q=绿道)和地图",
    # Names of sessions, not numbers of anything
    "学习党的十九届六中全会精神",
    "召开十四届二次全委会",
    "召开14届2次全委会",
    "十五届三次职代会通过了办法",
    "听取二十届中央纪委全会的部署",
    "十三届全国人大代表来访",
    # Names of ways to work
    "推行1+N模式",
    "实行1+16+N机制",
    "7×24小时在线",
    # The year's own, not a total to date
    "全年累计设漂流架{shelves}",
    "年内累计设漂流架{shelves}",
    "2022年累计设漂流架{shelves}",
    "上半年累计设漂流架{shelves}",
    "自2022年以来设漂流架{shelves}",
    # Done, not planned
    "为读者争取漂流架{shelves}",
    "争取到漂流架{shelves}",
    "向市里争取经费添漂流架{shelves}",
    "帮助读者争取漂流架{shelves}",
    "争取专项资金建成漂流架{shelves}",
    "计划生育宣传架{shelves}",
    "完成全年目标{shelves}",
    "超额完成年度计划设漂流架{shelves}",
    "实施书香行动计划设漂流架{shelves}",
]


@pytest.mark.parametrize("words", GOOD_CHINESE)
def test_what_offices_write_is_not_doubted(words: str, data_folder: Path) -> None:
    written = words if "{shelves}" in words else f"公园设漂流架{{shelves}}，{words}"
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", written)
    assert [(found.code, found.message) for found in load_city(data_folder).diagnostics] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("历年累计设漂流架{shelves}", "stock-as-flow"),
        ("截至今年底累计设漂流架{shelves}", "stock-as-flow"),
        ("自2019年累计设漂流架{shelves}", "stock-as-flow"),
        ("自2019年以来设漂流架{shelves}", "stock-as-flow"),
        ("为明年争取漂流架{shelves}", "result-worded-as-plan"),
        ("争取设漂流架{shelves}", "result-worded-as-plan"),
        ("争取到2025年设漂流架{shelves}", "result-worded-as-plan"),
        ("全年计划设漂流架{shelves}", "result-worded-as-plan"),
        ("力争完成全年目标{shelves}", "result-worded-as-plan"),
        ("将完成全年目标{shelves}", "result-worded-as-plan"),
        ("以漂流架{shelves}为目标", "result-worded-as-plan"),
    ],
)
def test_what_is_said_of_other_years_is_doubted(words: str, code: str, data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", words)
    assert [found.code for found in load_city(data_folder).diagnostics] == [code]


@pytest.mark.parametrize(
    ("reported", "around"),
    [
        ("400万元", "{shelves}万元"),
        ("400万元", "{shelves}元"),
        ("25万余元", "{shelves}余元"),
        ("25万余元", "{shelves}万余元"),
        ("1.5亿元", "{shelves}亿元"),
        ("95%", "{shelves}%"),
        ("95%", "{shelves}％"),
        ("95%", "百分之{shelves}"),
        ("300人", "{shelves}名"),
        ("70%以上", "{shelves}以上"),
        ("约有300人", "约有{shelves}"),
        ("超3万人", "超过{shelves}"),
        ("3天", "{shelves}内"),
        ("3000元", "{shelves}起"),
    ],
)
def test_what_the_figure_brings_along_is_not_typed_again(reported: str, around: str, data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "36个", reported)
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", f"公园里的漂流架{around}")
    told = [found.message for found in load_city(data_folder).diagnostics if found.code == "doubled-unit"]
    assert len(told) == 1
    assert around in told[0]


@pytest.mark.parametrize(
    ("reported", "words"),
    [
        ("300名", "推荐{shelves}人大代表"),
        ("300名", "引进{shelves}人才"),
        ("36所", "{shelves}所属单位"),
        ("3天", "{shelves}内容丰富的培训"),
    ],
)
def test_a_word_that_begins_like_a_unit_is_none(reported: str, words: str, data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "36个", reported)
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", words)
    assert load_city(data_folder).diagnostics == ()


@pytest.mark.parametrize("words", ["约{shelves}", "不超过{shelves}", "{shelves}以上", "{shelves}左右"])
def test_what_changes_the_meaning_of_a_figure_is_told(words: str, data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", f"公园设漂流架{words}")
    (found,) = load_city(data_folder).diagnostics
    assert found.code == "doubled-unit"
    assert words in found.message


@pytest.mark.parametrize(
    "words",
    [
        "补贴5000+3000元",
        "发放1200×2份",
        "已办十三届",
        "十三届运动会办完",
        "办了14届活动",
        "十余家单位参加",
        "来了百多名读者",
    ],
)
def test_how_often_or_how_many_is_a_number(words: str, data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", f"公园设漂流架{{shelves}}，{words}")
    assert {found.code for found in load_city(data_folder).diagnostics} == {"number-in-text"}


@pytest.mark.parametrize("words", ["一起一起", "一共一共", "反对反对", "应对应对", "教育教育", "核对核对"])
def test_words_that_only_look_like_good_doubling_are_told(words: str, data_folder: Path) -> None:
    replace_in(data_folder / DONGHU, "公园设漂流架{shelves}", f"公园设漂流架{{shelves}}，{words}")
    (found,) = load_city(data_folder).diagnostics
    assert found.code == "doubled-word"
    assert found.hint == f"是重复打的，删去一个“{words[:2]}”；本来就这样写的，加引号，或写一条 exception"
