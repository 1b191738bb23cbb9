"""What an editor's running text may hold: no HTML, no unsafe links, no number typed a second time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from re import Pattern

from highlights.diagnostics import propose
from highlights.load.document import Document, Key
from highlights.load.findings import Findings
from highlights.prose import FIGURE_REFERENCE, figure_references, is_safe_link

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<[!?]")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_HEADING_OR_IMAGE = re.compile(r"^ {0,3}#{1,6}\s|!\[", re.MULTILINE)
_DIGITS = re.compile(r"[0-9０-９]+(?:[.,][0-9]+)*")

# Numbers that are not figures: dates and spans of dates, ordinals, and names in quotes or title marks.
_NOT_FIGURES = (
    re.compile(
        r"(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)|(?:\d{2,4}年)?\d{1,2}月(?:份|底|初|中旬|上旬|下旬)?|\d{4}(?:[-—至]\d{4})?年"
    ),
    re.compile(r"\d{1,2}[月日][至到—-]\d{1,2}[月日]"),
    re.compile(r"第\s*\d+"),
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
    figure_ids: Collection[str],
    names: Iterable[str],
    document: Document,
    path: Sequence[Key],
    findings: Findings,
) -> None:
    """All that is asked of one running text; `names` are expressions in which digits are no figures."""
    _check_links(text, document, path, findings)
    _check_markdown(text, document, path, findings)
    _check_references(text, figure_ids, document, path, findings)
    _check_numbers(text, names, document, path, findings)


def _check_links(text: str, document: Document, path: Sequence[Key], findings: Findings) -> None:
    for found in _LINK.finditer(text):
        if not is_safe_link(found[1]):
            findings.error(
                document.text_place(path, found.start(1)),
                "bad-link",
                f"链接“{found[1]}”不能用",
                "网址以 https:// 或 http:// 开头，邮箱以 mailto: 开头，站内页面以 / 开头",
            )


def _check_markdown(text: str, document: Document, path: Sequence[Key], findings: Findings) -> None:
    for found in _HEADING_OR_IMAGE.finditer(text):
        what = "图片" if found[0] == "![" else "标题"
        findings.error(
            document.text_place(path, found.start()),
            "unsupported-markdown",
            f"正文里不能放{what}",
            "正文可用段落、列表、**强调** 和链接；小标题请另写一条亮点",
        )


def _check_references(
    text: str, figure_ids: Collection[str], document: Document, path: Sequence[Key], findings: Findings
) -> None:
    for figure_id, offset in figure_references(text):
        if figure_id not in figure_ids:
            findings.error(
                document.text_place(path, offset),
                "unknown-figure",
                f"本报告没有数据“{figure_id}”",
                propose(figure_id, figure_ids, "本报告的 figures"),
            )


def _check_numbers(
    text: str, names: Iterable[str], document: Document, path: Sequence[Key], findings: Findings
) -> None:
    """A number is typed once, among the figures; the text refers to it."""
    left = _blank_out(text, [*_NOT_FIGURES, *(re.compile(re.escape(name)) for name in names)])
    for found in _DIGITS.finditer(left):
        findings.warning(
            document.text_place(path, found.start()),
            "number-in-text",
            f"正文里直接写了数字“{found[0]}”",
            "写进 figures，正文用 {编号} 引用；名称里的数字加引号，或把名称登记到 terms.yaml",
        )


def _blank_out(text: str, patterns: Iterable[Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text
