"""The bridge to MkDocs: our pages as its files, and a menu for each cell.

Everything that knows MkDocs' types is here; `mkdocs_plugin` only passes events
on.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkPage

from hearthbook.publish.ages import ages
from hearthbook.publish.assets import needed
from hearthbook.publish.calendars import ABOUT_DATES, CellCalendars
from hearthbook.publish.dialect import EXTENSIONS, SETTINGS
from hearthbook.publish.feeds import feed_of
from hearthbook.publish.forges import forge_of
from hearthbook.publish.links import anchors_of
from hearthbook.publish.menus import Menus
from hearthbook.publish.news_feed import news_feed_of
from hearthbook.publish.offline import WORKER, Needs, is_offline, needs
from hearthbook.publish.origins import Origin, Origins, origins, texts_of
from hearthbook.publish.paper import with_own_address, with_plain_addresses
from hearthbook.publish.pencils import with_pencils
from hearthbook.publish.scripts import LOST, script, scripts_of
from hearthbook.publish.search_text import facts
from hearthbook.publish.sharing import shared
from hearthbook.publish.suggest import suggestion_for
from hearthbook.publish.swift import SwiftExtension
from hearthbook.publish.swift_page import SwiftPage, make_parser
from hearthbook.publish.tag_calendars import with_tag_links
from hearthbook.publish.tongues import tongues
from hearthbook.publish.whole import WholePage
from hearthbook.render.handbook import parts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.pages import MenuEntry, Page
    from hearthbook.publish.site import CellPages, SitePages
    from hearthbook.publish.suggest import Suggestion
    from hearthbook.render.theme import Theme
    from hearthbook.render.words import Words

INTERFACE: Final = (
    "skip_to_content",
    "menu",
    "search",
    "on_this_page",
    "previous",
    "next",
    "theme_light",
    "theme_dark",
    "theme_auto",
    "toggle_theme",
    "home",
    "edit_page",
    "suggest_words",
    "follow",
    "follow_changes",
    "copied",
    "copy",
    "selected",
    "community",
    "languages",
    "archive",
    "made_with",
    "not_found",
    "not_found_help",
    "not_found_next",
    "not_found_tell",
)


def prepare(config: MkDocsConfig, theme: Theme) -> None:
    """Sets what a Hearthbook site needs, whatever mkdocs.yml says about it."""
    html = str(theme.folder / "html")
    if html not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, html)
    extensions: list[Any] = [*EXTENSIONS, SwiftExtension()]
    config.markdown_extensions = extensions
    config.mdx_configs = {**config.mdx_configs, **SETTINGS}
    config.theme["font"] = False
    config.theme["palette"] = None
    config.theme["features"] = []
    config.theme["direction"] = None
    config.theme.static_templates.discard("sitemap.xml")
    # links between communities are final addresses, which MkDocs takes for slips, and no page is in
    # its menu; we check the ones and know the others
    config.validation.nav.omitted_files = logging.DEBUG
    config.validation.links.unrecognized_links = logging.DEBUG
    config.nav = []


class _Picture(File):
    """A picture that MkDocs only has to know of, because pages show it."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' own signature
        """Does nothing: whoever puts the site together copies it."""


@dataclass(slots=True)
class _Place:
    """Where a page belongs."""

    page: Page
    part: CellPages | None
    mk: SwiftPage | None = None


@dataclass(slots=True)
class MkDocsSite:
    """One site on its way through MkDocs."""

    site: SitePages
    theme: Theme
    root: Path
    live: bool = False
    """Whether this is a preview that reloads itself."""
    forge: bool = False
    """Whether pages lead to their lines."""
    kept: dict[str, bytes] | None = None
    """Path below the site -> page, for a build that writes nothing to the disk; else None."""
    places: dict[str, _Place] = field(default_factory=dict)
    navs: dict[str, Navigation] = field(default_factory=dict)
    kept_entries: Menus = field(default_factory=Menus)
    config: MkDocsConfig | None = None
    """What MkDocs works with, once it has asked for our files."""
    texts: dict[str, Origins] = field(default_factory=dict)
    """Slug -> the texts that the pages of a community show, once somebody has asked for them."""
    needs: dict[str, Needs] = field(default_factory=dict)
    """Path of each finished page below the site -> what readers without a network need of it, by option."""

    @property
    def is_offline(self) -> bool:
        """Whether browsers are to keep pages."""
        return self.config is not None and is_offline(self.config, live=self.live)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """MkDocs' files with ours in place of what lies in `content/`."""
        self.config = config
        ours = Files(needed((file for file in files if file.src_dir != config.docs_dir), config))
        for page in self.site.hub:
            self._add(ours, config, page, None)
        for part in self.site.cells:
            for page in part.pages:
                self._add(ours, config, page, part)
        self._add_pictures(ours, config, self.site.pictures)
        for path, content in self.site.files.items():
            ours.append(File.generated(config, path, content=content))
        for part in self.site.cells:
            self._add_pictures(ours, config, part.pictures)
            if part.accent and self.kept is None:
                style = f"{part.cell.slug}/accent.css"
                ours.append(File.generated(config, style, content=part.accent))
        return ours

    def _add_pictures(self, files: Files, config: MkDocsConfig, pictures: Mapping[str, str]) -> None:
        for target, source in pictures.items():
            if self.kept is None:
                files.append(File.generated(config, target, abs_src_path=str(self.root / source)))
            else:
                files.append(_Picture.generated(config, target, content=b""))

    def _add(self, files: Files, config: MkDocsConfig, page: Page, part: CellPages | None) -> None:
        file = File.generated(config, page.path, content=page.markdown)
        files.append(file)
        self.places[page.path] = _Place(page, part)

    def menus(self, files: Files, config: MkDocsConfig) -> None:
        """Makes MkDocs' pages, a menu for the hub and one for each cell."""
        parser = make_parser(config)
        for path, place in self.places.items():
            file = files.get_file_from_path(path)
            if file:
                kind = WholePage if place.page.kind == "handbook" else SwiftPage
                place.mk = kind(file, config, parser)
                self.meta(place.mk)
        for part in self.site.cells:
            self._gather(part)
        hub = [self._hub_page(entry, config) for entry in self.site.menu]
        home = next((page for page in hub if page.file.src_uri == "index.md"), None)
        self.navs[""] = _navigation(hub, hub, home)
        for part in self.site.cells:
            mine = self._pages(part.pages)
            section = Section(part.cell.community.name, list(mine))
            _chain([p for p in mine if p.file.src_uri in self._listed(part)])
            self.navs[part.cell.slug] = _navigation([*hub, section], mine, home)

    def _hub_page(self, entry: MenuEntry, config: MkDocsConfig) -> MkPage:
        """The hub's page that an entry names; one that stands for it where it is not being built."""
        place = self.places.get(entry.path)
        if place and place.mk:
            return place.mk
        page = MkPage(None, File.generated(config, entry.path, content=""), config)
        page.meta = {"title": entry.title}
        page.title = entry.label
        return page

    def _gather(self, part: CellPages) -> None:
        """Tells the handbook of a cell which pages it repeats."""
        pages = [(page, self.places[page.path].mk) for page in parts_of(part.pages)]
        for page in part.pages:
            whole = self.places[page.path].mk
            if isinstance(whole, WholePage):
                whole.source = page
                whole.parts = tuple((each, mk) for each, mk in pages if mk)

    @staticmethod
    def _listed(part: CellPages) -> set[str]:
        return {page.path for page in part.pages if page.listed}

    def _pages(self, pages: tuple[Page, ...]) -> list[MkPage]:
        listed = (self.places[page.path].mk for page in pages if page.listed)
        return [page for page in listed if page]

    def meta(self, mk: MkPage) -> None:
        """Gives a page its facts once MkDocs has read its text."""
        place = self.places.get(mk.file.src_uri)
        if place:
            mk.meta = {"title": place.page.title, "description": place.page.description}
            mk.title = place.page.menu or place.page.title

    def context(self, context: dict[str, Any], mk: MkPage) -> None:
        """What the HTML templates see for a page."""
        place = self.places[mk.file.src_uri]
        part = place.part
        context["nav"] = self.navs[part.cell.slug if part else ""]
        context["hearth"] = hearth = self._hearth(place.page, part)
        hearth["tongues"] = tongues(part.cell, mk.url) if part else ()
        hearth["search"] = facts(place.page, part)
        hearth["tongue"] = part.cell.language if part else ""
        cell = part.cell if part else None
        hearth["ages"] = ages(place.page, cell, self.theme.words(place.page.language))
        language = part.cell.language if part else place.page.language  # the first with its region
        hearth["scripts"] = scripts_of(mk.content or "", self.theme.words(language), place.page.kind)
        if self.config and place.mk:
            hearth["shared"] = shared(place.page, part, place.mk, self.config)
            hearth["suggest"] = self._suggestion(place, mk.url)
        if part and (entries := self.kept_entries.entries(part.cell.slug, mk)):
            hearth["entries"] = entries

    def _suggestion(self, place: _Place, url: str) -> Suggestion | None:
        """How readers of a page suggest other words."""
        if self.config is None:
            return None
        community = place.part.cell.community if place.part else None
        address = f"{self.config.site_url or '/'}{url}"
        words = self.theme.words(place.page.language)
        return suggestion_for(place.page, address, community, forge_of(self.config), words)

    def general(self, context: dict[str, Any], language: str) -> None:
        """What templates without a page see, such as 404.html."""
        context["nav"] = self.navs[""]
        words = self.theme.words(language)
        context["hearth"] = {
            "kind": "hub",
            "language": words.spoken,
            "words": _interface(words),
            "scripts": [script(LOST, words)],
            "noindex": True,
            "live": self.live,
        }

    def _hearth(self, page: Page, part: CellPages | None) -> dict[str, object]:
        words = self.theme.words(page.language)
        cell = part.cell if part else None
        home = self.places.get(f"{cell.slug}/index.md") if cell else None
        return {
            "kind": "cell" if cell else "hub",
            "slug": cell.slug if cell else "",
            "community": cell.community.name if cell else None,
            "home": home.mk if home else None,
            "language": page.language,
            "direction": page.direction,
            "feed": feed_of(part, self.config.site_url) if part and self.config else "",
            "news": news_feed_of(cell, self.config.site_url) if cell and self.config else "",
            "accent": f"{cell.slug}/accent.css" if part and part.accent and cell else None,
            "noindex": not _may_be_found(page, part),
            "said": page.said if self.forge else None,
            "words": _interface(words),
            "page": page.kind,
            "live": self.live,
            "worker": f"{cell.slug}/{WORKER}" if cell and self.is_offline else None,
        }

    def content(self, html: str, mk: MkPage) -> str:
        """The page's HTML ready for paper, and with links to its sections' lines where there is a forge."""
        place = self.places.get(mk.file.src_uri)
        html = with_plain_addresses(html)
        base = self.config.site_url if self.config else ""
        if base and place and place.page.kind == "card":
            html = with_own_address(html, f"{base}{place.page.path.partition('/')[0]}/")
        if place and place.part and place.page.kind in ABOUT_DATES:
            cell, words = place.part.cell, self.theme.words(place.part.cell.language)
            html = CellCalendars(cell, words, base).linked(html, place.page, mk.url)
        if place and place.page.kind == "hub-agenda":
            html = with_tag_links(html, mk.url, self.theme.words(place.page.language), base or "")
        if not (self.forge and place):
            return html
        label = self.theme.words(place.page.language).raw("ui.edit_section")
        return with_pencils(html, place.page.provenance, self._texts(place), label)

    def _texts(self, place: _Place) -> Origins | None:
        """The texts that a page may show; None for the whole handbook, which repeats what has its pencils."""
        page, cell = place.page, place.part.cell if place.part else None
        if page.kind == "handbook":
            return None
        if page.prose and page.source:
            return origins([(Origin(page.source.file), page.prose)])
        if cell is None:
            return None
        if cell.slug not in self.texts:
            facts = cell.community.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            self.texts[cell.slug] = origins(texts_of(facts))
        return self.texts[cell.slug]

    def finished(self, output: str, path: str) -> str:
        """A page as MkDocs writes it; empty, so that it writes none, where pages are kept."""
        self.see(output, path)
        if self.kept is None:
            return output
        self.kept[path] = output.encode("utf-8", errors="xmlcharrefreplace")
        return ""

    def see(self, output: str, path: str) -> None:
        """Notes what readers without a network need of a finished page, where it is to be kept."""
        if self.is_offline:
            self.needs[path] = needs(path, output)

    def targets(self) -> dict[str, str]:
        """Path of each page below the site -> its path below the docs folder."""
        return {place.mk.file.dest_uri: path for path, place in self.places.items() if place.mk}

    def urls(self) -> dict[str, str]:
        """Path of each page and picture below the docs folder -> its address below the site."""
        pictures = [self.site.pictures, *(part.pictures for part in self.site.cells)]
        own = {path: place.mk.url for path, place in self.places.items() if place.mk}
        return {**{path: path for some in pictures for path in some}, **own}

    def anchors(self, path: str) -> frozenset[str]:
        """The ids on a page, once MkDocs has read it."""
        mk = self.places[path].mk
        return anchors_of(mk.content or "") if mk else frozenset()

    def found(self, paths: Collection[str]) -> tuple[str, ...]:
        """The addresses of these pages that search engines may list, below the site."""
        places = (self.places[path] for path in self.places if path in paths)
        return tuple(p.mk.url for p in places if p.mk and _may_be_found(p.page, p.part))


def sitemap(site_url: str, urls: Iterable[str]) -> str:
    """The sitemap: every page that search engines may list, without dates of the build."""
    entries = [f"  <url><loc>{_escape(site_url + url)}</loc></url>" for url in urls]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, opening, *entries, "</urlset>", ""])


@cache
def _interface(words: Words) -> dict[str, str]:
    """The few words that HTML templates use."""
    return {key: words.raw(f"ui.{key}") for key in INTERFACE}


def _may_be_found(page: Page, part: CellPages | None) -> bool:
    """Whether search engines may list a page: not one with nothing on it yet, or kept out of lists."""
    if part is None:
        # every archive has the same pages on the rules
        return page.kind not in {"rule", "hub-search"}
    return not part.unlisted and (page.listed or page.kind in {"article", "card"})


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _navigation(items: list[Any], pages: list[MkPage], home: MkPage | None) -> Navigation:
    navigation = Navigation(items, pages)
    navigation.homepage = home
    return navigation


def _chain(pages: list[MkPage]) -> None:
    for before, after in zip([None, *pages], [*pages, None], strict=False):
        if before:
            before.next_page = after
        if after:
            after.previous_page = before
