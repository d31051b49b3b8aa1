"""The rounds as a calendar that a program can subscribe to or import (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.mixing.page import Voice
    from hearthbook.mixing.values import Round

_PRODUCT: Final = "-//Hearthbook//mixing//EN"


def as_ics(slug: str, name: str, rounds: Iterable[Round], voice: Voice) -> bytes:
    """An all-day event for each round.

    Days stand without a time zone. A round keeps its UID whenever it is planned anew, and its
    DTSTAMP comes from its own day, so that the same rounds give the same bytes.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    for each in rounds:
        calendar.add_component(_event(slug, name, each, voice))
    return bytes(calendar.to_ical())


def _event(slug: str, name: str, each: Round, voice: Voice) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"hearthbook:{slug}:round:{each.number}")))
    event.add("dtstamp", datetime.combine(each.day, time(), UTC))
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", voice.plain("rounds.event", name=name, number=each.number))
    lines = [voice.names(group) for group in each.groups]
    if each.resting:
        people = voice.names(each.resting)
        lines.append(voice.plain("rounds.rests", count=len(each.resting), people=people))
    event.add("description", "\n".join(lines))
    event.add("transp", "TRANSPARENT")
    return event
