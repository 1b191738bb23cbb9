"""A review for programs: one object, keys in English, values as typed in the data."""

from __future__ import annotations

import json
from typing import Any

from highlights.publish.messages import as_record
from highlights.review.change import Change
from highlights.review.effects import Standing
from highlights.review.review import PassedOver, Review
from highlights.review.verified import Noted


def as_json(review: Review) -> str:
    return json.dumps(_record(review), ensure_ascii=False, indent=2)


def _record(review: Review) -> dict[str, Any]:
    return {
        "base": review.base,
        "head": review.head,
        "passed_over": _passed_over(review.passed_over),
        "changes": [_change(change, review) for change in review.changes],
        "diagnostics": [as_record(found) for found in review.diagnostics],
        "standings": [_standing(standing) for standing in review.standings],
        "pages": {
            "touched": list(review.pages.touched),
            "added": list(review.pages.added),
            "removed": list(review.pages.removed),
        },
        "verified": {
            "gained": [_noted(noted) for noted in review.verified.gained],
            "lost": [_noted(noted) for noted in review.verified.lost],
        },
        "uncorrected": [
            {
                "file": review.path(demand.file),
                "changes": [
                    {"id": one.id, "name": one.name, "what": one.what, "problem": one.problem}
                    for one in demand.uncorrected
                ],
                "yaml": "\n".join(demand.lines),
            }
            for demand in review.demands
        ],
    }


def _passed_over(passed_over: PassedOver | None) -> dict[str, Any] | None:
    if passed_over is None:
        return None
    return {"revision": passed_over.name, "errors": [as_record(error) for error in passed_over.errors]}


def _noted(noted: Noted) -> dict[str, Any]:
    report, figure = noted
    return {"year": report.year, "district": report.district.id, "id": figure.id, "name": figure.name}


def _change(change: Change, review: Review) -> dict[str, Any]:
    return {
        "nature": change.nature.value,
        "subject": change.subject.value,
        "year": change.year,
        "district": change.district.id if change.district else None,
        "id": change.id,
        "id_before": change.id_before,
        "name": change.name,
        "file": review.path(change.file),
        "line": change.line,
        "fields": [{"key": field.key, "old": field.old, "new": field.new} for field in change.fields],
        "size": change.size,
        "cautions": [{"code": caution.code, "message": caution.message} for caution in change.cautions],
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "indicator": standing.indicator,
        "year": standing.year,
        "total": [standing.total_before, standing.total_after],
        "ranks": [{"district": name, "before": before, "after": after} for name, before, after in standing.moves],
    }
