"""The same pages for a plain MkDocs with Material and its search: what a built site shows, written out as Markdown."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from markdownify import markdownify

# Navigation without the generated pages: with them every page would list all others. Links lead to the same addresses.
CONFIGURATION = """\
site_name: 年度亮点
theme:
  name: material
  language: zh
  font: false
nav:
  - index.md
not_in_nav: "*"
validation:
  links:
    unrecognized_links: ignore
    anchors: ignore
plugins:
  - search:
      lang: zh
markdown_extensions: [tables, def_list]
"""
# Neither content of the page nor what Markdown knows.
NOT_CONTENT = "nav, svg, form, button, input, select, script"


def write_plain(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for path in site.rglob("index.html"):
        target = folder / "docs" / path.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_as_markdown(path.read_text(encoding="utf-8")), encoding="utf-8")


def _as_markdown(page: str) -> str:
    article = BeautifulSoup(page, "html.parser").article
    if article is None:
        raise ValueError("a page without an article")
    for part in article.select(NOT_CONTENT):
        part.decompose()
    text = markdownify(str(article), heading_style="ATX", escape_underscores=False)
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(lines).strip() + "\n"
