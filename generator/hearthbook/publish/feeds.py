"""A community's articles as a feed, `/<slug>/feed.xml`.

There is one only where the site's address is known, because ids and links of a feed are
absolute, and only where an article says its day, because each entry of a feed says when it
was last changed, and the day of a build is not that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from hearthbook.export.atom import Entry, Feed, atom
from hearthbook.export.tags import attributes, changed, replaced
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.model.pages import Article, Page
    from hearthbook.publish.mkdocs_site import MkDocsSite
    from hearthbook.publish.site import CellPages

FEED: Final = "feed.xml"
_MOST: Final = 30
"""Entries, the newest; whoever follows a feed has read the others, and each holds a whole article."""
_TITLE: Final = re.compile(r"<h1\b[^>]*>.*?</h1>\s*", re.DOTALL)


def feed_of(part: CellPages, site_url: str | None) -> str:
    """The feed's path below the site; empty where the community has none."""
    dated = any(_day(article) for article in part.cell.articles)
    return f"{part.cell.slug}/{FEED}" if site_url and dated else ""


def feed(site: MkDocsSite, part: CellPages, site_url: str) -> bytes:
    """The feed of a community that has one, once MkDocs has read its pages."""
    cell = part.cell
    pages = {page.path: page for page in part.pages}
    home = pages[f"{cell.slug}/articles/index.md"]
    dated = [(article, day) for article in cell.articles if (day := _day(article))]
    newest = sorted(dated, key=lambda one: one[1], reverse=True)[:_MOST]
    there = ((article, day, pages[f"{cell.slug}/articles/{article.name}.md"]) for article, day in newest)
    whole = Feed(
        address=site_url + feed_of(part, site_url),
        home=site_url + _url(site, home),
        title=f"{home.title} \N{MIDDLE DOT} {cell.community.name}",
        subtitle=home.description,
        author=cell.community.name,
        language=cell.language,
        entries=tuple(_entry(site, article, day, page, site_url) for article, day, page in there),
    )
    return atom(whole)


def _entry(site: MkDocsSite, article: Article, day: date, page: Page, site_url: str) -> Entry:
    address = site_url + _url(site, page)
    mk = site.places[page.path].mk
    html = absolute(_TITLE.sub("", mk.body, count=1) if mk else "", address)
    return Entry(
        address=address,
        title=article.title,
        updated=day,
        published=article.date,
        author=article.author if article.author and article.author != UNNAMED else "",
        summary=article.summary or "",
        html=f'<div lang="{page.language}" dir="{page.direction}">\n{html}\n</div>',
        tags=article.tags,
    )


def _day(article: Article) -> date | None:
    """When it was last changed or looked at."""
    days = [day for day in (article.date, article.reviewed) if day]
    return max(days, default=None)


def _url(site: MkDocsSite, page: Page) -> str:
    mk = site.places[page.path].mk
    if mk is None:
        raise RuntimeError("MkDocs has not asked for the pages yet")
    return str(mk.url)


def absolute(html: str, address: str) -> str:
    """The HTML of a page at this address, with whole addresses and without what only its scripts read."""

    def change(_tag: str, written: str) -> str:
        found = attributes(written)
        values: dict[str, str | None] = {name: None for name in found if name.startswith("data-")}
        values |= {name: _joined(address, found[name]) for name in ("href", "src") if name in found}
        return replaced(written, values) if values else written

    return changed(html, change)


def _joined(address: str, url: str) -> str:
    try:
        return urljoin(address, url)
    except ValueError:  # for `https://[` and the like, which lead nowhere anyway
        return url
