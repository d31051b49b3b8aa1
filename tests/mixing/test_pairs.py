"""Pairs: everybody meets everybody once before anybody meets twice, and changes are lived with."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.mixing.matching import NOBODY, most_pairs
from hearthbook.mixing.past import Past, past_of
from hearthbook.mixing.plan import Way, plan
from tests.mixing.rounds import as_rounds, people

SEEDS = st.sampled_from(["a", "b", "winter"])


def _turn(members: int) -> int:
    """How many rounds it takes until all have met."""
    return members - 1 + members % 2


@given(st.integers(2, 40), SEEDS)
def test_an_unbroken_group_meets_once_each_before_anybody_meets_twice(members: int, seed: str) -> None:
    rounds = as_rounds(plan([people(members)] * _turn(members), [], Way(seed=seed)))
    assert set(past_of(rounds).met.values()) == {1}
    assert len(past_of(rounds).met) == members * (members - 1) // 2


@given(st.integers(2, 40), st.integers(1, 90), SEEDS)
def test_nobody_is_in_a_round_twice_and_nobody_is_forgotten(members: int, many: int, seed: str) -> None:
    for groups, resting in plan([people(members)] * min(many, 90), [], Way(seed=seed)):
        assert sorted([*resting, *(name for group in groups for name in group)]) == people(members)
        assert {len(group) for group in groups} == {2}
        assert len(resting) == members % 2


@given(st.integers(1, 19), SEEDS)
def test_of_an_odd_number_a_different_one_sits_out_each_time(half: int, seed: str) -> None:
    members = 2 * half + 1
    rounds = plan([people(members)] * members, [], Way(seed=seed))
    assert sorted(name for _, resting in rounds for name in resting) == people(members)


@given(st.integers(1, 19), SEEDS)
def test_or_three_meet_and_nobody_sits_out(half: int, seed: str) -> None:
    members = 2 * half + 1
    for groups, resting in plan([people(members)] * members, [], Way(seed=seed, odd="three")):
        assert resting == ()
        assert max(map(len, groups)) == 3
        assert sum(map(len, groups)) == members


@given(st.integers(2, 30), st.integers(0, 40), st.integers(1, 20), SEEDS)
def test_planning_in_parts_gives_what_planning_at_once_gives(
    members: int, first: int, more: int, seed: str
) -> None:
    way = Way(seed=seed)
    whole = plan([people(members)] * (first + more), [], way)
    assert plan([people(members)] * more, as_rounds(whole[:first]), way) == whole[first:]


def test_the_order_of_the_file_does_not_matter_and_another_seed_does() -> None:
    way = Way(seed="a")
    assert plan([people(8)], [], way) == plan([people(8)[::-1]], [], way)
    assert plan([people(8)], [], way) != plan([people(8)], [], Way(seed="b"))


_ROSTERS = st.lists(st.sets(st.sampled_from(people(12)), min_size=2), min_size=1, max_size=12)


@given(_ROSTERS, SEEDS, st.sampled_from(["rest", "three"]))
def test_whoever_comes_and_goes_exactly_those_who_take_part_are_placed(
    rosters: list[set[str]], seed: str, odd: str
) -> None:
    way = Way(seed=seed, odd="three" if odd == "three" else "rest")
    for roster, (groups, resting) in zip(rosters, plan(rosters, [], way), strict=True):
        assert sorted([*resting, *(name for group in groups for name in group)]) == sorted(roster)


@given(st.lists(st.sets(st.sampled_from(people(8)), min_size=8), min_size=0, max_size=6), SEEDS)
def test_after_a_change_as_many_new_meetings_are_made_as_can_be(before: list[set[str]], seed: str) -> None:
    past = past_of(as_rounds(plan(before, [], Way(seed="other"))))
    roster = [*people(8)[1:], "new"]
    ((groups, _),) = plan([roster], as_rounds(plan(before, [], Way(seed="other"))), Way(seed=seed))
    fresh = sum(not past.times(*group) for group in groups)
    assert fresh == _most(roster, past)


def _most(names: list[str], past: Past) -> int:
    """The most new meetings that any pairing has, by trying all."""
    if not names:
        return 0
    one, *rest = names
    found = []
    for other in rest:
        left = [name for name in rest if name != other]
        found.append((not past.times(one, other)) + _most(left, past))
    return max(found)


@pytest.mark.parametrize("members", [20, 21, 32])
def test_one_pause_costs_a_round_or_two_and_no_more(members: int) -> None:
    names = people(members)
    rosters = [names, names, names[1:], *[names] * (members + 2)]
    met: set[tuple[str, ...]] = set()
    for groups, _ in plan(rosters, [], Way(seed="a"))[: _turn(members) + 2]:
        met |= {tuple(sorted(group)) for group in groups}
    assert len(met) == members * (members - 1) // 2


def test_a_newcomer_is_not_the_first_to_sit_out() -> None:
    before = as_rounds(plan([people(4)] * 3, [], Way(seed="a")))
    ((_, resting),) = plan([[*people(4), "new"]], before, Way(seed="a"))
    assert resting != ("new",)
    assert len(resting) == 1


@given(st.integers(0, 8), st.data())
def test_a_matching_is_as_large_as_any(size: int, data: st.DataObject) -> None:
    edges = data.draw(st.sets(st.sampled_from(list(combinations(range(size), 2))))) if size > 1 else set()
    near: list[list[int]] = [[] for _ in range(size)]
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    partner = most_pairs(near)
    pairs = {(one, other) for one, other in enumerate(partner) if one < other != NOBODY}
    assert pairs <= edges
    assert all(partner[partner[one]] == one for one in range(size) if partner[one] != NOBODY)
    assert len(pairs) == _largest(sorted(edges))


def _largest(edges: list[tuple[int, int]]) -> int:
    """The size of the largest matching, by trying all."""
    if not edges:
        return 0
    (one, other), *rest = edges
    left = [edge for edge in rest if not {one, other} & set(edge)]
    return max(_largest(rest), 1 + _largest(left))
