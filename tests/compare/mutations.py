"""Single things that may happen to a community, each of which a person would call one change."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hypothesis import strategies as st

from hearthbook.compare.differ import WHOLE
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearthbook.model.changes import Facts

    Draw = Callable[[st.SearchStrategy[Any]], Any]
    Path = tuple[str | int, ...]


class Spot(NamedTuple):
    """A value that something can happen to."""

    act: str
    """What can happen: edit, count, drop, delete, insert, move or rename."""
    path: Path
    """Keys and positions that lead there."""


_EVERYTHING: Final = Shape(kind="section", model=Community)


def spots(facts: Facts) -> list[Spot]:
    """All that can happen to a community, in the order of its facts."""
    return [Spot(act, path) for act, path in _within(facts, _EVERYTHING, ())]


def _within(value: Any, shape: Shape, path: Path) -> Iterator[tuple[str, Path]]:  # noqa: ANN401
    if isinstance(value, str) and not shape.refers:
        yield "edit", path
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield "count", path
    elif isinstance(value, dict):
        yield from _keys(value, shape, path)
    elif isinstance(value, list):
        yield from _listed(value, shape, path)


def _keys(value: Facts, shape: Shape, path: Path) -> Iterator[tuple[str, Path]]:
    known = shapes(shape.model) if shape.model else {}
    for key, each in value.items():
        inner = known.get(key) or shape.inner or Shape(kind="value")
        if key != "id" and (
            shape.kind == "table" or not isinstance(each, dict | list) or inner.model in WHOLE
        ):
            yield "drop", (*path, key)
        if key != "id":
            yield from _within(each, inner, (*path, key))
        if shape.kind == "table":
            yield "rename", (*path, key)


def _listed(value: list[Any], shape: Shape, path: Path) -> Iterator[tuple[str, Path]]:
    for at, each in enumerate(value):
        yield from (("delete", (*path, at)), ("insert", (*path, at)))
        if len(value) > 1:
            yield "move", (*path, at)
        if isinstance(each, dict) and "id" in each:
            yield "rename", (*path, at)
        yield from _within(each, Shape(kind="section", model=shape.model, refers=shape.refers), (*path, at))


def happened(facts: Facts, spot: Spot, draw: Draw) -> Facts:
    """The facts after that, without lists and sections that nothing is left in."""
    new = copy.deepcopy(facts)
    outer: Any = new
    for part in spot.path[:-1]:
        outer = outer[part]
    last: Any = spot.path[-1]
    _ACTS[spot.act](outer, last, draw)
    return _tidied(new, spot.path[:-1])


def _tidied(new: Facts, path: Path) -> Facts:
    for length in range(len(path), 0, -1):
        outer: Any = new
        for part in path[: length - 1]:
            outer = outer[part]
        if outer[path[length - 1]] in ({}, []) and path[:length] != ("people", path[length - 1]):
            del outer[path[length - 1]]
    return new


def _edit(outer: Any, last: Any, _: Draw) -> None:  # noqa: ANN401
    outer[last] += " anew"


def _count(outer: Any, last: Any, _: Draw) -> None:  # noqa: ANN401
    outer[last] += 1


def _drop(outer: Any, last: Any, _: Draw) -> None:  # noqa: ANN401
    del outer[last]


def _insert(outer: list[Any], last: int, draw: Draw) -> None:
    new = {"id": "new-one"} if isinstance(outer[last], dict) and "id" in outer[last] else "42"
    outer.insert(draw(st.integers(0, len(outer))), new)


def _move(outer: list[Any], last: int, draw: Draw) -> None:
    entry = outer.pop(last)
    outer.insert(draw(st.integers(0, len(outer)).filter(lambda place: place != last)), entry)


def _rename(outer: Any, last: Any, _: Draw) -> None:  # noqa: ANN401
    if isinstance(outer, list):
        outer[last]["id"] += "-anew"
        return
    entries = [(f"{key} anew" if key == last else key, value) for key, value in outer.items()]
    outer.clear()
    outer.update(entries)


_ACTS: Final = {
    "edit": _edit,
    "count": _count,
    "drop": _drop,
    "delete": _drop,
    "insert": _insert,
    "move": _move,
    "rename": _rename,
}
