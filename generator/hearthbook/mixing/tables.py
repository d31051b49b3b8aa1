"""Who has met whom how often, and the search that seats people next to those they have not met.

A plan of several rounds is improved all at once: two people of one round change places, and
the change is kept if fewer pairs are left that never meet, or, early in the search, by chance
although it is worse (simulated annealing: Kirkpatrick, Gelatt and Vecchi 1983). Planning ahead
matters because the last pairs are the dear ones: a round that is best by itself leaves people
apart who can hardly be brought together afterwards.

Where all have met before the plan is over, some meet again. So the best plan is searched once
more, for one in which no two meet again and again while others do not; nobody is kept apart
for that.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

Seats = list[list[int]]
"""The circles of one round; members go by their numbers, from 0."""
Counts = list[list[int]]
"""How often each has met each."""

_HOT: Final = 10.0
_COLD: Final = 1.5
_CALM: Final = 12.0
_STILL: Final = 1.0
"""How willingly the second search goes back, at its start and at its end."""
_FIRST_REPEAT: Final = 16
_NEXT_REPEAT: Final = 3
"""What it costs to meet once more, and how much dearer each further time is, so that repeats are spread."""
_MOST: Final = 1000
"""More often than that two people meet in no plan and no past."""
_EACH_REPEAT: Final = 8
_STRANGERS: Final = 30
"""The same in the second search: meeting for the fifth time is four times as dear as for the second, and
never to meet is dear as well, but can be tried on the way to something better."""
_Costs = tuple[tuple[int, ...], tuple[int, ...]]


def _costs(first: int, later: Iterable[int]) -> _Costs:
    """By how often two have met: what it costs to meet once more, and what was paid for the last time."""
    found = (first, *later)
    return found, (0, *found)


_FIRST_SEARCH: Final = _costs(0, (_FIRST_REPEAT + _NEXT_REPEAT * each for each in range(_MOST)))
_SECOND_SEARCH: Final = _costs(-_STRANGERS, (_EACH_REPEAT * (each + 1) for each in range(_MOST)))


def nobody_met(members: int) -> Counts:
    """A table for people who have not met yet."""
    return [[0] * members for _ in range(members)]


def note(counts: Counts, circles: Iterable[Sequence[int]], times: int = 1) -> None:
    """Writes into the table that the members of each circle meet."""
    for circle in circles:
        for at, one in enumerate(circle):
            for other in circle[at + 1 :]:
                counts[one][other] += times
                counts[other][one] += times


def strangers(counts: Counts) -> int:
    """How many pairs have not met."""
    return (sum(row.count(0) for row in counts) - len(counts)) // 2


def shuffled(members: Sequence[int], sizes: Sequence[int], random: Random) -> Seats:
    """Circles of these sizes by chance."""
    order = list(members)
    random.shuffle(order)
    start = 0
    circles = []
    for size in sizes:
        circles.append(order[start : start + size])
        start += size
    return circles


class Tables:
    """Several rounds that are being seated, and what it would cost to change them."""

    def __init__(self, before: Counts, rounds: list[Seats], random: Random) -> None:
        """Take what has been as given, and the rounds as a first try; they are changed in place."""
        self.rounds = rounds
        self._random = random
        self._before = before
        self._begin(_FIRST_SEARCH)

    def _begin(self, costs: _Costs) -> None:
        """Counts who meets whom in the rounds as they are."""
        self._cost, self._back = costs
        self._counts = [row[:] for row in self._before]
        for seats in self.rounds:
            note(self._counts, seats)
        self._add = [[self._cost[count] for count in row] for row in self._counts]
        self._take = [[self._back[count] for count in row] for row in self._counts]
        self.strangers = strangers(self._counts)

    def improve(self, steps: int) -> int:
        """Searches for so many steps, or until all have met; returns how many pairs have not.

        The rounds are afterwards the best that were seen. Steps, not seconds: the same
        seed gives the same rounds on every machine.
        """
        best, kept = self.strangers, self._copy()
        warmth = _HOT
        free = [seats for seats in self.rounds if len(seats) > 1]
        for step in range(steps if free else 0):
            if not step % 1024:
                warmth = _HOT * (_COLD / _HOT) ** (step / steps)
            self._try(free, warmth)
            if self.strangers < best:
                best, kept = self.strangers, self._copy()
                if not best:
                    break
        self._restore(kept)
        return best

    def spread(self, steps: int) -> None:
        """Searches for so many steps for a plan in which repeats are shared out more evenly.

        No more pairs are left that never meet, and the rounds are afterwards the best that
        were seen.
        """
        self._begin(_SECOND_SEARCH)
        total, best, kept, known = 0, 0, self._copy(), self.strangers
        free = [seats for seats in self.rounds if len(seats) > 1]
        for step in range(steps if free else 0):
            warmth = _CALM * (_STILL / _CALM) ** (step / steps)
            total += self._try(free, warmth)
            if total < best and self.strangers <= known:
                best, kept = total, self._copy()
        self._restore(kept)

    def _restore(self, kept: list[Seats]) -> None:
        for seats, old in zip(self.rounds, kept, strict=True):
            seats[:] = old
        self._begin(_FIRST_SEARCH)

    def _copy(self) -> list[Seats]:
        return [[circle[:] for circle in seats] for seats in self.rounds]

    def _try(self, free: list[Seats], warmth: float) -> int:
        """Has two people of a round change places, if that is better or chance wants it; returns its cost."""
        chance = self._random.random
        seats = free[int(chance() * len(free))]
        first = int(chance() * len(seats))
        second = int(chance() * (len(seats) - 1))
        here, there = seats[first], seats[second + (second >= first)]
        mine, yours = int(chance() * len(here)), int(chance() * len(there))
        one, other = here[mine], there[yours]
        add, take = self._add, self._take
        add_one, add_other, take_one, take_other = add[one], add[other], take[one], take[other]
        cost = 0
        for each in here:
            if each != one:
                cost += add_other[each] - take_one[each]
        for each in there:
            if each != other:
                cost += add_one[each] - take_other[each]
        if cost > 0 and chance() >= exp(-cost / warmth):
            return 0
        self._change(one, here, other, there)
        here[mine], there[yours] = other, one
        return cost

    def _change(self, one: int, here: list[int], other: int, there: list[int]) -> None:
        """Writes into the table that two people of two circles change places."""
        for each in here:
            if each != one:
                self._set(one, each, self._counts[one][each] - 1)
                self._set(other, each, self._counts[other][each] + 1)
        for each in there:
            if each != other:
                self._set(other, each, self._counts[other][each] - 1)
                self._set(one, each, self._counts[one][each] + 1)

    def _set(self, one: int, other: int, count: int) -> None:
        """Notes how often two people meet, and what a meeting more or less would cost."""
        counts = self._counts
        self.strangers += (not count) - (not counts[one][other])
        counts[one][other] = counts[other][one] = count
        self._add[one][other] = self._add[other][one] = self._cost[count]
        self._take[one][other] = self._take[other][one] = self._back[count]
