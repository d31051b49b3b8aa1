"""What all pages of the hub are made with: their templates, their words, and links between them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from hearthbook.model.pages import Page
from hearthbook.model.sources import pointer
from hearthbook.render.addresses import relative
from hearthbook.render.cards import face
from hearthbook.render.cell import direction, run_template
from hearthbook.render.directory_data import ADDRESS
from hearthbook.render.environment import page_environment
from hearthbook.render.helpers import Helpers
from hearthbook.render.plain import attribute, plain

if TYPE_CHECKING:
    from hearthbook.model.pages import Card
    from hearthbook.render.cards import Face
    from hearthbook.render.theme import Theme
    from hearthbook.render.words import Words


class HubFrame:
    """The frame of the hub's pages, with one theme in one language."""

    def __init__(self, theme: Theme, language: str, site_name: str) -> None:
        """Bind the theme, the archive's language and its name."""
        self._theme = theme
        self._words: Words = theme.words(language)
        self._site_name = site_name
        self._environment = page_environment(theme.folder / "pages", self._words.show)
        self._own: dict[str, Words] = {}

    @property
    def words(self) -> Words:
        """The words of its language."""
        return self._words

    def face(self, one: Card) -> Face:
        """A card in words."""
        if one.language not in self._own:
            self._own[one.language] = self._theme.words(one.language)
        return face(one, self._words, self._own[one.language])

    def _run(self, template: str, path: str, **context: object) -> str:
        def to(address: str) -> Markup:
            return Markup(relative(path, address, to_page=True))  # noqa: S704

        def link(text: str, address: str) -> Markup:
            return Markup(f"[{plain(text)}]({to(address)})")  # noqa: S704

        def tagged(tag: str, address: str) -> Markup:
            """Where the communities with a tag are: on the page itself, or on another one."""
            page = "" if relative(path, address, to_page=True) == "./" else to(address)
            return Markup(f"{page}?tag={quote(tag, safe='')}")  # noqa: S704

        functions = {
            "t": self._words.say,
            "face": self.face,
            "carrying": Helpers.carrying,
            "data": to(ADDRESS),
            "here": lambda text, name: Markup(f"[{plain(text)}](#{attribute(name)})"),  # noqa: S704
            "home": lambda slug: to(f"{slug}/"),
            "listing": self._words.listing,
            "link": link,
            "ptr": pointer,
            "tagged": tagged,
            "to": to,
        }
        marks = {"anchor": _anchor, "tongue": _tongue, "has_words": self._words.has}
        return run_template(
            self._environment, template, {"site_name": self._site_name, **functions, **marks, **context}
        )

    def _page(self, path: str, kind: str, title: str, markdown: str) -> Page:
        return Page(
            path=path,
            kind=kind,
            title=title,
            markdown=markdown,
            language=self._words.spoken,
            direction=direction(self._words),
        )

    def _numbered(self, title: str, number: int, pages: int) -> str:
        """The title of a page that is one of several."""
        if number == 1:
            return title
        place = self._words.raw("hub.page_of").replace("{page}", str(number)).replace("{pages}", str(pages))
        return f"{title} · {place}"


def _anchor(name: str, language: str = "") -> Markup:
    return Markup(f"{{#{attribute(name)}{_tongue(language)}}}")  # noqa: S704


def _tongue(language: str) -> Markup:
    """Marks of a text in another language than the page's; its own letters say which way it runs."""
    return Markup(f" lang={attribute(language)} dir=auto" if language else "")  # noqa: S704
