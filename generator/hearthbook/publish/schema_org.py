"""What a page is about, for machines: JSON-LD in the words of schema.org.

It says nothing that the page does not say. A block of data is never run, so the
content security policy has nothing to forbid in it.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from hearthbook.model.community import Community
    from hearthbook.model.identity import Location
    from hearthbook.model.pages import Cell

_QUESTION: Final = re.compile(
    r'<h3\b[^>]*\bid="faq-[^>]*>(?P<question>.*?)</h3>(?P<answer>.*?)(?=<h[1-3]\b|\Z)', re.DOTALL
)
_LETTER: Final = 'href="mailto:'
_ENDS: Final = re.compile(r"</(?:p|li|dt|dd|tr|pre|blockquote)>|<br ?/?>")
_TAG: Final = re.compile(r"<[^<>]*>")
_BLANKS: Final = re.compile(r"\s*\n\s*")
_UNSAFE: Final = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def as_block(facts: dict[str, Any]) -> str:
    """The facts as JSON that can stand in a page: nothing in it ends its block or begins a comment."""
    whole = {"@context": "https://schema.org", **facts}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def text_of(html: str) -> str:
    """What there is to read in a piece of HTML, each paragraph and entry on a line of its own."""
    bare = unescape(_TAG.sub("", _ENDS.sub("\n", html)))
    return _BLANKS.sub("\n", bare).strip()


def questions(html: str) -> dict[str, Any] | None:
    """The questions of a page with their answers, from its finished HTML; None where it has none.

    An answer that tells how to write to somebody stays with those who read the page.
    """
    matches = (match for match in _QUESTION.finditer(html) if _LETTER not in match["answer"])
    found = [(text_of(match["question"]), text_of(match["answer"])) for match in matches]
    pairs = [
        {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for question, answer in found
        if question and answer
    ]
    return {"@type": "FAQPage", "mainEntity": pairs} if pairs else None


def organization(cell: Cell, description: str, site_url: str) -> dict[str, Any]:
    """A community, as its own page shows it; addresses only where the site's is known."""
    community = cell.community
    lineage = community.lineage
    parent = cell.neighbours.get(lineage.split_from) if lineage and lineage.split_from else None
    facts = {
        "@type": "Organization",
        **_named(community.name, cell.slug, site_url),
        "description": description,
        "slogan": community.tagline,
        "foundingDate": lineage.split_at.isoformat() if lineage and lineage.split_at else None,
        "founder": _founders(community),
        "location": _place(community.place) if community.place else None,
        "parentOrganization": _group(parent.name, parent.slug, site_url) if parent else None,
        "subOrganization": [_group(child.name, child.slug, site_url) for child in cell.children],
    }
    return {key: value for key, value in facts.items() if value}


def _named(name: str, slug: str, site_url: str) -> dict[str, str]:
    return {"name": name, **({"url": f"{site_url}{slug}/"} if site_url else {})}


def _group(name: str, slug: str, site_url: str) -> dict[str, str]:
    return {"@type": "Organization", **_named(name, slug, site_url)}


def _founders(community: Community) -> list[dict[str, str]]:
    """Those who started it and said how they wish to be shown, as they wish."""
    people = community.people.items()
    asked = {shown for key, one in people for shown in (one.name, one.handle, key) if shown}
    return [{"@type": "Person", "name": name} for name in community.founders if name in asked]


def _place(place: Location) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.city,
        "addressRegion": place.region,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": {key: value for key, value in address.items() if value}}
