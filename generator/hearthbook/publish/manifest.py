"""What a site holds and which build put it there, so that the next one knows what to leave alone."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from hearthbook.publish.links import Link  # noqa: TC001 - the same
from hearthbook.publish.stamps import digest

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.store import Store

_VERSION: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A cell of the site, the hub, or the theme's files."""

    key: str
    """What it was made from."""
    dress: str = ""
    """The lines and pictures that were added."""
    files: tuple[str, ...] = ()
    """Paths below the site; for a cell none, because its folder is all its own."""
    pages: int = 0
    seal: str = ""
    """The stamps of its files when they had moved in."""
    found: tuple[str, ...] = ()
    """The addresses that search engines may list."""
    links: tuple[Link, ...] = ()
    """Links that lead out of it, or nowhere."""
    told: tuple[str, ...] = ()
    """What MkDocs warned about."""
    language: str = ""
    """The language of a community, BCP 47."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Everything that a site holds."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    """Slug of a cell, HUB, or ASSETS -> what it is."""


ASSETS: Final = "/assets"
"""Stands for the theme's files where slugs name cells."""

SITEMAP: Final = "/sitemap"

SEARCH: Final = "/search"
"""Stands for what the archive's search needs besides its parts."""

COMING: Final = "/coming"
"""Stands for what was about to move in when a build ended before its time."""

SHARD: Final = "/shard"
"""Stands for what a shard says about itself."""

_MANIFEST: Final = TypeAdapter(Manifest)


def _name(site: Path) -> str:
    return f"site-{digest(str(site))}"


def read_manifest(store: Store, site: Path) -> Manifest | None:
    """What the last complete build put into a site; None where nobody knows."""
    table = store.table(_name(site))
    try:
        return _MANIFEST.validate_python(table["manifest"]) if table.get("version") == _VERSION else None
    except (ValidationError, KeyError):
        return None


def write_manifest(store: Store, site: Path, manifest: Manifest) -> None:
    """Remembers what a site holds."""
    shown = _MANIFEST.dump_python(manifest, mode="json")
    store.keep(_name(site), {"version": _VERSION, "manifest": shown})
