"""The same page in other languages: links for readers, and `hreflang` for search engines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.render.words import own_name

if TYPE_CHECKING:
    from hearthbook.model.pages import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A page in one language."""

    language: str
    """BCP 47."""
    name: str
    """What speakers of the language call it."""
    url: str
    """The page's address below the site."""


def tongues(cell: Cell, url: str) -> tuple[Tongue, ...]:
    """A cell's page in its other languages; articles are written once, so theirs lead to the home.

    `url` is the page's own address below the site.
    """
    own = f"{cell.slug}/"
    article = url.startswith(f"{own}articles/") and url not in {
        f"{own}articles/",
        f"{own}articles/index.html",
    }
    rest = ("index.html" if url.endswith(".html") else "") if article else url.removeprefix(own)
    return tuple(
        Tongue(language=other.language, name=own_name(other.language), url=f"{other.slug}/{rest}")
        for other in cell.translations
    )
