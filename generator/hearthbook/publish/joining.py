"""Joins the shards of a site into the site that one build would have made, to the byte."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.errors import HearthbookError
from hearthbook.publish.arrival import brought, is_cell, is_community, sealed, settle, standing
from hearthbook.publish.configuration import UNTOUCHED
from hearthbook.publish.finished import HUB, is_sheet
from hearthbook.publish.folder import SiteFolder, opened
from hearthbook.publish.links import broken_among
from hearthbook.publish.manifest import SITEMAP, Entry, Manifest, read_manifest, write_manifest
from hearthbook.publish.mkdocs_site import sitemap
from hearthbook.publish.search import Order, renew_search, staying
from hearthbook.publish.shards import Piece, Shard, read_shard
from hearthbook.publish.stamps import digest_of
from hearthbook.publish.tag_calendars import renew_calendars
from hearthbook.publish.workers import index_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from hearthbook.publish.store import Store
    from hearthbook.publish.workers import Indexers


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What came of some shards."""

    site_dir: Path
    """Where the site is."""
    pages: int
    """How many pages it has."""
    communities: int
    """How many communities it shows."""
    warnings: tuple[str, ...] = ()
    """What may let a reader down."""
    removed: tuple[str, ...] = ()
    """What was taken out of the site."""


def merge(  # noqa: PLR0913 - each is a wish of its own
    folders: Iterable[Path],
    target: Path,
    *,
    store: Store | None = None,
    strict: bool = False,
    wait: Callable[[], None] = lambda: None,
    indexers: Indexers = index_here,
) -> Joined:
    """Joins the shards in some folders into one site, each cell old or new for its readers.

    Raises HearthbookError where a shard is missing, damaged or of another state
    of the archive, and where `strict` makes warnings errors; then nothing has changed.
    """
    shards = {folder.resolve(): read_shard(folder) for folder in folders}
    _fit(shards)
    if target.resolve() in shards:
        hint = "name another folder with --to"
        raise HearthbookError("the site cannot go where one of its shards is", where=str(target), hint=hint)
    with opened(target, wait) as folder:
        return _joined(shards, folder, store, indexers, strict=strict)


def _fit(shards: Mapping[Path, Shard]) -> None:
    """Raises HearthbookError unless these are all shards of one site, each once."""
    if not shards:
        raise HearthbookError("there are no shards to join", hint="name their folders")
    (first, model), *others = shards.items()
    for folder, shard in others:
        if shard.share.of != model.share.of:
            message = f"this is {shard.share}, but {first} is {model.share}"
            raise HearthbookError(message, where=str(folder), hint="build all with the same number of shards")
    count = Counter(shard.share.number for shard in shards.values())
    twice = next((number for number in count if count[number] > 1), None)
    if twice:
        found = [str(folder) for folder, shard in shards.items() if shard.share.number == twice]
        message = f"shard {twice} of {model.share.of} is there {len(found)} times: {', '.join(found)}"
        raise HearthbookError(message, hint="name each shard once")
    if missing := [str(number) for number in range(1, model.share.of + 1) if number not in count]:
        what = "shards {} of {} are missing" if missing[1:] else "shard {} of {} is missing"
        hint = "see whether all were built, and name each one's folder"
        raise HearthbookError(what.format(", ".join(missing), model.share.of), hint=hint)
    for folder, shard in others:
        if shard.plan != model.plan:
            message = f"{shard.share} is from another state of the archive than {model.share} in {first}"
            hint = "build all shards from one commit, with the same versions"
            raise HearthbookError(message, where=str(folder), hint=hint)


def _joined(
    shards: Mapping[Path, Shard],
    folder: SiteFolder,
    store: Store | None,
    indexers: Indexers,
    *,
    strict: bool,
) -> Joined:
    pieces = {slug: piece for shard in shards.values() for slug, piece in shard.pieces.items()}
    homes = {slug: path for path, shard in shards.items() for slug in shard.pieces}
    before = read_manifest(store, folder.site) if store else None
    entries: dict[str, Entry] = {}
    fresh = []
    for slug in sorted(pieces):
        entry = pieces[slug].entry
        there = standing(folder.site, slug, brought(before, slug, entry.key, entry.dress))
        entries[slug] = there or entry
        if not there:
            _stage(folder, homes[slug], pieces[slug])
            fresh.append(slug)
    first = next(shard for shard in shards.values() if shard.share.number == 1)
    if first.site_url:
        entries[SITEMAP] = _staged_sitemap(folder, first.site_url, entries)
        fresh.append(SITEMAP)
    kept, made = renew_calendars(
        folder,
        first.calendars,
        entries,
        lambda slug, key: standing(folder.site, slug, brought(before, slug, key)),
    )
    entries |= kept | made
    fresh += made
    told = [
        line for shard in sorted(shards.values(), key=lambda one: one.share.number) for line in shard.told
    ]
    warnings = (*dict.fromkeys(told), *_warnings(pieces))
    if strict and warnings:
        raise HearthbookError("\n".join(warnings), hint=UNTOUCHED)
    entries |= staying(before)
    removed = settle(folder, before, entries, fresh, store)
    order = Order(asked=first.asked, before=before, store=store, indexers=indexers)
    entries, new = renew_search(folder, entries, order)
    if store:
        entries = sealed(folder.site, entries, [*fresh, *new])
        write_manifest(store, folder.site, Manifest(entries=entries))
    return Joined(
        site_dir=folder.site,
        pages=sum(entry.pages for entry in entries.values()),
        communities=sum(map(is_community, entries)),
        warnings=warnings,
        removed=tuple(removed),
    )


def _stage(folder: SiteFolder, home: Path, piece: Piece) -> None:
    """Copies a piece's files, if they are as they were built."""
    for name, digest in piece.files.items():
        try:
            content = (home / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            hint = "build the shard again; where CI carried it here, let hidden files come along"
            raise HearthbookError(f"{name} is missing in this shard", where=str(home), hint=hint) from None
        if digest_of(content) != digest:
            hint = "build the shard again"
            raise HearthbookError(f"{name} was changed after it was built", where=str(home), hint=hint)
        folder.stage(name, content)


def _staged_sitemap(folder: SiteFolder, site_url: str, entries: Mapping[str, Entry]) -> Entry:
    urls = [url for slug in _in_order(entries) for url in entries[slug].found]
    content = sitemap(site_url, urls).encode("utf-8")
    folder.stage("sitemap.xml", content)
    return Entry(key=digest_of(content), files=("sitemap.xml",))


def _in_order(slugs: Iterable[str]) -> list[str]:
    """The hub, then the cells: the order in which one build has them."""
    some = sorted(slugs)
    return [HUB, *filter(is_sheet, some), *filter(is_cell, some)]


def _warnings(pieces: Mapping[str, Piece]) -> tuple[str, ...]:
    """What one build of the whole site would have warned of."""
    cells = [pieces[slug] for slug in _in_order(pieces)]
    told = [line for piece in cells for line in piece.entry.told]
    links = {one.link: one for piece in cells for one in piece.open}
    wanted = {link.final for link in links}
    pages = {
        page: tuple(ids.split()) if page in wanted else ()
        for piece in cells
        for page, ids in piece.anchors.items()
    }
    return (*told, *broken_among(links, pages, lambda link: (links[link].place, links[link].written)))
