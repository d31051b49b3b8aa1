"""The times at which something takes place, against those worked out day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.calendar.occurrences import FAR, MOST, occurrences
from hearthbook.model.recurrence import When
from tests.calendar.oracle import Clock, Found, expected
from tests.calendar.whens import spans, whens

if TYPE_CHECKING:
    from hearthbook.calendar.occurrences import Occurrence


def _seen(one: Occurrence) -> Found:
    return Found(one.day, Clock(one.at, one.zone, one.minutes), one.start)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_each_time_is_the_one_that_a_pencil_finds(data: st.DataObject) -> None:
    when = data.draw(whens())
    start, end = data.draw(spans(when))
    assert {_seen(one) for one in occurrences(when, start, end)} == expected(when, start, end)


def _starts(facts: dict[str, Any], start: date, end: date) -> list[str]:
    found = occurrences(When.model_validate(facts), start, end)
    return [f"{one.start:%m-%d %H:%M}" if one.start else f"{one.day:%m-%d}" for one in found]


def _weekly(day: str, at: str, zone: str, first: date, weeks: int) -> list[str]:
    facts = {"every": "week", "day": (day,), "at": at, "zone": zone, "from": first}
    return _starts(facts, first, first + timedelta(weeks=weeks - 1))


@pytest.mark.parametrize(
    ("zone", "at", "first", "starts"),
    [
        ("Europe/Berlin", "17:00", date(2026, 3, 22), ["03-22 16:00", "03-29 15:00", "04-05 15:00"]),
        ("Europe/Berlin", "02:30", date(2026, 3, 22), ["03-22 01:30", "03-29 01:30", "04-05 00:30"]),
        ("Europe/Berlin", "02:30", date(2026, 10, 18), ["10-18 00:30", "10-25 00:30", "11-01 01:30"]),
        ("America/New_York", "17:00", date(2026, 10, 25), ["10-25 21:00", "11-01 22:00", "11-08 22:00"]),
        ("Australia/Sydney", "17:00", date(2026, 3, 29), ["03-29 06:00", "04-05 07:00", "04-12 07:00"]),
        ("Australia/Lord_Howe", "09:00", date(2026, 3, 29), ["03-28 22:00", "04-04 22:30", "04-11 22:30"]),
        ("Antarctica/Troll", "12:00", date(2026, 3, 22), ["03-22 12:00", "03-29 10:00", "04-05 10:00"]),
        ("Europe/Dublin", "12:00", date(2026, 10, 18), ["10-18 11:00", "10-25 12:00", "11-01 12:00"]),
        ("Asia/Kathmandu", "12:00", date(2026, 3, 22), ["03-22 06:15", "03-29 06:15", "04-05 06:15"]),
        ("America/Sao_Paulo", "12:00", date(2026, 10, 25), ["10-25 15:00", "11-01 15:00", "11-08 15:00"]),
    ],
)
def test_the_hour_is_that_of_the_place_when_its_clocks_change(
    zone: str, at: str, first: date, starts: list[str]
) -> None:
    assert _weekly("Sunday", at, zone, first, 3) == starts


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        (
            {"every": "2 weeks", "day": ("Thursday",), "from": date(2026, 12, 17)},
            ["12-17", "12-31", "01-14", "01-28"],
        ),
        ({"every": "month", "day": ("last Friday",), "from": date(2027, 1, 1)}, ["01-29"]),
        ({"every": "month", "day": ("fourth Thursday",), "from": date(2026, 12, 1)}, ["12-24", "01-28"]),
        ({"every": "quarter", "day": (15,), "from": date(2026, 10, 15)}, ["01-15"]),
        ({"every": "year", "day": ("first Monday",), "from": date(2020, 1, 6)}, ["01-04"]),
        (
            {"every": "month", "day": (15, "third Friday"), "from": date(2026, 1, 15)},
            ["12-15", "12-18", "01-15"],
        ),
        ({"every": "month", "day": (31,), "from": date(2026, 1, 31)}, []),
        ({"every": "2 weeks", "day": ("Thursday",)}, []),
        ({"every": "week", "day": ("Thursday",), "note": "not in the holidays"}, []),
        ({"from": date(2026, 12, 31), "until": date(2026, 12, 31)}, ["12-31"]),
        ({"from": date(2026, 12, 31), "until": date(2026, 12, 31), "note": "Bring cake"}, ["12-31"]),
        ({"every": "week", "day": ("Friday",), "from": date(2026, 12, 31), "until": date(2026, 12, 31)}, []),
        ({"also": ({"date": date(2026, 12, 11)},), "note": "The day changes"}, ["12-11"]),
        (
            {
                "every": "week",
                "alternate": ({"day": "Monday"}, {"day": "Thursday"}),
                "from": date(2026, 11, 30),
                "except": (date(2026, 12, 28),),
                "moved": {date(2026, 12, 24): date(2026, 12, 22)},
            },
            ["12-10", "12-14", "12-22", "01-07", "01-11", "01-21", "01-25"],
        ),
    ],
)
def test_the_days_of_a_winter(facts: dict[str, Any], days: list[str]) -> None:
    assert _starts(facts, date(2026, 12, 4), date(2027, 1, 30)) == days


def test_turns_have_their_own_clocks() -> None:
    turns = (
        {"day": "Monday", "at": "13:00", "zone": "America/Los_Angeles"},
        {"day": "Thursday", "at": "05:30", "zone": "UTC"},
    )
    also = ({"date": date(2026, 10, 29)}, {"date": date(2026, 10, 30), "at": "09:00"})
    facts = {"every": "week", "alternate": turns, "from": date(2026, 10, 19), "also": also}
    starts = ["10-19 20:00", "10-29 05:30", "10-29 20:00", "10-30 16:00", "11-02 21:00", "11-12 05:30"]
    assert _starts(facts, date(2026, 10, 1), date(2026, 11, 15)) == starts


def test_a_time_that_was_moved_says_from_where() -> None:
    facts = {"every": "week", "day": ("Monday",), "moved": {date(2026, 9, 7): date(2027, 9, 8)}}
    when = When.model_validate(facts)
    assert date(2026, 9, 7) not in {one.day for one in occurrences(when, date(2026, 9, 1), date(2026, 9, 30))}
    (one,) = occurrences(when, date(2027, 9, 7), date(2027, 9, 12))
    assert (one.day, one.moved_from) == (date(2027, 9, 8), date(2026, 9, 7))


def test_a_day_that_it_never_had_cannot_be_moved() -> None:
    facts = {"every": "week", "day": ("Monday",), "moved": {date(2026, 9, 8): date(2026, 9, 9)}}
    days = [one.day for one in occurrences(When.model_validate(facts), date(2026, 9, 6), date(2026, 9, 12))]
    assert days == [date(2026, 9, 7)]


def test_a_span_that_nobody_could_read_is_refused() -> None:
    when = When.model_validate({"every": "week", "day": ("Monday",)})
    with pytest.raises(ValueError, match="too long a span"):
        occurrences(when, date(1900, 1, 1), date(2026, 1, 1))


def test_there_are_never_more_than_a_thousand() -> None:
    when = When.model_validate({"rrule": "FREQ=DAILY", "from": date(2026, 1, 1)})
    assert len(occurrences(when, date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=FAR))) == MOST


def test_there_is_nothing_beyond_the_last_year() -> None:
    when = When.model_validate({"every": "week", "day": ("Monday",)})
    assert occurrences(when, date(2200, 1, 1), date(2210, 1, 1)) == ()
    assert occurrences(when, date.max - timedelta(days=9), date.max) == ()
    assert occurrences(when, date(2026, 9, 30), date(2026, 9, 1)) == ()
