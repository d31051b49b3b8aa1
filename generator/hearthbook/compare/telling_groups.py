"""Changes that a member notices as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.naming import title_keys
from hearthbook.compare.places import spot_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.model.changes import Change

_HELD: Final = ("roles", "*", "held_by")
_WHEN: Final = ("rituals", "*", "when")


def grouped(changes: Iterable[Change]) -> tuple[tuple[Change, ...], ...]:
    """The changes, those that are one for a member together, in the order of the first of each."""
    every = tuple(changes)
    renamed = {change.path for change in every if change.act == "renamed"}
    groups: dict[tuple[str, ...], list[Change]] = {}
    for at, change in enumerate(every):
        groups.setdefault(_one(change, renamed) or (str(at),), []).append(change)
    return tuple(tuple(group) for group in groups.values())


def _one(change: Change, renamed: set[tuple[str, ...]]) -> tuple[str, ...]:
    """What a change has in common with those told together with it; empty where it is told alone."""
    pattern = spot_of(change.path).pattern
    if pattern[:3] in {_WHEN, _HELD}:
        return change.path[:3]
    if change.act == "moved":
        return (*change.path[:-1], "moved", change.kind)
    entry = change.path[:-1]
    if entry in renamed and change.path[-1] in title_keys(pattern[:-2]):
        return (*entry, "named")
    return (*change.path, "named") if change.path in renamed else ()
