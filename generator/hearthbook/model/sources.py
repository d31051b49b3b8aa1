"""Where each value of a community was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Mapping


def pointer(*parts: str | int) -> str:
    """JSON Pointer (RFC 6901) for a path of keys and positions: `/norms/2/statement`."""
    return "".join([f"/{_escaped(part)}" for part in parts])


def _escaped(part: str | int) -> str | int:
    if isinstance(part, int) or ("~" not in part and "/" not in part):
        return part
    return part.replace("~", "~0").replace("/", "~1")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key stands, and where its value starts."""

    key: Place
    """The key; for an entry of a list, the entry itself."""
    value: Place
    """The first character of the value."""
    block: str = ""
    """`|` or `>` where the value is a text that stands below its key, `-` where it is a list or a mapping;
    else empty."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """JSON Pointer -> spot, kept beside the model.

    The pointers are those of the community as it is published, after short
    forms and `extends`; the places are where the words really stand, which for
    inherited values is the parent's file.
    """

    spots: Mapping[str, Spot]
    """All pointers of the community, in the order of the file."""
    root: Place
    """The start of the community's own file."""

    def spot(self, where: str) -> Spot:
        """The spot of a pointer, or of its nearest ancestor that has one."""
        while where:
            found = self.spots.get(where)
            if found:
                return found
            where = where.rpartition("/")[0]
        return Spot(self.root, self.root)

    def place(self, where: str) -> Place:
        """The first character of the value at a pointer, else the key of its nearest ancestor."""
        found = self.spots.get(where)
        return found.value if found else self.spot(where).key

    def text(self, where: str, down: int = 0) -> Place:
        """The line that holds the text at a pointer, or a line so many further down in it.

        Only where line ends are kept (`|`) is it known on which line a later part stands; else it is
        the line where the text begins. What is no text is on the line of its key.
        """
        found, place = self.spots.get(where), self.place(where)
        if found is None or not found.block:
            return place
        if found.block == "-":
            return found.key
        return Place(file=place.file, line=place.line + 1 + (down if found.block == "|" else 0))
