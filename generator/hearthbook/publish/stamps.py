"""What is on the disk, cheaply: files whose stamps did not change are not read again.

A stamp is size, time of change and the like, as git keeps them in its index. It
only saves reading: what counts is always the digest of the content.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size, modification and change time in nanoseconds, inode."""

FRESH: Final = 2_000_000_000
"""Nanoseconds within which a file may change twice and keep its stamp, on the coarsest disks."""

_TRUE_CHANGE_TIME: Final = os.name == "posix"


def digest(*values: object) -> str:
    """32 hexadecimal digits for values of which JSON knows what to make."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return digest_of(text.encode("utf-8", "surrogatepass"))


def digest_of(data: bytes) -> str:
    """32 hexadecimal digits for bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def changed(facts: os.stat_result) -> int:
    """When a file was last changed, in nanoseconds, by the disk's own clock where it tells that.

    The time of modification is whatever people set it to, even a time to come.
    """
    return _when(_stamp(facts))


def _when(stamp: Stamp) -> int:
    # on Windows the other one is when the file was created
    return stamp[2] if _TRUE_CHANGE_TIME else stamp[1]


def _stamp(facts: os.stat_result) -> Stamp:
    return (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)


def below(folder: str, prefix: str = "") -> list[tuple[str, os.stat_result]]:
    """Every file below a folder by its path from there, with its facts, in order; links are not followed."""
    found: list[tuple[str, os.stat_result]] = []
    waiting = [(folder, prefix)]
    while waiting:
        path, start = waiting.pop()
        try:
            entries = os.scandir(path)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{start}{entry.name}/"))
                else:
                    found.append((start + entry.name, entry.stat(follow_symlinks=False)))
    return sorted(found, key=lambda row: row[0])


def seal(folder: str, names: Iterable[str] | None = None) -> str:
    """One digest for the stamps of all files below a folder, or of these files; empty if one is missing."""
    if names is None:
        return digest([(name, *_stamp(facts)) for name, facts in below(folder)])
    rows = []
    for name in names:
        try:
            rows.append((name, *_stamp(os.lstat(f"{folder}/{name}"))))
        except OSError:
            return ""
    return digest(rows)


Sealed = tuple[str, tuple[str, ...] | None, str]
"""A folder, the files in it that count or None for all below it, and their seal."""


@dataclass(slots=True)
class Digests:
    """The digests of files below one folder; `known` carries over from build to build."""

    root: Path
    known: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    """Path from the folder -> its stamp when it was read, and the digest of its content."""
    seen: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    """The same for what was asked this time."""

    def of(self, name: str, facts: os.stat_result | None = None) -> str:
        """The digest of a file's content; for what is no regular file, of what it is."""
        if name in self.seen:
            return self.seen[name][1]
        path = self.root / name
        try:
            facts = facts or path.lstat()
        except OSError:
            return "missing"
        stamp = _stamp(facts)
        before = self.known.get(name)
        if before and before[0] == stamp:
            found = before[1]
        elif stat.S_ISREG(facts.st_mode):
            found = _content(path)
        else:
            found = f"mode {facts.st_mode:o}"
        self.seen[name] = (stamp, found)
        return found

    def folder(self, name: str) -> dict[str, str]:
        """Path from the project folder -> digest, of every file below a folder that is not hidden."""
        files = below(str(self.root / name), f"{name}/")
        return {path: self.of(path, facts) for path, facts in files if "/." not in path}

    def settled(self, now: int) -> Mapping[str, tuple[Stamp, str]]:
        """What may be trusted next time: files that had not just been written, `now` in nanoseconds."""
        return {name: row for name, row in self.seen.items() if _when(row[0]) < now - FRESH}


def _content(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError as problem:
        return f"unreadable: {problem.strerror}"
