"""Which entries of two lists are the same ones, and which of them moved."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import JsonValue

    Pairs = list[tuple[int, int]]
    Saying = tuple[str, str]

T = TypeVar("T")

_ALIKE: Final = 0.5
"""How much of their wording two entries share that are the same one, said anew."""
_ALIKE_THERE: Final = 0.4
"""The same where one stands where the other stood."""
_MOST_PAIRS: Final = 10_000
"""With more pairs than this, a list was written anew, and nobody looks for likenesses."""
_LONGEST: Final = 600
"""Characters of an entry that are looked at."""


def names_of(entries: list[JsonValue]) -> list[str] | None:
    """The ids of a list's entries; None where one has none, or two have the same."""
    names = []
    for entry in entries:
        name = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(name, str):
            return None
        names.append(name)
    return names if len(set(names)) == len(names) else None


def same(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Positions at which equal texts stand, each used once; of several equal ones the first for the first."""
    places: dict[str, deque[int]] = defaultdict(deque)
    for place, text in enumerate(new):
        places[text].append(place)
    return [(place, places[text].popleft()) for place, text in enumerate(old) if places.get(text)]


def written(value: JsonValue) -> str:
    """The value as one text that no other value has."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def alike(old: Sequence[Saying], new: Sequence[Saying], paired: Pairs) -> Pairs:
    """Positions of those left over that say nearly the same, the likest first taken."""
    left = sorted(set(range(len(old))) - {i for i, _ in paired})
    right = sorted(set(range(len(new))) - {j for _, j in paired})
    if not left or not right or len(left) * len(right) > _MOST_PAIRS:
        return []
    theirs, ours = _neighbours(paired, left), _neighbours([(j, i) for i, j in paired], right)
    back = {-1: -1} | {j: i for i, j in paired}
    pieces = {j: [_pieces(text) for text in new[j]] for j in right}
    found = []
    for i in left:
        mine = [_pieces(text) for text in old[i]]
        for j in right:
            score = _likeness(mine, pieces[j])
            beside = theirs[i] == back[ours[j]]
            if score >= (_ALIKE_THERE if beside else _ALIKE):
                found.append((-score, i, j))
    return _first_come(found)


def _neighbours(paired: Iterable[tuple[int, int]], places: list[int]) -> dict[int, int]:
    """For each place the last one before it that has a partner, or -1."""
    known = sorted(i for i, _ in paired)
    return {place: known[at - 1] if (at := bisect_left(known, place)) else -1 for place in places}


def _first_come(found: list[tuple[float, int, int]]) -> Pairs:
    taken: Pairs = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, i, j in sorted(found):
        if i not in lefts and j not in rights:
            taken.append((i, j))
            lefts.add(i)
            rights.add(j)
    return taken


def _pieces(text: str) -> frozenset[str]:
    """What a text is made of, three letters each; of one without letters all of it."""
    plain = " ".join(text[:_LONGEST].casefold().split())
    if not any(map(str.isalpha, plain)):
        return frozenset({plain} - {""})
    return frozenset(f"  {plain} "[at : at + 3] for at in range(len(plain) + 1))


def _likeness(one: list[frozenset[str]], other: list[frozenset[str]]) -> float:
    """The mean of Dice's coefficients, over the parts that either of them has."""
    parts = [2 * len(a & b) / (len(a) + len(b)) for a, b in zip(one, other, strict=True) if a or b]
    return sum(parts) / len(parts) if parts else 0.0


def moved(paired: Pairs) -> set[int]:
    """The old positions of the fewest entries that must move so that the rest is in the new order.

    The rest is a longest increasing subsequence of the new positions (patience sorting).
    """
    order = sorted(paired)
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(order):
        pile = bisect_left(tops, place)
        tops[pile : pile + 1] = [place]
        ends[pile : pile + 1] = [at]
        before.append(ends[pile - 1] if pile else -1)
    at = ends[-1] if ends else -1
    stay = set()
    while at >= 0:
        stay.add(order[at][0])
        at = before[at]
    return {i for i, _ in order} - stay


def rebuilt(kept: Iterable[T], placed: Mapping[int, T]) -> list[T]:
    """The entries in order, with others put in at the places they shall have in the end.

    Raises LookupError where a place lies beyond the end.
    """
    rest = list(kept)
    for place in sorted(placed):
        if place > len(rest):
            raise LookupError(f"there is no place {place} in a list of {len(rest)}")
        rest.insert(place, placed[place])
    return rest
