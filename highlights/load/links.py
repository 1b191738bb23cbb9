"""Links from running texts to pages of this site, judged when everything is read. The city in, findings out.

Pages are those that the data makes and those that people write. What is a file (open data, a PDF) is made with the
site, which looks at links to it then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from highlights import addresses
from highlights.diagnostics import nearest, propose
from highlights.load.findings import Findings
from highlights.model import City

WRITTEN_PAGES = Path(__file__).parents[2] / "docs"


def written_pages(folder: Path = WRITTEN_PAGES) -> frozenset[str]:
    """The addresses of Markdown files: editing/index.md stands at editing/, notes.md at notes/."""
    paths = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.md"))
    return frozenset(f"{path.as_posix()}/".removesuffix("index/") for path in paths)


def check_links(city: City, written: Collection[str], findings: Findings) -> None:
    pages = {*written, *addresses.pages_of(city)}
    near = _by_section(pages)
    anchors = addresses.anchors_of(city)
    own_pages = {report.place.file: addresses.of_report(report) for report in city.reports()}
    for link in findings.links:
        if findings.is_full(link.place.file):
            continue
        page, _, anchor = link.address.removeprefix("/").partition("#")
        page = page.partition("?")[0] if link.address.startswith("/") else own_pages[link.place.file]
        if page not in pages:
            # Files have a full stop in their names, nothing has a colon.
            if ":" in page or "." not in page.rpartition("/")[2]:
                hint = _hint(page, near.get(_section(page), near[""]))
                findings.error(link.place, "unknown-page", f"链接“{link.address}”指向的页面不存在", hint)
        elif anchor and anchor not in anchors.get(page, {anchor}):
            hint = propose(anchor, anchors[page], "这一页") if anchors[page] else "删去 # 和它后面的部分"
            findings.error(link.place, "unknown-page", f"链接“{link.address}”指向的页面里没有“{anchor}”", hint)


def _by_section(pages: Iterable[str]) -> dict[str, list[str]]:
    """2022/donghu/ and its like under 2022; the first pages of all sections under "". A city has very many pages."""
    sections: dict[str, list[str]] = defaultdict(list)
    for page in sorted(pages):
        sections["" if page.count("/") < 2 else _section(page)].append(page)
    return sections


def _section(page: str) -> str:
    return page.partition("/")[0]


def _hint(page: str, candidates: Collection[str]) -> str:
    near = nearest(f"{page.removesuffix('/')}/", candidates)
    return f"是不是“/{near}”？" if near else "在网站上打开要去的页面，照抄它的地址，从域名后面的 / 写起"
