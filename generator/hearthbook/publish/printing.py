"""Pages of the site as PDF files: the whole handbook of a community, and its card."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Final

from hearthbook.export.booklet import Booklet, document
from hearthbook.export.pdf import pdf
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.single import single

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.single import Single
    from hearthbook.publish.store import Store

_SIZES: Final = {"a4": "A4", "letter": "Letter"}


def sheet(root: Path, slug: str, kind: str, paper: str, store: Store | None = None) -> bytes:
    """A page of a community, such as `handbook` or `card`, as a PDF on a size of paper.

    Raises HearthbookError where there is no such community, where it has errors, or
    where what makes the PDF is missing.
    """
    one = single(root, slug, store)
    booklet = _booklet(one, kind)
    looks = (default_theme().folder / "paper" / "book.css").read_text(encoding="utf-8")
    accent = one.files.get(f"{slug}/accent.css", b"").decode("utf-8")
    styles = [looks, accent, f"@page {{ size: {_SIZES[paper]} }}"]
    return pdf(document(booklet, kind), styles, booklet.base, one.read)


def _booklet(one: Single, kind: str) -> Booklet:
    path, html = one.page(kind)
    community = one.cell.community
    return Booklet(
        path=path,
        html=html,
        name=community.name,
        author=community.name,
        description=_description(html),
        language=one.cell.language,
        direction=one.direction,
        site_url=one.site_url,
    )


def _description(html: str) -> str:
    """What the page says of itself in one sentence."""
    _, found, rest = html.partition('<meta name="description" content="')
    return unescape(rest.partition('"')[0]) if found else ""
