"""The file that the directory's filters look through: every card, compact, fetched when it is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.render.cards import Face

ADDRESS: Final = "directory/communities.json"
FILTER_FROM: Final = 7
"""Communities from which on there is something to filter."""

_REPEATED: Final = ("language", "code", "spoken", "state", "status", "place", "country", "room")
"""Texts that many communities share: they stand once, and cards name them by number."""


def directory_data(faces: Iterable[Face]) -> str:
    """The faces as JSON, column by column, in their order; the same faces give the same bytes.

    `shared` holds texts that repeat, the empty one first; the columns named
    there, and `tags`, hold places in it.
    """
    some = tuple(faces)
    shared: dict[str, int] = {"": 0}

    def place(text: str) -> int:
        return shared.setdefault(text, len(shared))

    columns: dict[str, list[object]] = {
        "slug": [one.slug for one in some],
        "name": [one.name for one in some],
        "promise": [one.promise for one in some],
        "whom": [one.whom for one in some],
        "seats": [one.seats for one in some],
        "free": [int(one.has_room) for one in some],
        "tags": [[place(tag) for tag in one.tags] for one in some],
    }
    columns |= {name: [place(getattr(one, name)) for one in some] for name in _REPEATED}
    whole = {"columns": columns, "repeated": list(_REPEATED), "shared": list(shared)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
