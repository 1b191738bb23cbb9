"""`highlights diff`: two names of revisions in, a review out. Data that is wrong is told with the revision it is of."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.model import City
from highlights.publish import messages
from highlights.publish.obstacles import placed
from highlights.review.as_json import as_json
from highlights.review.as_markdown import as_markdown, demands_as_markdown
from highlights.review.as_text import as_text, demands_as_text
from highlights.review.review import PassedOver, Review, Side, review, with_pages
from highlights.review.revisions import Repository, Revision, RevisionError, open_repository

WORKING_TREE = "工作区（含未提交的改动）"
# Each takes as long as a check.
MOST_EARLIER = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """How a review is written, and what the guard says below it; in JSON it is all one."""

    review: Callable[[Review], str]
    demands: Callable[[Review], str] | None


LAYOUTS: Mapping[str, Layout] = {
    "text": Layout(as_text, demands_as_text),
    "markdown": Layout(as_markdown, demands_as_markdown),
    "json": Layout(as_json, None),
}


class InvalidDataError(Exception):
    """The head revision's data is wrong, or no base is right; str() is everything that is wrong with it."""


def review_revisions(data: Path, base: str | None, head: str | None, root: Path) -> Review:
    """By default from where the head left the main branch, and to the working tree. `root` is the project's folder."""
    repository = open_repository(data)
    head_revision = repository.find(head) if head else None
    base_revision = repository.find(base) if base else repository.merge_base(head_revision or repository.find("HEAD"))
    read = _read_revision(repository, head_revision) if head_revision else _read_working_tree(data)
    if read.city is None:
        raise InvalidDataError(f"版本 {read.name} 的数据有误，没有比较：\n{messages.as_text(read.told)}")
    new = Side(read.name, read.city, read.diagnostics)
    old, passed_over = _last_right(repository, base_revision)
    found = replace(review(old, new), folder=str(repository.data), passed_over=passed_over)
    return with_pages(found, old, new, root) if found.touches_pages else found


def written(found: Review, style: str, is_guarded: bool) -> str:
    layout = LAYOUTS[style]
    text = layout.review(found)
    return f"{text}\n\n{layout.demands(found)}" if is_guarded and layout.demands else text


@dataclass(frozen=True, slots=True)
class _Read:
    """A revision as it was read; `told` are its findings as the repository knows the files."""

    name: str
    city: City | None
    diagnostics: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...]


def _last_right(repository: Repository, base: Revision) -> tuple[Side, PassedOver | None]:
    """Wrong data is never published: what counts is the last before it that is right."""
    first = _read_revision(repository, base)
    if first.city:
        return Side(first.name, first.city, first.diagnostics), None
    errors = tuple(found for found in first.told if found.is_error)
    for earlier in repository.earlier(base, MOST_EARLIER):
        read = _read_revision(repository, earlier)
        if read.city:
            return Side(read.name, read.city, read.diagnostics), PassedOver(first.name, errors)
    raise InvalidDataError(
        f"版本 {base} 的数据有误，在它以前也没有找到没有错误的版本，没有比较：\n{messages.as_text(errors)}\n\n"
        "已发布的数据有没有悄悄改动，这里看不出来，须由维护者逐项核对；或写明另一个没有错误的版本来比较。"
    )


def _read_working_tree(data: Path) -> _Read:
    if not data.is_dir():
        raise RevisionError(f"{WORKING_TREE}里没有数据文件夹“{data}”", "恢复它，或写明要比较的两个版本")
    loaded = load_city(data)
    return _Read(WORKING_TREE, loaded.city, loaded.diagnostics, loaded.diagnostics)


def _read_revision(repository: Repository, revision: Revision) -> _Read:
    """From a copy, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="highlights-") as folder, placed(Path(folder)):
        copied = Path(folder) / "data"
        repository.copy_data(revision, copied)
        loaded = load_city(copied)
    told = tuple(_as_of_repository(found, str(copied), str(repository.data)) for found in loaded.diagnostics)
    return _Read(str(revision), loaded.city, loaded.diagnostics, told)


def _as_of_repository(found: Diagnostic, copied: str, folder: str) -> Diagnostic:
    """Told of the file as the repository knows it, not of its copy."""
    place = replace(found.place, file=found.place.file.replace(copied, folder))
    return replace(found, place=place, message=found.message.replace(copied, folder))
