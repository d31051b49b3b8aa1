"""The files beside a community's pages, and beside the hub's.

Twins in Markdown, a picture, an overview, a feed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.publish import search_facts
from hearthbook.publish.calendars import CellCalendars
from hearthbook.publish.feeds import feed, feed_of
from hearthbook.publish.llms import LLMS, archive_overview, cell_overview
from hearthbook.publish.news_feed import news_feed, news_feed_of
from hearthbook.publish.offline import WORKER, worker
from hearthbook.publish.sharing import CARD
from hearthbook.publish.twins import twin, twin_of
from hearthbook.render.summary import aim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.pages import Page
    from hearthbook.publish.mkdocs_site import MkDocsSite
    from hearthbook.publish.site import CellPages, Hub

_ROBOTS: Final = "User-agent: *\nAllow: /\n"
_OWN: Final = frozenset({"hub-home", "hub-text"})
"""The hub's pages that people wrote."""
_MOST: Final = 60
"""Lights around the hub's hearth at most, one for each community."""


def companions(site: MkDocsSite, hub: Hub) -> dict[str, bytes]:
    """All of them, for a whole site: path below the site -> content."""
    own = tuple(page for page in site.site.hub if page.kind in _OWN)
    cells = (beside_cell(site, part) for part in site.site.cells)
    found = beside_hub(site, hub, own) | twins(site, site.site.pages)
    return {path: data for some in (found, *cells) for path, data in some.items()}


def twins(site: MkDocsSite, pages: Iterable[Page]) -> dict[str, bytes]:
    """The pages in Markdown: path below the site -> content."""
    urls, site_url = site.urls(), _config(site).site_url or ""
    there = ((page, site.places[page.path].mk) for page in pages)
    return {
        twin_of(mk.file.dest_uri): twin(page, mk.url, urls, site_url) for page, mk in there if mk is not None
    }


def beside_cell(site: MkDocsSite, part: CellPages) -> dict[str, bytes]:
    """What lies beside the pages of a community but for their twins: path below the site -> content."""
    config = _config(site)
    slug, community = part.cell.slug, part.cell.community
    words = site.theme.words(part.cell.language)
    boundary = community.promise.boundary
    home = part.pages[0]
    picture = _picture(
        site,
        name=community.name,
        promise=aim(community.promise, words),
        slug=slug,
        site_name=config.site_name,
        color=community.color,
        members=community.size.members if community.size else None,
        cap=boundary.cap if boundary else None,
        rtl=home.direction == "rtl",
    )
    overview = cell_overview(site, part, config, words)
    own = {
        f"{slug}/{CARD}": picture,
        f"{slug}/{LLMS}": overview.encode("utf-8"),
        f"{slug}/{search_facts.CELL}": search_facts.cell_facts(part, words, config),
    }
    own |= CellCalendars(part.cell, words, config.site_url).files()
    if (path := feed_of(part, config.site_url)) and config.site_url:
        own[path] = feed(site, part, config.site_url)
    if (path := news_feed_of(part.cell, config.site_url)) and config.site_url:
        own[path] = news_feed(part, config.site_url, words)
    if site.is_offline:
        pages = {path: seen for path, seen in site.needs.items() if path.startswith(f"{slug}/")}
        own[f"{slug}/{WORKER}"] = worker(slug, pages, site.theme)
    return own | ({f"{slug}/accent.css": part.accent.encode("utf-8")} if part.accent else {})


def beside_hub(site: MkDocsSite, hub: Hub, pages: tuple[Page, ...]) -> dict[str, bytes]:
    """What lies beside the hub's home and texts but for their twins, and for what people brought along."""
    config = _config(site)
    home = pages[0]
    words = site.theme.words(hub.language)
    lights = min(len(hub.cards), _MOST)
    picture = _picture(
        site,
        name=hub.site_name,
        promise=home.description or config.site_description or "",
        members=lights,
        cap=lights,
        rtl=home.direction == "rtl",
    )
    overview = archive_overview(site, hub, tuple(page for page in pages if page.kind in _OWN), config)
    where = f"\nSitemap: {config.site_url}sitemap.xml\n" if config.site_url else ""
    own = {
        CARD: picture,
        LLMS: overview.encode("utf-8"),
        search_facts.HUB: search_facts.hub_facts(hub.site_name, hub.language, words, config),
        "robots.txt": (_ROBOTS + where).encode("utf-8"),
        # GitHub would make pages of the Markdown
        ".nojekyll": b"",
    }
    return {path: data for path, data in own.items() if path not in site.site.pictures}


def _config(site: MkDocsSite) -> MkDocsConfig:
    if site.config is None:
        raise RuntimeError("MkDocs has not asked for the pages yet")
    return site.config


def _picture(site: MkDocsSite, **said: object) -> bytes:
    # takes long to import, and most builds draw nothing
    from hearthbook.publish.social_card import CardText, card_png  # noqa: PLC0415

    return card_png(CardText(**said), site.theme.folder / "fonts")  # type: ignore[arg-type]
