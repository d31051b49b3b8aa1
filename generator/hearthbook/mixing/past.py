"""What has been: who has met whom, how often and when last, and who sat out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.mixing.values import Round

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two names in one order, whichever comes first."""
    return (one, other) if one < other else (other, one)


@dataclass(slots=True)
class Past:
    """Rounds that were, or that are planned before another one."""

    met: Counter[Pair] = field(default_factory=Counter)
    """How often two have met."""
    last: dict[Pair, int] = field(default_factory=dict)
    """In which round they met last."""
    rested: dict[str, int] = field(default_factory=dict)
    """In which round somebody last sat out, or the one before they first took part."""
    rounds: int = 0
    """How many rounds there were."""

    def add(self, groups: Iterable[Iterable[str]], resting: Iterable[str] = ()) -> None:
        """Writes down one more round."""
        self.rounds += 1
        for group in groups:
            names = sorted(group)
            for name in names:
                self.rested.setdefault(name, self.rounds - 1)
            for each in combinations(names, 2):
                self.met[each] += 1
                self.last[each] = self.rounds
        for name in resting:
            self.rested[name] = self.rounds

    def times(self, one: str, other: str) -> int:
        """How often two have met."""
        return self.met[pair(one, other)]

    def dearness(self, one: str, other: str) -> tuple[int, int]:
        """How much two should not meet again: by how often they have, then by how lately."""
        each = pair(one, other)
        return self.met[each], self.last.get(each, 0)

    def waited(self, name: str) -> int:
        """Since which round somebody has not sat out; a newcomer since the round before this one."""
        return self.rested.get(name, self.rounds)


def past_of(rounds: Iterable[Round]) -> Past:
    """The past that some rounds make."""
    past = Past()
    for each in rounds:
        past.add(each.groups, each.resting)
    return past
