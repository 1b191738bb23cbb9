"""The links in a built site's pages and stylesheets, and whether each leads somewhere. A folder in, broken links out.

It reads tags only, so that 4,000 pages take seconds; whether they are good HTML is checked elsewhere.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_NO_TAGS = re.compile(r"<!--.*?-->|(<(script|style)\b[^>]*>).*?</\2>", re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(r"""\s(href|src|action|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

# How a page may lead away: what another scheme stands for may be run, or is on one machine only.
_AWAY = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class Link:
    """What is `written` in `file` leads to `path`; both are below the site's root.

    With a `scheme`, which is one that no page may use, it leads nowhere.
    """

    file: str
    written: str
    path: str
    fragment: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """And everything that they could lead to: the files, and of each page its ids."""

    links: tuple[Link, ...]
    files: frozenset[str]
    ids: dict[str, frozenset[str]]


def read_links(site: Path, address: str | None) -> SiteLinks:
    """Those within the site and those that no page may have.

    `address` is where it will be published: links that begin with it are the site's own.
    """
    links: list[Link] = []
    ids: dict[str, frozenset[str]] = {}
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    for name, path in files.items():
        if path.suffix == ".html":
            written, ids[name] = _read_page(path.read_text(encoding="utf-8"))
        elif path.suffix == ".css":
            written = frozenset(_CSS_ADDRESS.findall(_CSS_COMMENT.sub("", path.read_text(encoding="utf-8"))))
        else:
            continue
        resolved = (_resolve(one, name, address) for one in sorted(written))
        links += filter(None, resolved)
    return SiteLinks(tuple(links), frozenset(files), ids)


def broken_links(found: SiteLinks, *, names_files: bool) -> Iterator[tuple[Link, str]]:
    """Each link with what is wrong. Where links name files, none may lean on a server to find a folder's page."""
    for link in found.links:
        is_folder = link.path.endswith("/") or not link.path
        path = f"{link.path}index.html" if is_folder else link.path
        if link.scheme:
            yield link, f"以“{link.scheme}:”开头，网页里的链接不能用它"
        elif names_files and (is_folder or link.written.startswith("/")):
            yield link, "靠服务器才有页面，从磁盘打开时找不到"
        elif path not in found.files:
            yield link, "指向的文件不存在"
        elif link.fragment and path in found.ids and link.fragment not in found.ids[path]:
            yield link, f"页面里没有“#{link.fragment}”这个位置"


def _read_page(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """What its links say, and its ids."""
    written: set[str] = set()
    ids: set[str] = set()
    for tag in _TAG.findall(_NO_TAGS.sub(lambda found: found[1] or "", text)):
        for name, *values in _ATTRIBUTE.findall(tag):
            (ids if name == "id" else written).add(unescape("".join(values)))
    return frozenset(written), frozenset(ids)


def _resolve(written: str, file: str, address: str | None) -> Link | None:
    """None for a link that leads away, and for a picture that a style sheet has in itself."""
    own = urlsplit(address or "/")
    parts = urlsplit(written)
    if parts.scheme and parts.scheme not in _AWAY and file.endswith(".html"):
        return Link(file, written, written, "", parts.scheme)
    if parts.scheme or parts.netloc:
        if not address or not written.startswith(address):
            return None
        path = _join("", parts.path.removeprefix(own.path))
    elif parts.path.startswith("/"):
        path = _join("", parts.path.removeprefix(own.path))
    else:
        path = _join(file, parts.path)
    return Link(file, written, unquote(path), unquote(parts.fragment))


def _join(file: str, path: str) -> str:
    if not path:
        return file
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    is_folder = path.endswith("/") or posixpath.basename(path) in {".", ".."}
    joined = "" if joined == "." else joined
    return joined + "/" if is_folder and joined else joined
