"""A ritual as the events of a calendar: one for each time that it has, and one for each day besides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hearthbook.calendar.occurrences import extras, moves, usual
from hearthbook.calendar.series import ONCE, Series, series_of
from hearthbook.export.ics import Event, uid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hearthbook.model.recurrence import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A ritual with everything that a calendar says of it."""

    slug: str
    """The community's slug."""
    id: str
    """The ritual's id."""
    name: str
    when: When
    description: str = ""
    location: str = ""
    url: str = ""
    off: str = ""
    """What its name is on a day on which it is called off."""
    remind: int | None = None
    """How many minutes before it a program should remind."""
    retired: date | None = None
    """The last day on which it was done."""
    rests: bool = False
    """Whether the group does not meet at present, or any more."""
    in_person: bool = False
    """Whether people come to a place, whose clocks count."""


def meeting_events(meeting: Meeting) -> tuple[Event, ...]:
    """The events of a ritual; none where its days or its hour are not sure."""
    series = series_of(meeting.when)
    if any(one.at and not one.zone for one in series) and not meeting.in_person:
        return ()
    regular = (_regular(meeting, one, turn) for turn, one in enumerate(series))
    return (*(event for event in regular if event), *_besides(meeting, series))


def _event(meeting: Meeting, first: date, *names: str) -> Event:
    return Event(
        uid=uid(meeting.slug, meeting.id, *names),
        summary=meeting.name,
        first=first,
        description=meeting.description,
        location=meeting.location,
        url=meeting.url,
        alarm=meeting.remind,
        off=meeting.off,
        of=meeting.slug,
        cancelled=meeting.rests,
    )


def _regular(meeting: Meeting, series: Series, turn: int) -> Event | None:
    """The event of one time; None where it was given up before its first day."""
    when = meeting.when
    last = min((day for day in (series.last, meeting.retired) if day), default=None)
    if last and last < series.first:
        return None
    moved = tuple((old, new) for one, old, new in moves(when, (series,)) if not last or old <= last)
    left_out = tuple(day for day in sorted(set(when.except_)) if any(True for _ in series.days(day, day)))
    return replace(
        _event(meeting, series.first, *([str(turn)] if turn else [])),
        at=series.at,
        zone=series.zone,
        minutes=series.minutes,
        rrule="" if series.rrule == ONCE else series.rrule,
        last=last,
        left_out=tuple(day for day in left_out if not last or day <= last),
        moved=moved,
    )


def _besides(meeting: Meeting, series: tuple[Series, ...]) -> Iterator[Event]:
    _, zone, minutes = usual(meeting.when)
    otherwise = {*meeting.when.except_, *meeting.when.moved}
    for extra, at in extras(meeting.when):
        given_up = meeting.retired and extra.date > meeting.retired
        regular = extra.date not in otherwise and any(
            (one.at, one.zone) == (at, zone) and any(True for _ in one.days(extra.date, extra.date))
            for one in series
        )
        if given_up or regular or (at and not zone and not meeting.in_person):
            continue
        text = "\n\n".join(part for part in (extra.note, meeting.description) if part)
        event = _event(meeting, extra.date, "also", str(extra.date))
        yield replace(event, description=text, at=at, zone=zone, minutes=minutes)
