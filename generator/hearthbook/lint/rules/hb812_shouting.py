"""HB812: a text shouts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import has_capitals, sentences, spoken, words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.pages import Article

LEAST: Final = 3
"""Two words in capitals may be a sign on a door; three are a sentence."""

_MARKS: Final = re.compile(r"!\s?[!?]|\?!!|\u203c|\u00a1\u00a1")
_ENUMERATED: Final = re.compile(r"[,;/+&]")
"""Between these, words in capitals are a list of abbreviations."""
_HINT: Final = "say it calmly; if it matters most, put it first"


@rule(Severity.ADVICE, worth=1)
def shouting(texts: Texts, articles: tuple[Article, ...], *, least: int = LEAST) -> Iterator[Slip]:
    """Finds sentences in capitals, and exclamation marks side by side; one finding for each text."""
    for where, text in texts:
        found = "" if where.endswith("/name") else _shouted(text, least)
        if found:
            yield Slip(where, f"this is written as a shout: `{found[:60]}`", _HINT)
    for article in articles:
        if found := _shouted(article.body, least):
            at = article.body.find(found.split("\n")[0])
            line = article.body.count("\n", 0, max(at, 0)) + 1
            fact = f"this is written as a shout: `{found[:60]}`"
            yield Slip(f"article:{article.name}", fact, _HINT, line=line)


def _shouted(text: str, least: int) -> str:
    for sentence in sentences(text) if has_capitals(text) else ():
        if sentence.isupper() and any(_is_loud(part, least) for part in _ENUMERATED.split(sentence)):
            return sentence
    marks = _MARKS.search(spoken(text))
    return marks[0] if marks else ""


def _is_loud(part: str, least: int) -> bool:
    return sum(len(word) > 1 and word.isalpha() for word in words(part)) >= least
