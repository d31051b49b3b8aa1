"""The first day of a rhythm that has to be counted from one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from hearthbook.model.recurrence import YEARS, falls_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.calendar.readings import Meeting

_LONGEST: Final = 400
"""Days within which each day of a rhythm comes round."""
_WITHOUT: Final = (None, "week", "month")


def near(day: date) -> date:
    """The day, or the nearest one around which a calendar can still count."""
    return min(max(day, date(YEARS[0], 1, 1)), date(YEARS[-1], 12, 31))


def needs_first(keys: Mapping[str, Any]) -> bool:
    """Whether nobody can tell the days without a first one."""
    counted = keys.get("every") not in _WITHOUT or "alternate" in keys or "rrule" in keys
    return counted and "from" not in keys


def days_of(keys: Mapping[str, Any]) -> tuple[str | int, ...]:
    """The days on one of which the first one falls."""
    slots = keys.get("alternate")
    return (slots[0]["day"],) if slots else tuple(keys.get("day", ()))


def first_day(keys: Mapping[str, Any], start: date) -> date | None:
    """The first day of a rhythm on a day or after it; None where there is none."""
    days = days_of(keys)
    for ahead in range(_LONGEST):
        day = start + timedelta(days=ahead)
        last_of_month = "rrule" in keys and (day + timedelta(days=1)).month != day.month
        if last_of_month or any(falls_on(each, day) for each in days):
            return day
    return None


def begun(meeting: Meeting, start: date | None) -> Meeting:
    """The meeting with its first day from `start` on; or with that named as missing."""
    if not needs_first(meeting.keys):
        return meeting
    first = first_day(meeting.keys, start) if start and start == near(start) else None
    if not first:
        return replace(meeting, missing=(*meeting.missing, "from"))
    after = ("until", "except")
    keys = {key: value for key, value in meeting.keys.items() if key not in after}
    keys |= {"from": first.isoformat(), **{key: meeting.keys[key] for key in after if key in meeting.keys}}
    return replace(meeting, keys=keys)
