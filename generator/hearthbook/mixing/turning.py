"""Circles that turn: one round, searched well, of which all others follow.

The members sit on rings of as many places as there are to be rounds, as on a carousel, and
from round to round each ring goes on by one place. Two people who are d places apart in the
first round stay so, and every pair that is d places apart on the same two rings has its turn
once in a full turn. So all have met when the circles of the first round show every distance
(within a ring and between rings) at least once: one round of n seats to search, not n / 3
rounds of them. These are the difference families of design theory (Bose 1939; Colbourn and
Dinitz, Handbook of Combinatorial Designs, VI.16); with chance they are found for any
number of people nearly whole, and what is missing is left to a second search.
"""

from __future__ import annotations

from itertools import combinations
from math import exp
from typing import TYPE_CHECKING, Final

from hearthbook.mixing.sizes import circle_sizes
from hearthbook.mixing.tables import shuffled

if TYPE_CHECKING:
    from random import Random

    from hearthbook.mixing.tables import Seats

_HOT: Final = 0.5
_COLD: Final = 0.1
"""In full turns: what losing a distance costs is as many pairs as there are places on a ring."""


class Carousel:
    """Rings of places that turn, perhaps around one place that stands still, and a round on them."""

    def __init__(self, members: int, size: int, *, still: bool, random: Random) -> None:
        """Lay out at least as many places as members, and seat them by chance.

        `size` is that of the largest circle. It has a member on each of size - 1 rings and
        one more, so that a full turn has about as many rounds as cannot be done without.
        """
        self._random = random
        self.rings = size - 1
        self.turn = -(-(members - still) // self.rings)
        self.places = self.rings * self.turn + still
        self._number_distances()
        self.seats = shuffled(range(self.places), circle_sizes(self.places, size), random)
        self._seen = [0] * len(self._weight)
        for circle in self.seats:
            for one, other in combinations(circle, 2):
                self._seen[self._distance[one][other]] += 1
        self.missing = sum(w for w, seen in zip(self._weight, self._seen, strict=True) if not seen)

    def _number_distances(self) -> None:
        """Gives each kind of distance a number, and counts the pairs of that kind."""
        numbers: dict[tuple[int, int, int], int] = {}
        self._distance = [[0] * self.places for _ in range(self.places)]
        self._weight: list[int] = []
        for one, other in combinations(range(self.places), 2):
            number = numbers.setdefault(self._kind(one, other), len(numbers))
            self._distance[one][other] = self._distance[other][one] = number
            if number == len(self._weight):
                self._weight.append(0)
            self._weight[number] += 1

    def _kind(self, one: int, other: int) -> tuple[int, int, int]:
        """The rings of two places, and how far they are apart."""
        ring, place = divmod(one, self.turn)
        second, where = divmod(other, self.turn)
        if second == self.rings:
            return ring, second, 0
        apart = (where - place) % self.turn
        return ring, second, min(apart, self.turn - apart) if ring == second else apart

    def search(self, steps: int) -> None:
        """Looks for a round that shows every distance; keeps the best one seen."""
        best, kept = self.missing, self.seats
        warmth = 0.0
        for step in range(steps if len(self.seats) > 1 else 0):
            if not best:
                break
            if not step % 256:
                warmth = self.turn * _HOT * (_COLD / _HOT) ** (step / steps)
            self._try(warmth)
            if self.missing < best:
                best, kept = self.missing, [circle[:] for circle in self.seats]
        self.missing, self.seats = best, kept

    def _try(self, warmth: float) -> None:
        """Has two places of two circles change, if that is better or chance wants it."""
        chance = self._random.random
        first = int(chance() * len(self.seats))
        second = int(chance() * (len(self.seats) - 1))
        here, there = self.seats[first], self.seats[second + (second >= first)]
        mine, yours = int(chance() * len(here)), int(chance() * len(there))
        one, other = here[mine], there[yours]
        from_one, from_other = self._distance[one], self._distance[other]
        cost = self._lose(here, one, from_one) + self._lose(there, other, from_other)
        cost -= self._gain(here, one, from_other) + self._gain(there, other, from_one)
        if cost <= 0 or chance() < exp(-cost / warmth):
            here[mine], there[yours] = other, one
            self.missing += cost
        else:
            self._lose(here, one, from_other)
            self._lose(there, other, from_one)
            self._gain(here, one, from_one)
            self._gain(there, other, from_other)

    def _lose(self, circle: list[int], but: int, distance: list[int]) -> int:
        """Takes out the distances from a place to all of a circle but one; returns what only they showed."""
        seen, cost = self._seen, 0
        for each in circle:
            if each != but:
                number = distance[each]
                seen[number] -= 1
                if not seen[number]:
                    cost += self._weight[number]
        return cost

    def _gain(self, circle: list[int], but: int, distance: list[int]) -> int:
        """Puts them in; returns what was shown nowhere."""
        seen, worth = self._seen, 0
        for each in circle:
            if each != but:
                number = distance[each]
                if not seen[number]:
                    worth += self._weight[number]
                seen[number] += 1
        return worth

    def rounds(self) -> list[Seats]:
        """All rounds of a full turn."""
        return [
            [[self._after(turns, each) for each in circle] for circle in self.seats]
            for turns in range(self.turn)
        ]

    def _after(self, turns: int, place: int) -> int:
        ring, at = divmod(place, self.turn)
        return place if ring == self.rings else ring * self.turn + (at + turns) % self.turn
