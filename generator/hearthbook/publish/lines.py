"""The lines that pages lead to, put into finished HTML at the last step.

While a page is made it only names what a part of it says: a pointer into the
community, or a file of prose. Lines move with every comment above them; a page
need not be made again for that.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hearthbook.model.archive import HubText, Resolved
    from hearthbook.model.pages import Provenance

Lines = "Callable[[str], Place]"
"""What a part of a page says -> where that is written."""

_HEADING: Final = re.compile(
    r'<(?P<tag>h[2-4])\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>.*?(?=</(?P=tag)>)', re.DOTALL
)
# People's text cannot hold an opening tag, so nobody but us writes these.
_OPEN: Final = re.compile(
    r'<a (?:class="hb-source" title="(?P<label>[^"]*)"|(?P<page>rel="edit")) data-hb-said="(?P<said>[^"]*)">'
)


def with_open_lines(html: str, provenance: Iterable[Provenance], label: str) -> str:
    """The page's HTML with a link behind each heading that says something; its line is open yet.

    `label` says what the link is for, to those who hear the page.
    """
    said = {escape(entry.anchor): entry.pointer for entry in provenance if entry.anchor}

    def linked(match: re.Match[str]) -> str:
        pointer = said.get(match["id"])
        if pointer is None:
            return match[0]
        shown, what = escape(label), escape(pointer)
        return f'{match[0]} <a class="hb-source" title="{shown}" data-hb-said="{what}">✎</a>'

    return _HEADING.sub(linked, html)


def edit_address(root: str, place: Place) -> str:
    """Where a line is edited on the forge: `.../edit/main/communities/oak.yml#L12`."""
    return f"{root}{place.file}#L{place.line}"


def with_lines(html: str, lines: Callable[[str], Place], root: str) -> str:
    """The finished page with every open line filled in.

    `root` is what a file's path is appended to for editing it on the forge.
    """

    def filled(match: re.Match[str]) -> str:
        place = lines(unescape(match["said"]))
        address = escape(edit_address(root, place))
        if match["page"]:
            return f'<a href="{address}" rel="edit">'
        named = f"{match['label']}: {escape(place.file)}, {place.line}"
        return f'<a class="hb-source" href="{address}" title="{named}" aria-label="{named}">'

    return _OPEN.sub(filled, html)


def lines_of(resolved: Resolved) -> Callable[[str], Place]:
    """The lines of a community: for pointers into it, and for the files of its articles."""
    articles = {article.place.file: article.place for article in resolved.articles}

    def place(said: str) -> Place:
        return articles.get(said) or resolved.sources.place(said)

    return place


def lines_of_texts(texts: Iterable[HubText]) -> Callable[[str], Place]:
    """The lines of the hub's own pages, by their files."""
    known = {text.place.file: text.place for text in texts}

    def place(said: str) -> Place:
        return known.get(said) or Place(file=said)

    return place


def nowhere(said: str) -> Place:
    """The line of a page that nobody wrote."""
    return Place(file=said)
