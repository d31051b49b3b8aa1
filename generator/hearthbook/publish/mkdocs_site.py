"""The bridge to MkDocs: our pages as its files, and a menu for each cell.

Everything that knows MkDocs' types is here; `mkdocs_plugin` only passes events
on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkPage

from hearthbook.publish.dialect import EXTENSIONS, SETTINGS
from hearthbook.publish.edit_links import edit_address, with_edit_links

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.pages import Page
    from hearthbook.publish.site import CellPages, SitePages
    from hearthbook.render.theme import Theme

_UNUSED: Final = re.compile(
    r"^(?:sitemap\.xml|assets/(?:javascripts/.*|stylesheets/palette.*|.*\.map|images/favicon\.png))$"
)
"""Material's files that no page of ours asks for."""

INTERFACE: Final = (
    "skip_to_content",
    "menu",
    "on_this_page",
    "previous",
    "next",
    "theme_light",
    "theme_dark",
    "theme_auto",
    "toggle_theme",
    "home",
    "edit_page",
    "copied",
    "copy",
    "community",
    "archive",
    "made_with",
    "not_found",
    "not_found_help",
)


def prepare(config: MkDocsConfig, theme: Theme) -> None:
    """Sets what a Hearthbook site needs, whatever mkdocs.yml says about it."""
    html = str(theme.folder / "html")
    if html not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, html)
    config.markdown_extensions = list(EXTENSIONS)
    config.mdx_configs = {**config.mdx_configs, **SETTINGS}
    config.theme["font"] = False
    config.theme["palette"] = None
    config.theme["features"] = []
    config.theme["direction"] = None
    config.theme.static_templates.discard("sitemap.xml")
    config.nav = []


@dataclass(slots=True)
class _Place:
    """Where a page belongs."""

    page: Page
    part: CellPages | None
    mk: MkPage | None = None


@dataclass(slots=True)
class MkDocsSite:
    """One site on its way through MkDocs."""

    site: SitePages
    theme: Theme
    root: Path
    live: bool = False
    """Whether this is a preview that reloads itself."""
    edit_root: str = ""
    """What a file's path is appended to for editing it; empty without a forge."""
    places: dict[str, _Place] = field(default_factory=dict)
    navs: dict[str, Navigation] = field(default_factory=dict)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """MkDocs' files with ours in place of what lies in `content/`."""
        kept = [
            file for file in files if not (file.src_dir == config.docs_dir or _UNUSED.match(file.src_uri))
        ]
        ours = Files(kept)
        for page in self.site.hub:
            self._add(ours, config, page, None)
        self._add_pictures(ours, config, self.site.pictures)
        for part in self.site.cells:
            for page in part.pages:
                self._add(ours, config, page, part)
            self._add_pictures(ours, config, part.pictures)
            if part.accent:
                style = f"{part.cell.slug}/accent.css"
                ours.append(File.generated(config, style, content=part.accent))
        return ours

    def _add_pictures(self, files: Files, config: MkDocsConfig, pictures: Mapping[str, str]) -> None:
        for target, source in pictures.items():
            files.append(File.generated(config, target, abs_src_path=str(self.root / source)))

    def _add(self, files: Files, config: MkDocsConfig, page: Page, part: CellPages | None) -> None:
        file = File.generated(config, page.path, content=page.markdown)
        files.append(file)
        self.places[page.path] = _Place(page, part)

    def menus(self, files: Files, config: MkDocsConfig) -> None:
        """Makes MkDocs' pages, a menu for the hub and one for each cell."""
        for path, place in self.places.items():
            file = files.get_file_from_path(path)
            if file:
                place.mk = MkPage(None, file, config)
                self.meta(place.mk)
        hub = self._pages(self.site.hub)
        home = next((page for page in hub if page.file.src_uri == "index.md"), None)
        self.navs[""] = _navigation(hub, hub, home)
        for part in self.site.cells:
            mine = self._pages(part.pages)
            section = Section(part.cell.community.name, list(mine))
            _chain([p for p in mine if p.file.src_uri in self._listed(part)])
            self.navs[part.cell.slug] = _navigation([*hub, section], mine, home)

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
        context["hearth"] = self._hearth(place.page, part)

    def general(self, context: dict[str, Any], language: str) -> None:
        """What templates without a page see, such as 404.html."""
        context["nav"] = self.navs[""]
        words = self.theme.words(language)
        context["hearth"] = {
            "kind": "hub",
            "language": words.language,
            "words": {key: words.raw(f"ui.{key}") for key in INTERFACE},
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
            "accent": f"{cell.slug}/accent.css" if part and part.accent and cell else None,
            "noindex": not _may_be_found(page, part),
            "edit_url": self._edit_url(page),
            "words": {key: words.raw(f"ui.{key}") for key in INTERFACE},
            "page": page.kind,
            "live": self.live,
        }

    def _edit_url(self, page: Page) -> str | None:
        if not (self.edit_root and page.source):
            return None
        return edit_address(self.edit_root, page.source)

    def content(self, html: str, mk: MkPage) -> str:
        """The page's HTML with links to the lines its sections come from, where there is a forge."""
        place = self.places.get(mk.file.src_uri)
        if not (self.edit_root and place):
            return html
        label = self.theme.words(place.page.language).raw("ui.edit_section")
        return with_edit_links(html, place.page.provenance, self.edit_root, label)

    def sitemap(self, site_url: str) -> str:
        """The sitemap: every page that search engines may list, without dates of the build."""
        entries = [
            f"  <url><loc>{_escape(site_url + place.mk.url)}</loc></url>"
            for place in self.places.values()
            if place.mk and _may_be_found(place.page, place.part)
        ]
        head = '<?xml version="1.0" encoding="UTF-8"?>'
        opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return "\n".join([head, opening, *entries, "</urlset>", ""])


def _may_be_found(page: Page, part: CellPages | None) -> bool:
    """Whether search engines may list a page: not one with nothing on it yet, or kept out of lists."""
    if part is None:
        return True
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
