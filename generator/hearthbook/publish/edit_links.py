"""A quiet link behind each heading, to the line that says what stands below it.

Spliced into the finished HTML, so that moving a line renders nothing again.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.model.findings import Place
    from hearthbook.model.pages import Provenance

_HEADING: Final = re.compile(
    r'<(?P<tag>h[2-4])\b[^>]*\bid="(?P<id>[^"]+)"[^>]*>.*?(?=</(?P=tag)>)', re.DOTALL
)


def edit_address(root: str, place: Place) -> str:
    """Where a line is edited on the forge: `.../edit/main/communities/oak.yml#L12`."""
    return f"{root}{place.file}#L{place.line}"


def with_edit_links(html: str, provenance: Iterable[Provenance], root: str, label: str) -> str:
    """The page's HTML with a link behind each heading whose line is known.

    `root` is what a file's path is appended to; `label` says what the link is
    for, to those who hear the page.
    """
    places = {escape(entry.anchor): entry.place for entry in provenance if entry.anchor}

    def linked(match: re.Match[str]) -> str:
        place = places.get(match["id"])
        if place is None:
            return match[0]
        address = escape(edit_address(root, place))
        named = escape(f"{label}: {place.file}, {place.line}")
        return f'{match[0]} <a class="hb-source" href="{address}" title="{named}" aria-label="{named}">✎</a>'

    return _HEADING.sub(linked, html)
