"""Thousands of English words, from lists of stems and the rules by which words change.

The stems are in `lexicon/`, all of them regular. Which of them are common and which
are rare is decided once, for every archive.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

STEMS: Final = Path(__file__).parent / "lexicon"
_FLATNESS: Final = 8
"""How far the commonest words are from taking over; 0 is Zipf's law in its first form."""

_HISSING: Final = re.compile(r"(?:s|x|z|ch|sh)$")
_DOUBLING: Final = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_CONSONANT_Y: Final = re.compile(r"(?<=[^aeiou])y$")
_CONSONANT_LE: Final = re.compile(r"(?<=[^aeiou])le$")
_NESS: Final = re.compile(r"y$|ful$|less$|^.{1,5}$")


class Ranked:
    """Words of one kind, the commonest first, drawn as often as Zipf and Mandelbrot say."""

    def __init__(self, words: tuple[str, ...]) -> None:
        """Give each word its weight, 1 / (rank + flatness)."""
        self.words = words
        self._bounds = list(accumulate(1 / (rank + _FLATNESS) for rank in range(1, len(words) + 1)))

    def draw(self, random: Random) -> str:
        """One of the words, a common one more often."""
        return self.words[bisect(self._bounds, random.random() * self._bounds[-1])]


def plural(noun: str) -> str:
    """`boxes` for `box`; also the form of a verb after `she`."""
    if _CONSONANT_Y.search(noun):
        return _CONSONANT_Y.sub("ies", noun)
    return noun + ("es" if _HISSING.search(noun) else "s")


def past(verb: str) -> str:
    """`planned` for `plan`."""
    if verb.endswith("e"):
        return verb + "d"
    if _DOUBLING.match(verb):
        return verb + verb[-1] + "ed"
    return _CONSONANT_Y.sub("i", verb) + "ed"


def ongoing(verb: str) -> str:
    """`planning` for `plan`."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _DOUBLING.match(verb) else "") + "ing"


def adverb(adjective: str) -> str:
    """`happily` for `happy`."""
    if _CONSONANT_Y.search(adjective):
        return _CONSONANT_Y.sub("ily", adjective)
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("ll"):
        return adjective + "y"
    return _CONSONANT_LE.sub("l", adjective) + ("y" if _CONSONANT_LE.search(adjective) else "ly")


def quality(adjective: str) -> str:
    """`happiness` for `happy`."""
    return _CONSONANT_Y.sub("i", adjective) + "ness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All words by what they do in a sentence; verbs as they stand after `we`."""

    noun: Ranked
    person: Ranked
    verb: Ranked
    adjective: Ranked
    adverb: Ranked
    quality: Ranked
    names: tuple[str, ...]
    """Given names, in small letters."""

    def all_forms(self) -> frozenset[str]:
        """Every form of every word that a text may hold."""
        nouns = {*self.noun.words, *self.person.words}
        forms = nouns | {plural(noun) for noun in nouns}
        for change in (str, plural, past, ongoing):
            forms |= {change(verb) for verb in self.verb.words}
        return frozenset(forms | {*self.adjective.words, *self.adverb.words, *self.quality.words})


def _stems(kind: str) -> tuple[str, ...]:
    """The stems of a list in the order in which they are common."""
    words = (STEMS / f"{kind}.txt").read_text(encoding="utf-8").split()
    Random(kind).shuffle(words)
    return tuple(words)


@cache
def lexicon() -> Lexicon:
    """The words of all archives."""
    adjectives = _stems("adjectives")
    return Lexicon(
        noun=Ranked(_stems("nouns")),
        person=Ranked(_stems("people")),
        verb=Ranked(_stems("verbs")),
        adjective=Ranked(adjectives),
        adverb=Ranked(tuple(adverb(word) for word in adjectives)),
        quality=Ranked(tuple(quality(word) for word in adjectives if _NESS.search(word))),
        names=_stems("names"),
    )
