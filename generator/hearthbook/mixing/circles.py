"""Circles for a group in which people have joined, left or paused: as many new meetings as are found."""

from __future__ import annotations

from itertools import combinations
from math import comb
from random import Random
from typing import TYPE_CHECKING, Final

from hearthbook.mixing.sizes import circle_sizes
from hearthbook.mixing.tables import Tables, nobody_met, shuffled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.mixing.past import Past
    from hearthbook.mixing.tables import Counts, Seats

_PART: Final = 3
_FEWEST: Final = 4
_MOST: Final = 25
"""Bounds for how many rounds are planned together, also where fewer are asked for."""
_EACH_SEAT: Final = 400
_MOST_STEPS: Final = 500_000

Circles = list[list[str]]


def seated(rosters: Sequence[Sequence[str]], past: Past, size: int, seed: str) -> list[Circles]:
    """A round for each roster, planned ahead; adds them to the past.

    Whoever met in the very last round counts as having met once more, so that nobody
    meets the same people twice running where it can be helped.
    """
    rounds: list[Circles] = []
    while len(rounds) < len(rosters):
        ahead = _horizon(rosters[len(rounds)], past, size)
        asked = rosters[len(rounds) : len(rounds) + ahead]
        padded = [*asked, *[asked[-1]] * (ahead - len(asked))]
        found = _searched(padded, past, size, seed)[: len(asked)]
        for each in found:
            past.add(each)
        rounds += found
    return rounds


def _horizon(names: Sequence[str], past: Past, size: int) -> int:
    """A third of the rounds in which those who have met least could all meet once more.

    Looking further ahead would leave for later what can be had soon: repeats would fall
    on early rounds. Looking less far leaves pairs over that can hardly be brought together.
    """
    times = [past.times(one, other) for one, other in combinations(names, 2)]
    held = sum(comb(each, 2) for each in circle_sizes(len(names), size))
    rounds = -(-times.count(min(times)) // (_PART * held)) if times and held else 0
    return min(max(rounds, _FEWEST), _MOST)


def _searched(rosters: Sequence[Sequence[str]], past: Past, size: int, seed: str) -> list[Circles]:
    names = sorted(set().union(*rosters))
    number = {name: at for at, name in enumerate(names)}
    random = Random(f"{seed} {past.rounds} circles")  # noqa: S311 - chance here seats people
    rounds: list[Seats] = [
        shuffled([number[name] for name in sorted(roster)], circle_sizes(len(roster), size), random)
        for roster in rosters
    ]
    seats = sum(len(roster) for roster in rosters)
    tables = Tables(_counts(names, past), rounds, random)
    steps = min(_MOST_STEPS, 20_000 + _EACH_SEAT * seats)
    tables.improve(steps)
    tables.spread(steps)
    return [[[names[each] for each in circle] for circle in circles] for circles in tables.rounds]


def _counts(names: Sequence[str], past: Past) -> Counts:
    """How often they have met beyond what all of them have."""
    pairs = list(combinations(range(len(names)), 2))
    dear = [past.dearness(names[one], names[other]) for one, other in pairs]
    least = min((times for times, _ in dear), default=0)
    counts = nobody_met(len(names))
    for (one, other), (times, last) in zip(pairs, dear, strict=True):
        lately = bool(times) and last == past.rounds
        counts[one][other] = counts[other][one] = min(times - least + lately, 99)
    return counts
