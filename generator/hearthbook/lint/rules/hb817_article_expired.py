"""HB817: an article was to be checked again and was not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Article


@rule(Severity.WARNING, worth=3)
def article_expired(articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds articles whose day in `expires` is past."""
    for article in articles:
        ends = article.expires
        if ends and ends < date.max:
            fact = f"this article held until {ends}"
            hint = "check it, then move `reviewed` and `expires` on; if nobody can, take the article out"
            yield Slip(f"article:{article.name}", fact, hint, since=ends + timedelta(days=1), line=1)
