"""What earlier builds leave behind to save work: finished cells by their keys, and small tables.

It lies in a folder of the user's, not of the project's, because what lies in a
project may have come with a pull request. Whatever is missing or damaged is
simply made again.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hearthbook.publish.finished import unpacked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from hearthbook.publish.finished import Finished
    from hearthbook.publish.stamps import Stamp

GENERATIONS: Final = 10
"""Builds for which a cell that no build used stays: time enough to try a branch and come back."""


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that is either the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Store:
    """The cache of one project."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it appears when something is kept."""
        self.folder = folder

    def _cell(self, key: str) -> Path:
        return self.folder / "cells" / key[:2] / key[2:]

    def has(self, key: str) -> bool:
        """Whether there is a cell of this key, damaged or not."""
        # this says no where nobody may look, unlike Path.is_file
        return os.path.isfile(self._cell(key))  # noqa: PTH113

    def get(self, key: str) -> Finished | None:
        """The cell of this key, or None."""
        try:
            return unpacked(self._cell(key).read_bytes())
        except (OSError, ValueError, zlib.error, KeyError, TypeError):
            return None

    def anchors(self, key: str) -> Mapping[str, tuple[str, ...]] | None:
        """Address of each page of the cell of this key -> the ids on it; None where there is none."""
        finished = self.get(key)
        return finished.anchors if finished else None

    def put(self, key: str, data: bytes) -> None:
        """Keeps a packed cell; a cache that cannot be written only costs time."""
        with suppress(OSError):
            write_whole(self._cell(key), data)

    def reading(self, key: str) -> bytes:
        """A community as it was read; empty where there is none."""
        try:
            return (self.folder / "read" / key).read_bytes()
        except OSError:
            return b""

    def put_reading(self, key: str, data: bytes) -> None:
        """Keeps a community as it was read."""
        with suppress(OSError):
            write_whole(self.folder / "read" / key, data)

    def drop(self, key: str) -> None:
        """Keeps a cell, or a community as it was read, no longer."""
        for path in (self._cell(key), self.folder / "read" / key):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def templates(self, versions: str) -> Path:
        """A folder for templates that these versions of everything compiled; other versions' go."""
        folder = self.folder / "templates"
        with suppress(OSError):
            for other in folder.iterdir():
                if other.name != versions:
                    shutil.rmtree(other, ignore_errors=True)
        return folder / versions

    def table(self, name: str) -> dict[str, Any]:
        """A table that was kept; empty where there is none."""
        try:
            found = json.loads((self.folder / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep(self, name: str, table: dict[str, Any]) -> None:
        """Keeps a table of JSON values; one that cannot be written only costs time."""
        data = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        with suppress(OSError):
            write_whole(self.folder / f"{name}.json", data)

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """The files that were read before, by their paths from the project folder."""
        try:
            return {name: (tuple(stamp), value) for name, (stamp, value) in self.table("stamps").items()}
        except (TypeError, ValueError):
            return {}

    def keep_stamps(self, stamps: Mapping[str, tuple[Stamp, str]]) -> None:
        """Keeps them for the next build."""
        self.keep("stamps", dict(stamps))

    def now(self) -> int:
        """The disk's own clock in nanoseconds, by which files are stamped; 0 where nothing can be kept."""
        path = self.folder / "clock"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"")
            return path.stat().st_mtime_ns
        except OSError:
            return 0

    def sweep(self, used: Collection[str]) -> None:
        """Drops what no build has used for a while; `used` are the keys that this one used."""
        ages = {key: age for key, age in self.table("ages").items() if isinstance(age, int)}
        there = {path: self._key(path) for path in self._paths()}
        kept = {key: ages.get(key, 0) + 1 for key in there.values()} | dict.fromkeys(used, 0)
        for path, key in there.items():
            if kept[key] > GENERATIONS:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
                del kept[key]
        self.keep("ages", kept)

    def _paths(self) -> Iterator[Path]:
        # the last are what builds that were killed had only begun to write
        for pattern in ("cells/??/*", "read/*", ".new-*"):
            with suppress(OSError):
                yield from self.folder.glob(pattern)

    def _key(self, path: Path) -> str:
        return path.name if path.parent.name == "read" else path.parent.name + path.name
