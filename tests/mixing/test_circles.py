"""Circles: right sizes, few rounds until all have met, the same ones for the same seed."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.mixing.cycle import Cycle
from hearthbook.mixing.past import past_of
from hearthbook.mixing.plan import Way, plan
from hearthbook.mixing.sizes import circle_sizes, fewest_rounds
from tests.mixing.rounds import as_rounds, people

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("members", "size", "sizes"),
    [
        (51, 4, (4,) * 12 + (3,)),
        (50, 4, (4,) * 11 + (3, 3)),
        (49, 4, (4,) * 10 + (3, 3, 3)),
        (9, 4, (3, 3, 3)),
        (5, 4, (5,)),
        (6, 4, (3, 3)),
        (7, 3, (4, 3)),
        (8, 3, (4, 4)),
        (50, 3, (4, 4) + (3,) * 14),
        (5, 3, (3, 2)),
        (4, 3, (4,)),
        (2, 4, (2,)),
        (1, 4, (1,)),
        (0, 4, ()),
        (12, 5, (4, 4, 4)),
        (13, 12, (7, 6)),
    ],
)
def test_circles_are_even_and_never_of_one_or_two_where_that_can_be_helped(
    members: int, size: int, sizes: tuple[int, ...]
) -> None:
    assert circle_sizes(members, size) == sizes


@given(st.integers(1, 300), st.integers(3, 12))
def test_sizes_add_up_and_differ_by_one_at_most(members: int, size: int) -> None:
    sizes = circle_sizes(members, size)
    assert sum(sizes) == members
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= size + 1
    assert min(sizes) > 2 or members < 6


@pytest.mark.parametrize(
    ("members", "size", "rounds"),
    [(16, 4, 5), (25, 5, 6), (50, 4, 18), (52, 4, 17), (51, 4, 17), (9, 3, 4), (4, 4, 1), (1, 4, 0)],
)
def test_the_least_number_of_rounds_is_the_larger_of_both_bounds(
    members: int, size: int, rounds: int
) -> None:
    assert fewest_rounds(members, circle_sizes(members, size)) == rounds


def test_pairs_of_an_odd_number_need_a_round_more() -> None:
    assert fewest_rounds(8, (2,) * 4) == 7
    assert fewest_rounds(9, (2,) * 4) == 9


@pytest.mark.parametrize(
    ("members", "size", "most"), [(9, 3, 4), (12, 4, 5), (16, 4, 6), (20, 4, 9), (43, 4, 20), (50, 4, 22)]
)
def test_all_have_met_after_few_rounds(members: int, size: int, most: int) -> None:
    rounds = Cycle(members, size, "oak").all()
    met = {frozenset(two) for seats in rounds for circle in seats for two in combinations(circle, 2)}
    assert len(met) == members * (members - 1) // 2
    assert len(rounds) <= most
    for seats in rounds:
        assert sorted(each for circle in seats for each in circle) == list(range(members))
        assert tuple(sorted(map(len, seats), reverse=True)) == circle_sizes(members, size)


@settings(max_examples=4)
@given(st.integers(1, 12), st.integers(3, 5), st.sampled_from(["a", "b"]))
def test_planning_in_parts_gives_what_planning_at_once_gives(members: int, size: int, seed: str) -> None:
    way = Way(size=size, seed=seed)
    whole = plan([people(members)] * 5, [], way)
    assert plan([people(members)] * 3, as_rounds(whole[:2]), way) == whole[2:]
    assert plan([people(members)] * 5, [], way) == whole


@settings(max_examples=10)
@given(st.lists(st.sets(st.sampled_from(people(14)), min_size=1), min_size=1, max_size=8), st.integers(3, 5))
def test_whoever_comes_and_goes_exactly_those_who_take_part_are_placed(
    rosters: list[set[str]], size: int
) -> None:
    for roster, (groups, resting) in zip(rosters, plan(rosters, [], Way(size=size)), strict=True):
        assert sorted([*resting, *(name for group in groups for name in group)]) == sorted(roster)
        expected = circle_sizes(len(roster), size)
        assert tuple(sorted(map(len, groups), reverse=True)) == (expected if len(roster) > 1 else ())


def test_after_a_change_those_who_have_not_met_come_first() -> None:
    names = people(32)
    before = as_rounds(plan([names] * 3, [], Way(size=4)))
    after = plan([[*names[1:], "new"]] * 3, before, Way(size=4))
    meetings = 3 * 8 * 6
    assert len(past_of([*before, *as_rounds(after, 4)]).met) >= len(past_of(before).met) + meetings - 1


def test_a_round_that_was_changed_by_hand_is_no_obstacle() -> None:
    before = as_rounds([(tuple(tuple(people(4, at)) for at in range(0, 16, 4)), ())])
    ((groups, _),) = plan([people(16)], before, Way(size=4))
    past = past_of(before)
    assert all(not past.times(*two) for group in groups for two in combinations(group, 2))


def test_nobody_or_one_person_alone_makes_no_circle() -> None:
    assert plan([[], ["a"]], [], Way(size=4)) == [((), ()), ((), ("a",))]
