"""Writes words, sentences and paragraphs about one community's own subjects."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from bench.grammar import RULES
from bench.lexicon import lexicon, ongoing, past, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

T = TypeVar("T")

_SLOT: Final = re.compile(r"\{(\w+)\}")
_AN: Final = re.compile(r"\b([Aa]) (?=[aeio]|u(?!ni|s)|hon|hour)")
_OWN_SUBJECTS: Final = 40
"""How many nouns a community comes back to."""
_OWN_SHARE: Final = 0.35
"""How often it does."""


@cache
def _alternatives(symbol: str) -> tuple[tuple[str, ...], ...]:
    """Each alternative of a rule as plain text and names of other rules, in turns."""
    return tuple(tuple(_SLOT.split(text)) for text in RULES[symbol])


class Writer:
    """A made-up founder: the same source of chance writes the same words."""

    def __init__(self, random: Random) -> None:
        """Choose what this community talks about."""
        self.random = random
        self._words = lexicon()
        self._subjects = [self._words.noun.draw(random) for _ in range(_OWN_SUBJECTS)]
        self._terminals: dict[str, Callable[[], str]] = {
            "noun": self._noun,
            "nouns": lambda: plural(self._noun()),
            "person": lambda: self._words.person.draw(random),
            "people": lambda: plural(self._words.person.draw(random)),
            "verb": lambda: self._words.verb.draw(random),
            "verbs": lambda: plural(self._words.verb.draw(random)),
            "verbed": lambda: past(self._words.verb.draw(random)),
            "verbing": lambda: ongoing(self._words.verb.draw(random)),
            "adjective": lambda: self._words.adjective.draw(random),
            "adverb": lambda: self._words.adverb.draw(random),
            "quality": lambda: self._words.quality.draw(random),
        }

    def _noun(self) -> str:
        if self.random.random() < _OWN_SHARE:
            return self.random.choice(self._subjects)
        return self._words.noun.draw(self.random)

    def _expand(self, symbol: str) -> str:
        if terminal := self._terminals.get(symbol):
            return terminal()
        parts = self.random.choice(_alternatives(symbol))
        return "".join(self._expand(part) if slot % 2 else part for slot, part in enumerate(parts))

    def line(self, symbol: str) -> str:
        """One text by that rule, as it stands inside a sentence."""
        return _AN.sub(r"\1n ", self._expand(symbol))

    def capital(self, symbol: str) -> str:
        """The same, as it stands at the beginning."""
        text = self.line(symbol)
        first = 1 if text.startswith('"') else 0
        return text[:first] + text[first : first + 1].upper() + text[first + 1 :]

    def several(self, symbol: str, least: int, most: int) -> list[str]:
        """Between `least` and `most` texts by that rule, no two alike."""
        wanted = self.random.randint(least, most)
        found: dict[str, str] = {}
        while len(found) < wanted:
            text = self.capital(symbol)
            # ids are made from the first words
            found.setdefault(text[:40].lower(), text)
        return list(found.values())

    def prose(self, least: int, most: int) -> str:
        """Sentences, between `least` and `most` of them."""
        count = self.random.randint(least, most)
        return " ".join(self.capital("sentence") for _ in range(count))

    def one_of(self, choices: Sequence[T]) -> T:
        """One of these."""
        return self.random.choice(choices)

    def day(self, first_year: int = 2023, last_year: int = 2026) -> str:
        """A date, `YYYY-MM-DD`, that every calendar has."""
        year = self.random.randint(first_year, last_year)
        return f"{year}-{self.random.randint(1, 10):02}-{self.random.randint(1, 28):02}"
