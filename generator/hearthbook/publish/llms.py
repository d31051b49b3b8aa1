"""Overviews for language models and others who read text: what is where, as https://llmstxt.org has it.

A title, a summary in a quote, a few sentences, and lists of links, each with a line on what
is behind it. The links lead to Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs.utils import get_relative_url

from hearthbook.publish.twins import twin_of
from hearthbook.render.cards import PAGE_SIZE, by_name
from hearthbook.render.cell import KINDS
from hearthbook.render.directory_data import ADDRESS
from hearthbook.render.environment import sentence
from hearthbook.render.plain import plain
from hearthbook.render.summary import aim, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.pages import Card, MenuEntry, Page
    from hearthbook.publish.mkdocs_site import MkDocsSite
    from hearthbook.publish.site import CellPages, Hub
    from hearthbook.render.words import Words

LLMS: Final = "llms.txt"


def cell_overview(site: MkDocsSite, part: CellPages, config: MkDocsConfig, words: Words) -> str:
    """The overview of a community."""
    community, slug = part.cell.community, part.cell.slug
    articles = [page for page in part.pages if page.kind == "article"]
    rest = [page for page in part.pages if page.listed and page.kind not in {"handbook", "home"}]
    whole = [page for page in part.pages if page.kind in {"handbook", "card"}]
    lead = _leading(f"{slug}/", config)
    home = _row(words.raw("pages.home.title"), lead(f"{slug}/index.md"), part.pages[0].description)
    return _written(
        community.name,
        aim(community.promise, words),
        [filled(words.raw("llms.cell"), archive=plain(config.site_name)), words.raw("llms.twins")],
        [
            (words.raw("llms.pages"), [home, *_pages(site, rest, lead)]),
            (words.raw("pages.articles.title"), _pages(site, articles, lead)),
            # a heading that the convention knows: what may be left out
            ("Optional", _pages(site, whole, lead)),
        ],
    )


def archive_overview(site: MkDocsSite, hub: Hub, pages: Sequence[Page], config: MkDocsConfig) -> str:
    """The overview of the archive; it names the communities as long as they fit on one page."""
    words = site.theme.words(hub.language)
    lead = _leading("", config)
    said = {page.path: page.description for page in pages}
    own = [_row(one.title, lead(_menu_twin(site, one)), said.get(one.path, "")) for one in site.site.menu]
    texts = [page for page in pages if not page.listed and page.kind == "hub-text"]
    if len(hub.cards) <= PAGE_SIZE:
        groups = [_community(card, lead) for card in by_name(hub.cards)]
    else:
        groups = [_row(words.raw("hub.directory"), lead(ADDRESS), "JSON")]
    below = (*KINDS[KINDS.index("home") + 1 :], "handbook")
    return _written(
        config.site_name,
        pages[0].description or config.site_description or "",
        [
            words.raw("llms.archive"),
            filled(words.raw("llms.cells"), root=config.site_url or "", pages=", ".join(below)),
            words.raw("llms.twins"),
        ],
        [
            (words.raw("llms.pages"), own),
            (words.raw("hub.communities"), groups),
            ("Optional", _pages(site, texts, lead)),
        ],
    )


def _leading(start: str, config: MkDocsConfig) -> Callable[[str], str]:
    """The way from a file at `start` to an address below the site, whole where the site's own is known."""
    base = config.site_url or ""
    return lambda path: base + path if base else get_relative_url(path, start or ".")


def _written(
    title: str, summary: str, sentences: Iterable[str], sections: Iterable[tuple[str, list[str]]]
) -> str:
    blocks = [f"# {plain(title)}", f"> {plain(summary)}" if summary else "", *sentences]
    for heading, rows in sections:
        if rows:
            blocks += [f"## {heading}", "\n".join(rows)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _pages(site: MkDocsSite, pages: Iterable[Page], lead: Callable[[str], str]) -> list[str]:
    there = ((page, site.places[page.path].mk) for page in pages)
    return [_row(page.title, lead(twin_of(mk.file.dest_uri)), page.description) for page, mk in there if mk]


def _menu_twin(site: MkDocsSite, entry: MenuEntry) -> str:
    place = site.places.get(entry.path)
    # the archive's lists may be made elsewhere; a folder's index has the same name here and there
    return twin_of(place.mk.file.dest_uri) if place and place.mk else entry.path


def _community(card: Card, lead: Callable[[str], str]) -> str:
    return _row(card.name, lead(f"{card.slug}/{LLMS}"), sentence(card.outcome))


def _row(title: str, address: str, said: str) -> str:
    return f"- [{plain(title)}]({address})" + (f": {plain(said)}" if said else "")
