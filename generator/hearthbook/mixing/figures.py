"""How well a group is mixed, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from hearthbook.mixing.past import past_of
from hearthbook.mixing.plan import PAIR
from hearthbook.mixing.sizes import circle_sizes, fewest_rounds

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hearthbook.mixing.values import Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How far some members have met in some rounds."""

    rounds: int
    """How many rounds there were."""
    pairs: int
    """How many pairs the members make."""
    met: int
    """How many of them have met."""
    repeats: int
    """How many of their meetings were not the first of the two."""
    most: int
    """How often the two met who met most."""
    fewest_met: int
    """How many others have been met by whoever met fewest of them."""
    most_met: int
    """And by whoever met most."""
    needed: int
    """The number of rounds below which all cannot have met."""
    complete: int
    """After how many rounds all had met; 0 where they have not."""

    @property
    def coverage(self) -> float:
        """The share of pairs that have met, from 0 to 1."""
        return self.met / self.pairs if self.pairs else 1.0


def smallest_number(members: int, size: int) -> int:
    """A number of rounds below which so many members in circles of a size (2: pairs) cannot all have met."""
    sizes = circle_sizes(members, size) if size > PAIR else (PAIR,) * (members // PAIR)
    return fewest_rounds(members, sizes)


def figures(rounds: Sequence[Round], names: Collection[str], size: int) -> Figures:
    """The figures of rounds for the members of today; who has left counts no more."""
    here = frozenset(names)
    past = past_of(rounds)
    met = {each: times for each, times in past.met.items() if here.issuperset(each)}
    known = dict.fromkeys(here, 0)
    for each in met:
        for name in each:
            known[name] += 1
    pairs = comb(len(here), 2)
    return Figures(
        rounds=len(rounds),
        pairs=pairs,
        met=len(met),
        repeats=sum(met.values()) - len(met),
        most=max(met.values(), default=0),
        fewest_met=min(known.values(), default=0),
        most_met=max(known.values(), default=0),
        needed=smallest_number(len(here), size),
        complete=_complete(rounds, here) if len(met) == pairs else 0,
    )


def _complete(rounds: Sequence[Round], here: frozenset[str]) -> int:
    """After which round, counted from the first one given, all have met."""
    left = set(combinations(sorted(here), 2))
    for count, each in enumerate(rounds, 1):
        for group in each.groups:
            left -= set(combinations(sorted(group), 2))
        if not left:
            return count
    return 0
