"""Calendars, expanded by a reader that is not ours, have the times that the rhythm has."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.calendar.occurrences import occurrences
from hearthbook.export.ics import Event, ics
from hearthbook.export.meetings import Meeting, meeting_events
from hearthbook.model.recurrence import When
from tests.calendar.rules import rules
from tests.calendar.whens import ZONES, spans, whens
from tests.export.ics_text import Calendar

if TYPE_CHECKING:
    from tests.export.ics_text import Moment


def calendar_of(when: When, *, retired: date | None = None) -> bytes:
    """The calendar of one ritual."""
    meeting = Meeting(slug="oak", id="wins", name="Wins", when=when, off="Wins: off", retired=retired)
    return ics("Oak", meeting_events(meeting), language="en")


def _told(when: When, start: date, end: date) -> set[tuple[date, Moment]]:
    """What a calendar should tell: everything but hours on nobody knows whose clocks."""
    found = occurrences(when, start, end)
    return {(one.day, one.start or one.day) for one in found if one.zone or not one.at}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_calendar_has_the_times_of_its_rhythm(data: st.DataObject) -> None:
    when = data.draw(whens())
    start, end = data.draw(spans(when))
    found = Calendar(calendar_of(when)).times(start, end)
    assert found == _told(when, start, end)


@settings(max_examples=100, deadline=None)
@given(rule=rules(), first=st.dates(date(2019, 1, 1), date(2035, 12, 31)), zone=st.sampled_from(ZONES))
def test_a_calendar_has_the_times_of_a_rule_of_an_expert(rule: str, first: date, zone: str) -> None:
    when = When.model_validate({"rrule": rule, "from": first, "at": "02:30", "zone": zone})
    end = first + timedelta(days=900)
    assert Calendar(calendar_of(when)).times(first, end) == _told(when, first, end)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_takes_place_after_it_was_given_up(data: st.DataObject) -> None:
    when = data.draw(whens())
    start, end = data.draw(spans(when))
    retired = data.draw(st.dates(start, end))
    found = Calendar(calendar_of(when, retired=retired)).times(start, end)
    late = {old for old, new in when.moved.items() if old <= retired}
    moved = {day for old, day in when.moved.items() if old in late}
    before = {each for each in _told(when, start, end) if each[0] <= retired}
    assert {each for each in found if each[0] not in moved} <= before
    kept = {each for each in before if each[0] not in when.moved.values()}
    assert kept <= found


def test_a_zone_is_told_from_the_year_to_which_the_first_day_was_moved() -> None:
    first, earlier = date(2026, 1, 5), date(2025, 12, 29)
    facts = {"every": "week", "day": ("Monday",), "at": "12:00", "zone": "Australia/Sydney", "from": first}
    when = When.model_validate(facts | {"moved": {first: earlier}})
    found = Calendar(calendar_of(when)).times(earlier, first)
    assert found == {(earlier, datetime(2025, 12, 29, 1, tzinfo=UTC))}


@pytest.mark.parametrize("zone", [*ZONES[:-1], "Asia/Gaza", "America/Havana", "Africa/El_Aaiun"])
def test_the_zone_in_a_calendar_is_that_of_the_world(zone: str) -> None:
    first = date(2019, 12, 1)
    one = Event(uid="a", summary="A", first=first, at=datetime(2020, 1, 1, 12).time(), zone=zone)  # noqa: DTZ001
    told, place = Calendar(ics("A", [one])).zones[zone], ZoneInfo(zone)
    instant = datetime(2020, 1, 1, tzinfo=UTC)
    while instant.year < 2041:
        assert told.at(instant.replace(tzinfo=None)) == instant.astimezone(place).utcoffset(), instant
        instant += timedelta(hours=3, minutes=30)
