"""What a first visit to a page brings over the line: bytes as they are sent, compressed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.browser_fixtures import QuietHandler

pytestmark = pytest.mark.release

MOST_BYTES = 100_000


class CompressingHandler(QuietHandler):
    """Sends every file with gzip, as a web server would that is set up well."""

    def do_GET(self) -> None:  # noqa: N802 the name is the library's
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        content = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.mark.parametrize("name", ["real_site", "invented_site"])
def test_the_first_load_of_every_page_is_small(
    name: str, browser: Browser, serve: Callable[..., str], request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    home = serve(site, CompressingHandler)
    sent = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        sent[address] = bytes_of_first_load(browser, home + address)
    assert min(sent.values()) > 10_000  # something was measured
    assert {address: count for address, count in sent.items() if count > MOST_BYTES} == {}


def bytes_of_first_load(browser: Browser, address: str) -> int:
    context = browser.new_context()
    page = context.new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto(address, wait_until="load")
    total = sum(request.sizes()["responseBodySize"] for request in finished)
    context.close()
    return total
