"""Two versions of a community as typed changes.

What counts as one value is what a person would name: a whole `when`, a place, a state of the group; in
all other sections each key by itself. Entries of lists are known by their ids, plain values by what they
say, and those that were only said anew go on being themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.compare.classes import kind_of
from hearthbook.compare.entries import NOTHING, Entries, Value, entries_of, pairs_of, parts_of
from hearthbook.compare.lists import moved
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.model.changes import Change
from hearthbook.model.community import Community
from hearthbook.model.identity import Location, Size, Status
from hearthbook.model.promise import Cohort
from hearthbook.model.recurrence import When
from hearthbook.model.rhythm import Retirement
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hearthbook.model.base import Section
    from hearthbook.model.changes import Act, Facts

WHOLE: Final = frozenset({When, Location, Status, Size, Cohort, Retirement})
"""Sections that are one value, and change as a whole."""

_UNKNOWN: Final = Shape(kind="value")
"""The shape of what the model does not know: it is one value, whatever it holds."""


@dataclass(frozen=True, slots=True)
class _At:
    """Where we are in both versions."""

    path: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    around: tuple[JsonValue, JsonValue] | None = None
    """The outermost entry that this is part of, in both versions."""

    def key(self, key: str) -> _At:
        """The value of a key."""
        step = pointer(key)
        return _At((*self.path, key), self.before + step, self.after + step, self.around)

    def entry(self, name: str, before: str, after: str, both: tuple[JsonValue, JsonValue]) -> _At:
        """An entry, by its name and the last parts of its pointers."""
        return _At((*self.path, name), self.before + before, self.after + after, self.around or both)


def changes(old: Facts, new: Facts) -> tuple[Change, ...]:
    """What became of the old version, in the order of the model; empty where nothing did.

    A section that appears or goes is told part by part, and so is a list. Removed entries come before the
    others of their list. Facts of a single file, or such that no model would take, are compared as well.
    The order of keys counts in tables at the top (`people`, `glossary`, `synonyms`) and nowhere else.
    """
    return tuple(_section(old, new, _At(), Community))


def _section(old: Facts, new: Facts, at: _At, model: type[Section] | None) -> Iterator[Change]:
    known = shapes(model) if model else {}
    for key in dict.fromkeys((*known, *old, *new)):
        mine, yours = old.get(key, NOTHING), new.get(key, NOTHING)
        shape = known.get(key, _UNKNOWN)
        if mine == yours and not (shape.kind == "table" and _reordered(mine, yours)):
            continue
        yield from _value(mine, yours, at.key(key), shape)


def _reordered(old: Value, new: Value) -> bool:
    return isinstance(old, dict) and isinstance(new, dict) and list(old) != list(new)


def _value(old: Value, new: Value, at: _At, shape: Shape) -> Iterator[Change]:
    both = parts_of(old, new) if shape.model not in WHOLE else None
    if both and shape.kind == "section" and isinstance(both[0], dict) and isinstance(both[1], dict):
        yield from _section(both[0], both[1], at, shape.model)
    elif both and (listed := entries_of(*both, shape)):
        yield from _entries(*listed, at, shape)
    else:
        yield _one(old, new, at, shape)


def _one(old: Value, new: Value, at: _At, shape: Shape) -> Change:
    act: Act = "added" if old is NOTHING else "removed" if new is NOTHING else "changed"
    return _change(act, at, (old, new), shape)


def _change(act: Act, at: _At, values: tuple[Value, Value], shape: Shape, place: int | None = None) -> Change:
    old, new = (None if value is NOTHING else value for value in values)
    return Change(
        act=act,
        path=at.path,
        kind=kind_of(act, at.path, (old, new), at.around or (None, None), prose=not shape.refers),
        old=old,
        new=new,
        before="" if act == "added" else at.before,
        after="" if act == "removed" else at.after,
        place=place,
    )


def _entries(old: Entries, new: Entries, at: _At, shape: Shape) -> Iterator[Change]:
    """The changes of a list or table, entry by entry."""
    pairs = pairs_of(old, new, shape)
    moving = moved(pairs)
    partners = {place: before for before, place in pairs}
    stayed = set(partners.values())
    for i, value in enumerate(old.values):
        if i not in stayed:
            here = at.entry(old.name(i), old.step(i), "", (value, None))
            yield _change("removed", here, (value, NOTHING), shape)
    for j, value in enumerate(new.values):
        if j in partners:
            yield from _kept((old, new), (partners[j], j), at, shape, moves=partners[j] in moving)
        else:
            here = at.entry(new.name(j), "", new.step(j), (None, value))
            yield _change("added", here, (NOTHING, value), shape, j)


def _kept(
    both: tuple[Entries, Entries], pair: tuple[int, int], at: _At, shape: Shape, *, moves: bool
) -> Iterator[Change]:
    """The changes of an entry that is in both versions."""
    (old, new), (i, j) = both, pair
    mine, yours = old.values[i], new.values[j]
    here = at.entry(old.name(i), old.step(i), new.step(j), (mine, yours))
    if old.names and new.names and old.names[i] != new.names[j]:
        yield _change("renamed", here, (old.names[i], new.names[j]), shape)
    if moves:
        yield _change("moved", here, (i, j), shape)
    model = (shape.inner or shape).model if old.names else None
    if model and isinstance(mine, dict) and isinstance(yours, dict):
        # what `renamed` tells is not told again
        known = yours if old.table else {**yours, "id": mine["id"]}
        yield from _section(mine, known, here, model)
    elif mine != yours:
        yield _one(mine, yours, here, shape.inner or shape)
