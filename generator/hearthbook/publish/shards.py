"""Shares of a site that are built apart, and what each says about itself to whoever joins them.

A cell's share follows from its slug alone, so a new community moves no other.
The first share also has the hub and the theme's files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from hearthbook.errors import HearthbookError
from hearthbook.model.findings import Place  # noqa: TC001 - the same
from hearthbook.publish.finished import HUB, is_sheet
from hearthbook.publish.folder import is_ours
from hearthbook.publish.links import Link  # noqa: TC001 - the same
from hearthbook.publish.manifest import ASSETS, Entry, read_manifest
from hearthbook.publish.search_parts import Asked  # noqa: TC001 - the same
from hearthbook.publish.stamps import below, digest, digest_of
from hearthbook.publish.tag_calendars import TagCalendar  # noqa: TC001 - the same

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.plan import Plan
    from hearthbook.publish.store import Store

SHARD_FILE: Final = "hearthbook-shard.json"
"""Not hidden, because what carries files from one CI job to another may leave hidden ones behind."""

_VERSION: Final = 3
_WRITTEN: Final = re.compile(r"(?P<number>[1-9]\d{0,3})/(?P<of>[1-9]\d{0,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One of so many shares of a site."""

    number: int
    """Counted from 1."""
    of: int

    def holds(self, slug: str) -> bool:
        """Whether a cell, the hub or the theme's files belong to this share."""
        if slug in {HUB, ASSETS} or is_sheet(slug):
            return self.number == 1
        return int(digest(slug), 16) % self.of == self.number - 1

    def part(self, plan: Plan) -> Plan:
        """The plan with the cells of this share only."""
        return replace(plan, cells={slug: one for slug, one in plan.cells.items() if self.holds(slug)})

    def __str__(self) -> str:
        """`shard 2 of 4`."""
        return f"shard {self.number} of {self.of}"


def share(written: str) -> Share:
    """The share that `2/4` names; raises ValueError, in words, where the text names none."""
    found = _WRITTEN.fullmatch(written)
    if not found or int(found["number"]) > int(found["of"]):
        raise ValueError("write it like 2/4, the second shard of four")
    return Share(number=int(found["number"]), of=int(found["of"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLink:
    """A link that leads nowhere within its shard."""

    link: Link
    place: Place
    """Where it is written."""
    written: str
    """How it is written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A cell of a shard, the hub, or the theme's files."""

    entry: Entry
    files: Mapping[str, str]
    """Path below the site -> digest of the file."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Address of a page -> the ids on it, with blanks between them."""
    open: tuple[OpenLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """What stands in a shard's folder."""

    share: Share
    plan: str
    """Digest of what the whole site will have: the same for shards that fit together."""
    site_url: str
    told: tuple[str, ...]
    """What MkDocs said of mkdocs.yml."""
    pieces: Mapping[str, Piece]
    """Slug, HUB or ASSETS -> piece."""
    asked: Asked
    """What the search is to know, once all are joined."""
    calendars: tuple[TagCalendar, ...] = ()
    """The archive's calendars, which are put together from the communities' own."""
    version: int = _VERSION


_SHARD: Final = TypeAdapter(Shard)


def plan_digest(plan: Plan) -> str:
    """One digest for all that a site will have."""
    return digest(plan.assets, [(one.slug, one.key, one.dress) for one in plan.cells.values()])


def files_of(site: Path, slug: str, entry: Entry) -> dict[str, str]:
    """Path below the site -> digest, of every file that a cell, the hub or the theme has there."""
    names = entry.files or tuple(f"{slug}/{name}" for name, _ in below(f"{site}/{slug}"))
    return {name: digest_of((site / name).read_bytes()) for name in names}


def write_shard(site: Path, shard: Shard) -> None:
    """Writes what a shard says about itself."""
    (site / SHARD_FILE).write_bytes(_SHARD.dump_json(shard))


def no_whole_site(site: Path, store: Store | None) -> None:
    """Raises HearthbookError where a folder holds a whole site, of which a share would leave only a part."""
    known = read_manifest(store, site) if store else None
    # a share that was killed before it could say what it is has left no hub on record
    whole = known is None or HUB in known.entries
    if whole and is_ours(site / "index.html") and not (site / SHARD_FILE).is_file():
        hint = "name a folder of its own as site_dir in mkdocs.yml, or build shares in a clean checkout"
        message = "a whole site stands here, and building a share would take the rest of it away"
        raise HearthbookError(message, where=str(site), hint=hint)


def read_shard(folder: Path) -> Shard:
    """What the shard in a folder says about itself; raises HearthbookError where it is none."""
    where, hint = str(folder), "name the site folders that `hearthbook build --shard 1/4` and so on made"
    try:
        data = (folder / SHARD_FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise HearthbookError(f"this is no shard: it has no {SHARD_FILE}", where=where, hint=hint) from None
    try:
        shard = _SHARD.validate_json(data)
    except ValidationError:
        shard = None
    if shard is None or shard.version != _VERSION or not _sound(shard):
        hint = "build the shard again with the Hearthbook that is to join it"
        raise HearthbookError(f"its {SHARD_FILE} cannot be understood", where=where, hint=hint)
    return shard


def _sound(shard: Shard) -> bool:
    """Whether each piece belongs to the share, and no file of it would land elsewhere than it should."""
    return all(
        shard.share.holds(slug) and all(_lands(slug, name) for name in piece.files)
        for slug, piece in shard.pieces.items()
    )


def _lands(slug: str, name: str) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or str(path) != name:
        return False
    return slug in {HUB, ASSETS} or is_sheet(slug) or path.parts[0] == slug
