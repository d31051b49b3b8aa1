"""What both ways to a site share: `hearthbook build` and plain `mkdocs build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hearthbook.bring.form.data import FormFacts
from hearthbook.ingest.archive import load_archive
from hearthbook.model.findings import in_order
from hearthbook.publish.builder import fit
from hearthbook.publish.companions import companions
from hearthbook.publish.configuration import (
    default_theme,
    lint_settings,
    load,
    on_our_ground,
    settings,
    synonyms,
)
from hearthbook.publish.finished import HUB
from hearthbook.publish.forges import forge_of
from hearthbook.publish.guard import guarded, stop_at_gaps, stop_at_gaps_in_words
from hearthbook.publish.history import Past
from hearthbook.publish.history_kept import Kept
from hearthbook.publish.inputs import shared_words, versions_of
from hearthbook.publish.judging import errors, judge
from hearthbook.publish.languages import with_missing_words
from hearthbook.publish.lines import Lines, lines_of, lines_of_texts, with_lines
from hearthbook.publish.links import address, broken_links, open_links
from hearthbook.publish.manifest import Entry
from hearthbook.publish.mkdocs_site import MkDocsSite, sitemap
from hearthbook.publish.register import survey
from hearthbook.publish.search import write_search
from hearthbook.publish.search_parts import Asked
from hearthbook.publish.site import hub_of, render_site
from hearthbook.publish.sizes import with_sizes
from hearthbook.publish.stamps import Digests
from hearthbook.publish.tag_calendars import joined, tag_calendars
from hearthbook.publish.told import last_days, with_past
from hearthbook.publish.versions import SUFFIX, with_versions

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as MkPage

    from hearthbook.model.archive import Archive
    from hearthbook.model.findings import Place
    from hearthbook.model.pages import Cell
    from hearthbook.publish.forges import Forge
    from hearthbook.publish.links import Link
    from hearthbook.publish.site import SitePages


def fit_archive(root: Path, config: MkDocsConfig) -> Archive:
    """The archive in `root`; raises UnfitArchiveError when there are errors."""
    archive = with_missing_words(load_archive(root, settings(config)), default_theme())
    lint = lint_settings(root, config)
    told = (errors(judge(root, one.slug, one, lint)) for one in archive.communities)
    fit(in_order([*archive.findings, *(finding for some in told for finding in some)]))
    return archive


def plain_pages(archive: Archive, config: MkDocsConfig, forge: Forge | None = None) -> SitePages:
    """All pages of the archive as plain Markdown; `forge` is where its readers edit it.

    Raises HearthbookError where a template is wrong, and where a page shows what was to be filled in.
    """
    theme = default_theme()
    past = past_of(archive.root, config)

    def grown(cell: Cell) -> Cell:
        return with_past(cell, past, theme) if past else cell

    given = settings(config)
    lint = lint_settings(archive.root, config)
    changed = last_days(past.history, archive.texts) if past else {}
    site = render_site(
        archive,
        theme,
        language=given.language,
        site_name=config.site_name,
        grown=grown,
        changed=changed,
        forge=forge,
        form=FormFacts(language=given.language, zone=given.zone or "", lint=lint),
    )
    hub = [page for page in site.hub if page.kind != "rule"]
    guard = guarded(lint)
    stop_at_gaps_in_words(default_theme(), guard)
    stop_at_gaps(site.cells, hub, guard)
    return site


def past_of(root: Path, config: MkDocsConfig) -> Past | None:
    """What git knows of each community; None where it knows nothing."""
    kept = Kept(None)
    history = kept.history(root)
    if not history.head or history.shallow:
        return None
    register = survey(root, settings(config), default_theme(), Digests(root))
    return Past(root, register, history, kept)


class WholeSite:
    """A whole archive in one run of MkDocs, for `mkdocs build` and `mkdocs serve`."""

    def __init__(self, root: Path, config: MkDocsConfig, *, live: bool) -> None:
        """Read, check and render the archive in `root`.

        Raises UnfitArchiveError when there are errors, and HearthbookError when
        mkdocs.yml names a theme that ours does not stand on.
        """
        on_our_ground(config)
        self._archive = fit_archive(root, config)
        self._root = root
        forge = forge_of(config)
        self._edit_root = forge.edit if forge else ""
        self.mkdocs = MkDocsSite(
            site=plain_pages(self._archive, config, forge),
            theme=default_theme(),
            root=root,
            live=live,
            forge=bool(self._edit_root),
        )
        self._lines = {
            r.slug: lines_of(r, shared_words(default_theme(), r)) for r in self._archive.communities
        }
        self._texts = lines_of_texts(self._archive.texts)
        above = {one.slug: self._archive.shared.get(one.slug, ()) for one in self._archive.communities}
        self._versions = versions_of(Kept(None).history(root), above)

    def _lines_for(self, path: str) -> Lines:
        return self._lines.get(path.partition("/")[0], self._texts)

    def broken_links(self) -> tuple[str, ...]:
        """A warning for each link that leads nowhere, once MkDocs has read all pages."""
        pages = self.mkdocs.site.pages
        anchors = {address(page.path): self.mkdocs.anchors(page.path) for page in pages}

        def place(link: Link) -> Place:
            return self._lines_for(link.page).place(link.said)

        return broken_links(open_links(pages, anchors, ()), anchors, place, self._root)

    def with_lines(self, output: str, page: MkPage) -> str:
        """A finished page with the sizes of its pictures, and with the lines it leads to."""
        self.mkdocs.see(output, page.file.dest_uri)
        place = self.mkdocs.places.get(page.file.src_uri)
        pictures = place.part.pictures if place and place.part else self.mkdocs.site.pictures
        output = with_sizes(output, page.file.dest_uri, pictures, self._root)
        if not self._edit_root:
            return output
        return with_lines(output, self._lines_for(page.file.src_uri), self._edit_root)

    def write_companions(self, config: MkDocsConfig) -> None:
        """Writes the files beside the pages that are made from them."""
        hub = hub_of(self._archive, settings(config).language, config.site_name)
        for path, content in companions(self.mkdocs, hub).items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            ours = with_versions(content, self._versions.get) if path.endswith(SUFFIX) else content
            target.write_bytes(ours)

        for one in tag_calendars(hub.agenda, hub.site_name, default_theme().words(hub.language)):
            if whole := joined(one, lambda path: _read(Path(config.site_dir, path))):
                Path(config.site_dir, one.path).write_bytes(whole)

    def write_sitemap(self, config: MkDocsConfig) -> None:
        """Writes what MkDocs does not, where the site's address is known."""
        if config.site_url:
            urls = self.mkdocs.found(self.mkdocs.places)
            target = Path(config.site_dir, "sitemap.xml")
            target.write_text(sitemap(config.site_url, urls), encoding="utf-8")

    def write_search(self, config: MkDocsConfig) -> None:
        """Writes the search of what has been built; raises HearthbookError where Pagefind fails."""
        site = self.mkdocs
        hub = tuple(place.mk.file.dest_uri for place in site.places.values() if place.mk and not place.part)
        entries = {HUB: Entry(key="", files=hub)}
        for part in site.site.cells:
            found = site.found([page.path for page in part.pages])
            entries[part.cell.slug] = Entry(key="", found=found, language=part.cell.language)
        asked = Asked(language=settings(config).language, synonyms=synonyms(config))
        write_search(Path(config.site_dir), entries, asked)


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def read_archive(root: Path) -> Archive:
    """The archive in `root` with its findings; mkdocs.yml, if it is there, gives the defaults."""
    defaults = settings(load(root)) if (root / "mkdocs.yml").is_file() else None
    return with_missing_words(load_archive(root, defaults), default_theme())
