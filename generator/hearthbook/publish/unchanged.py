"""Knows at a glance that nothing has changed since the last run, and reads nothing for it.

A run remembers the stamps of everything that it looked at. While they stand, its
answer stands too. What was written within two seconds before a run may change
again and keep its stamp, so such a run remembers no more than what it made. This
module imports little, because a quarter of a second is all it may take.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hearthbook.publish.stamps import FRESH, changed, digest, digest_of, seal
from hearthbook.resources import PACKAGE, starter, themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hearthbook.publish.stamps import Sealed

_ARCHIVE: Final = ("communities", "content", "mkdocs.yml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Look:
    """Some places on the disk, as they are at a moment."""

    seal: str
    """One digest for the stamps of all files there."""
    newest: int
    """When the last of them was changed, in nanoseconds."""


def _entries(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    yield entry.path, entry.stat(follow_symlinks=False)


def look(places: Iterable[str]) -> Look:
    """What is at some places: files, and folders with all that is below them."""
    rows: list[str] = []
    newest = 0
    for place in places:
        try:
            facts = os.lstat(place)
            found = _entries(place) if stat.S_ISDIR(facts.st_mode) else iter([(place, facts)])
            for path, one in found:
                rows.append(f"{path}\0{one.st_size} {one.st_mtime_ns} {one.st_ctime_ns} {one.st_ino}")
                newest = max(newest, changed(one))
        except OSError:
            rows.append(f"{place}\0missing")
    rows.sort()
    return Look(digest_of("\n".join(rows).encode("utf-8", "surrogateescape")), newest)


def inputs(root: Path) -> Look:
    """All that pages are made from, but for what mkdocs.yml names besides."""
    libraries = [Path(path) for path in sys.path if path.endswith("-packages")]
    own = [*(str(root / name) for name in _ARCHIVE), str(PACKAGE), str(themes()), str(starter())]
    found = look(own)
    # installing a package changes the folder of packages, if not what is in it
    around = [f"{path} {path.stat().st_mtime_ns}" for path in libraries if path.is_dir()]
    return Look(digest_of("\n".join([sys.version, *around, found.seal]).encode()), found.newest)


@dataclass(frozen=True, slots=True)
class Before:
    """What a run found when it began."""

    now: int
    """The disk's own clock, in nanoseconds."""
    inputs: Look


@dataclass(frozen=True, slots=True)
class Memory:
    """One answer that holds as long as nothing changes, kept in a file of the cache."""

    file: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    """The variables that mkdocs.yml may ask for."""

    def begin(self, root: Path) -> Before:
        """How the inputs look before a run reads them."""
        return Before(self._clock(), inputs(root))

    def _clock(self) -> int:
        """The disk's own clock in nanoseconds; 0 where nothing can be kept."""
        clock = self.file.with_name("clock")
        try:
            clock.parent.mkdir(parents=True, exist_ok=True)
            clock.write_bytes(b"")
            return clock.stat().st_mtime_ns
        except OSError:
            return 0

    def recall(self, now: Before) -> dict[str, Any] | None:
        """The answer of the last run, if nothing has changed since; else None."""
        try:
            kept = self._kept()
            same = now.inputs.seal == kept["inputs"] and look(kept["more"]).seal == kept["others"]
            same = same and self._said(kept["variables"]) == kept["said"]
            if same and all(seal(folder, names) == made for folder, names, made in kept["outputs"]):
                return dict(kept["answer"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def outputs(self) -> tuple[Sealed, ...]:
        """What the last run made, whatever has changed since."""
        try:
            rows = self._kept()["outputs"]
            return tuple((folder, tuple(names) if names else None, made) for folder, names, made in rows)
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def _said(self, names: Iterable[str]) -> str:
        """What some variables hold, as a digest, because it may be a secret."""
        return digest([(name, self.environment.get(name)) for name in names])

    def _kept(self) -> dict[str, Any]:
        return dict(json.loads(self.file.read_bytes()))

    def remember(
        self,
        answer: Mapping[str, Any],
        before: Before,
        more: Iterable[str] = (),
        outputs: Iterable[Sealed] = (),
        variables: Iterable[str] = (),
    ) -> None:
        """Keeps an answer, with what it depended on and what it made.

        `more` are the files and folders that mkdocs.yml names besides the archive's
        own, `variables` those of the environment that it asks for.
        """
        named, asked = sorted(more), sorted(variables)
        others = look(named)
        settled = max(before.inputs.newest, others.newest) <= before.now - FRESH
        kept = {
            "inputs": before.inputs.seal if settled else "",
            "more": named,
            "others": others.seal,
            "variables": asked,
            "said": self._said(asked),
            "outputs": list(outputs),
            "answer": answer,
        }
        fresh = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        # a memory that cannot be written only costs time
        with suppress(OSError):
            fresh.write_text(json.dumps(kept), encoding="utf-8")
            fresh.replace(self.file)

    def forget(self) -> None:
        """Keeps no answer."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
