from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hearthbook.compare.lists import alike, moved, names_of, rebuilt, same


@given(st.permutations(range(6)))
def test_no_fewer_entries_could_move(order: list[int]) -> None:
    pairs = list(enumerate(order))
    stay = [place for i, place in pairs if i not in moved(pairs)]
    assert stay == sorted(stay)
    longest = max(
        size for size in range(7) for some in combinations(order, size) if list(some) == sorted(some)
    )
    assert len(stay) == longest


def test_ids_are_names_only_where_each_entry_has_its_own() -> None:
    assert names_of([{"id": "a"}, {"id": "b"}]) == ["a", "b"]
    assert names_of([{"id": "a"}, {"id": "a"}]) is None
    assert names_of([{"id": "a"}, "b"]) is None
    assert names_of([{"id": 1}]) is None


def test_equal_values_meet_in_their_order() -> None:
    assert same(["a", "b", "a"], ["a", "a", "c"]) == [(0, 0), (2, 1)]


def test_the_likest_find_each_other_first() -> None:
    old = [("we ask before we advise", ""), ("we ask before we leave", "")]
    new = [("we ask before we leave early", ""), ("we ask before we advise anybody", "")]
    assert sorted(alike(old, new, [])) == [(0, 1), (1, 0)]


def test_less_likeness_is_enough_at_the_same_place() -> None:
    old, new = [("keep", ""), ("we always ask first here", "")], [("keep", ""), ("we ask before here", "")]
    assert alike(old, new, [(0, 0)]) == [(1, 1)]


def test_a_list_that_was_written_anew_is_not_searched_for_likenesses() -> None:
    many = [(f"text number {number}", "") for number in range(101)]
    assert alike(many, many, []) == []


def test_entries_are_put_where_they_shall_be_in_the_end() -> None:
    assert rebuilt(["a", "b", "c"], {3: "y", 0: "x"}) == ["x", "a", "b", "y", "c"]
