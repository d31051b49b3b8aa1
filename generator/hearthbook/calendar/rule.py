"""A rhythm as one line for programs, in the words of RFC 5545 as far as it has them.

    FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;DTSTART=2026-09-01;TZID=Europe/Berlin;AT=17:00;MINUTES=60

Days are written out (`2026-09-01`), several joined by commas. FREQ stands there only
where the days follow from what is written, and from nothing else: an ambiguous
rhythm has its time of day alone, and readers are told no day rather than a wrong one.
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, Final

from hearthbook.model.rhythm import ORDINALS, WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.model.rhythm import When

EVERY_MONTH_HAS: Final = 28
"""The last day of a month that all months have."""
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_WEEK: Final = 7


def rule_of(when: When, *, in_person: bool = False) -> str:
    """The rule of a rhythm; empty where nothing can be worked out.

    With `in_person`, the time of day is left to the clocks of the place, and `PLACE=HERE` says so.
    """
    days = _days(when)
    tells_time = bool(when.at and when.zone)
    if not tells_time and (when.at or not days):
        return ""
    if in_person and not days:
        return ""
    parts = [*days, *_bounds(when)]
    if when.zone:
        parts.append(f"TZID={when.zone}")
    if when.at:
        parts.append(f"AT={when.at:%H:%M}")
    if when.minutes:
        parts.append(f"MINUTES={when.minutes}")
    return ";".join([*parts, "PLACE=HERE"] if in_person else parts)


def _days(when: When) -> list[str]:
    """The part of the rule that gives the days; empty where they are not sure."""
    if when.from_ and when.from_ == when.until:
        return ["FREQ=DAILY"]
    if when.note or not when.every or not when.day:
        return []
    number, _, unit = when.every.rpartition(" ")
    unit = unit.removesuffix("s") if number else unit
    count = int(number or 1) * _MONTHS.get(unit, 1)
    if count > 1 and not (when.from_ and any(_falls_on(day, when.from_) for day in when.day)):
        return []  # where to count from is anybody's guess
    if any(isinstance(day, int) and day > EVERY_MONTH_HAS for day in when.day):
        return []  # the shorter months may have it on their last day, or not at all
    frequency = "WEEKLY" if unit == "week" else "MONTHLY"
    interval = [f"INTERVAL={count}"] if count > 1 else []
    return [f"FREQ={frequency}", *interval, *_by_days(when)]


def _by_days(when: When) -> list[str]:
    """Which days: `BYDAY=TU`, `BYDAY=3WE,-1FR`, `BYMONTHDAY=15`."""
    named = [_short(day) for day in when.day if isinstance(day, str)]
    numbers = [str(day) for day in when.day if isinstance(day, int)]
    pairs = (("BYDAY", named), ("BYMONTHDAY", numbers))
    return [f"{key}={','.join(values)}" for key, values in pairs if values]


def _short(day: str) -> str:
    """`third Wednesday` as `3WE`, `last Friday` as `-1FR`, `Tuesday` as `TU`."""
    ordinal, _, weekday = day.rpartition(" ")
    place = "" if not ordinal else "-1" if ordinal == "last" else str(ORDINALS.index(ordinal) + 1)
    return place + weekday[:2].upper()


def _falls_on(day: str | int, date_: date) -> bool:
    """Whether a date is such a day."""
    if isinstance(day, int):
        return date_.day == day
    ordinal, _, weekday = day.rpartition(" ")
    if WEEKDAYS[date_.weekday()] != weekday:
        return False
    if ordinal == "last":
        return date_.day + _WEEK > monthrange(date_.year, date_.month)[1]
    return not ordinal or ORDINALS[(date_.day - 1) // _WEEK] == ordinal


def _bounds(when: When) -> list[str]:
    """From when, until when and on which days not."""
    listed = (("DTSTART", when.from_), ("UNTIL", when.until))
    found = [f"{key}={day}" for key, day in listed if day]
    return [*found, f"EXDATE={','.join(map(str, when.except_))}"] if when.except_ else found
