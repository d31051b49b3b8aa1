"""A community's file before it is written: its values, in order, with the notes that stand above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from hearthbook.ingest.shapes import shapes
from hearthbook.model.community import Community
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from hearthbook.model.base import Section

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list."""

    value: Value
    note: Lines = ()
    """The lines of the comment above it."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or with an example that is switched off."""

    key: str
    value: Value | None = None
    note: Lines = ()
    """The lines of the comment above it."""
    off: Lines = ()
    """Where there is no value: the lines of YAML, key and all, that stand there as a comment."""


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping."""

    entries: tuple[Entry, ...] = ()

    def get(self, key: str) -> Entry | None:
        """The entry of a key, switched on or off."""
        return next((entry for entry in self.entries if entry.key == key), None)


Value = str | int | float | bool | Group | Items
Plain = str | int | float | bool | Sequence["Plain"] | Mapping[str, "Plain"]
"""A value as JSON has it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole file."""

    body: Group = field(default_factory=Group)
    head: Lines = ()
    """The comment at its top."""


def made_from(
    data: Mapping[str, Plain], *, head: Sequence[str] = (), notes: Mapping[str, Sequence[str]] | None = None
) -> Draft:
    """The draft of some data, in the order of the model; `notes` are comments by pointer."""
    body = _value(data, "", notes or {})
    return Draft(body=_in_order(body, Community) if isinstance(body, Group) else Group(), head=tuple(head))


def _value(data: Plain, where: str, notes: Mapping[str, Sequence[str]]) -> Value:
    if isinstance(data, Mapping):
        return Group(
            tuple(
                Entry(key, _value(each, at, notes), tuple(notes.get(at, ())))
                for key, each in data.items()
                for at in (where + pointer(key),)
            )
        )
    if isinstance(data, Sequence) and not isinstance(data, str):
        return Items(
            tuple(
                Item(_value(each, at, notes), tuple(notes.get(at, ())))
                for index, each in enumerate(data)
                for at in (where + pointer(index),)
            )
        )
    return data


def _in_order(group: Group, model: type[Section]) -> Group:
    """A mapping with its keys, and those of the sections below, in the order of the model."""
    ranks = _ranks(model)
    entries = sorted(group.entries, key=lambda entry: ranks.get(entry.key, len(ranks)))
    return Group(tuple(replace(entry, value=_below(entry, model)) for entry in entries))


def _below(entry: Entry, model: type[Section]) -> Value | None:
    shape = shapes(model).get(entry.key)
    inner = shape.model if shape else None
    if shape and inner and shape.kind == "section" and isinstance(entry.value, Group):
        return _in_order(entry.value, inner)
    if inner and isinstance(entry.value, Items):
        items = (
            replace(item, value=_in_order(item.value, inner)) if isinstance(item.value, Group) else item
            for item in entry.value.items
        )
        return Items(tuple(items))
    return entry.value


_FIRST: Final = ("$schema", "id")
"""Keys that the model does not put first, and people do."""


def _ranks(model: type[Section]) -> dict[str, int]:
    keys = [*_FIRST, *(key for key in shapes(model) if key not in _FIRST)]
    return {key: rank for rank, key in enumerate(keys)}


def plain(draft: Draft) -> dict[str, Any]:
    """What a draft says, as plain data without notes and without what is switched off."""
    return {entry.key: _plain(entry.value) for entry in draft.body.entries if entry.value is not None}


def _plain(value: Value | None) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, Group):
        return {entry.key: _plain(entry.value) for entry in value.entries if entry.value is not None}
    if isinstance(value, Items):
        return [_plain(item.value) for item in value.items]
    return value


def with_value(draft: Draft, where: str, value: Plain | None) -> Draft:
    """The draft with another value at a pointer (RFC 6901), or with none.

    A key keeps its place and its note, and one that is switched off is switched on; a new key
    stands where the model has it. What a list or a plain value stands in the way of, it gives way to.
    """
    keys = [part.replace("~1", "/").replace("~0", "~") for part in where.split("/")[1:]]
    return replace(draft, body=_set(draft.body, keys, value, Community))


def _set(group: Group, keys: list[str], value: Plain | None, model: type[Section] | None) -> Group:
    key, *rest = keys
    there = group.get(key)
    if value is None and (there is None or there.value is None):
        return group
    shape = shapes(model).get(key) if model else None
    fresh = _fresh(there.value if there else None, rest, value, shape.model if shape else None)
    if fresh is None:
        return Group(tuple(entry for entry in group.entries if entry.key != key))
    if there:
        entries = (Entry(key, fresh, e.note) if e.key == key else e for e in group.entries)
        return Group(tuple(entries))
    return _put(group, Entry(key, fresh), model)


def _fresh(
    old: Value | None, rest: list[str], value: Plain | None, model: type[Section] | None
) -> Value | None:
    """What a key holds once the value below it is another; None where nothing is left."""
    if not rest:
        return None if value is None else _value(value, "", {})
    if isinstance(old, Items) and rest[0].isdecimal() and int(rest[0]) < len(old.items):
        return _in_list(old, rest, value, model)
    inner = _set(_long(old, model), rest, value, model)
    return inner if inner.entries else None


def _long(old: Value | None, model: type[Section] | None) -> Group:
    """A section as a mapping, also where it was written short, as in `boundary: 50`."""
    if isinstance(old, Group):
        return old
    short = model.short if model else None
    worded = old is not None and not isinstance(old, Items)
    return Group((Entry(short.field, old),)) if short and not short.then and worded else Group()


def _in_list(old: Items, rest: list[str], value: Plain | None, model: type[Section] | None) -> Items | None:
    at = int(rest[0])
    fresh = _fresh(old.items[at].value, rest[1:], value, model)
    changed = () if fresh is None else (replace(old.items[at], value=fresh),)
    items = (*old.items[:at], *changed, *old.items[at + 1 :])
    return Items(items) if items else None


def _put(group: Group, entry: Entry, model: type[Section] | None) -> Group:
    """The mapping with one more entry, before the first that the model has after it."""
    ranks = _ranks(model) if model else {}
    rank = ranks.get(entry.key, len(ranks))
    at = next(
        (i for i, each in enumerate(group.entries) if ranks.get(each.key, len(ranks)) > rank),
        len(group.entries),
    )
    return Group((*group.entries[:at], entry, *group.entries[at:]))
