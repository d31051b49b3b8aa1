"""What of a finished page is searched: its text, with what filters and labels need to know of it.

The page itself says what it is, in a line of its head. So the same is found
whether the page was just made, lies in a site, or came from a shard.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from hearthbook.publish.search_parts import primary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearthbook.model.pages import Cell, Page
    from hearthbook.publish.site import CellPages

FACTS: Final = "hearthbook:search"
"""The name under which a page's head says what search needs to know of it."""

_KINDS: Final = {
    "norms": "norm",
    "rituals": "ritual",
    "roles": "role",
    "channels": "channel",
    "faq": "answer",
    "code-of-conduct": "conduct",
    "handling-reports": "conduct",
    "article": "article",
    "rule": "rule",
    "hub-home": "guide",
    "hub-text": "guide",
}
_REPEATING: Final = frozenset({"handbook", "card", "changes", "articles", "agenda"})
"""Pages that say again what others say, or nothing yet."""
_LIGHT: Final = {"rule": "0.2"}
"""Kinds whose words count for less: every archive has the same pages on the rules."""

_SAID: Final = re.compile(rf'<meta name="{FACTS}" content="([^"]*)">')
_TEXT: Final = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)
_ASIDE: Final = re.compile(
    r"<(script|style|svg|button|noscript|template)\b.*?</\1>"
    # what stands at the foot of pages, and pencils
    r'|<p class="(?:hb-edit|hb-small hb-ages|[\w -]*hb-follow)">.*?</p>|<a class="hb-source"[^>]*>.*?</a>',
    re.DOTALL,
)
_TAG: Final = re.compile(r"<[^>]*>")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def facts(page: Page, part: CellPages | None) -> str:
    """What search needs to know of a page, as JSON for its head; empty for one that is not searched."""
    # of the hub's pages those that lead on are not searched
    if page.kind in _REPEATING or not (part or page.kind in _KINDS):
        return ""
    language = part.cell.language if part else page.language
    said: dict[str, object] = {"kind": _KINDS.get(page.kind, "page"), "language": language}
    if part:
        cell = part.cell
        tags, marks = _labels(page, cell)
        said |= {"community": cell.slug, "name": cell.community.name, "tag": tags}
        said |= {"mark": marks, "basis": sorted({mark.split(" ")[1] for mark in marks} - {""})}
    kept = {key: value for key, value in said.items() if value}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _labels(page: Page, cell: Cell) -> tuple[list[str], list[str]]:
    """The page's tags, and of each part of it that stands on something `anchor basis expires`.

    The anchor `*` means all of the page.
    """
    tags, marks = list(cell.community.tags), []
    if page.kind == "faq":
        claims = ((answer.id, answer.claim) for answer in cell.community.faq)
        marks = [f"faq-{of} {claim.basis} {claim.expires or ''}" for of, claim in claims if claim]
    if page.kind == "article":
        article = next(one for one in cell.articles if page.path.endswith(f"/articles/{one.name}.md"))
        tags += [tag for tag in article.tags if tag not in tags]
        if article.basis or article.expires:
            marks = [f"* {article.basis or ''} {article.expires or ''}"]
    return tags, marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A page as it is searched."""

    document: str
    """Its text as HTML with what Pagefind asks for."""
    words: frozenset[str]
    """The words on it, in small letters."""


def searched(html: str, language: str) -> Searched | None:
    """What is searched of a finished page among those in a language; None for one that is not."""
    said, text = _SAID.search(html), _TEXT.search(html)
    if not (said and text):
        return None
    known: Mapping[str, str | Sequence[str]] = json.loads(unescape(said[1]))
    if primary(str(known["language"])) != language:
        return None
    body = _ASIDE.sub("", text[1])
    rows = [(key, value) for key, values in known.items() for value in _several(values)]
    filters = "".join(f'<i data-pagefind-filter="{key}[data-v]" data-v="{escape(v)}"></i>' for key, v in rows)
    weight = _LIGHT.get(str(known["kind"]), "1")
    document = (
        f'<!doctype html><html lang="{language}"><body>'
        f'{filters}<main data-pagefind-body data-pagefind-weight="{weight}">{body}</main></body></html>'
    )
    return Searched(document=document, words=frozenset().union(*map(_words, _TAG.split(body))))


@lru_cache(maxsize=50_000)
def _words(text: str) -> frozenset[str]:
    """The words of a text between two tags; most stand on the pages of many communities."""
    return frozenset(_WORD.findall(unescape(text).lower()))


def _several(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value
