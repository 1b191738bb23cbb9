"""Links from running texts to pages of this site, judged when everything is read. The city and links in, findings out.

Pages are those that the data makes and those that people write. What is a file (open data, a PDF) is made with the
site, which looks at links to it then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from highlights import addresses
from highlights.diagnostics import Diagnostic, Place, nearest, propose
from highlights.model import City

WRITTEN_PAGES = Path(__file__).parents[2] / "docs"


@dataclass(frozen=True, slots=True)
class InnerLink:
    """`address` as it is typed: from the site's root, or `#…` for a place on the page of its own report."""

    place: Place
    address: str


def written_pages(folder: Path = WRITTEN_PAGES) -> frozenset[str]:
    """The addresses of Markdown files: editing/index.md stands at editing/, notes.md at notes/."""
    paths = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.md"))
    return frozenset(f"{path.as_posix()}/".removesuffix("index/") for path in paths)


def check_links(links: Iterable[InnerLink], city: City, written: Collection[str]) -> Iterator[Diagnostic]:
    pages = {*written, *addresses.pages_of(city)}
    anchors = addresses.anchors_of(city)
    own_pages = {report.place.file: addresses.of_report(report) for report in city.reports()}
    for link in links:
        page, _, anchor = link.address.removeprefix("/").partition("#")
        page = page.partition("?")[0] if link.address.startswith("/") else own_pages[link.place.file]
        if page not in pages:
            if "." not in page.rpartition("/")[2]:
                yield _unknown_page(link, page, pages)
        elif anchor and anchor not in anchors.get(page, {anchor}):
            yield _unknown_anchor(link, anchor, anchors[page])


def _unknown_page(link: InnerLink, page: str, pages: Collection[str]) -> Diagnostic:
    near = f"{page}/" if f"{page}/" in pages else nearest(page, pages)
    hint = f"是不是“/{near}”？" if near else "在网站上打开要去的页面，照抄它的地址，从域名后面的 / 写起"
    return Diagnostic(link.place, "unknown-page", f"链接“{link.address}”指向的页面不存在", hint)


def _unknown_anchor(link: InnerLink, anchor: str, anchors: Collection[str]) -> Diagnostic:
    hint = propose(anchor, anchors, "这一页") if anchors else "删去 # 和它后面的部分"
    return Diagnostic(link.place, "unknown-page", f"链接“{link.address}”指向的页面里没有“{anchor}”", hint)
