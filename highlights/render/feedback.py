"""“报告错误”: a letter to the city's contact with the place already filled in. None while no contact is known."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlsplit, urlunsplit

from highlights import addresses
from highlights.model import City, Figure, Report

_ASK = "错在哪里，依据是什么："


def page_feedback(city: City, title: str, address: str) -> str | None:
    """A link about a page. `address` is below the site's root."""
    return _link(city, title, [f"页面：{_where(city, address)}"])


def figure_feedback(city: City, report: Report, figure: Figure) -> str | None:
    """A link about one figure, with what the site prints for it."""
    lines = [
        f"页面：{_where(city, addresses.of_figure(report, figure))}",
        f"数据：{figure.name}（{figure.id}）",
        f"网站上写作：{figure.reported}",
    ]
    return _link(city, f"{report.name}，{figure.name}", lines)


def contact_link(contact: str, subject: str = "", lines: Sequence[str] = ()) -> str:
    """An e-mail gets `subject` and `body` (RFC 6068); a web address gets `title` and `body`, beside its own query."""
    if "://" not in contact:
        return f"mailto:{quote(contact, safe='@+')}" + (f"?{_query('subject', subject, lines)}" if subject else "")
    if not subject:
        return contact
    parts = urlsplit(contact)
    query = "&".join(filter(None, (parts.query, _query("title", subject, lines))))
    return urlunsplit(parts._replace(query=query))


def _link(city: City, about: str, lines: Sequence[str]) -> str | None:
    return contact_link(city.contact, f"报告错误：{about}", (*lines, "", _ASK, "")) if city.contact else None


def _where(city: City, address: str) -> str:
    return addresses.absolute(city, address) or f"{city.title} /{address}"


def _query(subject_key: str, subject: str, lines: Sequence[str]) -> str:
    body = "\r\n".join(lines)
    return f"{subject_key}={quote(subject, safe='')}&body={quote(body, safe='')}"
