"""Files that go on under another name: one commit took the one away and brought the other, much alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from hearthbook.history.objects import Objects
from hearthbook.ingest.reader import SIZE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hearthbook.history.log import Done, Row

_ALIKE: Final = 0.5
"""The share of their lines that two files have in common that are the same one."""
_MOST: Final = 40
"""With more files than this on a side, only those with the same content are looked for."""


def with_renames(root: Path, done: tuple[Done, ...]) -> tuple[Done, ...]:
    """The commits, with files that only got another name told as that."""
    if not any(_candidates(each) for each in done):
        return done
    with Objects(root, SIZE_LIMIT) as objects:
        return tuple(_told(each, objects.read) if _candidates(each) else each for each in done)


def _candidates(done: Done) -> bool:
    gone = {_family(row.path) for row in done.rows if not row.new}
    return any(not row.old and _family(row.path) in gone for row in done.rows)


def _family(path: str) -> str:
    """Files that one another's name can be given to: those of one folder, and articles of all communities."""
    return f"{path.partition('/')[0]} {path.rpartition('.')[2]}"


def _told(done: Done, read: Callable[[str], bytes | None]) -> Done:
    gone = [row for row in done.rows if row.old and not row.new]
    fresh = [row for row in done.rows if row.new and not row.old]
    pairs = _same(gone, fresh)
    if len(gone) <= _MOST and len(fresh) <= _MOST:
        pairs |= _alike(
            [row for row in gone if row not in pairs.values()],
            [row for row in fresh if row.path not in pairs],
            read,
        )
    found = (
        row._replace(old=pairs[row.path].old, was=pairs[row.path].path) if row.path in pairs else row
        for row in done.rows
    )
    return done._replace(rows=tuple(found))


def _same(gone: list[Row], fresh: list[Row]) -> dict[str, Row]:
    """New path -> the file that held the very same before."""
    left = {(row.old, _family(row.path)): row for row in reversed(gone)}
    found = {}
    for row in fresh:
        if before := left.pop((row.new, _family(row.path)), None):
            found[row.path] = before
    return found


def _alike(gone: list[Row], fresh: list[Row], read: Callable[[str], bytes | None]) -> dict[str, Row]:
    """New path -> the file most like it; the likest are taken first."""
    lines = {name: _lines(read(name)) for name in [*(row.old for row in gone), *(row.new for row in fresh)]}
    scores = [
        (-likeness(lines[old.old], lines[new.new]), new.path, old)
        for old in gone
        for new in fresh
        if _family(old.path) == _family(new.path)
    ]
    found: dict[str, Row] = {}
    for score, path, old in sorted(scores):
        if -score >= _ALIKE and path not in found and old not in found.values():
            found[path] = old
    return found


def _lines(data: bytes | None) -> Counter[bytes]:
    return Counter(line for each in (data or b"").splitlines() if (line := each.strip()))


def likeness(one: Counter[bytes], other: Counter[bytes]) -> float:
    """The share of lines that two texts have in common, Dice's coefficient; 0 where one has none."""
    return 2 * (one & other).total() / (one.total() + other.total()) if one and other else 0.0
