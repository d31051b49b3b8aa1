"""HB818: the days at the top of an article contradict each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Article


@rule(Severity.WARNING, worth=2)
def article_days_crossed(articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds articles that were reviewed before they were written, or expired before somebody looked."""
    for article in articles:
        written, reviewed, expires = article.date, article.reviewed, article.expires
        days = [(written, "written"), (reviewed, "reviewed"), (expires, "to expire")]
        there = [(day, what) for day, what in days if day]
        for (earlier, what), (later, then) in pairwise(there):
            if later < earlier:
                fact = f"this article was {then} on {later}, before it was {what} on {earlier}"
                hint = "write the days in their order: `date`, `reviewed`, `expires`"
                yield Slip(f"article:{article.name}", fact, hint, line=1)
                break
