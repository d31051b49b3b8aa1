"""When something takes place, worked out the slow way: day by day, with a pencil.

Shares nothing with the code that it checks but the model: no rule is made, no library asked.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.recurrence import When

_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLACES: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS: Final = {"month": 1, "months": 1, "quarter": 3, "year": 12}
_IN_A_WEEK: Final = 7
_ALL_MONTHS_HAVE: Final = 28
_A_DAY: Final = timedelta(days=1)
_FAR_FROM_A_CHANGE: Final = timedelta(hours=30)
_A_MONDAY: Final = date(1899, 1, 2)


class Clock(NamedTuple):
    """An hour, on whose clocks, and for how long."""

    at: time | None
    zone: str | None
    minutes: int | None


class Found(NamedTuple):
    """One time at which it takes place."""

    day: date
    clock: Clock
    start: datetime | None
    """The instant in UTC."""


def expected(when: When, start: date, end: date) -> set[Found]:
    """All times from `start` to `end`, both included.

    What was moved onto a time, or is written as a day besides, stands in place of what is there.
    """
    found: dict[object, Found] = {}

    def note(day: date, clock: Clock) -> None:
        if start <= day <= end:
            found[day, clock.at, clock.zone] = _found(day, clock)

    for day in _each(start, end):
        for clock in clocks(when, day) if day not in {*when.except_, *when.moved} else ():
            note(day, clock)
    for old, new in sorted(when.moved.items()):
        for clock in clocks(when, old):
            note(new, clock)
    usual = _usual(when)
    for extra in when.also:
        note(extra.date, usual._replace(at=extra.at or usual.at))
    return set(found.values())


def clocks(when: When, day: date) -> set[Clock]:
    """The times that a rhythm has on a day, by its rule alone."""
    if when.until and day > when.until:
        return set()
    if when.from_ and when.from_ == when.until and not (when.day or when.alternate):
        return {_usual(when)} if day == when.from_ else set()
    if when.note or day < _begin(when) or not when.every:
        return set()
    if when.alternate:
        return _turn(when, day)
    return {_usual(when)} if _in_rhythm(when, day) else set()


def is_day(wanted: str | int, day: date) -> bool:
    """Whether a date is the `third Wednesday`, the `last Friday`, a `Tuesday` or the 15th."""
    if isinstance(wanted, int):
        return day.day == wanted
    words = wanted.split()
    if _NAMES[(day - _A_MONDAY).days % _IN_A_WEEK] != words[-1]:
        return False
    if len(words) == 1:
        return True
    if words[0] == "last":
        return (day + _IN_A_WEEK * _A_DAY).month != day.month
    earlier = [date(day.year, day.month, number) for number in range(1, day.day + 1)]
    return sum((day - each).days % _IN_A_WEEK == 0 for each in earlier) == _PLACES[words[0]]


def instant(day: date, at: time, zone: str) -> datetime:
    """When the clocks of a place show that time: the first time, if they do so twice.

    If they never do, it is what the clocks from before the change would show.
    """
    place, shown = ZoneInfo(zone), datetime.combine(day, at)
    near = shown.replace(tzinfo=UTC)
    before = (near - _FAR_FROM_A_CHANGE).astimezone(place).utcoffset() or timedelta()
    later = (near + _FAR_FROM_A_CHANGE).astimezone(place).utcoffset() or timedelta()
    for offset in (before, later):
        if (near - offset).astimezone(place).replace(tzinfo=None) == shown:
            return near - offset
    return near - before


def _each(start: date, end: date) -> Iterator[date]:
    return (start + number * _A_DAY for number in range((end - start).days + 1))


def _found(day: date, clock: Clock) -> Found:
    start = instant(day, clock.at, clock.zone) if clock.at and clock.zone else None
    return Found(day, clock, start)


def _usual(when: When) -> Clock:
    if when.alternate:
        return _of_slot(when, 0)
    return Clock(when.at, when.zone, when.minutes)


def _of_slot(when: When, number: int) -> Clock:
    slot = when.alternate[number]
    return Clock(slot.at or when.at, slot.zone or when.zone, slot.minutes or when.minutes)


def _begin(when: When) -> date:
    """Its first day; a time that never began is shown from 2026 on, or for its last year."""
    if when.from_:
        return when.from_
    anchor = date(2026, 1, 1)
    return min(anchor, when.until - 366 * _A_DAY) if when.until else anchor


def _length(every: str) -> tuple[str, int]:
    """How many weeks or months there are from one to the next."""
    number, unit = every.split() if " " in every else ("1", every)
    if unit in {"week", "weeks"}:
        return "weeks", int(number)
    return "months", int(number) * _MONTHS[unit]


def _passed(unit: str, first: date, day: date) -> int:
    """How many weeks, from Monday to Sunday, or months lie between two days."""
    if unit == "weeks":
        return (day - _A_MONDAY).days // _IN_A_WEEK - (first - _A_MONDAY).days // _IN_A_WEEK
    return (day.year - first.year) * 12 + day.month - first.month


def _unsure(wanted: str | int) -> bool:
    """Whether some months have no such day, so that nobody knows what is meant."""
    return isinstance(wanted, int) and wanted > _ALL_MONTHS_HAVE


def _turn(when: When, day: date) -> set[Clock]:
    unit, count = _length(when.every or "")
    passed = _passed(unit, _begin(when), day)
    number = passed // count % len(when.alternate)
    lacking = any(_unsure(slot.day) for slot in when.alternate)
    if lacking or passed % count or not is_day(when.alternate[number].day, day):
        return set()
    return {_of_slot(when, number)}


def _in_rhythm(when: When, day: date) -> bool:
    unit, count = _length(when.every or "")
    if any(_unsure(each) for each in when.day):
        return False
    first = when.from_
    if count > 1 and not (first and any(is_day(each, first) for each in when.day)):
        return False
    right = any(is_day(each, day) for each in when.day)
    return right and (count == 1 or _passed(unit, _begin(when), day) % count == 0)
