"""The hub's pages: its home, the directory, and the prose that people write."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from posixpath import dirname
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.model.pages import Card, MenuEntry, Page
from hearthbook.model.sources import pointer
from hearthbook.render.addresses import relative
from hearthbook.render.articles import article_resolver
from hearthbook.render.cell import direction, run_template
from hearthbook.render.environment import page_environment
from hearthbook.render.plain import attribute, plain
from hearthbook.render.prose import prose

if TYPE_CHECKING:
    from hearthbook.model.archive import HubText
    from hearthbook.model.community import Community
    from hearthbook.render.theme import Theme
    from hearthbook.render.words import Words

PAGE_SIZE: Final = 60
"""Cards a page at most, so that no page grows with the archive."""


def card(slug: str, community: Community) -> Card:
    """The community as a card."""
    boundary = community.promise.boundary
    return Card(
        slug=slug,
        name=community.name,
        for_=community.promise.for_,
        outcome=community.promise.outcome,
        within=community.promise.within,
        state=community.status.state if community.status else None,
        members=community.size.members if community.size else None,
        cap=boundary.cap if boundary else None,
        language=community.language or "en",
        tags=community.tags,
        city=community.place.city if community.place else None,
        country=community.place.country if community.place else None,
    )


def by_name(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards in alphabetical order, the same on every machine; `Group 9` before `Group 36`."""

    def key(one: Card) -> tuple[list[str | int], str]:
        folded = unicodedata.normalize("NFKD", one.name).casefold()
        bare = "".join(c for c in folded if c.isalnum() or c.isspace())
        runs = enumerate(re.split(r"(\d+)", bare))
        return ([int(run) if place % 2 else run for place, run in runs], one.slug)

    return tuple(sorted(cards, key=key))


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the directory."""

    number: int
    """Its number, from 1."""
    address: str
    """Its final address below the site."""
    cards: tuple[Card, ...]
    """The communities on it."""


def shelves(cards: tuple[Card, ...]) -> tuple[Shelf, ...]:
    """The directory's pages; empty when all cards fit on the hub's home."""
    if len(cards) <= PAGE_SIZE:
        return ()
    ordered = by_name(cards)
    pages = [ordered[start : start + PAGE_SIZE] for start in range(0, len(ordered), PAGE_SIZE)]
    return tuple(
        Shelf(number, "directory/" if number == 1 else f"directory/{number}/", page)
        for number, page in enumerate(pages, 1)
    )


def _in_menus(texts: tuple[HubText, ...]) -> tuple[HubText, ...]:
    """The texts that menus name: where a folder has an index, that one, and it names the others."""
    folders = {text.path.removesuffix("index.md") for text in texts if text.path.endswith("/index.md")}
    return tuple(
        text for text in texts if text.path.endswith("/index.md") or f"{dirname(text.path)}/" not in folders
    )


class HubRenderer:
    """Renders the hub's pages with one theme in one language."""

    def __init__(self, theme: Theme, language: str, site_name: str) -> None:
        """Bind the theme, the archive's language and its name."""
        self._words: Words = theme.words(language)
        self._site_name = site_name
        self._environment = page_environment(theme.folder / "pages", self._words.show)

    def _run(self, template: str, path: str, **context: object) -> str:
        def home(slug: str) -> str:
            return relative(path, f"{slug}/", to_page=True)

        def link(text: str, address: str) -> Markup:
            return Markup(f"[{plain(text)}]({relative(path, address, to_page=True)})")  # noqa: S704

        def anchor(name: str) -> Markup:
            return Markup(f"{{#{attribute(name)}}}")  # noqa: S704

        functions = {
            "t": self._words.say,
            "home": home,
            "listing": self._words.listing,
            "link": link,
            "ptr": pointer,
        }
        more = {
            "anchor": anchor,
            "has_words": self._words.has,
            "language_name": self._language_name,
            "country": self._words.country,
        }
        return run_template(
            self._environment, template, {"site_name": self._site_name, **functions, **more, **context}
        )

    def _language_name(self, code: str) -> str:
        name = self._words.locale.languages.get(code.replace("-", "_"))
        return name or code

    def _page(self, path: str, kind: str, title: str, markdown: str) -> Page:
        return Page(
            path=path,
            kind=kind,
            title=title,
            markdown=markdown,
            language=self._words.language,
            direction=direction(self._words),
        )

    def menu(self, texts: tuple[HubText, ...], communities: int) -> tuple[MenuEntry, ...]:
        """What menus say of the hub, known before any of its pages is made."""
        home = next((text for text in texts if text.path == "index.md"), None)
        title = home.title if home and home.title else self._site_name
        entries = [MenuEntry(path="index.md", title=title, label=self._words.raw("hub.all_communities"))]
        rest = tuple(text for text in texts if text is not home)
        entries += [MenuEntry(path=text.path, title=text.title, label=text.title) for text in _in_menus(rest)]
        if communities > PAGE_SIZE:
            shelf = self._words.raw("hub.directory")
            entries.append(MenuEntry(path="directory/index.md", title=shelf, label=shelf))
        return tuple(entries)

    def home(self, text: HubText | None, cards: tuple[Card, ...]) -> Page:
        """The archive's first page: its own words, then the communities."""
        pages = shelves(cards)
        intro = prose(text.body, article_resolver("index.md"), article=True) if text else ""
        title = text.title if text and text.title else self._site_name
        markdown = self._run(
            "hub-home.md.jinja",
            "index.md",
            title=title,
            intro=intro,
            cards=() if pages else by_name(cards),
            shelves=pages,
            count=len(cards),
        )
        return replace(
            self._page("index.md", "hub-home", title, markdown),
            description=text.summary if text and text.summary else "",
            source=text.place if text else None,
            menu=self._words.raw("hub.all_communities"),
        )

    def directory(self, cards: tuple[Card, ...]) -> tuple[Page, ...]:
        """The directory, 60 communities a page; empty when the home holds them all."""
        pages = shelves(cards)
        rendered = []
        for shelf in pages:
            path = "directory/index.md" if shelf.number == 1 else f"directory/{shelf.number}.md"
            title = self._shelf_title(shelf.number, len(pages))
            context = {"title": title, "shelf": shelf, "shelves": pages, "count": len(cards)}
            markdown = self._run("hub-directory.md.jinja", path, **context)
            page = self._page(path, "directory", title, markdown)
            rendered.append(replace(page, listed=shelf.number == 1))
        return tuple(rendered)

    def _shelf_title(self, number: int, pages: int) -> str:
        title = self._words.raw("hub.directory")
        if number == 1:
            return title
        place = self._words.raw("hub.page_of").replace("{page}", str(number)).replace("{pages}", str(pages))
        return f"{title} · {place}"

    def texts(self, texts: tuple[HubText, ...]) -> tuple[Page, ...]:
        """The pages of prose that people wrote for the hub."""
        named = {text.path for text in _in_menus(texts)}
        pages = (self._text(text) for text in texts)
        return tuple(replace(page, listed=page.path in named) for page in pages)

    def reference(self, texts: tuple[HubText, ...]) -> tuple[Page, ...]:
        """Pages on the rules, which come with the program; no menu names them."""
        return tuple(replace(self._text(text), kind="rule", listed=False, source=None) for text in texts)

    def _text(self, text: HubText) -> Page:
        body = prose(text.body, article_resolver(text.path), article=True)
        markdown = f"# {plain(text.title)} {{#page}}\n\n{body}\n"
        page = self._page(text.path, "hub-text", text.title, markdown)
        return replace(page, description=text.summary or "", source=text.place)
