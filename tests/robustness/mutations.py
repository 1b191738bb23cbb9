"""Files damaged at random, as slips of the hand, of the editor and of the disk do."""

from __future__ import annotations

import random

SNIPPETS = [
    *"：，{}[]\"'“”#*&!|>-\t 0:?%@`~\\\n\r",
    *"\u200b\u202e\u2066\ufeff\u0000\u0085\u2028\ufffd\ue000٣𝟑③⼯\u3000\xa0",
    "- ", ": ", "? ", "---\n", "...\n", "|\n", ">-\n", "&a ", "*a", "!!python/object:x ", "<<: ", "{{7*7}}", "'",
    "0x1F", "1e999", "-1", "NaN", "999999999999999999999999999999", "近近", "万亿亿万", "2021-02-30", "null", "[[[[",
]  # fmt: skip
RAW = [b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xf8\x88\x80\x80\x80", b"\x00", b"\xef\xbb\xbf", b"\xe5\xb7", b"\x80"]


def mutated(files: list[bytes], chance: random.Random) -> bytes:
    """One of the files after one to four slips of the hand, the editor or the disk."""
    content = chance.choice(files)
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_KINDS)(content, files, chance)
    return content


def _insert(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(content, chance)
    piece = chance.choice(RAW) if chance.random() < 0.2 else chance.choice(SNIPPETS).encode()
    return content[:at] + piece * chance.choice((1, 1, 1, 2, 30)) + content[at:]


def _cut(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + content[at + chance.choice((1, 2, 3, 20, 300)) :]


def _flip(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _truncate(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _splice(content: bytes, files: list[bytes], chance: random.Random) -> bytes:
    other = chance.choice(files)
    return content[: _place(content, chance)] + other[_place(other, chance) :]


def _repeat(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start, end = sorted((_place(content, chance), _place(content, chance)))
    return content[:end] + content[start:end] * chance.choice((1, 3)) + content[end:]


def _indent(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.randrange(9) + lines[at].lstrip()
    return b"\n".join(lines)


def _swap_lines(content: bytes, _: list[bytes], chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


_KINDS = (_insert, _insert, _cut, _flip, _truncate, _splice, _repeat, _indent, _swap_lines)


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)
