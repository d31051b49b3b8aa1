"""A store for a program that builds again and again: what it looks up stays in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from hearthbook.publish.store import GENERATIONS, Store

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


class WarmStore(Store):
    """The cache of one project for as long as a preview runs; the preview counts as one build."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; tables are written to it once and again at the end."""
        super().__init__(folder)
        self._tables: dict[str, dict[str, Any]] = {}
        self._kept: set[str] = set()
        self._anchors: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self._mine: dict[str, int] = {}
        self._swept = False

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Writes the tables for whoever builds next."""
        for name in self._kept:
            super().keep(name, self._tables[name])

    def table(self, name: str) -> dict[str, Any]:
        """A table, from the disk only the first time."""
        if name not in self._tables:
            self._tables[name] = super().table(name)
        return self._tables[name]

    def keep(self, name: str, table: dict[str, Any]) -> None:
        """Keeps a table; what a site holds that is gone with the preview is for the preview alone."""
        self._tables[name] = table
        if not name.startswith("site-") and name not in self._kept:
            self._kept.add(name)
            super().keep(name, table)

    def anchors(self, key: str) -> Mapping[str, tuple[str, ...]] | None:
        """The ids on a cell's pages, unpacked only once."""
        if key not in self._anchors and (found := super().anchors(key)) is not None:
            self._anchors[key] = found
        return self._anchors.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keeps a packed cell."""
        self._mine[key] = 0
        super().put(key, data)

    def put_reading(self, key: str, data: bytes) -> None:
        """Keeps a community as it was read."""
        self._mine[key] = 0
        super().put_reading(key, data)

    def sweep(self, used: Collection[str]) -> None:
        """Drops what the preview itself made and has not used for a while; the rest as one build would."""
        if not self._swept:
            self._swept = True
            super().sweep(used)
        wanted = frozenset(used)
        self._mine = {key: 0 if key in wanted else age + 1 for key, age in self._mine.items()}
        for key in [key for key, age in self._mine.items() if age > GENERATIONS]:
            del self._mine[key]
            self._anchors.pop(key, None)
            self.drop(key)
