"""The tree that a file holds: values still as text, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.model.findings import Place
from hearthbook.model.sources import SourceMap, Spot, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_INTEGER: Final = re.compile(r"^[-+]?[0-9]{1,18}$")
_FLOAT: Final = re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?$")


class Mark(NamedTuple):
    """A place, light enough to keep one per value."""

    file: str
    line: int
    column: int

    def place(self) -> Place:
        """The same as a `Place`."""
        return Place(file=self.file, line=self.line, column=self.column)


class Scalar(NamedTuple):
    """A single value."""

    text: str
    mark: Mark
    plain: bool = False
    """Whether it was written without quotes, so that it may be a number or true."""

    @property
    def is_null(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in _NULL

    def value(self) -> str | int | float | bool | None:
        """The value by the core schema of YAML 1.2; dates and `yes` stay text."""
        if not self.plain:
            return self.text
        if self.text in _NULL:
            return None
        if self.text in _TRUE or self.text in _FALSE:
            return self.text in _TRUE
        if _INTEGER.match(self.text):
            return int(self.text)
        return float(self.text) if _FLOAT.match(self.text) else self.text


class Listing(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


class Entry(NamedTuple):
    """A key and its value."""

    key: str
    mark: Mark
    value: Node


class Mapping(NamedTuple):
    """A mapping, in the order written."""

    entries: tuple[Entry, ...]
    mark: Mark

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry.value
        return None

    def without(self, keys: frozenset[str]) -> Mapping:
        """The mapping less some keys."""
        kept = tuple(entry for entry in self.entries if entry.key not in keys)
        return Mapping(kept, self.mark)


Node = Scalar | Listing | Mapping
Data = str | int | float | bool | tuple["Data", ...] | dict[str, "Data"] | None


def to_data(node: Node) -> Data:
    """The tree as plain data for the model: lists as tuples, keys left empty left out."""
    if isinstance(node, Scalar):
        return node.value()
    if isinstance(node, Listing):
        return tuple(to_data(item) for item in node.items)
    return {
        entry.key: to_data(entry.value)
        for entry in node.entries
        if not (isinstance(entry.value, Scalar) and entry.value.is_null)
    }


def _spots(node: Node, key: Mark, path: str) -> Iterator[tuple[str, Mark, Mark]]:
    if path:
        yield path, key, node.mark
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _spots(entry.value, entry.mark, path + pointer(entry.key))
    elif isinstance(node, Listing):
        for index, item in enumerate(node.items):
            yield from _spots(item, item.mark, path + pointer(index))


def source_map(tree: Mapping, root: Place) -> SourceMap:
    """Pointer -> spot for every value of the tree."""
    spots = {path: Spot(key.place(), value.place()) for path, key, value in _spots(tree, tree.mark, "")}
    return SourceMap(spots=spots, root=root)
