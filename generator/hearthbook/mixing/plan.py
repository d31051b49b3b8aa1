"""The rounds to come: by a fixed order for as long as the group is unbroken, else by search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from hearthbook.mixing.circles import seated
from hearthbook.mixing.cycle import Cycle
from hearthbook.mixing.pairs import circle_method, in_order, matched, with_three
from hearthbook.mixing.past import Past, past_of
from hearthbook.mixing.values import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearthbook.mixing.values import Round

Odd = Literal["rest", "three"]
Groups = tuple[tuple[str, ...], ...]
Seated = tuple[Groups, tuple[str, ...]]
"""The groups of a round, and who sits out."""

PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How people are mixed."""

    size: int = PAIR
    """How many are in a circle; 2 for pairs."""
    odd: Odd = "rest"
    """What an odd number of people does in pairs: one sits out, or three meet."""
    seed: str = ""
    """Another one gives other rounds."""


def plan(rosters: Sequence[Iterable[str]], before: Sequence[Round], way: Way) -> list[Seated]:
    """A round for each roster, after the rounds that were.

    As long as everybody takes part in every round, the rounds follow one order in which
    all meet once before anybody meets twice; the rounds that were must be its beginning.
    From the first change on, each is searched for.
    """
    asked = [frozenset(each) for each in rosters]
    past = past_of(before)
    found: list[Seated] = []
    if asked:
        order = _Order(in_order(asked[0], way.seed), way)
        whole = all(order.gave(each, at) for at, each in enumerate(before))
        while whole and len(found) < len(asked) and asked[len(found)] == asked[0]:
            found.append(order.at(len(before) + len(found)))
            past.add(*found[-1])
    return found + _searched(asked[len(found) :], past, way)


class _Order:
    """The rounds of an unbroken group, one after the other."""

    def __init__(self, names: list[str], way: Way) -> None:
        self._names = names
        self._way = way
        self._past = Past()
        self._rounds: list[Seated] = []

    @cached_property
    def _cycle(self) -> Cycle:
        return Cycle(len(self._names), self._way.size, self._way.seed)

    def gave(self, round_: Round, at: int) -> bool:
        """Whether a round that was is the one of this order."""
        if round_.names != frozenset(self._names):
            return False
        groups, resting = self.at(at)
        return together(groups) == together(round_.groups) and set(resting) == set(round_.resting)

    def at(self, number: int) -> Seated:
        """A round, counted from 0."""
        while len(self._rounds) <= number:
            made = self._made(len(self._rounds))
            self._past.add(*made)
            self._rounds.append(made)
        return self._rounds[number]

    def _made(self, number: int) -> Seated:
        if self._way.size > PAIR:
            seats = self._cycle.at(number)
            return _tidy([[self._names[each] for each in circle] for circle in seats], ())
        pairs, resting = circle_method(self._names, number)
        if self._way.odd == "three":
            pairs, resting = with_three(pairs, resting, self._past)
        return _tidy(pairs, resting)


def _searched(rosters: Sequence[frozenset[str]], past: Past, way: Way) -> list[Seated]:
    if way.size > PAIR:
        return [
            _tidy(each, ()) for each in seated([sorted(each) for each in rosters], past, way.size, way.seed)
        ]
    found = []
    for names in rosters:
        pairs, resting = matched(in_order(names, f"{way.seed} {past.rounds}"), past)
        if way.odd == "three":
            pairs, resting = with_three(pairs, resting, past)
        past.add(pairs, resting)
        found.append(_tidy(pairs, resting))
    return found


def _tidy(groups: Iterable[Iterable[str]], resting: Iterable[str]) -> Seated:
    """A round as it is written down: names in order, and whoever would sit alone sitting out."""
    rows = sorted(tuple(sorted(each)) for each in groups)
    alone = [each[0] for each in rows if len(each) == 1]
    return tuple(each for each in rows if len(each) > 1), tuple(sorted([*resting, *alone]))
