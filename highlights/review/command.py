"""`highlights diff`: two names of revisions in, a review out. Data that is wrong is told with the revision it is of."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from highlights.diagnostics import Diagnostic
from highlights.load import Loaded, load_city
from highlights.publish import messages
from highlights.review.as_json import as_json
from highlights.review.as_markdown import as_markdown, demands_as_markdown
from highlights.review.as_text import as_text, demands_as_text
from highlights.review.review import Review, Side, review, with_pages
from highlights.review.revisions import Repository, Revision, RevisionError, open_repository

WORKING_TREE = "工作区（含未提交的改动）"


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
    """The data of a revision is wrong; str() is everything that is wrong with it."""


def review_revisions(data: Path, base: str | None, head: str | None, components: Path) -> Review:
    """By default from where the head left the main branch, and to the working tree."""
    repository = open_repository(data)
    head_revision = repository.find(head) if head else None
    base_revision = repository.find(base) if base else repository.merge_base(head_revision or repository.find("HEAD"))
    with _side(repository, base_revision, data) as old, _side(repository, head_revision, data) as new:
        found = replace(review(old, new), folder=str(repository.data))
        return with_pages(found, old, new, components) if found.touches_pages else found


def written(found: Review, style: str, is_guarded: bool) -> str:
    layout = LAYOUTS[style]
    text = layout.review(found)
    return f"{text}\n\n{layout.demands(found)}" if is_guarded and layout.demands else text


@contextmanager
def _side(repository: Repository, revision: Revision | None, data: Path) -> Iterator[Side]:
    """None is the working tree. The copy of a revision is gone afterwards."""
    if revision is None:
        if not data.is_dir():
            raise RevisionError(f"{WORKING_TREE}里没有数据文件夹“{data}”", "恢复它，或写明要比较的两个版本")
        _refuse_links(data)
        yield _made(WORKING_TREE, load_city(data))
        return
    with tempfile.TemporaryDirectory(prefix="highlights-") as folder:
        copied = Path(folder) / "data"
        repository.copy_data(revision, copied)
        loaded = load_city(copied)
        told = tuple(_as_of_repository(found, str(copied), str(repository.data)) for found in loaded.diagnostics)
        yield _made(str(revision), loaded, told)


def _refuse_links(data: Path) -> None:
    """Revisions are read without them. What they lead to would be new each time, and a change of it no change."""
    links = sorted(str(path) for path in data.rglob("*") if path.is_symlink())
    if links:
        raise RevisionError(f"数据文件夹里有链接，没有比较：{'、'.join(links)}", "换成所指的文件本身")


def _made(name: str, loaded: Loaded, told: tuple[Diagnostic, ...] | None = None) -> Side:
    if loaded.city is None:
        raise InvalidDataError(f"版本 {name} 的数据有误，没有比较：\n{messages.as_text(told or loaded.diagnostics)}")
    return Side(name, loaded.city, loaded.diagnostics)


def _as_of_repository(found: Diagnostic, copied: str, folder: str) -> Diagnostic:
    """Told of the file as the repository knows it, not of its copy."""
    place = replace(found.place, file=found.place.file.replace(copied, folder))
    return replace(found, place=place, message=found.message.replace(copied, folder))
