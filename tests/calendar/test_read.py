"""Schedules in people's words: read with certainty, with a question, or refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.calendar.read import read

if TYPE_CHECKING:
    from hearthbook.calendar.readings import Reading

TODAY = date(2026, 11, 23)


def _read(text: str, *zones: str, start: date | None = None) -> Reading:
    return read(text, today=TODAY, zones=zones, start=start)


def _keys(text: str, *zones: str) -> list[dict[str, Any]]:
    """The keys of each choice of a line that holds one meeting."""
    reading = _read(text, *zones)
    assert reading.refusal is None, reading.refusal
    assert all(len(choice.meetings) == 1 for choice in reading.choices)
    return [dict(choice.keys) for choice in reading.choices]


def _asked(text: str) -> dict[str, str]:
    return {question.about: question.asks for question in _read(text).questions}


def test_an_abbreviation_of_a_zone_is_asked_about_with_its_next_change() -> None:
    asked = _asked("Every other Tuesday at 09:00 PT")
    assert asked["PT"].startswith("did you mean America/Los_Angeles? It moves by an hour on 14 March 2027")


def test_places_with_the_same_clock_are_one_choice() -> None:
    assert [keys["zone"] for keys in _keys("Tuesday 09:00 PT")] == ["America/Los_Angeles"]


def test_places_with_another_clock_are_choices_of_their_own() -> None:
    assert [keys["zone"] for keys in _keys("Tuesday 09:00 IST")] == [
        "Asia/Kolkata",
        "Europe/Dublin",
        "Asia/Jerusalem",
    ]


def test_a_standard_time_is_the_clock_of_the_place_or_that_distance_all_year() -> None:
    assert [keys["zone"] for keys in _keys("Wednesday at 08:00 EST")] == [
        "America/New_York",
        "America/Panama",
    ]
    assert _asked("Wednesday at 08:00 EST")["EST"].endswith("Or America/Panama, which is -05:00 all year?")


def test_an_abbreviation_with_its_distance_is_the_place_or_that_distance_all_year() -> None:
    assert [keys["zone"] for keys in _keys("Tuesday 17:00 CET (UTC+1)")] == ["Europe/Berlin", "Africa/Lagos"]
    assert [keys["zone"] for keys in _keys("Tuesday 17:00 EST (UTC-5)")] == [
        "America/New_York",
        "America/Panama",
    ]


def test_a_place_with_its_distance_is_the_place() -> None:
    assert [keys["zone"] for keys in _keys("Tuesday 17:00 UTC+2 (Berlin)")] == ["Europe/Berlin"]


def test_a_zone_named_beforehand_settles_the_question() -> None:
    reading = _read("Tuesday 09:00 PT", "Europe/Berlin", "America/Vancouver")
    assert reading.choices[0].keys["zone"] == "America/Vancouver"
    assert not reading.questions
    assert "`PT` is taken as America/Vancouver, as you asked" in reading.remarks


def test_a_zone_named_beforehand_that_does_not_fit_settles_nothing() -> None:
    assert _read("Tuesday 09:00 PT", "Europe/Berlin").questions


def test_without_a_zone_the_one_named_beforehand_is_taken() -> None:
    assert _keys("Tuesday 09:00", "Europe/Berlin")[0]["zone"] == "Europe/Berlin"
    assert "zone" not in _keys("Tuesday 09:00")[0]
    assert any("archive's own clock" in remark for remark in _read("Tuesday 09:00").remarks)


def test_a_distance_from_utc_is_a_place_that_keeps_it_all_year() -> None:
    assert _keys("Tuesday 09:00 UTC+8")[0]["zone"] == "Asia/Shanghai"
    assert _keys("Tuesday 09:00 UTC+8", "Asia/Taipei")[0]["zone"] == "Asia/Taipei"
    asked = _asked("Tuesday 09:00 UTC+8")["UTC+8"]
    assert "It is +08:00 all year, as are Asia/Singapore" in asked
    assert "If your clocks move in summer, name your own place instead" in asked


def test_every_third_wednesday_is_one_of_the_month_or_every_three_weeks() -> None:
    assert _keys("every third Wednesday at 18:00 UTC") == [
        {"every": "month", "day": ["third Wednesday"], "at": "18:00", "zone": "UTC"},
        {"every": "3 weeks", "day": ["Wednesday"], "at": "18:00", "zone": "UTC"},
    ]


def test_biweekly_is_every_two_weeks_or_twice_a_week() -> None:
    reading = _read("biweekly on Tuesday, 18:00 UTC")
    assert [choice.keys["every"] for choice in reading.choices] == ["2 weeks", "week"]
    assert [choice.meetings[0].missing for choice in reading.choices] == [
        ("from",),
        ("the second day of the week, in `day`",),
    ]
    assert _asked("biweekly on Tuesday, 18:00 UTC")["biweekly"] == "every two weeks, or twice a week?"


def test_two_questions_that_read_alike_are_asked_about_each_meeting() -> None:
    reading = _read("biweekly Monday 10:00 UTC and biweekly Thursday 11:00 UTC")
    assert len(reading.choices) == 4
    assert {meeting.keys["day"][0] for choice in reading.choices for meeting in choice.meetings[:1]} == {
        "Monday"
    }


def test_a_bare_hour_may_be_in_the_morning_or_not() -> None:
    assert [keys["at"] for keys in _keys("Tuesday at 5 UTC")] == ["05:00", "17:00"]
    assert [keys["at"] for keys in _keys("Tuesday at 17 UTC")] == ["17:00"]


def test_times_that_take_turns_each_have_their_zone_where_these_differ() -> None:
    (keys,) = _keys("Alternating between Thursday at 08:00 PT and Thursday at 05:30 UTC")
    assert keys == {
        "every": "week",
        "alternate": [
            {"day": "Thursday", "at": "08:00", "zone": "America/Los_Angeles"},
            {"day": "Thursday", "at": "05:30", "zone": "UTC"},
        ],
    }


def test_times_that_take_turns_share_what_is_the_same() -> None:
    (keys,) = _keys("Monday 9-10am, alternating with Wednesday 5pm-6pm Europe/Berlin")
    assert keys == {
        "every": "week",
        "alternate": [{"day": "Monday", "at": "09:00"}, {"day": "Wednesday", "at": "17:00"}],
        "zone": "Europe/Berlin",
        "minutes": 60,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Thursday alternating between 9:00 UTC and 5pm UTC",
        "alternating between 9:00 UTC and 5pm UTC on Thursdays",
        "Thursdays at 9:00 UTC, alternating with 5pm UTC",
        "Thursdays 9:00 and 17:00 UTC, alternating",
        "abwechselnd donnerstags 9 Uhr und donnerstags 17 Uhr UTC",
    ],
)
def test_times_that_take_turns_share_their_day(text: str) -> None:
    slots = [{"day": "Thursday", "at": "09:00"}, {"day": "Thursday", "at": "17:00"}]
    assert _keys(text) == [{"every": "week", "alternate": slots, "zone": "UTC"}]


def test_names_of_times_that_take_turns_are_kept() -> None:
    reading = _read(
        "Alternating between Monday at 09:00 UTC (Blueprints) and Thursday at 10:00 UTC (General)"
    )
    assert reading.choices[0].meetings[0].notes == ("Monday: Blueprints", "Thursday: General")


def test_several_meetings_in_one_line_are_read_one_by_one() -> None:
    reading = _read("Thursday at 09:00 UTC, and every other Thursday at 09:00 Asia/Tokyo")
    first, second = reading.choices[0].meetings
    assert (first.keys["every"], second.keys["every"]) == ("week", "2 weeks")
    assert second.missing == ("from",)
    assert reading.remarks[0] == "these are 2 meetings in one line, and each is one of its own"


def test_meetings_of_one_line_can_have_names() -> None:
    reading = _read("Design: Tuesday 10:00 UTC; Code: Thursday 11:00 UTC")
    assert [meeting.name for meeting in reading.choices[0].meetings] == ["Design", "Code"]


def test_one_moment_in_two_zones_is_one_meeting_with_the_question_whose_clock_counts() -> None:
    assert [(keys["at"], keys["zone"]) for keys in _keys("Tuesday 17:00 UTC / 18:00 Europe/Berlin")] == [
        ("17:00", "UTC"),
        ("18:00", "Europe/Berlin"),
    ]


def test_one_moment_in_two_zones_that_move_together_needs_no_question() -> None:
    reading = _read("Tuesday 8am PT / 11am ET")
    assert [choice.keys["zone"] for choice in reading.choices] == ["America/Los_Angeles"]
    assert not reading.questions


def test_a_rhythm_of_several_weeks_is_counted_from_the_first_fitting_day() -> None:
    reading = _read("every other Tuesday 17:00 UTC", start=date(2026, 9, 3))
    meeting = reading.choices[0].meetings[0]
    assert meeting.keys["from"] == "2026-09-08"
    assert meeting.missing == ()


def test_the_first_of_the_times_that_take_turns_is_that_of_the_first_day() -> None:
    reading = _read("alternating between Wednesday 9:00 UTC and Monday 9:00 UTC", start=date(2026, 9, 7))
    assert reading.choices[0].keys["from"] == "2026-09-09"


def test_a_rhythm_of_each_week_or_month_needs_no_first_day() -> None:
    assert "from" not in _read("Tuesdays 17:00 UTC", start=date(2026, 9, 1)).choices[0].keys


def test_a_first_day_long_ago_looks_forgotten() -> None:
    told = "it begins on 7 May 2019, more than two years ago; does it still hold?"
    assert told in _read("every Tuesday at 17:00 UTC starting 7 May 2019").remarks
    assert told not in read("every Tuesday at 17:00 UTC starting 7 May 2019", today=date(2020, 1, 1)).remarks


def test_a_last_day_that_is_past_is_told() -> None:
    assert (
        "it ended on 30 June 2020; is it still of use?"
        in _read("Tuesdays 17:00 UTC until 30 June 2020").remarks
    )


def test_too_many_ways_to_read_a_line_are_refused() -> None:
    text = "biweekly Monday at 5 IST, biweekly Tuesday at 6 BST, biweekly Friday at 7 GMT"
    assert "ways" in (_read(text).refusal or "")
