"""In which documents a piece stands, and in which field. Documents in, postings out; no files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from highlights.publish.search.documents import Document, Field
from highlights.publish.search.spelling import pieces

# By field, then by piece: the numbers of the documents, ascending. A document counts in its highest field only.
Postings = Mapping[Field, Mapping[str, list[int]]]


def post(documents: Iterable[Document]) -> tuple[Postings, Postings]:
    """Pairs, and singles, which only questions of one character need."""
    pairs = {field: defaultdict[str, list[int]](list) for field in Field}
    singles = {field: defaultdict[str, list[int]](list) for field in Field}
    for number, document in enumerate(documents):
        known_pairs: set[str] = set()
        known_singles: set[str] = set()
        for field, text in _texts(document).items():
            found_pairs, found_singles = pieces(text)
            _add(number, found_pairs - known_pairs, pairs[field])
            _add(number, found_singles - known_singles, singles[field])
            known_pairs |= found_pairs
            known_singles |= found_singles
    return pairs, singles


def _add(number: int, found: set[str], postings: defaultdict[str, list[int]]) -> None:
    for piece in found:
        postings[piece].append(number)


def _texts(document: Document) -> Mapping[Field, str]:
    """All texts of a field, a line each, the highest field first."""
    texts: Mapping[Field, list[str]] = {field: [] for field in Field}
    for passage in document.passages:
        texts[passage.field] += [passage.title, *passage.also]
        texts[passage.field_of_lines] += passage.lines
    texts[Field.THEME] += [theme.name for theme in document.themes]
    return {field: "\n".join(lines) for field, lines in texts.items()}
