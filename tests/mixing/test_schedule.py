"""Rounds that have begun stay as they are, and days follow each other as the community says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.mixing.days import days, later
from hearthbook.mixing.plan import Way
from hearthbook.mixing.schedule import Asked, schedule
from hearthbook.mixing.values import Member, Span
from tests.mixing.rounds import people

START = date(2026, 1, 5)


def _members(number: int) -> list[Member]:
    return [Member(name=name) for name in people(number)]


def _asked(today: date, rounds: int = 4, **more: object) -> Asked:
    given_: dict[str, object] = {"rounds": rounds, "today": today, "every": "week", "way": Way(seed="oak")}
    return Asked(**{**given_, "since": START, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "every", "found"),
    [
        (date(2026, 1, 5), "week", ["2026-01-05", "2026-01-12", "2026-01-19"]),
        (date(2026, 1, 5), "2 weeks", ["2026-01-05", "2026-01-19", "2026-02-02"]),
        (date(2026, 1, 31), "month", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        (date(2027, 11, 30), "quarter", ["2027-11-30", "2028-02-29", "2028-05-30"]),
        (date(2024, 2, 29), "year", ["2024-02-29", "2025-02-28", "2026-02-28"]),
        (date(2026, 11, 15), "3 months", ["2026-11-15", "2027-02-15", "2027-05-15"]),
    ],
)
def test_days_are_counted_from_the_first_one(first: date, every: str, found: list[str]) -> None:
    assert [str(day) for day in islice(days(first, every, first), 3)] == found


def test_a_rhythm_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        later(START, "fortnight", 1)


@settings(max_examples=20)
@given(
    st.integers(2, 9), st.integers(0, 40), st.integers(2, 9), st.integers(1, 6), st.sampled_from([2, 3, 4])
)
def test_what_has_begun_is_never_written_anew(
    members: int, passed: int, others: int, more: int, size: int
) -> None:
    way = Way(size=size, seed="oak")
    first = schedule(_members(members), (), _asked(START, 5, way=way))
    today = START + timedelta(days=passed)
    second = schedule(_members(others), first.rounds, _asked(today, more, way=Way(size=size, seed="elm")))
    begun = tuple(each for each in first.rounds if each.day <= today)
    assert second.kept == begun
    assert all(each.day > today or (each.day == today and not begun) for each in second.planned)
    numbers = [each.number for each in second.rounds]
    assert numbers == list(range(1, len(numbers) + 1))


def test_planning_again_on_the_same_day_changes_nothing() -> None:
    first = schedule(_members(9), (), _asked(START))
    assert schedule(_members(9), first.rounds, _asked(START)).rounds == first.rounds
    later_ = _asked(START + timedelta(days=9))
    second = schedule(_members(9), first.rounds, later_)
    assert schedule(_members(9), second.rounds, later_).rounds == second.rounds


def test_who_joins_leaves_or_pauses_is_placed_on_their_days_only() -> None:
    week = [START + timedelta(weeks=at) for at in range(4)]
    members = [
        *_members(5),
        Member(name="late", first=week[2]),
        Member(name="gone", last=week[1]),
        Member(name="paused", pauses=(Span(first=week[1], last=week[1]),)),
        Member(name="never", out=True),
    ]
    there = [each.names - set(people(5)) for each in schedule(members, (), _asked(START)).planned]
    assert there == [{"gone", "paused"}, {"gone"}, {"late", "paused"}, {"late", "paused"}]


def test_the_row_goes_on_after_a_short_month() -> None:
    start = date(2026, 1, 31)
    first = schedule(_members(4), (), _asked(start, 2, every="month", since=start))
    second = schedule(_members(4), first.rounds, _asked(date(2026, 3, 1), 2, every="month", since=start))
    assert [str(each.day) for each in second.rounds] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
    ]


def test_a_first_day_in_the_past_gives_the_next_one_in_its_row() -> None:
    made = schedule(_members(4), (), _asked(START + timedelta(days=10), 2))
    assert [each.day for each in made.planned] == [START + timedelta(weeks=2), START + timedelta(weeks=3)]


def test_another_first_day_begins_another_row_which_is_kept() -> None:
    first = schedule(_members(4), (), _asked(START, 1))
    wednesday = START + timedelta(days=16)
    second = schedule(_members(4), first.rounds, _asked(START, 3, first=wednesday))
    assert second.planned[0].day == wednesday
    assert len(second.planned) == 3
    third = schedule(_members(4), second.rounds, _asked(wednesday, 3))
    assert third.rounds[2].day == wednesday + timedelta(weeks=1)


def test_without_any_day_to_begin_with_it_refuses() -> None:
    with pytest.raises(ValueError, match="no day"):
        schedule(_members(4), (), _asked(START, since=None))
