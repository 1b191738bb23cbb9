"""Where everything stands: addresses from the site's root, links between pages. Ids make addresses, titles never."""

from __future__ import annotations

from dataclasses import dataclass

from highlights.model import City, District, Edition, Figure, Highlight, Indicator, Report, Term, Theme

HOME = ""
TERMS = "terms/"
DISTRICTS = "districts/"
INDICATORS = "indicators/"
THEMES = "themes/"
TABLES = "tables/"
OPEN_DATA = "open-data/"
NOTES = "notes/"
CORRECTIONS = "corrections/"
BULLETINS = "bulletins/"


def of_edition(edition: Edition) -> str:
    return f"{edition.year}/"


def of_report(report: Report) -> str:
    return f"{report.year}/{report.district.id}/"


def of_highlight(report: Report, highlight: Highlight) -> str:
    return f"{of_report(report)}#{highlight.id}"


def of_figure(report: Report, figure: Figure) -> str:
    return f"{of_report(report)}#{figure_anchor(figure.id)}"


def of_district(district: District) -> str:
    return f"{DISTRICTS}{district.id}/"


def of_district_figures(district: District) -> str:
    """The script that brings a district's figures to the page of another one."""
    return f"{of_district(district)}figures.js"


def of_indicator(indicator: Indicator) -> str:
    return f"{INDICATORS}{indicator.id}/"


def of_theme(theme: Theme) -> str:
    return f"{THEMES}{theme.id}/"


def of_tables(edition: Edition) -> str:
    return f"{TABLES}{edition.year}/"


def of_table_csv(year: int, theme: Theme) -> str:
    return f"data/tables/{year}-{theme.id}.csv"


def of_bulletin(edition: Edition) -> str:
    return f"{BULLETINS}{edition.year}/"


def of_pdf(name: str) -> str:
    return f"{BULLETINS}{name}.pdf"


def of_term(term: Term) -> str:
    return f"{TERMS}#{term.id}"


def absolute(city: City, address: str) -> str | None:
    """None while it is not known where the site is published."""
    return city.address + address if city.address else None


def figure_anchor(figure_id: str) -> str:
    return f"figure-{figure_id}"


def source_anchor(number: int) -> str:
    return f"source-{number}"


@dataclass(frozen=True, slots=True)
class Here:
    """The page on which something is shown. `names_files` is for sites opened from disk, without a server."""

    address: str
    names_files: bool = False

    def to(self, address: str) -> str:
        """A relative link, so that the site works below any path."""
        path, mark, fragment = address.partition("#")
        if path == self.address and mark:
            return mark + fragment
        link = _relative(path, self.address)
        if self.names_files and link.endswith("/"):
            link += "index.html"
        return link + mark + fragment


def _relative(path: str, folder: str) -> str:
    """From a folder, told like "2021/haidian/"; what both begin with is left out."""
    *steps, name = path.split("/")
    above = folder.split("/")[:-1]
    shared = 0
    for step, other in zip(steps, above, strict=False):
        if step != other:
            break
        shared += 1
    return "../" * (len(above) - shared) + "".join(f"{step}/" for step in steps[shared:]) + name or "./"
