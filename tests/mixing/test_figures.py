"""The figures of a schedule, and who is meant by `among`."""

from __future__ import annotations

import pytest

from hearthbook.mixing.figures import figures, smallest_number
from hearthbook.mixing.plan import Way, plan
from tests.mixing.rounds import as_rounds, people


def test_they_count_who_has_met_whom_and_how_often() -> None:
    rounds = as_rounds([((("a", "b", "c"), ("d", "e")), ()), ((("a", "b"), ("c", "d")), ("e",))])
    found = figures(rounds, ["a", "b", "c", "d", "e"], 3)
    assert (found.rounds, found.pairs, found.met, found.repeats, found.most) == (2, 10, 5, 1, 2)
    assert (found.fewest_met, found.most_met, found.complete) == (1, 3, 0)
    assert found.coverage == pytest.approx(0.5)


def test_who_has_left_counts_no_more() -> None:
    rounds = as_rounds([((("a", "b"), ("c", "gone")), ()), ((("a", "c"), ("b", "gone")), ())])
    found = figures(rounds, ["a", "b", "c"], 2)
    assert (found.pairs, found.met, found.complete) == (3, 2, 0)
    assert figures([], [], 2).coverage == pytest.approx(1)


@pytest.mark.parametrize(("members", "size"), [(6, 2), (7, 2), (9, 3)])
def test_they_say_after_how_many_rounds_all_have_met(members: int, size: int) -> None:
    needed = smallest_number(members, size)
    rounds = as_rounds(plan([people(members)] * (needed + 3), [], Way(size=size)))
    found = figures(rounds, people(members), size)
    assert (found.needed, found.complete) == (needed, needed)


def test_a_second_turn_follows_the_first_in_its_order() -> None:
    rounds = plan([people(9)] * 8, [], Way(size=3))
    assert rounds[4:] == rounds[:4]
    rounds = plan([people(7)] * 14, [], Way())
    assert rounds[7:] == rounds[:7]
