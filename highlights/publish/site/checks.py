"""A built site looked through before it is published. A folder and its city in, all that is wrong with it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from highlights import addresses
from highlights.model import City
from highlights.publish.pages import generated_pages
from highlights.publish.search import FOLDER
from highlights.publish.search.documents import documents
from highlights.publish.search.reading import IndexReader, UnreadableIndex
from highlights.publish.site.links import Link, broken_links, read_links
from highlights.render.pdf_links import pdf_names

MOST_TOLD = 50
PDF_HEAD, PDF_END = b"%PDF-", b"%%EOF"
_NEAR_END = 1024

_BUILD_AGAIN = "再运行一次；还是这样，就是程序有误"
_PRINT_AGAIN = "删去已生成的简报，再运行一次"


@dataclass(frozen=True, slots=True)
class Fault:
    """`file` is below the site's root."""

    file: str
    problem: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}  {self.problem}\n  提示：{self.hint}"


def check_site(site: Path, city: City, *, names_files: bool = False, has_pdfs: bool = False) -> tuple[Fault, ...]:
    """With `has_pdfs` every bulletin must be there, whether or not a page links to it."""
    # From disk, links to where the site is published lead away.
    found = read_links(site, None if names_files else city.address)
    return (
        *_missing_pages(site, city),
        *_grouped(broken_links(found, names_files=names_files)),
        *_pdf_faults(site, found.links, pdf_names(city) if has_pdfs else ()),
        *_search_faults(site, city),
    )


def faults_text(faults: tuple[Fault, ...]) -> str:
    told = [str(fault) for fault in faults[:MOST_TOLD]]
    if len(faults) > MOST_TOLD:
        told.append(f"……另有 {len(faults) - MOST_TOLD} 处")
    return "\n".join(told)


def _missing_pages(site: Path, city: City) -> Iterator[Fault]:
    for page in generated_pages(city):
        file = f"{page.address}index.html"
        if not (site / file).is_file():
            yield Fault(file, f"缺少页面“{page.title}”，数据里有它", _BUILD_AGAIN)


def _grouped(broken: Iterable[tuple[Link, str]]) -> Iterator[Fault]:
    """A link that is the same on many pages is told once."""
    groups: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link, problem in broken:
        groups[link.path, link.fragment, problem].append(link)
    for (_, _, problem), (first, *others) in groups.items():
        more = f"（另有 {len(others)} 处也这样）" if others else ""
        hint = f"改正这一页里的链接 {first.written}，或补上它指向的内容"
        yield Fault(first.file, f"链接“{first.written}”{problem}{more}", hint)


def _pdf_faults(site: Path, links: Iterable[Link], names: Iterable[str]) -> Iterator[Fault]:
    expected = set(map(addresses.of_pdf, names))
    linked = {link.path for link in links if link.path.endswith(".pdf")}
    for file in sorted(expected | linked):
        path = site / file
        if path.is_file():
            content = path.read_bytes()
            if not content.startswith(PDF_HEAD) or PDF_END not in content[-_NEAR_END:]:
                yield Fault(file, "不是完整的 PDF 文件", _PRINT_AGAIN)
        elif file in expected:
            yield Fault(file, "缺少年终简报，数据里有它", _PRINT_AGAIN)


def _search_faults(site: Path, city: City) -> Iterator[Fault]:
    """Each document is asked for by its title, and its text must be there."""
    index = IndexReader(site)
    try:
        for number, document in enumerate(documents(city, with_pinyin=False)):
            title = document.passages[0].title
            if number not in index.documents_with(title):
                yield Fault(f"{FOLDER}catalogue.js", f"搜索“{title}”找不到它自己", _BUILD_AGAIN)
            index.load(f"text/{document.key}")
    except UnreadableIndex as unreadable:
        yield Fault(unreadable.name, "搜索用的文件缺少或已损坏", _BUILD_AGAIN)
