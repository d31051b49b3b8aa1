"""Each line of a calendar is as RFC 5545 wants it, whatever people write."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.export.ics import Event, ics, uid
from hearthbook.export.meetings import Meeting, meeting_events
from hearthbook.model.recurrence import When
from tests.calendar.whens import whens
from tests.export.ics_text import Line, Part, read

HARD: Final = 'Wöchentlich; laut, \\ leise: \N{DECIDUOUS TREE} "so"\nund\tso ' + "نص" * 40
EVENT: Final = Event(
    uid=uid("oak", "wins"),
    summary="Wins",
    first=date(2026, 9, 1),
    at=time(17),
    zone="Europe/Berlin",
    minutes=60,
    rrule="FREQ=WEEKLY;BYDAY=TU",
)
ALL_DAY: Final = replace(EVENT, at=None, zone=None, minutes=None)
FLOATING: Final = replace(EVENT, zone=None)
OTHERWISE: Final = {
    "left_out": (date(2026, 9, 8),),
    "moved": ((date(2026, 9, 15), date(2026, 9, 16)),),
    "last": date(2026, 12, 31),
}
REQUIRED: Final = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
MANY: Final = {"RDATE", "EXDATE"}
"""Properties that may stand several times in one component."""


def _events(data: bytes) -> list[Part]:
    return read(data).inside("VEVENT")


def _all(part: Part) -> list[Part]:
    return [part, *(each for inner in part.parts for each in _all(inner))]


def _check(data: bytes) -> None:
    """Everything that holds for each calendar."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert re.search(rb"\r(?!\n)|(?<!\r)\n", data) is None
    for physical in data.split(b"\r\n"):
        assert len(physical) <= 75
        physical.decode("utf-8")
    for part in _all(read(data)):
        names = [line.name for line in part.lines]
        assert REQUIRED[part.name] <= set(names), part.name
        assert all(names.count(name) == 1 for name in set(names) - MANY), names
        assert all(line.value for line in part.lines)
    zones = [zone.line("TZID").value for zone in read(data).inside("VTIMEZONE")]
    used = {line.params["TZID"] for part in _all(read(data)) for line in part.lines if "TZID" in line.params}
    assert sorted(used) == sorted(zones)


@settings(max_examples=100, deadline=None)
@given(when=whens(), words=st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=80))
def test_any_calendar_is_sound(when: When, words: str) -> None:
    meeting = Meeting(slug="oak", id="wins", name=words or "Wins", when=when, description=words, remind=30)
    data = ics(words or "Oak", meeting_events(meeting), language="de", source="https://example.org/a.ics")
    _check(data)
    whole = {line.value for e in _events(data) if not e.get("RECURRENCE-ID") for line in [e.line("UID")]}
    assert whole == {event.line("UID").value for event in _events(data)}


@pytest.mark.parametrize("event", [EVENT, ALL_DAY, FLOATING])
def test_a_day_that_is_otherwise_is_named_as_its_event_is(event: Event) -> None:
    data = ics("Oak", [replace(event, **OTHERWISE)])  # type: ignore[arg-type]
    _check(data)
    whole, *others = _events(data)
    assert len(others) == 2
    for other in others:
        named = other.line("RECURRENCE-ID")
        assert named.params == whole.line("DTSTART").params
        assert len(named.value) == len(whole.line("DTSTART").value)
        assert other.get("RRULE") is None


@pytest.mark.parametrize("event", [EVENT, ALL_DAY, FLOATING])
def test_another_reader_understands_it(event: Event) -> None:
    more = {"location": HARD, "url": "https://example.org/a,b;c", "alarm": 10, "description": HARD}
    data = ics(HARD, [replace(event, summary=HARD, **OTHERWISE, **more)])  # type: ignore[arg-type]
    calendar = vobject.readOne(data.decode())
    assert len(calendar.vevent_list) == 3
    assert calendar.validate(raiseException=True)
    assert calendar.vevent.summary.value == HARD
    assert calendar.vevent.location.value == HARD
    assert calendar.vevent.url.value == "https://example.org/a,b;c"


def test_all_texts_come_back_as_they_were_written() -> None:
    data = ics(HARD, [replace(EVENT, summary=HARD, description=HARD, location=HARD)], language="ar")
    _check(data)
    found = [read(data).line("NAME"), read(data).line("X-WR-CALNAME")]
    found += [_events(data)[0].line(name) for name in ("SUMMARY", "DESCRIPTION", "LOCATION")]
    assert [line.text for line in found] == [HARD] * 5
    assert found[0].params == {"LANGUAGE": "ar"}


def test_an_end_is_told_in_utc_where_there_is_a_zone_else_as_the_first_day() -> None:
    ends = [
        re.search(
            r"UNTIL=(\w+)",
            _events(ics("Oak", [replace(event, last=date(2026, 12, 29))]))[0].line("RRULE").value,
        )
        for event in (EVENT, ALL_DAY, FLOATING)
    ]
    assert [end[1] for end in ends if end] == ["20261229T160000Z", "20261229", "20261229T170000"]


def test_what_is_left_empty_is_left_out() -> None:
    (event,) = _events(ics("Oak", [replace(EVENT, rrule="", minutes=None)]))
    assert {"DESCRIPTION", "LOCATION", "URL", "RRULE", "DURATION"}.isdisjoint(
        line.name for line in event.lines
    )
    assert event.parts == []


def test_utc_needs_no_zone_to_be_told() -> None:
    data = ics("Oak", [replace(EVENT, zone="UTC")])
    assert read(data).inside("VTIMEZONE") == []
    assert _events(data)[0].line("DTSTART") == Line("DTSTART", {}, "20260901T170000Z")


def test_a_change_is_told_by_number_and_day() -> None:
    changed = replace(EVENT, sequence=7, modified=datetime(2026, 10, 2, 8, 30, tzinfo=UTC))
    (event,) = _events(ics("Oak", [changed]))
    names = ("SEQUENCE", "LAST-MODIFIED", "DTSTAMP")
    assert [event.line(name).value for name in names] == ["7", "20261002T083000Z", "20261002T083000Z"]


def test_a_day_off_is_cancelled_and_reminds_of_nothing() -> None:
    off = replace(EVENT, left_out=(date(2026, 9, 8),), off="Wins: not today", alarm=10)
    whole, one = _events(ics("Oak", [off]))
    assert one.line("STATUS").value == "CANCELLED"
    assert one.line("SUMMARY").value == "Wins: not today"
    assert (len(whole.parts), len(one.parts)) == (1, 0)


def test_ids_stay_and_differ() -> None:
    facts = {
        "every": "week",
        "alternate": ({"day": "Monday"}, {"day": "Thursday"}),
        "from": date(2026, 9, 7),
        "also": ({"date": date(2026, 9, 12)}, {"date": date(2026, 9, 13)}),
    }
    meeting = Meeting(slug="oak", id="wins", name="Wins", when=When.model_validate(facts))
    ids = [event.uid for event in meeting_events(meeting)]
    assert len(set(ids)) == len(ids) == 4
    later = replace(meeting, name="Our wins", when=When.model_validate(facts | {"until": date(2027, 1, 1)}))
    assert [event.uid for event in meeting_events(later)] == ids
    other = replace(meeting, slug="elm")
    assert set(ids).isdisjoint(event.uid for event in meeting_events(other))


def test_two_calendars_of_the_same_events_are_the_same_bytes() -> None:
    events = [EVENT, replace(EVENT, uid="b", zone="America/New_York")]
    assert ics("Oak", events) == ics("Oak", events)
