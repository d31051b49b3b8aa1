"""What a cell is made from, and the pages that come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hearthbook.model.changes import News
    from hearthbook.model.community import Community
    from hearthbook.model.findings import Place
    from hearthbook.model.sources import SourceMap
    from hearthbook.model.verdict import Audited

UNNAMED: Final = "\N{INVISIBLE SEPARATOR}unnamed\N{INVISIBLE SEPARATOR}"
"""Stands for a person who is shown as nobody; templates turn it into words."""

Basis = Literal["source", "experience", "verified", "expert"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page that people wrote, from `content/<slug>/<name>.md`."""

    name: str
    """The last part of its address: `/<slug>/articles/<name>/`."""
    title: str
    """Its heading."""
    author: str | None = None
    """Who wrote it, as that person wishes to be shown."""
    reviewed: date | None = None
    """The day on which somebody last looked whether it is still right."""
    expires: date | None = None
    """The last day for which it was said to hold."""
    date: date | None = None
    """The day it was written."""
    basis: Basis | None = None
    """What it stands on."""
    sources: tuple[str, ...] = ()
    """Addresses or titles of what it cites."""
    tags: tuple[str, ...] = ()
    """What it is about: the topics under which it is listed."""
    summary: str | None = None
    """One line for lists."""
    body: str = ""
    """Markdown without front matter and without its title; HTML and attributes have no effect."""
    place: Place
    """The first line of the body in its file."""

    @property
    def unchecked(self) -> bool:
        """Whether nobody is known to have looked at it since it was written, though somebody should have.

        That is so without a `reviewed` day, where it does not say what it stands on, or holds for a while
        only. What a group has checked or an expert signs was looked at when it was written.
        """
        known = self.basis in {"verified", "expert"} or (self.basis and not self.expires)
        return not (self.reviewed or known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another community, as far as a cell needs to know it."""

    slug: str
    """Its slug; its home is `/<slug>/`."""
    name: str
    """Its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The same community in another language."""

    slug: str
    """Its slug; its pages lie at the same addresses below `/<slug>/`."""
    language: str
    """The language of its pages, BCP 47."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Everything that the pages of one community depend on."""

    slug: str
    """The community's slug."""
    community: Community
    """The community as it may be shown: people who are named appear as they wish."""
    sources: SourceMap
    """Where each of its values was written."""
    language: str
    """The language of its pages, BCP 47."""
    articles: tuple[Article, ...] = ()
    """Its own articles, newest first."""
    neighbours: Mapping[str, Neighbour] = field(default_factory=dict)
    """Slug -> community, for every community that its pages may link to."""
    children: tuple[Neighbour, ...] = ()
    """The communities that split from this one and are listed, by slug."""
    translations: tuple[Translation, ...] = ()
    """The same community in other languages, by language."""
    audit: tuple[Audited, ...] = ()
    """Its code of conduct, item by item."""
    news: tuple[News, ...] = ()
    """What changed in it, in its own words, newest first; empty where git does not know."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """Top-level key of its file, or `articles/<name>` -> the day of its last change, where git knows it.

    The day on which the file was begun stands under the empty key.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A community in a list of communities."""

    slug: str
    """Its slug; its home is `/<slug>/`."""
    name: str
    """Its name."""
    for_: tuple[str, ...]
    """Whom it is for."""
    outcome: str
    """What a member can do afterwards."""
    within: str | None = None
    """How long that takes."""
    state: str | None = None
    """forming, active, full, paused or closed."""
    members: int | None = None
    """How many members there are."""
    cap: int | None = None
    """The most there will be."""
    language: str = "en"
    """BCP 47."""
    tags: tuple[str, ...] = ()
    """Words for filtering."""
    city: str | None = None
    """The town, if it has one."""
    country: str | None = None
    """The country, as a name or two letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meet:
    """A ritual, as far as the archive's agenda needs to know it."""

    id: str
    name: str
    when: str
    """Its rhythm, a `When` as JSON."""
    in_words: str = ""
    """Where people meet in a few words of the founder's; empty for a channel or an address."""
    sure: bool = True
    """Whether its days are known, and on whose clocks it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A community on the archive's agenda."""

    slug: str
    """Its slug; its home is `/<slug>/`."""
    name: str
    language: str = "en"
    """BCP 47."""
    tags: tuple[str, ...] = ()
    meets: tuple[Meet, ...] = ()
    """What it does again and again, in its own order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A community on the family map, with what its own file says of its family."""

    slug: str
    """Its slug; its home is `/<slug>/`."""
    name: str
    """Its name."""
    split_from: str = ""
    """The slug of the community that it split from, if that is on the map."""
    graduates_to: tuple[str, ...] = ()
    """The slugs of those that its members may move on to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """A page of the hub, as far as the menus of other pages need to know it."""

    path: str
    """Path below the docs folder: `guides/index.md`."""
    title: str
    """Its title, as plain text."""
    label: str
    """What menus call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Says which value a block of a page was made from."""

    anchor: str
    """The block's id on the page; empty for the page as a whole."""
    pointer: str
    """JSON Pointer into the community as it is published."""
    place: Place
    """Where that value is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as plain Markdown."""

    path: str
    """Path below the docs folder: `oak/start-here.md`."""
    kind: str
    """Which page it is: `home`, `start-here`, `faq`, `article` ..."""
    title: str
    """Its title, as plain text."""
    menu: str = ""
    """What menus call it, where that is shorter than its title."""
    markdown: str
    """The page's body; readable by itself."""
    description: str = ""
    """One sentence for search engines and link previews, as plain text."""
    language: str = "en"
    """BCP 47."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Direction of its script."""
    listed: bool = True
    """Whether menus name it; a page with nothing on it yet is reached by links only."""
    provenance: tuple[Provenance, ...] = ()
    """Block -> value -> line, in the order of the page."""
    prose: str = ""
    """The text that it shows, as its file has it, for pages that people wrote themselves."""
    source: Place | None = None
    """Where the page as a whole is written, if it has one such place."""
    changed: date | None = None
    """The day on which its file was last changed, for the hub's texts where git knows it."""

    @property
    def said(self) -> str | None:
        """What `source` is the place of: a pointer into the community, or a file of prose.

        Unlike the place it stays when lines move.
        """
        if self.source is None:
            return None
        if self.kind in {"article", "hub-home", "hub-text"}:
            return self.source.file
        return self.provenance[0].pointer if self.provenance and self.kind != "handbook" else ""
