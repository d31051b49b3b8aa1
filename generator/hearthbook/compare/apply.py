"""Changes made to facts once more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.compare.entries import listing, table
from hearthbook.compare.lists import rebuilt
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import JsonValue

    from hearthbook.compare.entries import Entries
    from hearthbook.model.base import Section
    from hearthbook.model.changes import Change, Facts

_UNKNOWN: Final = Shape(kind="value")


@dataclass(frozen=True, slots=True)
class _Step:
    """A change, and what of its path is still to go."""

    rest: tuple[str, ...]
    change: Change


_Entry = tuple[str, "JsonValue"]
"""The name and the value of an entry."""


def applied(facts: Facts, changes: Iterable[Change]) -> Facts:
    """The facts after the changes: `applied(old, changes(old, new))` is `new`.

    Raises LookupError where the changes speak of an entry that these facts do not hold.
    """
    return _section(facts, [_Step(change.path, change) for change in changes], Community)


def _by_key(steps: Iterable[_Step]) -> dict[str, list[_Step]]:
    found: dict[str, list[_Step]] = defaultdict(list)
    for step in steps:
        found[step.rest[0]].append(_Step(step.rest[1:], step.change))
    return found


def _section(old: Facts, steps: Iterable[_Step], model: type[Section] | None) -> Facts:
    known = shapes(model) if model else {}
    new = dict(old)
    for key, inner in _by_key(steps).items():
        found = _value(new.pop(key, None), inner, known.get(key, _UNKNOWN))
        new.update((key, value) for value in found)
    ranks = {key: rank for rank, key in enumerate(known)}
    return dict(sorted(new.items(), key=lambda item: ranks.get(item[0], len(ranks))))


def _value(old: JsonValue, steps: Sequence[_Step], shape: Shape) -> list[JsonValue]:
    """The new value, alone in a list; an empty list where nothing is left of it."""
    whole = [step.change for step in steps if not step.rest]
    if whole:
        return [change.new for change in whole if change.act != "removed"]
    parts: JsonValue
    if shape.kind == "section":
        parts = _section(old if isinstance(old, dict) else {}, steps, shape.model)
    elif shape.kind == "table":
        parts = dict(_entries(table(old if isinstance(old, dict) else {}), steps, shape))
    else:
        listed = _entries(listing(old if isinstance(old, list) else []), steps, shape)
        parts = [value for _, value in listed]
    return [parts] if parts else []


def _entries(old: Entries, steps: Sequence[_Step], shape: Shape) -> list[_Entry]:
    """The entries of a list or table, in their new order."""
    fresh = [step for step in steps if len(step.rest) == 1 and step.change.act == "added"]
    placed: dict[int, _Entry] = {step.change.place or 0: (step.rest[0], step.change.new) for step in fresh}
    others = _by_key(step for step in steps if step not in fresh)
    kept: list[_Entry] = []
    for i, value in enumerate(old.values):
        inner = others.pop(old.name(i), [])
        acts = {step.change.act: step.change.new for step in inner if not step.rest}
        if "removed" in acts:
            continue
        entry = _entry((old.name(i), value), inner, shape, table=old.table)
        place = acts.get("moved")
        if isinstance(place, int):
            placed[place] = entry
        else:
            kept.append(entry)
    if others:
        raise LookupError(f"there is no entry {min(others)} to change")
    return rebuilt(kept, placed)


def _entry(old: _Entry, steps: Sequence[_Step], shape: Shape, *, table: bool) -> _Entry:
    """One entry with what changed within it."""
    name, value = old
    inner = [step for step in steps if step.rest]
    for change in (step.change for step in steps if not step.rest):
        if change.act == "changed":
            value = change.new
        elif change.act == "renamed":
            name = str(change.new)
    if isinstance(value, dict):
        value = _section(value, inner, (shape.inner or shape).model) if inner else value
        value = value if table or name == old[0] else {**value, "id": name}
    return name, value
