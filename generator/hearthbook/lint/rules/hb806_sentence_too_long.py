"""HB806: a sentence is too long to read aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import sentences, words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts
    from hearthbook.model.pages import Article

MOST: Final = 40
"""A calm voice reads 150 words a minute: 40 are 16 seconds, after which the beginning is forgotten."""

_ROW: Final = re.compile(r"^.*\|.*$", re.MULTILINE)
"""A row of a table: its cells are no sentence."""
_HEADING: Final = re.compile(r"^(#{1,6} .*)$", re.MULTILINE)
_BREATH: Final = re.compile(r"[;:]\s|\s[\u2013\u2014]\s")
_HINT: Final = "make two or three sentences of it, with one thought each"


@rule(Severity.ADVICE, worth=1, languages=("en", "de", "fr", "es", "it", "nl", "pt"))
def sentence_too_long(texts: Texts, articles: tuple[Article, ...], *, most: int = MOST) -> Iterator[Slip]:
    """Finds the longest sentence of each text in which one is too long."""
    for where, text in texts:
        # so few blanks cannot part so many words
        if text.count(" ") + text.count("\n") < most:
            continue
        count, start = _longest(text)
        if count > most:
            yield Slip(where, _fact(count, start), _HINT)
    for article in articles:
        count, start = _longest(article.body)
        if count > most:
            yield Slip(f"article:{article.name}", _fact(count, start), _HINT, line=_line(article.body, start))


def _longest(text: str) -> tuple[int, list[str]]:
    """How many words the longest stretch without a place to breathe has, and its first words."""
    plain = _HEADING.sub(r"\1\n\n", _ROW.sub("", text))
    stretches = (words(part) for one in sentences(plain) for part in _BREATH.split(one))
    longest = max(stretches, key=len, default=[])
    return len(longest), longest[:5]


def _fact(count: int, start: list[str]) -> str:
    return f"the sentence from `{' '.join(start)[:60]}` has {count} words"


def _line(body: str, start: list[str]) -> int:
    found = re.search(r"\W+".join(map(re.escape, start)), body)
    return body.count("\n", 0, found.start()) + 1 if found else 1
