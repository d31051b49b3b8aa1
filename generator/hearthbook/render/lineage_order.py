"""The order in which a drawing has its communities: such that its curves cross as little as can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hearthbook.render.lineage import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearthbook.render.lineage import Part, Row

_ROUNDS: Final = 4
"""Times that all neighbours are tried the other way round; more has hardly ever been better."""

Pair = tuple[str, str]
"""Where a curve begins and where it ends."""


def curves(rows: Iterable[Row]) -> list[tuple[str, str, str]]:
    """What is drawn as a curve: kind, from whom, to whom.

    Those are graduations, and splits that would close a circle.
    """
    some = list(rows)
    there = {row.branch.slug for row in some}
    found = [
        ("graduation", row.branch.slug, goal)
        for row in some
        for goal in row.branch.graduates_to
        if goal in there
    ]
    found += [
        ("split", row.branch.split_from, row.branch.slug)
        for row in some
        if row.branch.split_from in there and not row.parent
    ]
    return found


def untangled(part: Part) -> Part:
    """The part with its rows, sisters in an order in which curves cross seldom and are short."""
    rows = {row.branch.slug: row for row in part.rows}
    children: dict[str, list[str]] = {"": [], **{slug: [] for slug in rows}}
    for slug, row in rows.items():
        children[row.parent].append(slug)
    pairs = [(start, end) for _, start, end in curves(part.rows)]
    best = _cost(in_order(children[""], children), pairs)
    for _ in range(_ROUNDS if pairs else 0):
        before = best
        for some in children.values():
            # the first of all stays: the family goes by its name
            for place in range(some is children[""], len(some) - 1):
                some[place : place + 2] = reversed(some[place : place + 2])
                cost = _cost(in_order(children[""], children), pairs)
                if cost < best:
                    best = cost
                else:
                    some[place : place + 2] = reversed(some[place : place + 2])
        if best == before:
            break
    return replace(part, rows=tuple(rows[slug] for slug in in_order(children[""], children)))


def _cost(order: Sequence[str], pairs: Sequence[Pair]) -> tuple[int, int]:
    """How often curves cross, and how long they are together."""
    places = {slug: place for place, slug in enumerate(order)}
    spans = sorted(sorted((places[start], places[end])) for start, end in pairs)
    crossings = sum(
        a < c < b < d for number, (a, b) in enumerate(spans) for c, d in spans[number + 1 :] if c < b
    )
    return crossings, sum(end - start for start, end in spans)
