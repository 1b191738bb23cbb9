"""What stands behind the reports: the index of indicators, terms, notes on the data, sources, and what the copy is."""

from __future__ import annotations

from dataclasses import dataclass

from highlights import addresses
from highlights.bulletin.inside import indicator_anchor
from highlights.bulletin.matter import Chapter, Matter, chapter
from highlights.derive.coverage import silent_districts
from highlights.model import Indicator
from highlights.render.figures import SourceNote
from highlights.render.ranking import AsideRow, aside_row
from highlights.render.sources import CitedSection, SourceItem, cited_section, source_item
from highlights.render.terms import term_notes
from highlights.render.wording import MEASURES, date_text


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """`places` are the reports that have it: a name, and a link that paper turns into a page number."""

    anchor: str
    indicator: Indicator
    measure: str
    units: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DataNotes:
    silent: str
    without_figures: str
    aside: tuple[tuple[Indicator, AsideRow], ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A document, and the sections of it that the bulletin cites."""

    source: SourceItem
    sections: tuple[CitedSection, ...]


def indicator_index(matter: Matter) -> Chapter | None:
    found = (_indicator_entry(indicator, matter) for indicator in matter.city.indicators.values())
    entries = tuple(entry for entry in found if entry.places)
    if not entries:
        return None
    return chapter("indicators", "指标索引", matter.html("indicator_index", entries))


def terms(matter: Matter) -> Chapter | None:
    """Made after the reports, which meet the terms."""
    if not matter.terms.met:
        return None
    return chapter("terms", "名词", matter.html("term_notes", term_notes(matter.terms, matter.here)))


def data_notes(matter: Matter) -> Chapter:
    year = matter.edition.year
    aside = tuple(
        (indicator, aside_row(observation, matter.here))
        for indicator in matter.city.indicators.values()
        for observation in matter.index.of_indicator(indicator, year)
        if not observation.comparability.is_comparable
    )
    silent = (district.short_name for district in silent_districts(matter.city, matter.edition))
    empty = (report.district.short_name for report in matter.edition.district_reports if not report.figures)
    return chapter(
        "notes", "数据说明", matter.html("data_notes", DataNotes("、".join(silent), "、".join(empty), aside))
    )


def sources(matter: Matter) -> Chapter | None:
    by_source: dict[str, list[SourceNote]] = {}
    for note in matter.notes.values():
        by_source.setdefault(note.citation.source.id, []).append(note)
    if not by_source:
        return None
    entries = (
        SourceEntry(
            source_item(matter.city.sources[source], matter.here),
            tuple(cited_section(note, matter.here) for note in notes),
        )
        for source, notes in by_source.items()
    )
    return chapter("sources", "来源", matter.html("source_list", tuple(entries)))


def colophon(matter: Matter) -> Chapter:
    """What this copy was made from, so that two copies can be told apart without a date."""
    edition = matter.edition
    address = addresses.absolute(matter.city, addresses.of_bulletin(edition))
    filled = [report for report in edition.reports.values() if not report.is_empty]
    figures = sum(len(report.figures) for report in filled)
    facts = (
        ("名称", f"{edition.title}　年终简报"),
        ("范围", matter.district.name if matter.district else "全部报告"),
        ("发布单位", edition.issuer or ""),
        ("发布日期", date_text(edition.issued) if edition.issued else ""),
        ("状态", "草稿，尚未发布，内容还会改动" if edition.is_draft else ""),
        ("数据版本", f"{edition.year}年度，{len(filled)}份报告，{figures}项数据"),
        ("校验值（SHA-256）", matter.checksum),
        ("网址", address or ""),
    )
    known = tuple((name, fact) for name, fact in facts if fact)
    return chapter("colophon", "关于本册", matter.html("colophon", known))


def _indicator_entry(indicator: Indicator, matter: Matter) -> IndicatorEntry:
    observations = matter.index.of_indicator(indicator, matter.edition.year)
    told = {report.district.id for report in matter.reports}
    places = {
        observation.report.district.short_name: matter.here.to(
            addresses.of_figure(observation.report, observation.figure)
        )
        for observation in reversed(observations)
        if observation.report.district.id in told
    }
    return IndicatorEntry(
        anchor=indicator_anchor(indicator.id),
        indicator=indicator,
        measure=MEASURES[indicator.measure],
        units="、".join(indicator.units),
        places=tuple(reversed(places.items())),
    )
