"""A rhythm as recurrence rules of RFC 5545: one series for each time that it has.

There is a series only where the days follow from what is written and from nothing else.
Every second week of nobody knows which, or the 31st of every month, has none: readers are
told no day rather than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.expansion import END, days_of, first_day, month_after, whole
from hearthbook.model.recurrence import ORDINALS, WEEK, Slot, falls_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from hearthbook.model.recurrence import When

ANCHOR: Final = date(2026, 1, 1)
"""Where a rhythm names no first day, calendars show it from here on; no file holds today."""
EVERY_MONTH_HAS: Final = 28
"""The last day of a month that all months have."""
ONCE: Final = "FREQ=DAILY;COUNT=1"
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The days of one time: every second Tuesday at 17:00."""

    rrule: str
    """The rule without its first and last day: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`."""
    first: date
    """The first day that it falls on."""
    last: date | None = None
    """The day after which it ends."""
    at: time | None = None
    zone: str | None = None
    """An IANA time zone."""
    minutes: int | None = None

    def days(self, start: date, end: date) -> Iterator[date]:
        """The days from `start` to `end`, both included, in order."""
        last = min(end, self.last or END)
        if last >= max(start, self.first):
            yield from days_of(self.rrule, self.first, start, last)


def series_of(when: When) -> tuple[Series, ...]:
    """The series of a rhythm, in the order of their turns; none where its days are not sure."""
    if when.from_ and when.from_ == when.until and not (when.day or when.alternate or when.rrule):
        return (_series(when, ONCE, when.from_),)
    if when.note:
        return ()  # a note such as "not in the school holidays" says what no rule knows
    if when.rrule and when.from_:
        rrule = whole(when.rrule, when.from_)
        first = first_day(rrule, when.from_)
        return (_series(when, rrule, first),) if first and not (when.until and first > when.until) else ()
    if when.alternate and when.from_ and when.every:
        return tuple(_turns(when, when.every, when.from_))
    return _plain(when)


def is_sure(when: When, *, in_person: bool) -> bool:
    """Whether the days of a rhythm are known, and on whose clocks it begins."""
    series = series_of(when)
    times = [(one.at, one.zone) for one in series] or [(each.at or when.at, when.zone) for each in when.also]
    return bool(times) and (in_person or all(zone for at, zone in times if at))


def weekly_or_monthly(every: str) -> tuple[str, int]:
    """The frequency and the interval of `2 weeks`: `WEEKLY`, 2; quarters and years are months."""
    number, _, unit = every.rpartition(" ")
    unit = unit.removesuffix("s") if number else unit
    frequency = "WEEKLY" if unit == "week" else "MONTHLY"
    return frequency, int(number or 1) * _MONTHS.get(unit, 1)


def _plain(when: When) -> tuple[Series, ...]:
    if not when.every or not when.day or any(_some_lack(day) for day in when.day):
        return ()
    frequency, count = weekly_or_monthly(when.every)
    if count > 1 and not (when.from_ and any(falls_on(day, when.from_) for day in when.day)):
        return ()  # where to count from is anybody's guess
    start = when.from_ or (min(ANCHOR, when.until - timedelta(days=366)) if when.until else ANCHOR)
    # one rule would hold only the days that are both: the 15th where it is a Tuesday
    named = tuple(day for day in when.day if isinstance(day, str))
    numbers = tuple(day for day in when.day if isinstance(day, int))
    rules = [_rule(frequency, count, days) for days in (named, numbers) if days]
    begins = ((rrule, first_day(rrule, start)) for rrule in rules)
    return tuple(
        _series(when, rrule, first)
        for rrule, first in begins
        if first and not (when.until and first > when.until)
    )


def _turns(when: When, every: str, start: date) -> Iterator[Series]:
    """One series for each slot; each has its turn one step after the one before."""
    frequency, count = weekly_or_monthly(every)
    if any(_some_lack(slot.day) for slot in when.alternate):
        return
    for turn, slot in enumerate(when.alternate):
        begins = _step(start, frequency, count * turn)
        rrule = _rule(frequency, count * len(when.alternate), (slot.day,))
        first = first_day(rrule, begins)
        if first and not (when.until and first > when.until):
            yield _series(when, rrule, first, slot)


def _step(start: date, frequency: str, count: int) -> date:
    """Where the period begins that is so many weeks or months after the one with `start` in it."""
    if not count:
        return start
    if frequency == "WEEKLY":
        return start + timedelta(days=WEEK * count - start.weekday())
    return month_after(start, count)


def _series(when: When, rrule: str, first: date, slot: Slot | None = None) -> Series:
    return Series(
        rrule=rrule,
        first=first,
        last=when.until,
        at=(slot.at if slot else None) or when.at,
        zone=(slot.zone if slot else None) or when.zone,
        minutes=(slot.minutes if slot else None) or when.minutes,
    )


def _some_lack(day: str | int) -> bool:
    """Whether some months lack the day: the shorter ones may have it on their last, or not at all."""
    return isinstance(day, int) and day > EVERY_MONTH_HAS


def _rule(frequency: str, count: int, days: tuple[str | int, ...]) -> str:
    """`FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE,-1FR`."""
    named = ",".join(short_day(day) for day in days if isinstance(day, str))
    numbers = ",".join(str(day) for day in days if isinstance(day, int))
    pairs = (("INTERVAL", str(count) if count > 1 else ""), ("BYDAY", named), ("BYMONTHDAY", numbers))
    return ";".join([f"FREQ={frequency}", *(f"{key}={value}" for key, value in pairs if value)])


def short_day(day: str) -> str:
    """`third Wednesday` as `3WE`, `last Friday` as `-1FR`, `Tuesday` as `TU`."""
    ordinal, _, weekday = day.rpartition(" ")
    place = "" if not ordinal else "-1" if ordinal == "last" else str(ORDINALS.index(ordinal) + 1)
    return place + weekday[:2].upper()
