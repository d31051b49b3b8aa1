"""Builds a site so that the cost follows the change.

Reads what changed, plans the cells, takes from the store what was made before,
has the rest made, adds lines and pictures, and moves in what is new.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hearthbook.errors import HearthbookError
from hearthbook.model.sources import SourceMap
from hearthbook.publish.addressed import Addresses, owner
from hearthbook.publish.arrival import brought, is_cell, is_community, outputs, sealed, settle, standing
from hearthbook.publish.assets import write_assets
from hearthbook.publish.batches import counted, in_batches
from hearthbook.publish.besides import named_besides, variables
from hearthbook.publish.cells import NO_FAMILY, make_cell
from hearthbook.publish.configuration import UNTOUCHED, default_theme, load, on_our_ground, synonyms
from hearthbook.publish.finished import HUB, RULES, TOLD, Finished, unpacked
from hearthbook.publish.folder import SiteFolder, opened, own_folder
from hearthbook.publish.heard import heard
from hearthbook.publish.inputs import project_of, read_inputs
from hearthbook.publish.lines import NOWHERE, Lines, lines_of, lines_of_texts, with_lines
from hearthbook.publish.links import broken_links, leads, written_at
from hearthbook.publish.manifest import (
    ASSETS,
    SEARCH,
    SHARD,
    SITEMAP,
    Entry,
    Manifest,
    read_manifest,
    write_manifest,
)
from hearthbook.publish.mkdocs_site import sitemap
from hearthbook.publish.press import Batch
from hearthbook.publish.search import Order, is_search, renew_search, staying
from hearthbook.publish.search_parts import Asked
from hearthbook.publish.shards import (
    SHARD_FILE,
    OpenLink,
    Piece,
    Shard,
    Share,
    files_of,
    no_whole_site,
    plan_digest,
    write_shard,
)
from hearthbook.publish.sizes import with_sizes
from hearthbook.publish.stamps import digest_of
from hearthbook.publish.tag_calendars import renew_calendars
from hearthbook.publish.told import with_past
from hearthbook.publish.versions import SUFFIX, with_versions
from hearthbook.publish.wishes import Built, Progress, UnfitArchiveError, Wishes, fit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.archive import Resolved
    from hearthbook.model.findings import Place
    from hearthbook.model.pages import Cell
    from hearthbook.publish.links import Link

__all__ = ["Built", "Progress", "UnfitArchiveError", "Wishes", "build_site", "fit", "own_folder"]


def build_site(root: Path, wishes: Wishes | None = None) -> Built:
    """Builds the archive in `root` into the site folder that mkdocs.yml names.

    Cells that did not change stay as they are; readers see each cell old or new.
    Raises HearthbookError with every finding, or with what MkDocs or the disk
    objected to; then nothing has changed.
    """
    wishes = wishes or Wishes()
    with heard() as told:
        config = load(root)
    on_our_ground(config)
    target = wishes.site_dir or own_folder(root, Path(config.site_dir))
    with opened(target, wishes.wait) as folder:
        if wishes.share:
            no_whole_site(folder.site, wishes.store)
        return _Build(root, config, wishes, folder).run(told)


class _Build:
    """One build on its way."""

    def __init__(self, root: Path, config: MkDocsConfig, wishes: Wishes, folder: SiteFolder) -> None:
        self._root = root
        self._config = config
        self._wishes = wishes
        self._store = wishes.store
        self._folder = folder
        self._inputs = read_inputs(root, config, wishes, default_theme())
        self._whole = self._inputs.plan
        self._plan = wishes.share.part(self._whole) if wishes.share else self._whole
        self._manifest = read_manifest(self._store, folder.site) if self._store else None
        self._entries: dict[str, Entry] = {}
        self._kept: dict[str, Entry] = {}
        self._anchors: dict[str, Mapping[str, tuple[str, ...]]] = {}
        self._told: dict[str, None] = {}
        self._pages = 0
        self._asked = Asked(language=self._whole.hub.language, synonyms=synonyms(config))

    def run(self, told: list[str]) -> Built:
        """Makes, checks and moves in what is new; `told` is what MkDocs said of mkdocs.yml."""
        self._kept, waiting = self._sort()
        self._entries |= self._kept
        missing = self._dress_again(waiting)
        self._make(missing)
        self._write_assets()
        self._write_sitemap()
        self._write_calendars()
        if self._wishes.share:
            self._look_up_all()
        warnings = (*dict.fromkeys([*told, *self._told]), *self._warnings(), *self._inputs.shallow)
        if self._wishes.strict and warnings:
            self._hear_again(missing)
            raise HearthbookError("\n".join(warnings), hint=UNTOUCHED)
        fresh = [slug for slug in self._entries if slug not in self._kept]
        if self._wishes.share:
            self._entries[SHARD] = Entry(key=plan_digest(self._whole), files=(SHARD_FILE,))
        self._wishes.moving()
        self._entries |= {} if self._wishes.share else staying(self._manifest)
        removed = settle(self._folder, self._manifest, self._entries, fresh, self._store)
        if self._wishes.share:
            self._describe(self._wishes.share, told)
        else:
            fresh += self._renew_search(fresh)
        self._remember(fresh)
        return Built(
            site_dir=self._folder.site,
            pages=sum(entry.pages for entry in self._entries.values()),
            renewed=self._pages,
            communities=sum(map(is_community, self._plan.cells)),
            warnings=warnings,
            made=tuple(slug for slug in self._plan.cells if slug in missing),
            dressed=tuple(slug for slug in self._plan.cells if slug in fresh and slug not in missing),
            around=tuple(name for name in (ASSETS, SITEMAP, SEARCH) if name in fresh),
            removed=tuple(removed),
            outputs=outputs(self._folder.site, self._entries),
            besides=(*named_besides(self._config), *self._inputs.watched),
            variables=variables(self._config),
        )

    def _sort(self) -> tuple[dict[str, Entry], list[str]]:
        """What stands in the site as it should, and the cells that do not."""
        kept, waiting = {}, []
        for slug, planned in self._plan.cells.items():
            entry = self._standing(slug, planned.key, planned.dress)
            # links are checked against what the store knows of a cell
            if entry and self._store and self._store.has(planned.key):
                kept[slug] = entry
            else:
                waiting.append(slug)
        assets = self._standing(ASSETS, self._plan.assets)
        if assets and HUB in self._plan.cells:
            kept[ASSETS] = assets
        return kept, waiting

    def _standing(self, slug: str, key: str, dress: str = "") -> Entry | None:
        """What stands in the site as it should; nobody else writes where a preview keeps its pages."""
        entry = brought(self._manifest, slug, key, dress)
        return entry if self._wishes.live else standing(self._folder.site, slug, entry, self._wishes.seal)

    def _dress_again(self, slugs: list[str]) -> list[str]:
        """Dresses the cells that the store has; returns those that must be made."""
        if not self._store:
            return slugs
        missing = []
        for some in in_batches(slugs):
            found = {slug: self._store.get(self._plan.cells[slug].key) for slug in some}
            there = [slug for slug, finished in found.items() if finished]
            lines = self._lines(there)
            for slug, finished in found.items():
                if finished:
                    self._dress(finished, lines[slug])
                else:
                    missing.append(slug)
        return missing

    def _lines(self, slugs: Iterable[str]) -> dict[str, Lines]:
        """The lines of some cells; nobody asks for them where there is no forge."""
        wanted = [slug for slug in slugs if is_community(slug)]
        read = self._inputs.register.resolved(wanted) if self._inputs.options.edit_root else {}
        found = {slug: lines_of(resolved, self._inputs.shared(resolved)) for slug, resolved in read.items()}
        return dict.fromkeys(slugs, NOWHERE) | found | {HUB: lines_of_texts(self._inputs.register.texts)}

    def _dress(self, finished: Finished, lines: Lines) -> None:
        """Writes a finished cell with its lines and pictures to where it waits for the others."""
        planned, root = self._plan.cells[finished.slug], self._inputs.options.edit_root
        for path, content in finished.files.items():
            whole = content
            if path.endswith(".html") and (root or planned.pictures):
                page = with_sizes(content.decode("utf-8"), path, planned.pictures, self._root)
                whole = (with_lines(page, lines, root) if root else page).encode("utf-8")
            elif path.endswith(SUFFIX):
                whole = with_versions(content, self._inputs.versions.get)
            self._folder.stage(path, whole)
        for path, source in planned.pictures.items():
            self._folder.stage_copy(path, self._root / source)
        shown = self._inputs.register.shown.get(finished.slug)
        self._pages += len(finished.anchors)
        # where the store has them, they are looked up when a link asks for them
        there = not finished.links and self._store and self._store.has(planned.key)
        self._anchors[finished.slug] = {} if there else finished.anchors
        self._entries[finished.slug] = Entry(
            key=planned.key,
            dress=planned.dress,
            files=(*finished.files, *planned.pictures) if not is_cell(finished.slug) else (),
            pages=len(finished.anchors),
            found=finished.found,
            links=finished.links,
            told=finished.told,
            language=shown.language if shown else "",
        )

    def _make(self, slugs: list[str]) -> None:
        """Has cells made, and tells how far it is."""
        cells, wanted = counted(self._plan.cells), counted(slugs)
        for _ in self._made(slugs):
            done, reused = min(counted(self._entries), cells), cells - wanted
            self._wishes.tell(Progress(done=done, cells=cells, reused=reused, pages=self._pages))

    def _made(self, slugs: list[str]) -> Iterator[list[Finished]]:
        """Cells as they are made, batch by batch, when they are in the store and dressed."""
        waiting: dict[str, Lines] = {}
        for made in self._wishes.makers(self._batches_to_make(slugs, waiting), len(slugs)):
            cells = [unpacked(data) for data in made]
            for data, finished in zip(made, cells, strict=True):
                if finished.slug == TOLD:
                    self._told |= dict.fromkeys(finished.told)
                    continue
                if self._store:
                    self._store.put(self._plan.cells[finished.slug].key, data)
                self._dress(finished, waiting.pop(finished.slug))
            yield cells

    def _hear_again(self, made: Iterable[str]) -> None:
        """Has cells made once more next time, because what was told of none of them is kept with none."""
        if self._told and self._store:
            for slug in made:
                self._store.drop(self._plan.cells[slug].key)

    def _batches_to_make(self, slugs: list[str], waiting: dict[str, Lines]) -> Iterator[Batch]:
        """Batches of cells, each read when somebody is free to make it."""
        project = project_of(self._root, self._inputs, self._store)
        for some in in_batches(slugs):
            cells = self._inputs.register.resolved(filter(is_community, some))
            waiting |= {slug: lines_of(one, self._inputs.shared(one)) for slug, one in cells.items()}
            waiting |= {slug: NOWHERE for slug in some if not is_community(slug)}
            waiting[HUB] = lines_of_texts(self._inputs.register.texts)
            sheets = tuple(sheet for slug in some if (sheet := self._plan.cells[slug].sheet))
            yield Batch(
                project=project,
                menu=self._plan.menu,
                cells=tuple(self._cell(resolved) for resolved in cells.values()),
                pictures={slug: self._plan.cells[slug].pictures for slug in some},
                hub=self._plan.hub if HUB in some else None,
                rules=self._plan.hub if RULES in some else None,
                sheets=sheets,
                lists=replace(self._plan.hub, cards=(), branches=(), agenda=()) if sheets else None,
            )

    def _cell(self, resolved: Resolved) -> Cell:
        family = self._plan.cells[resolved.slug].family or NO_FAMILY
        # lines come later, and a batch may have a long way to go
        cell = with_past(make_cell(resolved, family), self._inputs.past, self._inputs.register.theme)
        return replace(cell, sources=SourceMap({}, resolved.sources.root))

    def _write_assets(self) -> None:
        if ASSETS not in self._entries and HUB in self._plan.cells:
            with tempfile.TemporaryDirectory(prefix="hearthbook-") as folder:
                write_assets(self._config, Path(folder))
                files = self._folder.adopt(Path(folder))
            self._entries[ASSETS] = Entry(key=self._plan.assets, files=files)

    def _write_sitemap(self) -> None:
        if not self._config.site_url or self._wishes.share:
            return
        urls = [url for slug in self._plan.cells for url in self._entries[slug].found]
        content = sitemap(self._config.site_url, urls).encode("utf-8")
        key = digest_of(content)
        if there := self._standing(SITEMAP, key):
            self._kept[SITEMAP] = there
        else:
            self._folder.stage("sitemap.xml", content)
        self._entries[SITEMAP] = there or Entry(key=key, files=("sitemap.xml",))

    def _write_calendars(self) -> None:
        if not self._wishes.share:
            kept, fresh = renew_calendars(self._folder, self._inputs.calendars, self._entries, self._standing)
            self._kept |= kept
            self._entries |= kept | fresh

    def _warnings(self) -> tuple[str, ...]:
        cells = {slug: self._entries[slug] for slug in self._plan.cells}
        told = [line for entry in cells.values() for line in entry.told]
        owners = {link: slug for slug, entry in cells.items() for link in entry.links}
        links = [link for link in owners if self._decides(link)]

        def line(link: Link) -> Place:
            return self._line(owners[link], link)

        return (*told, *broken_links(links, Addresses(self._plan.cells, self.anchors), line, self._root))

    def _line(self, slug: str, link: Link) -> Place:
        """Where the part of a page is written that holds a link."""
        if not is_community(slug):
            return lines_of_texts(self._inputs.register.texts).place(link.said)
        return lines_of(self._inputs.register.placed(slug)).place(link.said)

    def _decides(self, link: Link) -> bool:
        """Whether the page that a link names would be made here, and not in another share."""
        return owner(link.final, self._whole.cells) in self._plan.cells

    def _describe(self, share: Share, told: list[str]) -> None:
        """Writes beside the share's cells what it takes to join it with the others."""
        entries = {slug: entry for slug, entry in self._entries.items() if slug != SHARD}
        shard = Shard(
            share=share,
            plan=plan_digest(self._whole),
            site_url=self._config.site_url or "",
            asked=self._asked,
            calendars=self._inputs.calendars,
            told=tuple(dict.fromkeys([*told, *self._told])),
            pieces={slug: self._piece(slug, entry) for slug, entry in entries.items()},
        )
        write_shard(self._folder.site, shard)

    def _piece(self, slug: str, entry: Entry) -> Piece:
        pages, known = Addresses(self._plan.cells, self.anchors), self.anchors(slug)
        links = [link for link in entry.links if not leads(link, pages)]
        placed = [(link, *written_at(link, self._line(slug, link), self._root)) for link in links]
        return Piece(
            entry=replace(entry, seal=""),
            files=files_of(self._folder.site, slug, entry),
            anchors={page: " ".join(ids) for page, ids in known.items()},
            open=tuple(OpenLink(link=link, place=place, written=said) for link, place, said in placed),
        )

    def anchors(self, slug: str) -> Mapping[str, tuple[str, ...]]:
        """Address of each page of a cell -> the ids on it."""
        if not self._anchors.get(slug) and self._store and slug in self._plan.cells:
            found = self._store.anchors(self._plan.cells[slug].key)
            self._anchors[slug] = self._made_again(slug) if found is None else found
        return self._anchors.get(slug, {})

    def _made_again(self, slug: str) -> Mapping[str, tuple[str, ...]]:
        """The ids on the pages of a cell that the store had only damaged."""
        if self._store:
            self._store.drop(self._plan.cells[slug].key)
        self._kept.pop(slug, None)
        return next(one.anchors for made in list(self._made([slug])) for one in made)

    def _look_up_all(self) -> None:
        """Sees whether the store has every cell whole, while what it has not can still move in."""
        for slug in self._plan.cells:
            self.anchors(slug)

    def _renew_search(self, fresh: list[str]) -> list[str]:
        """Brings the search up to date; returns what of it is new."""
        cells = counted(self._plan.cells)
        self._wishes.tell(Progress(done=cells, cells=cells, reused=0, pages=self._pages, searching=True))
        order = Order(
            asked=self._asked,
            before=self._manifest,
            store=self._store,
            indexers=self._wishes.indexers,
            look=self._wishes.seal,
            wanted=self._wishes.search,
        )
        try:
            self._entries, new = renew_search(self._folder, self._entries, order)
        except HearthbookError:
            # the pages are where they belong
            self._remember(fresh)
            raise
        return new

    def _remember(self, fresh: Collection[str]) -> None:
        """Seals what has moved in, and keeps all that the next build needs to know."""
        if not self._store:
            return
        self._entries = sealed(self._folder.site, self._entries, fresh)
        write_manifest(self._store, self._folder.site, Manifest(entries=self._entries))
        if fresh:
            cells = [entry.key for slug, entry in self._entries.items() if is_search(slug)]
            cells += [planned.key for planned in self._whole.cells.values()]
            self._store.sweep([*cells, *self._inputs.register.keys()])
