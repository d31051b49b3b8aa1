"""What a page says of itself to those who pass it on: previews of links, search engines, machines."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.core import Locale, UnknownLocaleError, get_global

from hearthbook.publish.schema_org import as_block, organization, questions
from hearthbook.publish.twins import twin_of
from hearthbook.render.summary import shortened

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.pages import Page
    from hearthbook.publish.site import CellPages
    from hearthbook.publish.swift_page import SwiftPage

CARD: Final = "card.png"
"""The picture that previews show: one for each community, in its folder, and one for the hub."""
_WRITTEN: Final = frozenset({"article", "hub-text", "rule"})
"""Pages that are texts by themselves, and no place of a community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What stands in the head of a page for others than its readers."""

    title: str
    """The page's title, with the community's name where it is another."""
    description: str
    """One or two sentences; may be empty."""
    kind: str
    """`website` or `article`, in the words of the Open Graph protocol."""
    locale: str
    """Language and country: `en_US`."""
    image: str
    """The address of the picture; empty where the site's is not known."""
    image_says: str
    """What the picture says, for those who do not see it."""
    twin: str
    """The way from the page to its twin in Markdown."""
    data: str
    """Facts for machines as JSON that can stand in a page; may be empty."""


@cache
def with_country(language: str) -> str:
    """The language with the country where most speak it, unless it names one: `de` is `de_DE`."""
    try:
        own = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return language.replace("-", "_")
    likely = get_global("likely_subtags").get(own.language, "").split("_")
    country = own.territory or (likely[-1] if len(likely) > 1 else "")
    return f"{own.language}_{country}" if country else own.language


def shared(page: Page, part: CellPages | None, mk: SwiftPage, config: MkDocsConfig) -> Shared:
    """What a page, read by MkDocs, says of itself; `part` is its cell, if it belongs to one."""
    name = part.cell.community.name if part else config.site_name
    title = page.title if page.title == name or not part else f"{page.title} \N{MIDDLE DOT} {name}"
    base = config.site_url or ""
    picture = f"{part.cell.slug}/{CARD}" if part else CARD
    return Shared(
        title=title,
        description=shortened(page.description or config.site_description or ""),
        kind="article" if page.kind in _WRITTEN else "website",
        locale=with_country(page.language),
        image=f"{base}{picture}" if base else "",
        image_says=name,
        twin=twin_of(posixpath.basename(mk.file.dest_uri)),
        data=_data(page, part, mk, base),
    )


def _data(page: Page, part: CellPages | None, mk: SwiftPage, site_url: str) -> str:
    # what is in no list is not described to machines either
    if part is None or part.unlisted:
        return ""
    if page.kind == "home":
        return as_block(organization(part.cell, page.description, site_url))
    found = questions(mk.body) if page.kind == "faq" else None
    return as_block(found) if found else ""
