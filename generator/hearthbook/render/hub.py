"""The hub's home, and the prose that people write for it."""

from __future__ import annotations

from dataclasses import replace
from posixpath import dirname
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.model.pages import MenuEntry, Page
from hearthbook.render.articles import article_resolver
from hearthbook.render.cards import PAGE_SIZE, by_name
from hearthbook.render.directory_data import FILTER_FROM
from hearthbook.render.hub_frame import HubFrame
from hearthbook.render.plain import carried, plain
from hearthbook.render.prose import prose
from hearthbook.render.shelves import A_Z_FROM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.model.archive import HubText
    from hearthbook.model.pages import Card

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
START: Final = "start/index.md"
"""The page on which one starts a community."""
STARTS: Final = (START, "start.md")
"""Texts of the hub that say in the archive's own words what comes first there."""
_GUIDES: Final = ("guides/start-a-small-community.md", "guides/index.md")
"""What helps to think a group through: the first of these that is there."""

CHANGE: Final = "change/index.md"
"""The page on how one changes the handbooks."""
_STEPS: Final = {
    "GitHub": "github",
    "GitLab": "gitlab",
    "Forgejo": "forgejo",
    "Codeberg": "forgejo",
    "Gitea": "forgejo",
    "Bitbucket": "bitbucket",
}
"""What a forge is called -> whose steps it takes to propose a change there."""


def ways(communities: int, *, family: bool, dates: bool = False) -> tuple[str, ...]:
    """The lists that an archive has besides its home: `directory`, `a-z`, `agenda`, `map`."""
    lists = {"directory": communities > PAGE_SIZE, "a-z": communities >= A_Z_FROM}
    there = {**lists, "agenda": dates, "map": family}
    return tuple(name for name, is_there in there.items() if is_there)


def guide(texts: tuple[HubText, ...]) -> tuple[str, str]:
    """Title and address of the guide to starting a community; empty without one."""
    titles = {text.path: text.title for text in texts}
    found = next((path for path in _GUIDES if path in titles), "")
    address = f"{found.removesuffix('.md').removesuffix('/index')}/" if found else ""
    return titles.get(found, ""), address


def _in_menus(texts: tuple[HubText, ...]) -> tuple[HubText, ...]:
    """The texts that menus name: where a folder has an index, that one, and it names the others."""
    folders = {text.path.removesuffix("index.md") for text in texts if text.path.endswith("/index.md")}
    return tuple(
        text for text in texts if text.path.endswith("/index.md") or f"{dirname(text.path)}/" not in folders
    )


class HubRenderer(HubFrame):
    """Renders the hub's home and its texts with one theme in one language."""

    def menu(
        self, texts: tuple[HubText, ...], communities: int, *, family: bool = False, dates: bool = False
    ) -> tuple[MenuEntry, ...]:
        """What menus say of the hub, known before any of its pages is made."""
        home = next((text for text in texts if text.path == "index.md"), None)
        title = home.title if home and home.title else self._site_name
        entries = [MenuEntry(path="index.md", title=title, label=self._words.raw("hub.all_communities"))]
        rest = tuple(text for text in texts if text is not home)
        entries += [MenuEntry(path=text.path, title=text.title, label=text.title) for text in _in_menus(rest)]
        labels = {
            "directory": self._words.raw("hub.directory"),
            "a-z": self._words.raw("hub.a_z.title"),
            "agenda": self._words.raw("hub.agenda.title"),
            "map": self._words.raw("hub.map.title"),
        }
        lists = ways(communities, family=family, dates=dates)
        entries += [
            MenuEntry(path=f"{name}/index.md", title=labels[name], label=labels[name]) for name in lists
        ]
        return tuple(entries)

    def home(self, text: HubText | None, cards: tuple[Card, ...], *, lists: tuple[str, ...] = ()) -> Page:
        """The archive's first page: its own words, then the communities, or the ways to find one.

        What its own words say from their first heading on comes after the communities.
        """
        body = prose(text.body, article_resolver("index.md"), article=True) if text else ""
        intro, heading, rest = body.partition("\n## ")
        title = text.title if text and text.title else self._site_name
        markdown = self._run(
            "hub-home.md.jinja",
            "index.md",
            title=title,
            intro=intro,
            after=Markup(heading + rest),  # noqa: S704 - prose has made it safe
            cards=by_name(cards) if len(cards) <= PAGE_SIZE else (),
            count=len(cards),
            filters=len(cards) >= FILTER_FROM,
            ways=lists,
        )
        return replace(
            self._page("index.md", "hub-home", title, markdown),
            description=text.summary if text and text.summary else "",
            source=text.place if text else None,
            menu=self._words.raw("hub.all_communities"),
        )

    def search(self, cards: tuple[Card, ...]) -> Page:
        """The page that shows what was found, and the ways on for those who cannot search.

        Where there are few enough communities, they stand on it from A to Z.
        """
        title = self._words.raw("hub.search.title")
        path = "search/index.md"
        few = by_name(cards) if len(cards) <= PAGE_SIZE else ()
        lists = ways(len(cards), family=False)
        markdown = self._run("hub-search.md.jinja", path, ways=lists, cards=few)
        return replace(self._page(path, "hub-search", title, markdown), listed=False)

    def change(self, forge: str = "", repository: str = "", *, edits: bool = False) -> Page:
        """The page on how one changes the handbooks, for people who have never used git.

        `forge` is what the place is called where the archive is kept, and `repository` its address;
        `edits` says whether pages lead to the lines there.
        """
        title = self._words.raw("hub.change.title")
        markdown = self._run(
            "hub-change.md.jinja",
            CHANGE,
            forge=forge,
            repository=Markup("".join(repository.split())),  # noqa: S704 - by whoever keeps the archive
            edits=edits,
            kind=_STEPS.get(forge, "other"),
        )
        return replace(self._page(CHANGE, "hub-change", title, markdown), listed=False)

    def start(
        self,
        text: HubText | None = None,
        beginnings: tuple[tuple[str, str, str], ...] = (),
        *,
        guide: tuple[str, str] = ("", ""),
        forge: Mapping[str, str] = NOTHING,
    ) -> Page:
        """The page on which one starts a community, or edits one: a form, and what it begins with.

        `text` is what the archive says first, in its own words; `beginnings` are name, title and
        summary of each blueprint. `guide` are title and address of a longer text. `forge` is for the
        script: what the forge is called (`forge`), where a file is begun there (`new`) and where one
        is changed (`edit`).
        """
        title = text.title if text and text.title else self._words.raw("hub.start.title")
        markdown = self._run(
            "hub-start.md.jinja",
            START,
            title=title,
            intro=prose(text.body, article_resolver(text.path), article=True) if text else "",
            beginnings=beginnings,
            guide_title=guide[0],
            guide=guide[1],
            marks=Markup(carried(forge)),  # noqa: S704 - percent-encoded
        )
        page = self._page(text.path if text else START, "hub-start", title, markdown)
        description = text.summary if text and text.summary else self._words.raw("hub.start.summary")
        return replace(
            page, description=description, source=text.place if text else None, listed=text is not None
        )

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
        return replace(page, description=text.summary or "", prose=text.body, source=text.place)
