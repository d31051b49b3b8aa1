"""All pages of a site as plain Markdown, before any site tool sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hearthbook.ingest.reveal import publishable
from hearthbook.publish.cells import cells, listed, published
from hearthbook.publish.pictures import hub_pictures
from hearthbook.render.cell import render_cell
from hearthbook.render.colour import accent_css
from hearthbook.render.hub import HubRenderer, card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.model.archive import Archive
    from hearthbook.model.pages import Cell, Page
    from hearthbook.render.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPages:
    """One community's part of the site."""

    cell: Cell
    """What it was made from."""
    pages: tuple[Page, ...]
    """Its pages, in the order of its menu."""
    accent: str | None = None
    """Its accent style sheet, or None for the theme's own colour."""
    pictures: Mapping[str, str]
    """Path below the docs folder -> path from the project folder."""
    unlisted: bool = False
    """Whether it is kept out of lists, the sitemap and search engines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePages:
    """Everything that a site tool needs to publish."""

    hub: tuple[Page, ...]
    """The hub's pages, in the order of its menu."""
    cells: tuple[CellPages, ...]
    """The communities, by slug."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The hub's own: path below the docs folder -> path from the project folder."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, the hub's first."""
        return (*self.hub, *(page for cell in self.cells for page in cell.pages))


def _pictures(slug: str, files: tuple[str, ...]) -> dict[str, str]:
    prefix = f"content/{slug}/"
    return {f"{slug}/articles/{file.removeprefix(prefix)}": file for file in files}


def render_site(
    archive: Archive, theme: Theme, *, language: str, site_name: str, edit_root: str = ""
) -> SitePages:
    """The whole site as plain Markdown.

    `edit_root` is what a file's path is appended to for editing it on a forge.

    Raises HearthbookError where a template or a word of the theme is wrong.
    """
    hub = HubRenderer(theme, language, site_name)
    cards = tuple(card(r.slug, publishable(r.community)) for r in listed(archive))
    texts = {text.path: text for text in archive.texts}
    home = hub.home(texts.pop("index.md", None), cards)
    prose = hub.texts(tuple(texts.values()))
    facts = {r.slug: r for r in published(archive)}
    parts = tuple(
        CellPages(
            cell=cell,
            pages=render_cell(cell, theme),
            accent=accent_css(cell.community.color) if cell.community.color else None,
            pictures=_pictures(cell.slug, facts[cell.slug].files),
            unlisted=cell.community.visibility == "unlisted",
        )
        for cell in cells(archive, edit_root)
    )
    pages = (home, *prose, *hub.directory(cards))
    return SitePages(hub=pages, cells=parts, pictures=hub_pictures(archive.root))
