"""The engine in a real browser, without an interface: a page of a built site that can be asked."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

ENGINE = "assets/js/search/engine.js"

# Many questions in one go, so that the browser is crossed once.
_ASK_ALL = """async ([questions, limit]) => {
  const answers = [];
  for (const question of questions) answers.push(await districtSearch.ask(question, {}, { limit }));
  return answers;
}"""


def open_engine(page: Page, base: str) -> None:
    page.goto(base, wait_until="load")
    page.evaluate("base => Object.assign((window.districtSearch ??= {}), { base })", base)
    page.add_script_tag(url=base + ENGINE)


def ask(page: Page, question: str, filters: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    asked = "([question, filters, options]) => districtSearch.ask(question, filters, options)"
    answer: dict[str, Any] = page.evaluate(asked, [question, filters or {}, options])
    return answer


def ask_all(page: Page, questions: list[str], limit: int = 10) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = page.evaluate(_ASK_ALL, [questions, limit])
    return answers
