"""What is new moves into the site, what nobody claims goes, and the next build gets to know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearthbook.publish.finished import HUB, RULES
from hearthbook.publish.manifest import ASSETS, COMING, Entry, Manifest, write_manifest
from hearthbook.publish.search_parts import FOLDER
from hearthbook.publish.shards import SHARD_FILE
from hearthbook.publish.stamps import seal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from hearthbook.publish.ahead import Sealer
    from hearthbook.publish.folder import SiteFolder
    from hearthbook.publish.stamps import Sealed
    from hearthbook.publish.store import Store


def is_cell(slug: str) -> bool:
    """Whether this names a folder that is moved as a whole, and not the hub or the theme's files."""
    return slug != HUB and not slug.startswith("/")


def is_community(slug: str) -> bool:
    """Whether this names a community's cell."""
    return is_cell(slug) and slug != RULES and not slug.startswith(f"{FOLDER}/")


def brought(before: Manifest | None, slug: str, key: str, dress: str = "") -> Entry | None:
    """What the last build put into the site for a slug, if it was made from this."""
    entry = before.entries.get(slug) if before else None
    return entry if entry and (entry.key, entry.dress) == (key, dress) else None


def standing(site: Path, slug: str, entry: Entry | None, look: Sealer = seal) -> Entry | None:
    """What was brought into the site for a slug, if nobody has touched it since."""
    return entry if entry and entry.seal == look(*_place(site, slug, entry)) else None


def _place(site: Path, slug: str, entry: Entry) -> tuple[str, tuple[str, ...] | None]:
    return (f"{site}/{slug}", None) if is_cell(slug) else (str(site), entry.files)


def _seal(site: Path, slug: str, entry: Entry) -> str:
    return seal(*_place(site, slug, entry))


def settle(
    folder: SiteFolder,
    before: Manifest | None,
    entries: Mapping[str, Entry],
    fresh: Collection[str],
    store: Store | None,
) -> list[str]:
    """Moves what is staged for the fresh entries into the site; returns what was taken out of it."""
    removed = _unclaimed(folder, before, entries)
    if store:
        _announce(store, folder.site, before, {slug: entries[slug] for slug in fresh})
    assets = [file for slug in fresh if slug == ASSETS for file in entries[slug].files]
    files = [file for slug in fresh if slug != ASSETS for file in entries[slug].files]
    # a page of the hub may take the address of a community that is no more
    tops = {file.partition("/")[0] for file in (*assets, *files)}
    folder.throw_away(path for path in removed if path in tops)
    # what pages show comes before them, and what names cells comes after these
    folder.move_in(assets, [slug for slug in fresh if is_cell(slug)], files)
    folder.throw_away(path for path in removed if path not in tops)
    return removed


def _announce(store: Store, site: Path, before: Manifest | None, coming: Mapping[str, Entry]) -> None:
    """Notes what is new to the site, so that it goes even if this build does not live to claim it."""
    known = before.entries if before else {}
    old = {file for slug, entry in known.items() if slug != COMING for file in entry.files}
    files = {file for entry in (*coming.values(), known.get(COMING, Entry(key=""))) for file in entry.files}
    cells = {slug: Entry(key="") for slug in coming if is_cell(slug) and slug not in known}
    if cells or not files <= old:
        new = Entry(key="", files=tuple(sorted(files - old)))
        write_manifest(store, site, Manifest(entries={**known, **cells, COMING: new}))


def _unclaimed(folder: SiteFolder, before: Manifest | None, entries: Mapping[str, Entry]) -> list[str]:
    """What earlier builds put into the site and nobody claims now."""
    files = {file for entry in entries.values() for file in entry.files}
    earlier = before.entries if before else {}
    old = {file for entry in earlier.values() for file in entry.files} - files
    # or the other way round: the community's folder has taken the page's place as a whole
    old = {file for file in old if file.partition("/")[0] not in entries}
    cells = {slug for slug in earlier if is_cell(slug)} - set(entries)
    if SHARD_FILE not in files and (folder.site / SHARD_FILE).is_file():
        old.add(SHARD_FILE)
    tops = {file.partition("/")[0] for file in files} | set(filter(is_cell, entries))
    strays = folder.strays(tops, files, deep=HUB not in earlier)
    # of a folder whose files are known one by one, such as a list's, nothing else is ours
    known = {file.partition("/")[0] for file in old}
    return sorted({*old, *cells, *(path for path in strays if path not in known)})


def sealed(site: Path, entries: Mapping[str, Entry], fresh: Collection[str]) -> dict[str, Entry]:
    """The entries, with seals for what has just moved in."""
    new = {slug: replace(entries[slug], seal=_seal(site, slug, entries[slug])) for slug in fresh}
    return {**entries, **new}


def outputs(site: Path, entries: Mapping[str, Entry]) -> tuple[Sealed, ...]:
    """What a site is made of, for whoever wants to see whether it still stands."""
    return tuple((*_place(site, slug, entry), entry.seal) for slug, entry in entries.items())
