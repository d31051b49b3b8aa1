"""A finished page as a document of its own: no menus, and no link that leads nowhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from hearthbook.export.tags import attributes, changed, replaced

_START: Final = re.compile(r'<article class="md-content__inner[^>]*>')
_TITLE: Final = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_MARKUP: Final = re.compile(r"<[^>]*>")
_ID: Final = re.compile(r'\bid="([^"]*)"')
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_IDLE: Final = frozenset({"script", "button"})
"""Tags that do nothing on paper; what stands in them is not shown either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """A page to be printed, with what its document says about itself."""

    path: str
    """Where the page lies below the site: `oak/handbook/index.html`."""
    html: str
    """The finished page."""
    name: str
    """The community's name."""
    author: str
    """Who wrote it."""
    description: str
    """One sentence about it."""
    language: str
    """BCP 47."""
    direction: str
    """ltr or rtl."""
    site_url: str = ""
    """The address of the site; empty where nobody knows."""

    @property
    def base(self) -> str:
        """The address from which pictures are asked for; no server answers it."""
        return f"{SITE}{self.path}"


SITE: Final = "https://archive.invalid/"
"""Begins the address of whatever lies below the site, in a domain that nobody can have (RFC 2606)."""


def document(booklet: Booklet, kind: str) -> str:
    """The page as an HTML document of its own; `kind` becomes the class of its body.

    Links to pages that the document repeats lead to them in it, others to the site
    if its address is known; the rest are text.
    """
    article = _article(booklet.html)
    title = _TITLE.search(article)
    shown = unescape(_MARKUP.sub("", title[1])).strip() if title else booklet.name
    about = {"author": booklet.author, "description": booklet.description, "generator": "Hearthbook"}
    rows = [
        "<!doctype html>",
        f'<html lang="{escape(booklet.language)}" dir="{escape(booklet.direction)}">',
        f"<head><title>{escape(shown)}</title>",
        *(f'<meta name="{name}" content="{escape(said)}">' for name, said in about.items() if said),
        "</head>",
        f'<body class="{escape(kind)}" data-name="{escape(booklet.name)}">',
        _led(article, booklet),
        "</body></html>",
    ]
    return "\n".join(rows)


def _article(html: str) -> str:
    """What a page says, without what leads around it."""
    start = _START.search(html)
    return html[start.end() : html.rindex("</article>")] if start else html


def _led(article: str, booklet: Booklet) -> str:
    """The article with its links as they lead from paper."""
    ids = tuple(dict.fromkeys(map(unescape, _ID.findall(article))))

    def change(tag: str, written: str) -> str | None:
        if tag in _IDLE:
            return f"{written} hidden"
        found = attributes(written)
        if tag != "a" or "href" not in found:
            return written
        url = _lead(found["href"], booklet, ids)
        inside = " data-inside" if url and url.startswith(booklet.site_url or SITE) else ""
        return replaced(written, {"href": url}) + inside

    return changed(article, change)


def _lead(url: str, booklet: Booklet, ids: tuple[str, ...]) -> str | None:
    """Where a link leads from paper; None for nowhere."""
    if _ELSEWHERE.match(url):
        return url
    path, mark, anchor = url.partition("#")
    if not path:
        return url if anchor in ids else None
    inside = posixpath.normpath(posixpath.join("/", posixpath.dirname(booklet.path), unquote(path)))
    folder, _, kind = inside.removesuffix("/index.html").removesuffix(".html").strip("/").rpartition("/")
    if folder == booklet.path.partition("/")[0]:
        wanted = [f"{kind}--{anchor}"] if anchor else [name for name in ids if name.startswith(f"{kind}--")]
        if there := next((name for name in wanted if name in ids), None):
            return f"#{there}"
    if not booklet.site_url:
        return None
    slash = "/" if path.endswith("/") and inside != "/" else ""
    return booklet.site_url.rstrip("/") + inside + slash + mark + anchor
