"""The entries of a mapping as blocks of lines: each with the comments right above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENTRY: Final = re.compile(
    r"""(?P<indent>[ ]*)(?P<quote>["']?)(?P<key>\w+(?:-\w+)*)(?P=quote)[ ]*:(?=\s|$)"""
)
_INDENT: Final = re.compile(r"[ ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One entry."""

    key: str
    """Its key, without quotes."""
    at: int
    """The line of the key, counted from 0."""
    first: int
    """The line at which the comments above it begin; else that of the key."""
    last: int
    """Its last line, without the empty ones and the comments of the next."""


def blocks_of(rows: Sequence[str], key: str) -> tuple[Block, ...]:
    """The entries below a key at the margin, in the order of the file.

    None where they are not each on lines of their own, or where comments stand between
    them that belong to none: whoever wrote those has put the entries into groups.
    """
    heads = [n for n, row in enumerate(rows) if row.startswith(f"{key}:")]
    if len(heads) != 1 or not re.fullmatch(r":\s*(#.*)?", rows[heads[0]][len(key) :]):
        return ()
    start = heads[0] + 1
    end = next((n for n in range(start, len(rows)) if re.match(r"[^\s#]", rows[n])), len(rows))
    first = next((n for n in range(start, end) if _told(rows[n])), end)
    found = _ENTRY.match(rows[first]) if first < end else None
    if not found or not found["indent"]:
        return ()
    keys = [n for n in range(first, end) if _told(rows[n]) and _indent(rows[n]) <= len(found["indent"])]
    return _blocks(rows, keys, start, end)


def _blocks(rows: Sequence[str], keys: Sequence[int], start: int, end: int) -> tuple[Block, ...]:
    made: list[Block] = []
    deep = _indent(rows[keys[0]])
    for at, until in zip(keys, (*keys[1:], end), strict=True):
        found = _ENTRY.match(rows[at])
        # a line that ends with a comma goes on at any indentation
        if not found or _indent(rows[at]) != deep or rows[at - 1].rstrip().endswith((",", "{", "[")):
            return ()
        first = at
        while first > start and rows[first - 1].lstrip().startswith("#") and _indent(rows[first - 1]) <= deep:
            first -= 1
        own = [n for n in range(at, until) if _told(rows[n]) or _inner(rows[n], deep)]
        made.append(Block(key=found["key"], at=at, first=first, last=own[-1]))
    return tuple(made) if _apart(rows, made, start) else ()


def _apart(rows: Sequence[str], blocks: Sequence[Block], start: int) -> bool:
    """Whether there are empty lines only before and between the blocks."""
    ends = (start - 1, *(block.last for block in blocks[:-1]))
    gaps = (range(end + 1, block.first) for end, block in zip(ends, blocks, strict=True))
    return not any(rows[n].strip() for gap in gaps for n in gap)


def _told(row: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    return bool(row.strip()) and not row.lstrip().startswith("#")


def _inner(row: str, deep: int) -> bool:
    """Whether a line is a comment, or the like of it, inside an entry."""
    return bool(row.strip()) and _indent(row) > deep


def _indent(row: str) -> int:
    found = _INDENT.match(row)
    return found.end() if found else 0
