"""HB605: an e-mail address of one person stands in a text that everybody can read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import mailboxes
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Article

_MEANT: Final = re.compile(
    r"/(conduct|people|care|privacy|access|onboarding/(ask|greeter)|lineage/graduates_to/\d+/ask)(/|$)"
)
"""The fields in which people offer a way to reach them."""
_LISTS: Final = re.compile(r"@(lists?|groups?|googlegroups)\.|@[^@]*\bgroups\.io$")
"""Hosts of mailing lists."""
SHARED: Final = (
    *("admin", "apply", "ask", "board", "care", "circle", "club", "community", "conduct"),
    *("contact", "crew", "desk", "editors", "events", "feedback", "git", "group", "handbook"),
    *("hello", "help", "hi", "host", "hosts", "info", "join", "library", "list", "mail"),
    *("members", "money", "moderators", "mods", "news", "newsletter", "office", "organisers"),
    *("organizers", "post", "press", "privacy", "reports", "report", "safety", "stewards"),
    *("support", "team", "treasurer", "us", "volunteers", "welcome", "you", "name", "buero"),
    *("gruppe", "hallo", "hilfe", "kontakt", "vorstand", "bonjour", "equipe", "hola", "equipo"),
)
"""Words before the @ of an address that several people read, or that stands for any address."""


def _offered(texts: Texts, community: Community) -> set[str]:
    """The addresses that somebody gave in a place that is meant for them."""
    meant = [text for where, text in texts if _MEANT.match(where)]
    reach = [one.reach for one in community.conduct.contacts] if community.conduct else []
    urls = [community.join.url if community.join else None, *(link.url for link in community.links)]
    return mailboxes("\n".join(text for text in (*meant, *reach, *urls) if text))


def _lines(texts: Texts, articles: tuple[Article, ...]) -> Iterator[tuple[str, int, str]]:
    """Pointer, line in an article and words of what everybody reads, without places meant for addresses."""
    for where, text in texts:
        if not _MEANT.match(where):
            yield where, 0, text
    for article in articles:
        for number, line in enumerate(without_code(article.body).splitlines(), 1):
            yield f"article:{article.name}", number, line


@rule(Severity.WARNING, worth=3, even_closed=True)
def private_address(
    texts: Texts,
    community: Community,
    articles: tuple[Article, ...],
    slug: str,
    *,
    shared: tuple[str, ...] = SHARED,
) -> Iterator[Slip]:
    """Finds addresses of single people who did not offer them here."""
    hint = "write an address that several of you read, or name a channel; search engines keep the old one"
    fine = _offered(texts, community)
    group = re.sub(r"[\W_]+", "", f"{slug} {community.name}".casefold())
    for where, number, text in _lines(texts, articles):
        for each in sorted(mailboxes(text) - fine) if "@" in text else ():
            parts = re.split(r"[.+_-]", each.partition("@")[0])
            ours = {*parts} & {*shared} or _LISTS.search(each) or "".join(parts) in group
            # @ada@social.example is a handle
            if not ours and f"@{each}" not in text.casefold():
                yield Slip(where, f"`{each}` looks like one person's own address", hint, line=number)
