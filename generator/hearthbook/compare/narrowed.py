"""Two versions of an archive, of which only those files are read that can differ."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.archive import read_parts, together
from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.model.archive import Archive, Defaults

_EXTENDS: Final = re.compile(rb"""^["']?extends["']?\s*:\s*["']?([\w-]+)""", re.MULTILINE)
_LARGEST: Final = 4_000_000
"""Bytes of a file; larger ones count as other ones, and reading them says what is wrong."""


def read_both(old: Path, new: Path, defaults: Defaults) -> tuple[Archive, Archive]:
    """Both versions, with the communities that can have changed and what they extend; and the hub's pages.

    A file that is the same in both is not read, nor are mistakes in it told.
    """
    stems = touched(old, new)
    both = (read_parts(root, defaults, stems) for root in (old, new))
    before, after = (replace(parts, stems=tuple(parts.parts)) for parts in both)
    return together(old, before), together(new, after)


def touched(old: Path, new: Path) -> frozenset[str]:
    """The communities and base files that can be other ones in the new version, with all that they extend."""
    before, after = (dict(_communities(root)) for root in (old, new))
    stems = before.keys() | after.keys()
    found = {stem for stem in stems if before.get(stem) != after.get(stem)}
    found |= {stem for stem in stems if _articles(old / CONTENT / stem) != _articles(new / CONTENT / stem)}
    parents = [
        (stem, parent) for texts in (before, after) for stem in texts for parent in _parents(texts[stem])
    ]
    _grow(found, [(parent, stem) for stem, parent in parents])
    _grow(found, parents)
    return frozenset(found)


def _grow(found: set[str], steps: list[tuple[str, str]]) -> None:
    """Adds what can be reached from what is there."""
    before = -1
    while len(found) > before:
        before = len(found)
        found |= {end for start, end in steps if start in found}


def _communities(root: Path) -> Iterator[tuple[str, bytes | None]]:
    folder = root / COMMUNITIES
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
        yield path.stem, _bytes(path)


def _articles(folder: Path) -> dict[str, bytes | None]:
    there = folder.is_dir() and not folder.is_symlink()
    return {path.name: _bytes(path) for path in folder.iterdir()} if there else {}


def _bytes(path: Path) -> bytes | None:
    """What a file holds; None for a link, a folder, and what is too large."""
    known = path.lstat()
    small = stat.S_ISREG(known.st_mode) and known.st_size <= _LARGEST
    return path.read_bytes() if small else None


def _parents(text: bytes | None) -> list[str]:
    """The files that one may extend, as far as can be seen without reading it."""
    return [each.decode("ascii", "replace") for each in _EXTENDS.findall(text or b"")]
