"""Where a value stands in a community: its path, the path of all like it, and the value itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.ingest.shapes import shapes
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hearthbook.ingest.shapes import Shape
    from hearthbook.model.base import Section
    from hearthbook.model.changes import Facts

ANY: Final = "*"
"""Stands for the id, the position or the free key of any entry."""


class Spot(NamedTuple):
    """What the model says of a path."""

    pattern: tuple[str, ...]
    """The path with `*` for each entry: `norms`, `*`, `statement`."""
    shape: Shape | None
    """The shape of the value; None for an entry, and for what the model does not know."""
    model: type[Section] | None
    """The class of the value, where it is a mapping."""


def spot_of(path: tuple[str, ...]) -> Spot:
    """What the model says of a path; parts that it does not know stay as they are."""
    pattern: list[str] = []
    model: type[Section] | None = Community
    shape: Shape | None = None
    entry: Shape | None = None
    for part in path:
        if entry:
            pattern.append(ANY)
            model, shape = entry.model, entry.inner if entry.kind == "table" else None
            if entry.kind == "table" and entry.inner:
                model = entry.inner.model
            shape = _of_values(entry) if entry.kind == "values" else shape
            entry = None
            continue
        pattern.append(part)
        shape = shapes(model).get(part) if model else None
        model = shape.model if shape and shape.kind == "section" else None
        entry = shape if shape and shape.kind in {"sections", "values", "table"} else None
    return Spot(tuple(pattern), shape, model)


def _of_values(shape: Shape) -> Shape:
    """The shape of one value of a list."""
    return type(shape)(kind="value", refers=shape.refers)


def look(facts: JsonValue, path: tuple[str, ...]) -> JsonValue:
    """The value at a path, entries of lists found by id, else by position; None where there is none."""
    value = facts
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list):
            value = _entry(value, part)
        else:
            return None
    return value


def _entry(values: list[JsonValue], part: str) -> JsonValue:
    for each in values:
        if isinstance(each, dict) and each.get("id") == part:
            return each
    return values[int(part)] if part.isdecimal() and int(part) < len(values) else None


def entries(facts: Facts, path: tuple[str, ...]) -> list[JsonValue]:
    """The entries of the list at a path; none where there is no list."""
    value = look(facts, path)
    return value if isinstance(value, list) else []
