"""HB807: the words of a link do not say where it leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Article

_SAYS_NOTHING: Final = {
    "en": "here|click here|click|read here|see here|over here|this|this link|this page|link|the link|more",
    "de": "hier|hier klicken|klick(?:e|en sie)? hier|dieser link|diesem link|diese seite|link|der link|mehr",
    "fr": "ici|cliquez ici|cliquer ici|par ici|ce lien|cette page|lien|le lien|plus",
    "es": "aqu\u00ed|haz clic aqu\u00ed|clic aqu\u00ed|este enlace|esta p\u00e1gina|enlace|m\u00e1s",
    "it": "qui|clicca qui|questo link|questa pagina|link|il link|altro",
    "nl": "hier|klik hier|deze link|deze pagina|link|de link|meer",
    "pt": "aqui|clique aqui|este link|esta p\u00e1gina|link|o link|mais",
}
"""Language -> words that mean nothing in a list of links."""
_LINK: Final = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\(|\[)")


@rule(Severity.WARNING, worth=2, languages=tuple(_SAYS_NOTHING))
def link_says_nothing(texts: Texts, community: Community, articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds links whose words are `here` or the like."""
    primary = (community.language or "en").partition("-")[0]
    empty = re.compile(f"{_SAYS_NOTHING.get(primary, '')}|{_SAYS_NOTHING['en']}")
    for number, link in enumerate(community.links):
        if empty.fullmatch(_bare(link.name)):
            yield _slip(pointer("links", number, "name"), link.name)
    for where, text in texts:
        if "](" in text or "][" in text:
            yield from (_slip(where, found) for found, _ in _found(text, empty))
    for article in articles:
        found = _found(article.body, empty)
        yield from (_slip(f"article:{article.name}", words, line) for words, line in found)


def _found(markdown: str, empty: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    bare = without_code(markdown)
    for link in _LINK.finditer(bare):
        if empty.fullmatch(_bare(link[1])):
            yield link[1], bare.count("\n", 0, link.start()) + 1


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", words).casefold().split())


def _slip(where: str, words: str, line: int = 0) -> Slip:
    hint = "let the link say what one finds there: `[our reading list](...)`"
    return Slip(where, f"a link says only `{words.strip()[:40]}`", hint, line=line)
