"""HB805: an article does not say who wrote it, on what basis, or when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Article


@rule(Severity.ADVICE, worth=2)
def article_unsigned(articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds articles without author, basis or date."""
    for article in articles:
        facts = {"author": article.author, "basis": article.basis, "date": article.date}
        lacking = [name for name, value in facts.items() if not value]
        if lacking:
            names = " and no ".join(lacking) if len(lacking) < len(facts) else "author, basis or date"
            examples = {"author": "mira", "basis": "experience", "date": "2026-10-12"}
            lines = ", ".join(f"`{name}: {examples[name]}`" for name in lacking)
            hint = f"write between two lines of `---` at its top: {lines}"
            yield Slip(f"article:{article.name}", f"this article names no {names}", hint, line=1)
