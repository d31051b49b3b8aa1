"""HB801: a placeholder was left in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.placeholders import placeholder, signs
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Article

_TO_COPY: Final = "/onboarding/first_post"
"""Its blanks are meant: whoever copies it fills them in."""
_HINT: Final = "write what belongs there, or take it out; the handbook says by itself what is not decided yet"


@rule(Severity.ERROR, worth=5, even_closed=True)
def placeholder_left(texts: Texts, community: Community, articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds the first placeholder in each text and on each line of an article."""
    language = community.language or "en"
    # all at once first: nearly always there is nothing
    suspect = texts if signs("\n".join(text for _, text in texts)) else ()
    for where, text in suspect:
        if where != _TO_COPY and (found := placeholder(text, language)):
            yield Slip(where, f"a placeholder is still there: `{found[:60]}`", _HINT)
    for article in articles:
        yield from _of(article, language)


def _of(article: Article, language: str) -> Iterator[Slip]:
    for fact in (article.title, article.summary, article.author, *article.sources):
        if found := placeholder(fact or "", language):
            yield _slip(article, found, 1)
    if placeholder(article.body, language, markdown=True):
        lines = without_code(article.body).split("\n")
        numbered = (
            (placeholder(line, language, markdown=True), number) for number, line in enumerate(lines, 1)
        )
        yield from (_slip(article, found, number) for found, number in numbered if found)


def _slip(article: Article, found: str, line: int) -> Slip:
    return Slip(f"article:{article.name}", f"a placeholder is still there: `{found[:60]}`", _HINT, line=line)
