"""Files of 1 MB made to hurt whoever reads them: what the format can hold, as much of it as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate, count, takewhile

MB = 1024 * 1024

LONGEST_TEXT = 19_999

MARKS = (*"[{'\"\\(“：:,，#", "{a: ", "- ", "? ", "[[],", "a: [", "!!a ", "&a ")
HEAD = "district: donghu\nyear: 2022\nsources: yearbook-2022#donghu\n"
FIGURES = HEAD + "figures:\n"
TEXT = HEAD + "highlights:\n  - id: a\n    title: 题\n    text: "


def hostile_texts() -> Mapping[str, bytes]:
    """By name, each of about 1 MB: what a file may be when somebody means harm, or a program went wild."""
    return {name: text.encode("utf-8", "surrogatepass")[: MB + 100] for name, text in _hostile_texts()}


def hostile_registries() -> Mapping[str, bytes]:
    """By path: files that only hold too much, each entry of which is right."""
    texts = {
        "terms.yaml": numbered("t{0}: {{name: 名{0}词, text: 释义}}\n"),
        "themes.yaml": numbered("t{0}: {{name: 主题{0}}}\n"),
        "indicators.yaml": numbered(
            "i{0}: {{name: 指标{0}, definition: 定义, units: [个], measure: flow, aggregate: sum, theme: greening}}\n"
        ),
        "districts.yaml": numbered(
            "d{0}: {{name: 第{0}区, short_name: 第{0}, type: district, organisation: 第{0}馆}}\n"
        ),
        "sources.yaml": "yearbook-2022:\n  title: 年鉴\n  sections:\n"
        + numbered("    s{0}: {{name: 节{0}, lines: [1, 2]}}\n"),
        "verified.yaml": numbered("2022/d{0}: [{0:012x}]\n"),
    }
    return {path: text.encode()[: MB + 100] for path, text in texts.items()}


def _whole_text(text: str) -> str:
    """A highlight that nothing is wrong with but its text."""
    return f"  - id: a{{0}}\n    title: 题\n    themes: [greening]\n    text: 字{text}\n"


def filled(text: str) -> str:
    return text * (MB // len(text.encode("utf-8", "surrogatepass")))


def numbered(form: str) -> str:
    """As many lines as make 1 MB."""
    lines = (form.format(number) for number in count())
    sizes = accumulate(len(form.encode()) for _ in count())
    return "".join(line for line, size in zip(lines, takewhile(lambda size: size < MB, sizes), strict=False))


def _hostile_texts() -> Iterator[tuple[str, str]]:
    for mark in (
        "[",
        "{",
        "{a: ",
        "- ",
        "? ",
        "[[],",
        "a: [",
        "!!a ",
        "&a ",
        "'",
        '"',
        "\\",
        "(",
        "“",
        "：",
        ":",
        ",",
        "，",
        "#",
    ):
        yield f"only {mark!r}", filled(mark)
        yield f"a value of {mark!r}", HEAD + "figures: {x: " + filled(mark) + "}\n"
        yield f"a title of {mark!r}", HEAD + "highlights:\n  - id: a\n    title: " + filled(mark) + "\n"
        yield (
            f"a text of {mark!r}",
            TEXT + "|\n      " + filled(mark) + "\n",
        )
    yield "deeper with each line", "".join(" " * depth + f"a{depth}:\n" for depth in range(1400))
    yield "laughs", "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a]\n" for n in range(30_000))
    yield "one long line", "a: " + "字" * (MB // 3)
    yield "one long key", "字" * (MB // 3) + ": 1\n"
    yield "one long latin key", "a" * MB + ": 1\n"
    yield "one long quoted line", 'a: "' + "x" * MB + '"\n'
    yield "many keys", numbered("a{}: 1\n")
    yield "many equal keys", filled("a: 1\n")
    yield "many figures", FIGURES + numbered("  a{}: 5棵\n")
    yield (
        "many figures of one indicator",
        FIGURES + numbered("  a{}: {{indicator: trees_planted, reported: 5棵}}\n"),
    )
    yield "many figures with labels", FIGURES + numbered("  a{}: {{label: 树, reported: 5棵}}\n")
    yield "many braces", FIGURES + numbered("  a{}: {{label：树，reported：5棵}}\n")
    yield "many equal figures", FIGURES + filled("  trees_planted: 5棵\n")
    yield "many highlights", HEAD + "highlights:\n" + numbered("  - {{id: a{}, title: 题}}\n")
    yield "many equal highlights", HEAD + "highlights:\n" + filled("  - {id: a, title: 题}\n")
    yield "many texts", HEAD + "highlights:\n" + numbered("  - id: a{}\n    title: 题\n    text: 街道办事处建成绿道\n")
    yield "many remarks", HEAD + "remarks:\n" + filled("  - {type: missing, text: 未公布}\n")
    yield "many items", "a:\n" + filled("- 1\n")
    yield "many items beside each other", "a: [" + filled("1, ") + "]\n"
    yield "many thousands", "a: [" + filled("1,234, ") + "]\n"
    yield "many themes", HEAD + "highlights:\n  - id: a\n    title: 题\n    themes: [" + filled("greening, ") + "]\n"
    yield "many sources", "district: donghu\nyear: 2022\nsources: [" + filled("yearbook-2022#donghu, ") + "]\n"
    yield (
        "many references to figures",
        TEXT + filled("{a}") + "\n",
    )
    yield "many emphases", TEXT + filled("**a *b* ") + "\n"
    yield "many links", TEXT + filled("[a](b ") + "\n"
    yield "many whole texts of one word", HEAD + "highlights:\n" + numbered(_whole_text("x" * LONGEST_TEXT))
    yield "many whole texts of links", HEAD + "highlights:\n" + numbered(_whole_text("[a](/2022/x/)" * 1500))
    yield "many tags", TEXT + filled("<b") + "\n"
    yield (
        "many quotations",
        TEXT + "|\n" + numbered("      “四个{}”\n"),
    )
    yield "many paragraphs", TEXT + "|\n" + filled("      字\n\n")
    yield "a text of digits", TEXT + filled("1 ") + "\n"
    yield "a text of numerals", TEXT + filled("一万") + "\n"
    yield "a text of one numeral", TEXT + filled("千") + "人\n"
    yield "a text of one word", TEXT + filled("绿化") + "\n"
    yield "a long number", HEAD + "figures: {trees_planted: " + "1" * MB + "棵}\n"
    yield "a long number with points", HEAD + "figures: {trees_planted: " + "1." * (MB // 2) + "棵}\n"
    yield "a long numeral", HEAD + "figures: {trees_planted: " + "亿" * (MB // 3) + "棵}\n"
    yield "a long year", "district: donghu\nyear: " + "9" * MB + "\n"
    yield "many zero-width spaces", HEAD + "remarks: " + filled("\u200b") + "\n"
    yield "many bidirectional controls", filled("\u202e")
    yield "many unpaired surrogates", "a: " + filled("\ud800")
    yield "many radicals", "a: " + filled("\u2f2f")
    yield "many foreign digits", "a: " + filled("٣")
    yield "many odd indents", filled("\u3000a: 1\n")
    yield "many tabs", filled("a:\t1\n")
    yield "many tabs in front", filled("\ta: 1\n")
    yield "many wide colons", HEAD + filled("a：1\n")
    yield "many dashes without space", HEAD + "highlights:\n" + filled("  -a\n")
    yield "many pasted rows", FIGURES + filled("  名称\t5棵\n")
    yield "many documents", filled("---\na: 1\n")
    yield "many directives", filled("%TAG ! tag:x,2000:\n")
    yield "many comments", "a: 1\n" + filled("# x\n")
    yield "many hashes", HEAD + numbered("a{}: 热线 #12351\n")
    yield "many escapes", 'a: "' + filled("\\u200b") + '"\n'
    yield "many line ends", filled("\n")
    yield "many carriage returns", "a: 1" + filled("\r")
    yield "only spaces", filled(" ")
    yield "zeros", "\0" * MB
    yield "spaces behind a key", "a:" + " " * MB + "\n"
    yield "an open block", "a: |\n" + filled(" x\n")
    yield "merge keys", numbered("a{}: {{<<: {{x: 1}}}}\n")
    yield "sets", filled("? a\n")
