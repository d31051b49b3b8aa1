"""The clique alarm: says when the same people keep meeting, and never because of chance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from math import exp, log, sqrt
from random import Random
from typing import TYPE_CHECKING, Final

from hearthbook.mixing.past import pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hearthbook.mixing.past import Pair

_DRAWS: Final = 200
_SURE: Final = 5.0
"""How many standard deviations above what chance gives."""
_RARE: Final = 1e-5
"""How unlikely a number must be among rare events, where deviations say little."""
_SHOWN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Who met whom on one occasion."""

    groups: tuple[tuple[str, ...], ...]
    """Those who met, group by group."""
    pool: tuple[str, ...] = ()
    """Who could have been there; only those who were, if it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clique:
    """A sign that the same people keep meeting."""

    repeats: int
    """How many times two met who had met before; a third meeting counts as two more, a fourth as three."""
    expected: float
    """How many there would be if groups were drawn by chance."""
    names: tuple[str, ...]
    """Those who meet each other again and again, most often first."""
    times: int
    """How often the two of them met who met most."""


def clique_in(occasions: Sequence[Occasion]) -> Clique | None:
    """Whether the same people meet more often than chance would have it, and who.

    The number that is looked at is the sum over all pairs of c * (c - 1) / 2, where c is how
    often the two have met: it grows with each repeat, and faster for those who meet again
    and again. What chance gives is found by drawing: two hundred times, each occasion's groups
    are filled again, in their sizes, from those who could have been there (a permutation test,
    Fisher 1935). That needs no assumption about sizes, attendance or the number of members.

    There is an alarm only if the number is larger than in all draws, five standard deviations
    above their mean, twice that mean, and less likely than 1 in 100,000 for a Poisson variable
    of that mean (by Chernoff's bound). The last part matters where repeats are rare and a
    deviation means little. Rounds drawn by chance, and rounds planned to be new, give none.
    """
    seen = _repeats(_met(each.groups for each in occasions))
    random = Random("clique")  # noqa: S311 - the same draws for the same meetings
    drawn: list[int] = []
    while len(drawn) < _DRAWS:
        drawn.append(_repeats(_met(_redrawn(each, random) for each in occasions)))
        if drawn[-1] >= seen:
            return None
    mean = sum(drawn) / _DRAWS
    spread = sqrt(sum((each - mean) ** 2 for each in drawn) / _DRAWS)
    if seen < max(mean + _SURE * spread, 2 * mean) or _chance(seen, mean) > _RARE:
        return None
    met = _met(each.groups for each in occasions)
    names, times = _knot(met)
    return Clique(repeats=seen, expected=mean, names=names, times=times)


def _met(occasions: Iterable[Iterable[Sequence[str]]]) -> Counter[Pair]:
    """How often each two have met."""
    return Counter(
        pair(one, other) for groups in occasions for group in groups for one, other in combinations(group, 2)
    )


def _repeats(met: Mapping[Pair, int]) -> int:
    return sum(times * (times - 1) // 2 for times in met.values())


def _redrawn(occasion: Occasion, random: Random) -> list[list[str]]:
    """The same sizes of groups, filled by chance."""
    there = sorted(set(occasion.pool).union(*occasion.groups))
    random.shuffle(there)
    groups, start = [], 0
    for group in occasion.groups:
        groups.append(there[start : start + len(group)])
        start += len(group)
    return groups


def _chance(seen: int, mean: float) -> float:
    """At most how likely so large a number is where `mean` is usual: exp(k - m) * (m / k) ** k."""
    mean = max(mean, 1 / _DRAWS)
    # by logarithms, because the first factor can be larger than any number there is
    return exp(seen - mean + seen * log(mean / seen)) if seen > mean else 1.0


def _knot(met: Counter[Pair]) -> tuple[tuple[str, ...], int]:
    """Those who meet most, beginning with the two who met most often, and how often these met."""
    (first, times), *_ = sorted(met.items(), key=lambda each: (-each[1], each[0]))
    often = max(2, (times + 1) // 2)
    names = list(first)
    others = sorted({name for each in met for name in each} - set(names))
    while len(names) < _SHOWN:
        ties = {name: sum(met[pair(name, each)] for each in names) for name in others if name not in names}
        near = [
            name for name in ties if sum(met[pair(name, each)] >= often for each in names) * 2 >= len(names)
        ]
        if not near:
            break
        names.append(max(near, key=lambda name: (ties[name], name)))
    return tuple(names), times
