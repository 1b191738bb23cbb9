"""A page in a real browser: what ran on it, what it asked for, what it is made of and what stands on it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Dialog, Page

# Told through functions of the test's own: they outlive the page.
_LISTEN = (
    "addEventListener('securitypolicyviolation', e => tellFault(`policy: ${e.effectiveDirective} ${e.blockedURI}`))"
)
_READ = """() => {
  const elements = [...document.querySelectorAll("*")];
  const names = (one) => one.getAttributeNames().filter((name) => name !== "hidden").sort();
  const shape = (one) => [one.parentElement?.localName, ">", one.localName, ...names(one)].join(" ");
  const textOf = (one) => one.textContent.replace(/\\s+/g, "");
  const texts = (selector) => [...document.querySelectorAll(selector)].map(textOf);
  return {
    ran: typeof pwned !== "undefined",
    shapes: [...new Set(elements.map(shape))],
    links: [...new Set(elements.filter((one) => one.href?.length ?? one.src).map((one) => one.href ?? one.src))],
    records: [...document.querySelectorAll("script:not([src])")].map((script) => script.textContent),
    title: document.title,
    headings: texts("article :is(h1, h2, h3, h4, h5, h6)"),
    contents: texts(".contents a, .md-nav--secondary a"),
    text: textOf(document.body),
  };
}"""


@dataclass(frozen=True, slots=True)
class Reading:
    """`shapes` are the elements with their parents' names and the names of their attributes; texts have no white space.

    `faults` are what the browser had to say since the last reading, and what ran.
    """

    faults: tuple[str, ...]
    shapes: Set[str]
    links: tuple[str, ...]
    records: tuple[str, ...]
    title: str
    headings: tuple[str, ...]
    contents: tuple[str, ...]
    text: str


@dataclass
class Watch:
    page: Page
    home: str
    faults: list[str] = field(default_factory=list)
    opened: int = 0

    def __post_init__(self) -> None:
        self.page.expose_function("tellFault", lambda told: self.faults.append(told))
        self.page.add_init_script(_LISTEN)
        self.page.on(
            "console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self._see(request.url))
        self.page.on("dialog", self._dismiss)

    def open(self, address: str) -> Reading:
        self.page.goto(self.home + address, wait_until="load")
        self.opened += 1
        return self.read()

    def read(self) -> Reading:
        found: dict[str, Any] = self.page.evaluate(_READ)
        faults, self.faults = (*self.faults, *(["a script ran"] if found["ran"] else [])), []
        return Reading(
            faults=faults,
            shapes=frozenset(found["shapes"]),
            **{name: tuple(found[name]) for name in ("links", "records", "headings", "contents")},
            **{name: found[name] for name in ("title", "text")},
        )

    def _see(self, address: str) -> None:
        if not address.startswith((self.home, "data:image/svg+xml")):
            self.faults.append(f"a request: {address}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


def watched(browser: Browser, home: str) -> Watch:
    return Watch(browser.new_context(viewport={"width": 1280, "height": 900}).new_page(), home)
