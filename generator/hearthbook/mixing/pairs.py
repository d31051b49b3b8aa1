"""Pairs: everybody meets everybody once before anybody meets twice.

For an unbroken group that is the circle method (Kirkman 1847), known from tournaments: one
person stays, the others move on by one place from round to round, and those who face each
other meet. With an odd number, whoever faces the empty place sits out, each once in a turn.

When people have joined, left or paused, no such order fits any more. Then each round is the
largest matching among those who have not met (`matching.most_pairs`); whoever has the most
people still to meet comes first, so that no small rest of strangers is left over at the end.
Who can have no new partner gets the one they have met least, and least lately.
"""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING

from hearthbook.mixing.matching import NOBODY, most_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearthbook.mixing.past import Past

Pairs = list[list[str]]


def in_order(names: Iterable[str], seed: str) -> list[str]:
    """Names shuffled by a seed, whatever order they come in."""
    found = sorted(names)
    Random(f"{seed} order").shuffle(found)  # noqa: S311 - chance here seats people
    return found


def circle_method(names: Sequence[str], turn: int) -> tuple[Pairs, list[str]]:
    """The pairs of a round, counted from 0, and who sits out; the order comes back after all have met."""
    places: list[str | None] = [*names, *([None] if len(names) % 2 else [])]
    moving = places[1:]
    shift = turn % len(moving) if moving else 0
    places[1:] = moving[-shift:] + moving[:-shift] if shift else moving
    half = len(places) // 2
    facing = zip(places[:half], reversed(places[half:]), strict=True)
    pairs: Pairs = []
    resting: list[str] = []
    for one, other in facing:
        there = [each for each in (one, other) if each is not None]
        (pairs.append(there) if len(there) > 1 else resting.extend(there))
    return pairs, resting


def matched(names: Sequence[str], past: Past) -> tuple[Pairs, list[str]]:
    """The pairs with the most new meetings after any past, and who sits out where the number is odd.

    Whoever has not sat out for longest does; where several have, the first of `names`.
    """
    resting: list[str] = []
    if len(names) % 2:
        resting = [min(names, key=past.waited)]
    left = [name for name in names if name not in resting]
    pairs: Pairs = []
    while left:
        found, left = _one_level(left, past)
        pairs += found
    return pairs, resting


def _one_level(names: Sequence[str], past: Past) -> tuple[Pairs, list[str]]:
    """As many pairs as there can be among those who have met least, and who is left."""
    cost = [[past.times(one, other) for other in names] for one in names]
    least = min(min(row[:at] + row[at + 1 :]) for at, row in enumerate(cost))
    # whoever has the most people to choose from comes first: they have met fewest
    order = sorted(range(len(names)), key=lambda who: -sum(each <= least for each in cost[who]))
    people = [names[who] for who in order]
    near = [
        [rank for rank, other in enumerate(order) if other != who and cost[who][other] == least]
        for who in order
    ]
    for who, others in zip(people, near, strict=True):
        others.sort(key=partial(_lately, who, people, past))
    partner = most_pairs(near)
    pairs = [[people[one], people[other]] for one, other in enumerate(partner) if one < other]
    return pairs, [people[one] for one, other in enumerate(partner) if other == NOBODY]


def _lately(who: str, people: Sequence[str], past: Past, other: int) -> int:
    """In which round two met last; whom one met long ago comes first."""
    return past.dearness(who, people[other])[1]


def with_three(pairs: Pairs, resting: Sequence[str], past: Past) -> tuple[Pairs, list[str]]:
    """The pairs with whoever would sit out joining the one they have met least, and least lately."""
    if not resting or not pairs:
        return pairs, list(resting)
    third = resting[0]

    def dear(place: int) -> tuple[list[tuple[int, int]], int]:
        return sorted((past.dearness(third, each) for each in pairs[place]), reverse=True), place

    joined = min(range(len(pairs)), key=dear)
    grown = [[*each, third] if place == joined else each for place, each in enumerate(pairs)]
    return grown, list(resting[1:])
