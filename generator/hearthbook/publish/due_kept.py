"""What is due in an archive, at the cost of the files that changed since somebody last asked."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.publish.due import dues
from hearthbook.publish.due_rows import from_row, to_row
from hearthbook.publish.stamps import Digests, digest, seal
from hearthbook.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hearthbook.publish.due import Dues

_VERSION: Final = 1
_READERS: Final = ("model", "ingest", "calendar", "publish/due.py", "publish/due_rows.py")
"""The parts of the program on which it depends what is due."""


def dues_kept(root: Path, stems: Sequence[str], file: Path, jobs: int = 1) -> tuple[Dues, ...]:
    """What is due in some communities, by slug; what did not change comes from `file`, where it is kept.

    Raises HearthbookError where it cannot be read.
    """
    disk, around = _Disk(root), _around()
    known = _known(file, around)
    found = {slug: _recalled(slug, known.get(slug), disk) for slug in stems}
    stale = [slug for slug, one in found.items() if not one]
    fresh = {one.slug: one for one in dues(root, stale, jobs)}
    if fresh:
        rows = {slug: _row(one, disk) for slug, one in fresh.items() if one.names is not None}
        there = {slug: row for slug, row in known.items() if disk.has(slug) and slug not in fresh}
        _keep(file, {"around": around, "communities": {**there, **rows}})
    return tuple(one for _, one in sorted({slug: one or fresh[slug] for slug, one in found.items()}.items()))


class _Disk:
    """The digests of the files from which each community is read."""

    def __init__(self, root: Path) -> None:
        self._digests = Digests(root)
        self._articles: dict[str, dict[str, str]] = {}
        for name, value in self._digests.folder(CONTENT).items():
            self._articles.setdefault(name.split("/")[1], {})[name] = value

    def has(self, slug: str) -> bool:
        """Whether there is such a community."""
        return self._digests.of(f"{COMMUNITIES}/{slug}.yml") != "missing"

    def files(self, slug: str, ancestors: Sequence[str]) -> dict[str, str]:
        """Every file from which a community is read -> its digest."""
        own = {name: self._digests.of(name) for name in (f"{COMMUNITIES}/{slug}.yml", *ancestors)}
        return own | self._articles.get(slug, {})


def _around() -> str:
    """What tells this program from all others, as far as it reads."""
    names = [
        str(path.relative_to(PACKAGE))
        for part in _READERS
        for path in ([PACKAGE / part] if part.endswith(".py") else sorted((PACKAGE / part).glob("*.py")))
    ]
    libraries = [version(name) for name in ("pydantic", "ruamel.yaml")]
    return digest(_VERSION, sys.version, libraries, seal(str(PACKAGE), names))


def _known(file: Path, around: str) -> dict[str, Any]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_bytes())
        if kept["around"] == around:
            return dict(kept["communities"])
    return {}


def _recalled(slug: str, row: Mapping[str, Any] | None, disk: _Disk) -> Dues | None:
    """What was kept of a community, if none of its files changed."""
    with suppress(KeyError, TypeError, ValueError):
        if row and row["files"] == disk.files(slug, row["ancestors"]):
            return from_row(slug, row)
    return None


def _row(one: Dues, disk: _Disk) -> dict[str, Any]:
    return {"files": disk.files(one.slug, one.ancestors), **to_row(one)}


def _keep(file: Path, rows: Mapping[str, Any]) -> None:
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    # what cannot be kept only costs time
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(rows), encoding="utf-8")
        fresh.replace(file)
