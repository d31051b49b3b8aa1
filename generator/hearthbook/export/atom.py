"""Feeds in Atom (RFC 4287), so that readers hear of new articles without a visit.

Days become instants at midnight UTC, because a feed knows no days. What XML 1.0 cannot
hold, such as control characters, is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

if TYPE_CHECKING:
    from datetime import date

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
TYPE: Final = "application/atom+xml"
"""The media type of a feed."""
_UNFIT: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow (production 2, Char)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text in a feed."""

    address: str
    """Its absolute address, which is its id as well."""
    title: str
    """Its title, as plain text."""
    updated: date
    """The day on which it was last changed or looked at."""
    published: date | None = None
    """The day on which it was written."""
    author: str = ""
    """Who wrote it; empty for the feed's author."""
    summary: str = ""
    """One line on it, as plain text."""
    html: str = ""
    """The whole of it; every link in it is absolute."""
    tags: tuple[str, ...] = ()
    """What it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What there is to read, the newest first."""

    address: str
    """The feed's own absolute address, which is its id as well."""
    home: str
    """The absolute address of the page that lists the same."""
    title: str
    """What it is called, as plain text."""
    subtitle: str
    """What it holds, as plain text."""
    author: str
    """Who stands for entries without an author."""
    language: str
    """BCP 47."""
    entries: tuple[Entry, ...]
    """At least one: a feed says when it was last changed."""


def atom(feed: Feed) -> bytes:
    """The feed as an XML document in UTF-8."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", _instant(max(entry.updated for entry in feed.entries)))
    _person(root, feed.author)
    SubElement(root, "link", rel="self", type=TYPE, href=feed.address)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    _text(root, "generator", "Hearthbook")
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(node: Element, entry: Entry) -> None:
    _text(node, "id", entry.address)
    _text(node, "title", entry.title)
    _text(node, "updated", _instant(entry.updated))
    if entry.published:
        _text(node, "published", _instant(entry.published))
    if entry.author:
        _person(node, entry.author)
    SubElement(node, "link", rel="alternate", type="text/html", href=entry.address)
    for tag in entry.tags:
        SubElement(node, "category", term=fit(tag))
    if entry.summary:
        _text(node, "summary", entry.summary)
    if entry.html:
        SubElement(node, "content", type="html").text = fit(entry.html)


def _text(node: Element, name: str, text: str) -> None:
    SubElement(node, name).text = fit(text)


def _person(node: Element, name: str) -> None:
    _text(SubElement(node, "author"), "name", name)


def _instant(day: date) -> str:
    """The day as RFC 3339 writes instants."""
    return f"{day.isoformat()}T00:00:00Z"


def fit(text: str) -> str:
    """The text without the characters that no XML document may hold."""
    return _UNFIT.sub("", text)
