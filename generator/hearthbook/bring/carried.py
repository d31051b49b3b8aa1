"""Drafts, and the order of their keys, as JSON for the form in the browser (`draft.js`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.draft import Group, Items
from hearthbook.ingest.shapes import shapes
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from hearthbook.bring.draft import Draft, Entry, Item, Value
    from hearthbook.model.base import Section

Json = dict[str, Any]

_FIRST: Final = ("$schema", "id")
"""Keys that stand first in every mapping, as in `draft.py`."""


def carried(draft: Draft) -> Json:
    """A draft as `{head, body}`; what is empty in it is left out."""
    head: Json = {"head": list(draft.head)} if draft.head else {}
    return {**head, "body": _value(draft.body)}


def _value(value: Value) -> Any:  # noqa: ANN401 - JSON of any shape
    """A mapping as `{entries}`, a list as `{items}`, and the rest as it is.

    A number with a point is carried as `{number}`, because a browser writes 2.0 as 2.
    """
    if isinstance(value, Group):
        return {"entries": [_entry(entry) for entry in value.entries]}
    if isinstance(value, Items):
        return {"items": [_item(item) for item in value.items]}
    return {"number": json.dumps(value)} if isinstance(value, float) else value


def _entry(entry: Entry) -> Json:
    made: Json = {"key": entry.key}
    if entry.note:
        made["note"] = list(entry.note)
    if entry.value is None:
        return made | {"off": list(entry.off)}
    return made | {"value": _value(entry.value)}


def _item(item: Item) -> Json:
    note: Json = {"note": list(item.note)} if item.note else {}
    return {"value": _value(item.value), **note}


def carried_models() -> Json:
    """What a browser needs to know of the model to put a value into a draft: `{whole, models}`.

    `models` has, by the name of its class, each mapping's `order` of keys, the mapping `below` a key, and
    as `short` the key that a single value stands for.
    """
    found: dict[str, Json] = {}
    waiting: list[type[Section]] = [Community]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in found:
            below = {key: shape.model for key, shape in shapes(model).items() if shape.model}
            found[model.__name__] = _model(model, below)
            waiting += below.values()
    return {"whole": Community.__name__, "models": found}


def _model(model: type[Section], below: dict[str, type[Section]]) -> Json:
    keys = [key for key in shapes(model) if key not in _FIRST]
    short = model.short.field if model.short and not model.short.then else ""
    named = {key: inner.__name__ for key, inner in below.items()}
    return {"order": [*_FIRST, *keys], "below": named, "short": short}
