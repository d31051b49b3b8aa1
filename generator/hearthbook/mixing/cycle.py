"""Rounds of circles in which all members of an unbroken group meet: few of them, worked out ahead."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Final

from hearthbook.mixing.sizes import circle_sizes, fewest_rounds
from hearthbook.mixing.tables import Tables, nobody_met, note, shuffled, strangers
from hearthbook.mixing.turning import Carousel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.mixing.tables import Counts, Seats

FEW: Final = 40
"""Up to so many members, a search over all rounds together may need fewer than a carousel."""
MANY: Final = 300
"""With more members the rounds stay in the order in which they were found; to sort them takes too long."""
_EACH_PLACE: Final = 3000
"""Steps of the search for each place of a carousel, at most `_MOST_TURNING`."""
_MOST_TURNING: Final = 900_000
_EACH_SEAT: Final = 4000
"""Steps for each seat of all rounds of a small group, at most `_MOST_STEPS`."""
_MOST_STEPS: Final = 500_000
_TAIL_STEPS: Final = 150_000
_EACH_LATE_SEAT: Final = 100
"""Steps for each seat of the rounds that follow a carousel's, besides `_TAIL_STEPS`."""


@dataclass(slots=True)
class Cycle:
    """Rounds until all have met, made as far as they are asked for; the same ones for the same seed."""

    members: int
    """How many there are; they go by their numbers, from 0."""
    size: int
    """How many people are in a circle."""
    seed: str
    """Another one gives other rounds."""
    _rounds: list[Seats] = field(default_factory=list)
    _whole: bool = False
    """Whether all have met after the rounds so far."""

    def first(self, rounds: int) -> list[Seats]:
        """So many rounds, or all that there are if they are fewer."""
        if not self._rounds and not self._whole:
            self._begin()
        if len(self._rounds) < rounds:
            self._finish()
        return self._rounds[:rounds]

    def at(self, round_: int) -> Seats:
        """A round, counted from 0; after the last one, the first one follows again."""
        known = self.first(round_ + 1)
        return known[round_ % len(known)] if len(known) <= round_ else known[round_]

    def all(self) -> list[Seats]:
        """The rounds until all have met."""
        self.first(1)
        self._finish()
        return self._rounds

    @property
    def _sizes(self) -> tuple[int, ...]:
        return circle_sizes(self.members, self.size)

    def _random(self, what: object) -> Random:
        """Chance for one part of the work, so that what is made first does not depend on what follows."""
        return Random(f"{self.seed} {self.members} {self.size} {what}")  # noqa: S311 - chance here seats people

    def _begin(self) -> None:
        """Makes the first rounds: those of a full turn, or all of them for a small group."""
        if len(self._sizes) < 2:  # noqa: PLR2004 - one circle holds all
            self._rounds, self._whole = [[list(range(self.members))]], True
            return
        found = []
        for still in (True, False):
            carousel = Carousel(self.members, self.size, still=still, random=self._random(still))
            carousel.search(min(_EACH_PLACE * self.members, _MOST_TURNING))
            rounds = [self._without_empty(seats) for seats in carousel.rounds()]
            found.append((self._expected(rounds), still, rounds))
        self._rounds = min(found)[2]
        if self.members <= FEW:
            self._finish()
            self._rounds = self._together()
        if self.members <= MANY:
            self._rounds = self._newest_first(self._rounds)

    def _expected(self, rounds: list[Seats]) -> float:
        """About how many rounds there will be in the end, if later ones bring a third as many new pairs."""
        left = strangers(self._counts(rounds))
        return len(rounds) + 3 * left / sum(size * (size - 1) / 2 for size in self._sizes)

    def _without_empty(self, seats: Seats) -> Seats:
        """The circles of a round without places that nobody has, in their right sizes."""
        circles = sorted(
            ([each for each in circle if each < self.members] for circle in seats), key=len, reverse=True
        )
        sizes = self._sizes
        spare = [each for circle in circles[len(sizes) :] for each in circle]
        circles = circles[: len(sizes)] + [[] for _ in sizes[len(circles) :]]
        for circle, size in zip(circles, sizes, strict=True):
            spare += circle[size:]
            del circle[size:]
        for circle, size in zip(circles, sizes, strict=True):
            while len(circle) < size:
                circle.append(spare.pop())
        return circles

    def _newest_first(self, rounds: list[Seats]) -> list[Seats]:
        """The same rounds, each followed by the one with the most new meetings, so that repeats come late."""
        waiting = {
            at: {pair for circle in seats for pair in combinations(sorted(circle), 2)}
            for at, seats in enumerate(rounds)
        }
        met: set[tuple[int, int]] = set()
        order = []
        while waiting:
            best = max(waiting, key=lambda at: (len(waiting[at] - met), -at))
            order.append(rounds[best])
            met |= waiting.pop(best)
        return order

    def _counts(self, rounds: Iterable[Seats]) -> Counts:
        counts = nobody_met(self.members)
        for seats in rounds:
            note(counts, seats)
        return counts

    def _finish(self) -> None:
        """Adds the fewest rounds that are found for those who have not met yet."""
        if self._whole:
            return
        before = self._counts(self._rounds)
        left = max(row.count(0) for row in before) - 1
        rounds = -(-left // (max(self._sizes) - 1))
        while left:
            steps = _TAIL_STEPS + _EACH_LATE_SEAT * self.members * rounds
            left, more = self._try(before, rounds, steps)
            if not left:
                self._rounds += more
            # a third of the members is about what one round more brings together this late
            rounds += max(1, 3 * left // self.members)
        self._whole = True

    def _try(self, before: Counts, rounds: int, steps: int) -> tuple[int, list[Seats]]:
        """How many pairs have not met after the best rounds of so many that are found, and these rounds."""
        random = self._random(rounds)
        start = [shuffled(range(self.members), self._sizes, random) for _ in range(rounds)]
        tables = Tables(before, start, random)
        left = tables.improve(steps)
        if not left:
            tables.spread(steps // 4)
        return left, start

    def _together(self) -> list[Seats]:
        """Fewer rounds than there are, searched all at once; or those that there are."""
        before = nobody_met(self.members)
        for rounds in range(fewest_rounds(self.members, self._sizes), len(self._rounds)):
            steps = min(_MOST_STEPS, 10_000 + _EACH_SEAT * self.members * rounds)
            left, found = self._try(before, rounds, steps)
            if not left:
                return found
        return self._rounds
