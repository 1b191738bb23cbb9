"""HTML for paper in, PDF out, by WeasyPrint. It writes no files.

WeasyPrint and the system libraries below it are loaded when a printer is made: checking data needs none of them.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import logging
import warnings
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import escape

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"

# Every face that the style sheets ask for; two narrow lines of it show how this machine sets text.
_FACES = "<p>{0}<p><b>{0}</b><p class=sans>{0}<p class=sans><b>{0}</b><p class=fangsong>{0}"
_SPECIMEN = "二〇二一年工会，新建“暖心驿站”4000个；《办法》（试行）99.43%、12.5万余人次。"
_PROBE = """<html lang="zh-CN"><style>
@page {{ size: {size} }} p {{ font: 10pt "Noto Serif CJK SC", serif; text-align: justify; overflow-wrap: anywhere }}
.sans {{ font-family: "Noto Sans CJK SC", sans-serif }}
.fangsong {{ font-family: FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", serif }}
</style>{text}"""


class CannotPrintError(Exception):
    """The machine lacks what printing needs. The message is for people and says what to install."""


@dataclass(frozen=True, slots=True)
class Pdf:
    content: bytes
    pages: int


class Printer:
    """`identity` is another one wherever the same HTML would not give the same PDF: fonts, libraries, versions."""

    def __init__(self) -> None:
        self._weasyprint = _load_weasyprint()
        if self.missing_glyphs("国"):
            raise CannotPrintError(_lacking("中文字体"))

    @cached_property
    def identity(self) -> str:
        specimen = self.print(_PROBE.format(size="70mm 297mm", text=_FACES.format(_SPECIMEN)))
        return hashlib.sha256(specimen.content).hexdigest()

    def missing_glyphs(self, text: Iterable[str]) -> tuple[str, ...]:
        """The characters that no font of the machine can draw."""
        characters = "".join(sorted(set(text)))
        faces = f"<p>{escape(characters)}<p class=sans>{escape(characters)}"
        with _listening() as listener:
            self.print(_PROBE.format(size="1000mm 1000mm", text=faces))
        return tuple(sorted(listener.missing))

    def print(self, html: str) -> Pdf:
        document = self._weasyprint.html(string=html).render(font_config=self._weasyprint.fonts)
        content = document.write_pdf(pdf_variant="pdf/ua-1", finisher=self._weasyprint.finish)
        return Pdf(content, len(document.pages))

    def print_all(self, documents: Sequence[str]) -> Generator[tuple[int, Pdf]]:
        """Each with its place in the order, as soon as it is printed."""
        yield from enumerate(map(self.print, documents))


@dataclass(frozen=True, slots=True)
class _WeasyPrint:
    """What is used of it. All documents share the fonts that are open."""

    html: Any
    fonts: Any
    finish: Any


class _Listener(logging.Handler):
    """WeasyPrint says which characters it has drawn as empty boxes, in its log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg.startswith(".notdef glyph") and isinstance(record.args, tuple):
            self.missing.add(str(record.args[0]))


@contextlib.contextmanager
def _listening() -> Iterator[_Listener]:
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield listener
    finally:
        logger.removeHandler(listener)


def _load_weasyprint() -> _WeasyPrint:
    # It advises on its own installation, on stdout and in English, before it raises. Without HarfBuzz's subset library
    # it only warns, and without any font, where Pango dies of the first character.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.filterwarnings("error", "No fonts configured", UserWarning)
        warnings.filterwarnings("error", "HarfBuzz-Subset", DeprecationWarning)
        try:
            from weasyprint import HTML
            from weasyprint.text.fonts import FontConfiguration
            from weasyprint.urls import URLFetcher

            from highlights.bulletin.fonts import shrink_fonts, unwrap_fonts
            from highlights.bulletin.justify import justify_chinese
            from highlights.bulletin.tags import scope_heads
        except (OSError, DeprecationWarning) as error:
            raise CannotPrintError(_lacking("系统库 Pango 或 HarfBuzz")) from error
        except UserWarning as warning:
            raise CannotPrintError(_lacking("中文字体")) from warning
    justify_chinese()
    shrink_fonts()

    def finish(_document: Any, pdf: Any) -> None:
        unwrap_fonts(pdf)
        scope_heads(pdf)

    # Everything is in the page itself: whatever asks for a file or an address is not ours, and stops the printing.
    closed = URLFetcher(allowed_protocols=(), fail_on_errors=True)
    return _WeasyPrint(functools.partial(HTML, url_fetcher=closed), FontConfiguration(), finish)


def _lacking(what: str) -> str:
    return (
        f"这台机器没有{what}，不能生成 PDF；已有的 PDF 没有改动。\n"
        f"  提示：请安装 {PACKAGES}，例如运行 sudo apt-get install --no-install-recommends {PACKAGES}"
    )
