"""Calendars in the format of RFC 5545, with the properties of RFC 7986 that programs read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, vRecur, vText
from icalendar import Event as Component

from hearthbook.export.timezones import timezone_text
from hearthbook.history.versions import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPACE: Final = UUID("6f5e0e0a-6d0b-5c0e-9b3e-8e6a3b1f7c42")
"""The names below which our ids are made."""
_PRODUCT: Final = "-//Hearthbook//Handbooks for small communities//EN"
_FIRST_EVENT: Final = b"\r\nBEGIN:VEVENT\r\n"
"""Where the zones have their place; no text can hold a line of its own."""
_REFRESH: Final = timedelta(hours=12)
_UTC: Final = "UTC"


def uid(*names: str) -> str:
    """The id of an event, the same wherever and whenever it is made (RFC 4122, version 5)."""
    return f"{uuid5(_SPACE, '/'.join(names))}@hearthbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something in a calendar, once or by a rule."""

    uid: str
    summary: str
    first: date
    """The first day."""
    description: str = ""
    location: str = ""
    url: str = ""
    at: time | None = None
    """When it starts; None for the whole day."""
    zone: str | None = None
    """On whose clocks, an IANA zone; None for those of whoever looks."""
    minutes: int | None = None
    """How long it lasts."""
    rrule: str = ""
    """`FREQ=WEEKLY;BYDAY=TU`, without a last day; empty where it takes place once."""
    last: date | None = None
    """The last day of the rule."""
    left_out: tuple[date, ...] = ()
    """Days of the rule on which it is called off."""
    moved: tuple[tuple[date, date], ...] = ()
    """Days of the rule, each with the day in its place."""
    alarm: int | None = None
    """How many minutes before it a program should remind."""
    off: str = ""
    """The summary of a day on which it is called off."""
    cancelled: bool = False
    """Whether it does not take place at all at present."""
    of: str = ""
    """Whose event it is: a community's slug."""
    sequence: int = 0
    """How often it was changed."""
    modified: datetime = UNKNOWN
    """When it was last changed, in UTC."""


def ics(name: str, events: Iterable[Event], *, language: str = "", source: str = "") -> bytes:
    """A calendar with these events and the zones that they need, as UTF-8 with CRLF.

    `source` is the address at which programs find it again.
    """
    some = list(events)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name), {"LANGUAGE": language} if language else {})
    calendar.add("x-wr-calname", vText(name))
    calendar.add("refresh-interval", _REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    if source:
        calendar.add("source", source, {"VALUE": "URI"})
    for event in some:
        for component in _components(event):
            calendar.add_component(component)
    head, events_begin, rest = bytes(calendar.to_ical()).partition(_FIRST_EVENT)
    zones = (timezone_text(zone, year) for zone, year in sorted(_zones(some).items()))
    return b"".join([head, b"\r\n", *zones, events_begin[2:], rest]) if events_begin else head


def _zones(events: Iterable[Event]) -> dict[str, int]:
    """Each zone with the first year in which it is needed; UTC needs no telling."""
    found: dict[str, int] = {}
    for event in events:
        if event.at and event.zone and event.zone != _UTC:
            year = min([event.first, *(new for _, new in event.moved)]).year
            found[event.zone] = min(year, found.get(event.zone, year))
    return found


def _components(event: Event) -> Iterator[Component]:
    """The event itself, and one for each day on which it is otherwise."""
    whole = _component(event, event.first)
    if event.rrule:
        whole.add("rrule", _rule(event))
    yield whole
    for old, new in event.moved:
        yield _instead(event, old, new)
    for day in event.left_out:
        off = _instead(event, day, day)
        off.pop("summary")
        off.add("summary", event.off or event.summary)
        off.subcomponents.clear()
        if not event.cancelled:
            off.add("status", "CANCELLED")
        yield off


def _instead(event: Event, old: date, new: date) -> Component:
    """What takes the place of one day."""
    one = _component(event, new)
    one.add("recurrence-id", _moment(event, old))
    return one


def _component(event: Event, day: date) -> Component:
    one = Component()
    one.add("uid", event.uid)
    one.add("dtstamp", event.modified)
    one.add("last-modified", event.modified)
    one.add("sequence", event.sequence)
    one.add("summary", event.summary)
    one.add("dtstart", _moment(event, day))
    if event.at and event.minutes:
        one.add("duration", timedelta(minutes=event.minutes))
    texts = (("description", event.description), ("location", event.location), ("url", event.url))
    for key, text in (*texts, ("x-hb-cell", event.of)):
        if text:
            one.add(key, text)
    if not event.at:
        one.add("transp", "TRANSPARENT")
    if event.cancelled:
        one.add("status", "CANCELLED")
    elif event.alarm:
        one.add_component(_alarm(event, event.alarm))
    return one


def _alarm(event: Event, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-minutes))
    alarm.add("description", event.summary)
    return alarm


def _moment(event: Event, day: date) -> date | datetime:
    """When it starts on a day: a date, a time without a zone, or one in its zone."""
    if not event.at:
        return day
    if not event.zone:
        return datetime.combine(day, event.at)
    return datetime.combine(day, event.at, UTC if event.zone == _UTC else ZoneInfo(event.zone))


def _rule(event: Event) -> vRecur:
    rule: vRecur = vRecur.from_ical(event.rrule)
    if event.last and "COUNT" not in rule:
        rule["UNTIL"] = [_until(event, event.last)]
    return rule


def _until(event: Event, last: date) -> date | datetime:
    """The last moment of a rule: in UTC where the event has a zone, as the standard wants it."""
    found = _moment(event, last)
    return found.astimezone(UTC) if isinstance(found, datetime) and found.tzinfo else found
