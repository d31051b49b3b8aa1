"""HB803: an answer or article about money, health or the law names no source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import spoken, words
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.pages import Article
    from hearthbook.model.worth import Answer

LEAST: Final = 2
"""One such word may stand in any answer by the way; two make it a subject."""
LEAST_IN_ARTICLE: Final = 4
"""An article is longer, and mentions more things by the way."""

_TOPICS: Final = {
    "money": """tax(?:es|able)? invest(?:ing|ment|ments)? insurances? pensions? mortgages? loans?
        debts? deductible inheritance subsid(?:y|ies) steuer(?:n|lich)? absetzbar
        versicherung(?:en)? renten? kredite? schulden zinsen erbe fonds geldanlage sparplan""",
    "health": """dos(?:e|es|age) medic(?:ine|ines|ation|ations) symptoms? diagnos(?:is|ed)
        therap(?:y|ies) treatments? vaccin(?:e|es|ation) illness(?:es)? disease pills?
        infections? depression pregnan(?:t|cy) dosis medikamente? arznei symptome? diagnosen?
        therapien? behandlung(?:en)? impfung(?:en)? krankheit(?:en)? tabletten? infektion(?:en)?
        depressionen? schwanger(?:schaft)?""",
    "law": """laws? legal(?:ly)? illegal rechtlich gerichtlich liab(?:le|ility) contracts?
        lawsuits? visas? statutory entitled gdpr copyright warranty gesetz(?:e|lich)?
        haft(?:en|et|ung) vertrag verträge klage[n]? dsgvo urheberrecht gewährleistung
        kündigungsschutz""",
}
_PATTERNS: Final = {topic: re.compile("|".join(some.split())) for topic, some in _TOPICS.items()}
_STEM: Final = 6
"""Words that begin alike, such as `invest` and `investment`, are one."""
_LINKED: Final = re.compile(r"https?://")
_ANSWERABLE: Final = frozenset({"expert", "verified"})
"""Somebody with a name stands for these."""


@rule(Severity.ADVICE, worth=3, languages=("en", "de"))
def claim_without_source(
    community: Community,
    articles: tuple[Article, ...],
    *,
    least: int = LEAST,
    least_in_article: int = LEAST_IN_ARTICLE,
) -> Iterator[Slip]:
    """Finds texts on which somebody may risk money, health or rights, with nothing behind them."""
    for number, answer in enumerate(community.faq):
        found = _topic(f"{answer.q} {answer.a or ''}", least)
        if answer.a and found and not _answer_stands(answer):
            hint = "name where it comes from: `claim: { basis: source, source: ..., checked: ... }`"
            yield Slip(pointer("faq", number, "q"), f"this answer about {found} names no source", hint)
    for article in articles:
        found = _topic(article.body, least_in_article)
        if found and not article.sources and not _article_stands(article):
            hint = "list at its top under `sources:` what it relies on"
            yield Slip(f"article:{article.name}", f"this article about {found} names no source", hint, line=1)


def _topic(text: str, least: int) -> str:
    """The first topic of which a text has enough different words, with the words; empty where none has."""
    there = [word.casefold() for word in words(spoken(text))]
    for topic, pattern in _PATTERNS.items():
        found = list({word[:_STEM]: word for word in there if pattern.fullmatch(word)}.values())
        if len(found) >= least:
            return f"{'the ' * (topic == 'law')}{topic} (`{'`, `'.join(found[:3])}`)"
    return ""


def _answer_stands(answer: Answer) -> bool:
    claim = answer.claim
    named = bool(claim and (claim.source or (claim.by and claim.basis in _ANSWERABLE)))
    return named or bool(_LINKED.search(answer.a or ""))


def _article_stands(article: Article) -> bool:
    named = bool(article.author and article.basis in _ANSWERABLE)
    return named or bool(_LINKED.search(article.body))
