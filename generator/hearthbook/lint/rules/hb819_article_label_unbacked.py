"""HB819: an article says on what it stands, and does not show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Article

_LINKED: Final = re.compile(r"https?://")


@rule(Severity.ADVICE, worth=2)
def article_label_unbacked(articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds articles from a source without one, and checked ones that do not say when."""
    for article in articles:
        where = f"article:{article.name}"
        if article.basis == "source" and not (article.sources or _LINKED.search(article.body)):
            fact = "this article says it comes from a source, and names none"
            hint = "list at its top under `sources:` where it comes from, or write `basis: experience`"
            yield Slip(where, fact, hint, line=1)
        elif article.basis == "verified" and not article.reviewed:
            fact = "this article says that the group checked it, and not when"
            yield Slip(where, fact, "write the day at its top: `reviewed: 2026-11-02`", line=1)
