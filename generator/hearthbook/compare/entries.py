"""What stands in a list or table, by name or place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pydantic import JsonValue

from hearthbook.compare.lists import alike, names_of, same, written
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.model.base import Item
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.compare.lists import Pairs, Saying


class _Nothing(Enum):
    NOTHING = "nothing"


NOTHING: Final = _Nothing.NOTHING
"""Stands where there is no value; null is one."""

_SILENT: Final = frozenset({"id", "show"})

Value: TypeAlias = JsonValue | Literal[_Nothing.NOTHING]
Parts: TypeAlias = dict[str, JsonValue] | list[JsonValue]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a list or table in one version."""

    values: list[JsonValue]
    names: list[str] | None
    """Their ids, or a table's keys; None where they have only places."""
    table: bool = False

    def name(self, place: int) -> str:
        """What an entry goes by in a path."""
        return self.names[place] if self.names is not None else str(place)

    def step(self, place: int) -> str:
        """The last part of an entry's pointer."""
        return pointer(self.name(place) if self.table else place)

    def content(self, place: int) -> str:
        """All that an entry says but its name, as one text; empty where that is nothing."""
        value = self.values[place]
        if self.names is None:
            return written(value)
        return written(value) if (value := _telling(value)) else ""


def parts_of(old: Value, new: Value) -> tuple[Parts, Parts] | None:
    """Both values as mappings, or both as lists, to be told part by part.

    Where one is not there at all, it is one without parts; None for values that are told whole, among
    them a mapping or list that is there and empty.
    """
    kind = dict if isinstance(old, dict) or isinstance(new, dict) else list
    mine: Value = kind() if old is NOTHING else old or None
    yours: Value = kind() if new is NOTHING else new or None
    if isinstance(mine, dict) and isinstance(yours, dict):
        return mine, yours
    if isinstance(mine, list) and isinstance(yours, list):
        return mine, yours
    return None


def entries_of(old: Parts, new: Parts, shape: Shape) -> tuple[Entries, Entries] | None:
    """What both hold, as the shape wants it; None where they cannot be told entry by entry."""
    if isinstance(old, dict) and isinstance(new, dict):
        if shape.kind != "table":
            return None
        return table(old), table(new)
    if isinstance(old, list) and isinstance(new, list) and shape.kind in {"values", "sections"}:
        mine, yours = listing(old), listing(new)
        if (mine.names is None) == (yours.names is None) or not old or not new:
            return mine, yours
    return None


def table(values: dict[str, JsonValue]) -> Entries:
    """The entries of a table."""
    return Entries(list(values.values()), list(values), table=True)


def listing(values: list[JsonValue]) -> Entries:
    """The entries of a list; their ids are names if all have one and no two have the same."""
    return Entries(values, names_of(values) if values else None)


def pairs_of(old: Entries, new: Entries, shape: Shape) -> Pairs:
    """Places before and after of the entries that are in both versions.

    Those of one name are the same, then those that say the same, then those that say nearly the same.
    What only names something declared elsewhere is that or another, never nearly the same.
    """
    named = old.names is not None and new.names is not None
    pairs = same(old.names or (), new.names or ()) if named else []
    sizes = {len(old.values), len(new.values)}
    if len(pairs) not in sizes:
        pairs += _equal(old, new, pairs)
    if len(pairs) not in sizes and not _is_reference(shape):
        pairs += alike(_sayings(old, shape), _sayings(new, shape), pairs)
    return pairs


def _is_reference(shape: Shape) -> bool:
    """Whether entries are texts that name something declared elsewhere, or known by such a text alone."""
    if shape.model and issubclass(shape.model, Item) and len(shape.model.id_from) == 1:
        return bool(shapes(shape.model)[shape.model.id_from[0]].refers)
    return bool(shape.refers)


def _telling(value: JsonValue) -> JsonValue:
    """The value without what does not tell who or what it is: an id, and whether a person is named."""
    if not isinstance(value, dict):
        return value
    return {key: part for key, part in value.items() if key not in _SILENT}


def _equal(old: Entries, new: Entries, pairs: Pairs) -> Pairs:
    """Places of those left over that are the same but for their names."""
    lefts, rights = {i for i, _ in pairs}, {j for _, j in pairs}
    mine = {i: text for i in range(len(old.values)) if i not in lefts and (text := old.content(i))}
    yours = {j: text for j in range(len(new.values)) if j not in rights and (text := new.content(j))}
    before, after = list(mine), list(yours)
    return [(before[i], after[j]) for i, j in same(list(mine.values()), list(yours.values()))]


def _sayings(entries: Entries, shape: Shape) -> list[Saying]:
    """For each entry what it is known by, and all else that it says."""
    if entries.names is None:
        return [(" ".join(_texts(value)), "") for value in entries.values]
    if entries.table:
        known = zip(entries.names, entries.values, strict=True)
        return [(name, " ".join(_texts(_telling(value)))) for name, value in known]
    return [_saying(value, shape) for value in entries.values]


def _saying(entry: JsonValue, shape: Shape) -> Saying:
    parts = entry if isinstance(entry, dict) else {}
    keys = shape.model.id_from if shape.model and issubclass(shape.model, Item) else ("name",)
    key = next((key for key in keys if parts.get(key)), "id")
    rest = {name: part for name, part in parts.items() if name not in {key, "id"}}
    return " ".join(_texts(parts.get(key))), " ".join(_texts(rest))


def _texts(value: JsonValue) -> Iterator[str]:
    """All that is said in words; dates, times and numbers are alike by chance."""
    if isinstance(value, str) and any(map(str.isalpha, value)):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
