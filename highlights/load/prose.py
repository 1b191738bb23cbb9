"""What an editor's running text may hold: no HTML, no unsafe links, no number typed a second time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from re import Pattern

from markdown_it.common.utils import unescapeAll

from highlights.diagnostics import propose
from highlights.load.document import Document, Key
from highlights.load.findings import Findings, InnerLink
from highlights.prose import FIGURE_REFERENCE, figure_references, is_safe_link
from highlights.quantity import UnreadableQuantity, parse_quantity

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?]")
_LINK = re.compile(r"\](?P<open>[(（])\s*<?(?P<address>[^)）\s>]*)(?P<close>[)）]?)")
_BRACES = re.compile(r"[{｛][^{}｛｝]*[}｝]?|[}｝]")
_UNSUPPORTED = (
    ("图片", re.compile(r"!\[")),
    ("标题", re.compile(r"^ {0,3}#{1,6}\s", re.MULTILINE)),
    ("表格", re.compile(r"^\s*\|.*\||\t", re.MULTILINE)),
    ("“•”", re.compile(r"^[ \t]*[•●·○◆■]", re.MULTILINE)),
)
# Two or more numerals, or 十余; one alone (一个, 三方) is mostly no count.
_NUMERALS = re.compile(
    r"百分之[一二三四五六七八九十百零点]+|(?:[一二三四五六七八九十百千万亿零两]{2,}[余多]?|[十百千万亿][余多])[\u4e00-\u9fff]{1,3}"
)
_DIGITS = re.compile(r"[0-9０-９]+(?:[.,][0-9]+)*")

# Numbers that are not figures: dates and spans of dates, ordinals, sessions (十九届六中全会), 1+N, G20, 5G, 90后,
# 1号楼, 2.0版, and names in quotes or title marks.
_NOT_FIGURES = (
    re.compile(
        r"(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)|(?:\d{2,4}年)?\d{1,2}月(?:份|底|初|中旬|上旬|下旬)?|\d{4}(?:[-—至]\d{4})?年"
    ),
    re.compile(r"\d{1,2}[月日][至到—-]\d{1,2}[月日]"),
    re.compile(r"(?<!\d)\d{1,2}(?:[×xX+＋](?:\d{1,2}|[NX]))+(?!\d)"),
    re.compile(r"第\s*[\d一二三四五六七八九十百千零]+"),
    re.compile(
        r"(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]+届(?:[\d一二三四五六七八九十]+[中次]|(?=中央|全国|全[委会]|人大|政协|[省市区县]委))"
    ),
    re.compile(r"^\s*\d+[.、](?=\s)", re.MULTILINE),
    re.compile(r"\d{4}年\d{1,2}[—–-]\d{1,2}月|\d{1,2}:\d{2}|(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)"),
    re.compile(r"(?<![A-Za-z])[A-Za-z]+\d+(?:\.\d+)*|(?<!\d)\d[A-Z](?![A-Za-z0-9])"),
    re.compile(r"(?<!\d)(?:\d[05]后|\d+号(?!召)|\d+\.\d+版|\d{4}版)"),
    re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」"),
    re.compile(r"\]\([^)]*\)"),
    FIGURE_REFERENCE,
)


def check_no_html(document: Document, findings: Findings) -> None:
    """Everywhere in the file: no field holds HTML."""
    for path, scalar in document.scalars():
        found = _HTML.search(scalar.text or "")
        if found:
            findings.error(
                document.text_place(path, found.start()),
                "html-in-text",
                f"这里有 HTML：{found[0][:40]}",
                "删去尖括号中的内容；强调写 **文字**，链接写 [文字](网址)",
            )


def check_text(
    text: str,
    figure_ids: Collection[str] | None,
    names: Collection[str] | None,
    document: Document,
    path: Sequence[Key],
    findings: Findings,
    subject: str = "",
) -> None:
    """All that is asked of one running text; `names` are expressions in which digits are no figures.

    `figure_ids` None is for texts outside of reports: they cannot refer to figures, and may hold numbers.
    `subject` is the id of what the text is about, which an exception may name.
    """
    _check_links(text, figure_ids is not None, document, path, findings)
    _check_markdown(text, document, path, findings)
    if figure_ids is None:
        _check_no_references(text, document, path, findings)
    else:
        _check_references(text, figure_ids, document, path, findings)
        if names is not None:
            _check_numbers(text, names, document, path, findings, subject)


def _check_links(text: str, is_on_page: bool, document: Document, path: Sequence[Key], findings: Findings) -> None:
    """A text that stands on no page of its own has no places near it to lead to."""
    for found in _LINK.finditer(text):
        address = found["address"]
        place = document.text_place(path, found.start("address"))
        if "（" in found["open"] or "）" in found["close"] or not is_safe_link(address):
            findings.error(
                place,
                "bad-link",
                f"链接“{address}”不能用",
                "写成 [文字](网址)，括号用半角；网址以 https:// 开头，邮箱以 mailto: 开头，站内页面以 / 开头",
            )
        elif address.startswith("#") and not is_on_page:
            hint = "# 只用在报告的文字里；这里写上页面，以 / 开头，例如 /2022/donghu/#tree-day"
            findings.error(place, "bad-link", f"链接“{address}”没有写是哪一页", hint)
        elif address.startswith(("/", "#")):
            findings.links.append(InnerLink(place, unescapeAll(address)))


def _check_markdown(text: str, document: Document, path: Sequence[Key], findings: Findings) -> None:
    for what, pattern in _UNSUPPORTED:
        found = pattern.search(text)
        if found:
            findings.error(
                document.text_place(path, found.start()),
                "unsupported-markdown",
                f"正文里不能放{what}",
                "正文可用段落、列表（每行以“- ”开头）、**强调** 和链接；小标题请另写一条亮点",
            )


def _check_references(
    text: str, figure_ids: Collection[str], document: Document, path: Sequence[Key], findings: Findings
) -> None:
    for found in _BRACES.finditer(text):
        if not FIGURE_REFERENCE.fullmatch(found[0]) or text[found.start() - 1 : found.start()] == "{":
            findings.error(
                document.text_place(path, found.start()),
                "bad-reference",
                f"引用“{found[0][:30]}”写得不对",
                "写成 {编号}：半角花括号，里面只有编号，没有空格",
            )
    for figure_id, offset in figure_references(text):
        if figure_id not in figure_ids:
            findings.error(
                document.text_place(path, offset),
                "unknown-figure",
                f"本报告没有数据“{figure_id}”",
                propose(figure_id, figure_ids, "本报告的 figures"),
            )


def _check_no_references(text: str, document: Document, path: Sequence[Key], findings: Findings) -> None:
    for figure_id, offset in figure_references(text):
        findings.error(
            document.text_place(path, offset),
            "bad-reference",
            f"这里不能引用数据“{figure_id[:30]}”",
            "{编号} 只用在报告的亮点正文里；这里直接写数字，不用花括号",
        )


def _check_numbers(
    text: str, names: Iterable[str], document: Document, path: Sequence[Key], findings: Findings, subject: str
) -> None:
    """A number is typed once, among the figures; the text refers to it."""
    left = _blank_out(text, [*_NOT_FIGURES, *(re.compile(re.escape(name)) for name in names)])
    numerals = (found for found in _NUMERALS.finditer(left) if _begins_with_quantity(found[0]))
    for found in (*_DIGITS.finditer(left), *numerals):
        findings.warning(
            document.text_place(path, found.start()),
            "number-in-text",
            f"正文里直接写了数字“{found[0]}”",
            "写进 figures，正文用 {编号} 引用；名称里的数字加引号，或把名称登记到 terms.yaml；"
            "确实不是数据的，写一条 exception",
            subject,
        )


def _begins_with_quantity(text: str) -> bool:
    return any(_is_quantity(text[:length]) for length in range(len(text), 1, -1))


def _is_quantity(text: str) -> bool:
    try:
        return parse_quantity(text).unit != ""
    except UnreadableQuantity:
        return False


def _blank_out(text: str, patterns: Iterable[Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text
