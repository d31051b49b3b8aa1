"""What happened between two versions of a file, as a value and as bytes to keep."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hearthbook.model.changes import KINDS, Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

_ACTS: Final = frozenset({"added", "removed", "changed", "renamed", "moved"})
DAMAGED: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, zlib.error, RecursionError)
"""What bytes that are not whole may lead to."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What happened between two versions of a file."""

    changes: tuple[Change, ...] = ()
    around: dict[str, JsonValue] = field(default_factory=dict)
    """The old version as far as one needs to know it to tell these changes: of other entries only names."""
    names: tuple[str, ...] = ()
    """By what people are known in what changed, in the new version."""
    begun: bool = False
    """Whether there was no version before it."""
    readable: bool = True
    """Whether the new version can be read; where it cannot, nothing is told until one can."""
    draft: bool = False
    """Whether the new version is a draft, which has no pages."""


def packed(pairs: dict[str, Pair]) -> bytes:
    """Pairs by their names as bytes."""
    return squeezed({name: _row(pair) for name, pair in pairs.items()})


def unpacked(data: bytes) -> dict[str, Pair]:
    """The pairs in such bytes; none where they are not whole."""
    try:
        return {str(name): _pair(row) for name, row in spread_out(data).items()} if data else {}
    except DAMAGED:
        return {}


def squeezed(value: JsonValue) -> bytes:
    """A JSON value as few bytes."""
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 6)


def spread_out(data: bytes) -> Any:  # noqa: ANN401 - whoever asks looks at what it is
    """The value in such bytes; raises one of DAMAGED."""
    return json.loads(zlib.decompress(data))


def change_row(change: Change) -> list[Any]:
    """A change as a row of JSON."""
    told = (change.act, list(change.path), change.kind, change.old, change.new)
    return [*told, change.before, change.after, change.place]


def change_of(row: Iterable[Any]) -> Change:
    """The change in a row; raises one of DAMAGED."""
    act, path, kind, old, new, before, after, place = row
    if act not in _ACTS or kind not in KINDS or not isinstance(place, int | None):
        raise ValueError(act)
    where = tuple(map(str, path))
    return Change(
        act=act, path=where, kind=kind, old=old, new=new, before=str(before), after=str(after), place=place
    )


def _row(pair: Pair) -> list[Any]:
    if not pair.readable:
        return []
    return [list(map(change_row, pair.changes)), pair.around, list(pair.names), pair.begun, pair.draft]


def _pair(row: list[Any]) -> Pair:
    if not row:
        return Pair(readable=False)
    told, around, names, begun, draft = row
    known = tuple(map(str, names))
    return Pair(tuple(map(change_of, told)), dict(around), known, begun=bool(begun), draft=bool(draft))
