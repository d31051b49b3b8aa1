"""When clocks move next, north and south, by an hour, by less, and never."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.calendar.shifts import distance, moves, next_shift, offset, same_clock, steady

TODAY = date(2026, 11, 23)
PLACES = (
    "America/Los_Angeles", "Europe/Berlin", "Australia/Sydney", "Australia/Lord_Howe", "America/Santiago",
    "Africa/Casablanca", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland", "UTC",
)  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/Los_Angeles", "it moves by an hour on 14 March 2027"),
        ("Europe/Berlin", "it moves by an hour on 28 March 2027"),
        ("Australia/Sydney", "it moves by an hour on 4 April 2027"),
        ("Pacific/Auckland", "it moves by an hour on 4 April 2027"),
        ("Australia/Lord_Howe", "it moves by half an hour on 4 April 2027"),
        ("Asia/Kathmandu", "its clocks never move"),
        ("UTC", "its clocks never move"),
    ],
)
def test_the_next_change_is_said_in_words(zone: str, words: str) -> None:
    assert moves(zone, TODAY) == words


def test_clocks_are_set_forward_or_back() -> None:
    forward, back = next_shift("Europe/Berlin", TODAY), next_shift("Australia/Sydney", TODAY)
    assert forward
    assert back
    assert (forward.minutes, back.minutes) == (60, -60)


def test_a_change_on_the_same_day_is_behind_us_at_noon() -> None:
    shift = next_shift("Europe/Berlin", date(2027, 3, 28))
    assert shift
    assert shift.day == date(2027, 10, 31)


@given(zone=st.sampled_from(PLACES), today=st.dates(date(2000, 1, 1), date(2035, 1, 1)))
def test_nothing_moves_before_the_next_change(zone: str, today: date) -> None:
    shift = next_shift(zone, today)
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    if shift:
        noon_there = datetime(shift.day.year, shift.day.month, shift.day.day, 12, tzinfo=ZoneInfo(zone))
        before, after = (offset(zone, noon_there + timedelta(days=days)) for days in (-1, 1))
        assert offset(zone, noon) == before
        assert after - before == shift.minutes
    else:
        assert offset(zone, noon) == offset(zone, noon.replace(year=noon.year + 1, day=1))


def test_places_that_move_together_have_the_same_clock() -> None:
    assert same_clock("Europe/Berlin", "Europe/Paris", TODAY)
    assert not same_clock("Europe/Berlin", "Africa/Lagos", TODAY)


def test_places_that_keep_a_distance_all_year_are_well_known_ones_first() -> None:
    assert steady(480, TODAY)[:2] == ("Asia/Shanghai", "Asia/Singapore")
    assert steady(345, TODAY) == ("Asia/Kathmandu",)
    assert steady(-570, TODAY) == ("Pacific/Marquesas",)
    assert steady(7, TODAY) == ()


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_too_far_away_to_ask_about(day: date) -> None:
    assert moves("Europe/Berlin", day)


def test_a_distance_is_written_with_its_sign() -> None:
    assert [distance(minutes) for minutes in (0, 330, -570)] == ["+00:00", "+05:30", "-09:30"]
