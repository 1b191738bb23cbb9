"""Links inside one bulletin: what stands in it is reached in it, the rest on the site where its address is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from highlights import addresses
from highlights.model import City, Report
from highlights.render.links import Here


def report_anchor(report: Report) -> str:
    return f"report-{report.district.id}"


def part_anchor(report: Report, part: str) -> str:
    """No id has a full stop, so that no two parts of any reports are called alike."""
    return f"{report_anchor(report)}.{part}"


def indicator_anchor(indicator_id: str) -> str:
    return f"indicator-{indicator_id}"


@dataclass(frozen=True, slots=True)
class Inside(Here):
    """`anchors` are by the address of the page, or of the place on it, that tells the same on the site.

    `page` is the page of the site that shows the bulletin; on paper it is None and `site` the public address, if any.
    """

    anchors: Mapping[str, str] | None = None
    page: Here | None = None
    site: str | None = None

    def to(self, address: str) -> str:
        """In what is told here, as near to the place as it goes. Empty for what stands neither here nor on a site."""
        anchors = self.anchors or {}
        anchor = anchors.get(address) or anchors.get(address.partition("#")[0])
        if anchor:
            return f"#{anchor}"
        if self.page:
            return self.page.to(address)
        return self.site + address if self.site else ""


def inside(city: City, reports: Iterable[Report], page: Here | None, title: str | None = None) -> Inside:
    """`title` is the anchor of the bulletin's own, where that is the heading of its only report."""
    anchors = {}
    for report in reports:
        address = addresses.of_report(report)
        anchors[address] = title or report_anchor(report)
        anchors |= {f"{address}#{part}": part_anchor(report, part) for part in addresses.parts_of(report)}
        for figure in report.figures.values():
            if figure.indicator:
                anchors[addresses.of_indicator(figure.indicator)] = indicator_anchor(figure.indicator.id)
    return Inside("", anchors=anchors, page=page, site=city.address)
