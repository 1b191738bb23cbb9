"""How long a reader waits from the last key to the results on the screen: python -m tests.search.waiting [--site DIR]

Prints milliseconds, the pause included in which the box waits for more keys. Without --site the site is built from the
data at hand.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser_fixtures import launched_browser, serving, wait_until
from tests.conftest import REAL_DATA, build_site

QUESTIONS = (
    "暖心驿站",
    "海淀维权",
    "60354",
    "haidian",
    "建会 2021",
    "新就业形态劳动者",
    "经开区",
    "法律援助",
    "骑士之家",
    "12351",
)

# Runs in the page: when the last key came, and the first frame after the list has answered it.
WATCH = """() => {
  addEventListener("input", (event) => { window.typed = event.timeStamp; window.shown = 0; }, true);
  new MutationObserver(() => {
    if (window.shown || !document.querySelector(".search-list:not([hidden]) [role=option]")) return;
    requestAnimationFrame(() => { window.shown = performance.now(); });
  }).observe(document.querySelector(".search-box"), { childList: true, subtree: true, attributes: true });
}"""


def waits(browser: Browser, home: str, questions: tuple[str, ...]) -> list[float]:
    """One visit. The first question loads the engine and the catalogue too."""
    page = browser.new_page()
    page.goto(home)
    page.evaluate(WATCH)
    found = []
    for question in questions:
        page.keyboard.press("/")
        page.keyboard.press("Escape")
        page.keyboard.press("Delete")
        page.keyboard.insert_text(question)
        wait_until(page, "window.shown")
        found.append(float(page.evaluate("window.shown - window.typed")))
    page.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, launched_browser() as browser, serving() as serve:
        home = serve(options.site or build_site(Path(folder), REAL_DATA))
        visits = [waits(browser, home, (question, *QUESTIONS)) for question in QUESTIONS]
    for name, times in (
        ("first question", [visit[0] for visit in visits]),
        ("later questions", [wait for visit in visits for wait in visit[1:]]),
    ):
        print(f"{name}: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms, of {len(times)}")  # noqa: T201


if __name__ == "__main__":
    main()
