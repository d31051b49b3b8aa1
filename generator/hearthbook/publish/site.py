"""All pages of a site as plain Markdown, before any site tool sees them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hearthbook.bring.blueprints import beginnings
from hearthbook.ingest.reveal import publishable
from hearthbook.lint.reference import reference
from hearthbook.publish.cells import branches, cells, kin_of, listed, published
from hearthbook.publish.pictures import hub_files
from hearthbook.publish.sheets import Sheet, printed, sheets
from hearthbook.render.agenda import gathering, meeting
from hearthbook.render.cards import card
from hearthbook.render.cell import render_cell
from hearthbook.render.colour import accent_css
from hearthbook.render.hub import STARTS, HubRenderer, guide, ways
from hearthbook.render.hub_lists import ListRenderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from hearthbook.bring.form.data import FormFacts
    from hearthbook.model.archive import Archive, HubText
    from hearthbook.model.pages import Branch, Card, Cell, Gathering, MenuEntry, Page
    from hearthbook.publish.forges import Forge
    from hearthbook.publish.sheets import Printed
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
    menu: tuple[MenuEntry, ...] = ()
    """The hub's pages that every menu names, also where the hub itself is not made."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The hub's own: path below the docs folder -> path from the project folder."""
    files: Mapping[str, str] = field(default_factory=dict)
    """What the hub has besides pages: path below the site -> content."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, the hub's first."""
        return (*self.hub, *(page for cell in self.cells for page in cell.pages))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """Everything that the hub's pages depend on."""

    language: str
    """BCP 47."""
    site_name: str
    """The archive's name."""
    cards: tuple[Card, ...]
    """The communities that lists may name, by slug."""
    texts: tuple[HubText, ...]
    """The pages that people wrote, by path."""
    branches: tuple[Branch, ...] = ()
    """The communities that have family, by slug."""
    agenda: tuple[Gathering, ...] = ()
    """The communities that lists may name and that meet, by slug."""
    forge: Forge | None = None
    """Where the archive is kept."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """File of a text -> the day of its last change, where git knows it."""
    form: FormFacts | None = None
    """What the form for a new community works from; None where there are no such files."""

    def menu(self, theme: Theme) -> tuple[MenuEntry, ...]:
        """What the menus of all pages say of the hub."""
        renderer = HubRenderer(theme, self.language, self.site_name)
        count, dates = len(self.cards), bool(self.agenda)
        return renderer.menu(self.texts, count, family=bool(self.branches), dates=dates)

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that it has besides its home."""
        return ways(len(self.cards), family=bool(self.branches), dates=bool(self.agenda))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of its lists, by slug."""
        return sheets(self.cards, self.branches, self.agenda, self.form)


def hub_pages(hub: Hub, theme: Theme) -> tuple[Page, ...]:
    """The hub's home, its search and its texts; raises HearthbookError where a template is wrong."""
    renderer = HubRenderer(theme, hub.language, hub.site_name)
    texts = {text.path: text for text in hub.texts}
    text = texts.pop("index.md", None)
    home = renderer.home(text, hub.cards, lists=hub.lists)
    start = _start(renderer, hub, next((texts.pop(path) for path in STARTS if path in texts), None))
    written = (_dated(page, hub.changed) for page in renderer.texts(tuple(texts.values())))
    return (home, renderer.search(hub.cards), start, _change(renderer, hub.forge), *written)


def _start(renderer: HubRenderer, hub: Hub, text: HubText | None) -> Page:
    """The page on which one starts a community."""
    forge = hub.forge
    marks = {"forge": forge.name, "new": forge.new, "edit": forge.edit} if forge else {}
    page = renderer.start(text, beginnings(hub.language), guide=guide(hub.texts), forge=marks)
    return _dated(page, hub.changed)


def _change(renderer: HubRenderer, forge: Forge | None) -> Page:
    """The page on how one changes the handbooks."""
    if not forge:
        return renderer.change()
    return renderer.change(forge.name, forge.repository, edits=bool(forge.edit))


def _dated(page: Page, changed: Mapping[str, date]) -> Page:
    """A text of the hub with the day of its last change."""
    return replace(page, changed=changed.get(page.source.file) if page.source else None)


def list_pages(hub: Hub, theme: Theme, some: Iterable[Sheet]) -> dict[str, Printed]:
    """Sheets of the hub's lists by slug; raises HearthbookError where a template is wrong."""
    renderer = ListRenderer(theme, hub.language, hub.site_name)
    return {sheet.slug: printed(sheet, renderer) for sheet in some}


def rules_pages(hub: Hub, theme: Theme) -> tuple[Page, ...]:
    """The reference of the rules, in the hub's frame."""
    return HubRenderer(theme, hub.language, hub.site_name).reference(reference())


def cell_pages(cell: Cell, theme: Theme, files: tuple[str, ...] = ()) -> CellPages:
    """One community's part of the site; raises HearthbookError where a template is wrong.

    `files` are the pictures in its content folder, as paths from the project folder.
    """
    return CellPages(
        cell=cell,
        pages=render_cell(cell, theme),
        accent=accent_css(cell.community.color) if cell.community.color else None,
        pictures=cell_pictures(cell.slug, files),
        unlisted=cell.community.visibility == "unlisted",
    )


def cell_pictures(slug: str, files: tuple[str, ...]) -> dict[str, str]:
    """Where a community's pictures go: path below the site -> path from the project folder."""
    prefix = f"content/{slug}/"
    return {f"{slug}/articles/{file.removeprefix(prefix)}": file for file in files}


def hub_of(archive: Archive, language: str, site_name: str) -> Hub:
    """What the hub of an archive is made from."""
    cards = tuple(card(r.slug, publishable(r.community)) for r in listed(archive))
    family = branches(kin_of(r.slug, r.community) for r in published(archive))
    met = (gathering(r.slug, publishable(r.community)) for r in listed(archive))
    return Hub(
        language=language,
        site_name=site_name,
        cards=cards,
        texts=archive.texts,
        branches=family,
        agenda=meeting(met),
    )


def render_site(  # noqa: PLR0913 - each says one thing about the site
    archive: Archive,
    theme: Theme,
    *,
    language: str,
    site_name: str,
    grown: Callable[[Cell], Cell] = lambda cell: cell,
    changed: Mapping[str, date] | None = None,
    forge: Forge | None = None,
    form: FormFacts | None = None,
) -> SitePages:
    """The whole site as plain Markdown; `grown` adds to a cell what is known of its past.

    `changed` says of a text's file on which day it was last changed; `form` is what the form for a
    new community works from.

    Raises HearthbookError where a template or a word of the theme is wrong.
    """
    hub = replace(hub_of(archive, language, site_name), changed=changed or {}, forge=forge, form=form)
    facts = {r.slug: r for r in published(archive)}
    lists = list_pages(hub, theme, hub.sheets).values()
    listed_pages = (page for one in lists for page in one.pages)
    return SitePages(
        hub=(*hub_pages(hub, theme), *listed_pages, *rules_pages(hub, theme)),
        cells=tuple(cell_pages(grown(cell), theme, facts[cell.slug].files) for cell in cells(archive)),
        menu=hub.menu(theme),
        pictures=hub_files(archive.root),
        files={path: content for one in lists for path, content in one.files},
    )
