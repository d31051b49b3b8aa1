"""Pairs of people who may meet, as many as there can be.

Edmonds' algorithm of 1965 (Paths, Trees, and Flowers), in the form with a queue and shrunk
odd rings: from each person without a partner it looks for a way of alternate pairs that ends
at another one, and swaps them along it. Whoever has a partner keeps one, so those who are
looked at first are the last to be left out.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NOBODY: Final = -1


def most_pairs(near: Sequence[Sequence[int]]) -> list[int]:
    """The partner of each, or NOBODY: as many pairs as `near` allows.

    `near` lists for each whom they may be paired with, the best first; it goes both
    ways. People are looked at by their numbers, so low numbers are left out last.
    """
    search = _Matching(near)
    for who in range(len(near)):
        if search.partner[who] == NOBODY:
            search.pair_simply(who)
    for who in range(len(near)):
        if search.partner[who] == NOBODY:
            search.swap_along(search.way_from(who))
    return search.partner


class _Matching:
    """A matching that grows by one pair with each way that is found."""

    def __init__(self, near: Sequence[Sequence[int]]) -> None:
        self.near = near
        self.partner = [NOBODY] * len(near)
        self._begin()

    def _begin(self) -> None:
        people = range(len(self.near))
        self._from = [NOBODY] * len(self.near)
        self._base = list(people)
        self._even = [False] * len(self.near)
        self._queue: deque[int] = deque()

    def pair_simply(self, who: int) -> None:
        """Takes the first partner who is free."""
        for other in self.near[who]:
            if self.partner[other] == NOBODY:
                self.partner[who], self.partner[other] = other, who
                return

    def way_from(self, root: int) -> int:
        """The end of a way of alternate pairs from somebody to another without a partner, or NOBODY."""
        self._begin()
        self._even[root] = True
        self._queue.append(root)
        while self._queue:
            one = self._queue.popleft()
            for other in self.near[one]:
                if self._base[one] == self._base[other] or self.partner[one] == other:
                    continue
                if other == root or self._reached(self.partner[other]):
                    self._shrink(one, other)
                elif self._from[other] == NOBODY:
                    self._from[other] = one
                    if self.partner[other] == NOBODY:
                        return other
                    self._even[self.partner[other]] = True
                    self._queue.append(self.partner[other])
        return NOBODY

    def _reached(self, who: int) -> bool:
        return who != NOBODY and self._from[who] != NOBODY

    def swap_along(self, end: int) -> None:
        """Pairs everybody along a way anew; one more pair than before."""
        while end != NOBODY:
            before = self._from[end]
            following = self.partner[before]
            self.partner[end], self.partner[before] = before, end
            end = following

    def _shrink(self, one: int, other: int) -> None:
        """Takes an odd ring for a single place, from which each of its members can go on."""
        top = self._common(one, other)
        ring = [False] * len(self.near)
        self._mark(one, top, other, ring)
        self._mark(other, top, one, ring)
        for who, base in enumerate(self._base):
            if ring[base]:
                self._base[who] = top
                if not self._even[who]:
                    self._even[who] = True
                    self._queue.append(who)

    def _common(self, one: int, other: int) -> int:
        """Where the ways back of two people meet."""
        seen = set()
        while True:
            one = self._base[one]
            seen.add(one)
            if self.partner[one] == NOBODY:
                break
            one = self._from[self.partner[one]]
        while self._base[other] not in seen:
            other = self._from[self.partner[self._base[other]]]
        return self._base[other]

    def _mark(self, who: int, top: int, child: int, ring: list[bool]) -> None:
        while self._base[who] != top:
            ring[self._base[who]] = ring[self._base[self.partner[who]]] = True
            self._from[who] = child
            child = self.partner[who]
            who = self._from[self.partner[who]]
