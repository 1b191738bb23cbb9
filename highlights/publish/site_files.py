"""A site's files that are no pages: open data, tables, districts' figures, the search index. A writer in, bytes out.

They are made when the first one is asked for: in a preview, by a browser.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from highlights import addresses
from highlights.publish import open_data, search
from highlights.publish.district_files import district_files
from highlights.publish.table_files import table_files
from highlights.publish.writer import Writer

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

FOLDERS = (open_data.FOLDER, search.FOLDER, addresses.DISTRICTS)


class SiteFiles:
    def __init__(self, writer: Writer, *, names_files: bool) -> None:
        self._writer = writer
        self._names_files = names_files

    @cached_property
    def contents(self) -> Mapping[str, bytes]:
        """By address below the site's root."""
        writer = self._writer
        return {
            **writer.open_data,
            **table_files(writer.city, writer.index),
            **district_files(writer.city, writer.index, names_files=self._names_files),
            **search.search_files(writer.city),
        }

    def find(self, address: str) -> bytes | None:
        """Pages lie in some of the same folders, and are no reason to make anything."""
        is_page = address.endswith(("/", ".html"))
        return self.contents.get(address) if address.startswith(FOLDERS) and not is_page else None


def with_site_files(app: WSGIApplication, find: Callable[[str], bytes | None]) -> WSGIApplication:
    """A preview's server, which has the pages, with the files that `find` makes."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        address = environ["PATH_INFO"].removeprefix("/")
        content = find(address)
        if content is None:
            return app(environ, start_response)
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    return answer
