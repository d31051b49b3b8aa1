"""The tree that a file holds: values still as text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.model.findings import Place
from hearthbook.model.sources import SourceMap, Spot, pointer

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator

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
    block: str = ""
    """`|` or `>` where it is a text below its key; else empty."""

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


def _spot(key: Mark, node: Node) -> Spot:
    return Spot(key.place(), node.mark.place(), node.block if isinstance(node, Scalar) else "-")


def _all_spots(node: Node, key: Mark, path: str) -> Iterator[tuple[str, Spot]]:
    if path:
        yield path, _spot(key, node)
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _all_spots(entry.value, entry.mark, path + pointer(entry.key))
    elif isinstance(node, Listing):
        for index, item in enumerate(node.items):
            yield from _all_spots(item, item.mark, path + pointer(index))


class _Spots(MappingOf[str, Spot]):
    """The spots of a tree, each looked up when it is asked for: most never are."""

    def __init__(self, tree: Mapping) -> None:
        self._tree = tree

    def __getitem__(self, where: str) -> Spot:
        node: Node = self._tree
        key = node.mark
        for part in where.split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            if isinstance(node, Mapping):
                entry = next((entry for entry in node.entries if entry.key == name), None)
                if entry is None:
                    raise KeyError(where)
                node, key = entry.value, entry.mark
            elif isinstance(node, Listing) and name.isdecimal() and int(name) < len(node.items):
                node = node.items[int(name)]
                key = node.mark
            else:
                raise KeyError(where)
        if not where:
            raise KeyError(where)
        return _spot(key, node)

    def __iter__(self) -> Iterator[str]:
        return (where for where, _ in _all_spots(self._tree, self._tree.mark, ""))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def items(self) -> ItemsView[str, Spot]:
        """All of them, in one walk."""
        return dict(_all_spots(self._tree, self._tree.mark, "")).items()


def source_map(tree: Mapping, root: Place) -> SourceMap:
    """Pointer -> spot for every value of the tree."""
    return SourceMap(spots=_Spots(tree), root=root)
