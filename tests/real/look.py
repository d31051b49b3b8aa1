"""Looks at a built site as a reader or a browser would: words, links, menus."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HREF: Final = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
_MENU: Final = re.compile(r'<nav class="hb-nav".*?</nav>', re.DOTALL)
_ARTICLE: Final = re.compile(r"<article\b.*?</article>", re.DOTALL)
_CARD: Final = re.compile(r'<h3 id="community-[^"]*"><a href="([^"]*)">(.*?)</a>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_ELSEWHERE: Final = re.compile(r"^(?:[a-z]+:|//)", re.IGNORECASE)


def address_of(site: Path, file: Path) -> str:
    """The page's address below the site, without slashes at its ends: `oak/norms`, or nothing."""
    folder = file.parent.relative_to(site).as_posix()
    return "" if folder == "." else folder


def pages(site: Path, slug: str = "") -> Iterator[tuple[str, str]]:
    """Address and HTML of every page, or of every page of one community."""
    for file in sorted((site / slug).rglob("index.html")):
        yield address_of(site, file), file.read_text(encoding="utf-8")


def page(site: Path, address: str) -> str:
    """The HTML of one page."""
    return (site / address / "index.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """What a reader sees in the page's own text, with single spaces."""
    article = _ARTICLE.search(html)
    assert article, "a page has an article"
    return " ".join(unescape(_TAG.sub(" ", article[0])).split())


def _inside(address: str, href: str) -> str:
    path = unescape(href).partition("#")[0]
    resolved = posixpath.normpath(posixpath.join(address, path)) if path else address
    return "" if resolved == "." else resolved.strip("/")


def links(address: str, html: str) -> set[str]:
    """Where the links of some HTML on that page lead to, as far as they stay on the site."""
    return {_inside(address, href) for href in _HREF.findall(html) if not _ELSEWHERE.match(href)}


def menu(html: str) -> str:
    """The page's menu."""
    found = _MENU.search(html)
    assert found, "a page has a menu"
    return found[0]


def cards(address: str, html: str) -> list[tuple[str, str]]:
    """Slug and name of each community that has a card on the page, in its order."""
    found = _CARD.findall(html)
    return [(_inside(address, href), unescape(_TAG.sub("", name)).strip()) for href, name in found]


def exists(site: Path, address: str) -> bool:
    """Whether something answers at that address; a question behind it is for the page's script."""
    path = site / address.partition("?")[0]
    return (path / "index.html").is_file() or path.is_file()
