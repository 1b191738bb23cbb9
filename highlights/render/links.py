"""Links between pages: from where they are shown to an address."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEYOND_PATH = re.compile(r"[?#]")


@dataclass(frozen=True, slots=True)
class Here:
    """The page on which something is shown. `names_files` is for sites opened from disk, without a server."""

    address: str
    names_files: bool = False

    def to(self, address: str) -> str:
        """A relative link, so that the site works below any path."""
        path = _BEYOND_PATH.split(address, maxsplit=1)[0]
        more = address.removeprefix(path)
        if path == self.address and more.startswith("#"):
            return more
        link = _relative(path, self.address)
        if self.names_files and link.endswith("/"):
            link += "index.html"
        return link + more


def _relative(path: str, folder: str) -> str:
    """From a folder, told like "2021/haidian/"; what both begin with is left out.

    A colon in the first step would make it a scheme (RFC 3986, 4.2), and javascript:… a program.
    """
    *steps, name = path.split("/")
    above = folder.split("/")[:-1]
    shared = 0
    for step, other in zip(steps, above, strict=False):
        if step != other:
            break
        shared += 1
    link = "../" * (len(above) - shared) + "".join(f"{step}/" for step in steps[shared:]) + name
    return f"./{link}" if not link or ":" in link.partition("/")[0] else link
