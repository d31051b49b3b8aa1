"""Time zones for calendars: VTIMEZONE of RFC 5545, section 3.6.5, from the IANA database.

Each observance begins at the time that the clocks before it show, which is where generators
like to be an hour out. Changes that come on the same weekday of the same month each year are
a rule; others, as those that follow the moon, are listed day by day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST: Final = 2045
"""The last year whose changes are looked at; a rule goes on beyond it."""
_STEP: Final = timedelta(days=3)
"""Less than any time between two changes: after Ramadan, some clocks have one week of summer time left."""
_WEEK: Final = 7
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NO_TIME: Final = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a zone's clocks."""

    instant: datetime
    """When, in UTC."""
    before: timedelta
    """The distance from UTC before it."""
    after: timedelta
    name: str
    """What the time is called after it, such as CEST."""
    summer: bool
    """Whether the time after it is called summer time."""

    @property
    def shown(self) -> datetime:
        """What the clocks show when they are changed, as a time without a zone."""
        return self.instant.replace(tzinfo=None) + self.before


def changes(zone: str, first: int, last: int = LAST) -> tuple[Change, ...]:
    """The changes of a zone's clocks from the first day of a year to the last day of another."""
    place = ZoneInfo(zone)
    start, end = (datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC))
    return tuple(_changes(place, start, end))


def _changes(place: ZoneInfo, start: datetime, end: datetime) -> Iterator[Change]:
    low, known = start, _state(place, start)
    while low < end:
        high = min(low + _STEP, end)
        found = _state(place, high)
        if found != known:
            high = _first_after(place, low, high)
            found = _state(place, high)
            yield _change(place, high)
        low, known = high, found


def _state(place: ZoneInfo, instant: datetime) -> tuple[timedelta | None, str | None]:
    local = instant.astimezone(place)
    return local.utcoffset(), local.tzname()


def _first_after(place: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first instant after `low` at which the clocks go by other rules."""
    before = _state(place, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if _state(place, middle) == before else (low, middle)
    return high


def _change(place: ZoneInfo, instant: datetime) -> Change:
    before = (instant - timedelta(seconds=1)).astimezone(place).utcoffset()
    return _named(instant.astimezone(place), instant, before or _NO_TIME)


def _named(local: datetime, instant: datetime, before: timedelta) -> Change:
    return Change(
        instant=instant,
        before=before,
        after=local.utcoffset() or _NO_TIME,
        name=local.tzname() or "",
        summer=(local.dst() or _NO_TIME) > _NO_TIME,
    )


@cache
def timezone_text(zone: str, first: int) -> bytes:
    """The lines of a zone, which many calendars share."""
    return bytes(timezone(zone, first).to_ical())


def timezone(zone: str, first: int) -> Timezone:
    """The zone with everything that happens to its clocks from a year on."""
    start = datetime(first, 1, 1, tzinfo=ZoneInfo(zone))
    found = Timezone()
    found.add("tzid", zone)
    offset = start.utcoffset() or _NO_TIME
    at_first = _named(start, start.astimezone(UTC), offset)
    groups = [(at_first,), *_alike(changes(zone, first))]
    for some in sorted(groups, key=lambda some: some[0].instant):
        found.add_component(_observance(some, first))
    return found


def _alike(found: tuple[Change, ...]) -> list[tuple[Change, ...]]:
    """The changes by what they change, and those that come on one weekday of a month by themselves."""

    def kind(change: Change) -> tuple[timedelta, timedelta, str, bool]:
        return (change.before, change.after, change.name, change.summer)

    return [tuple(some) for _, some in groupby(sorted(found, key=kind), key=kind)]


def _observance(some: tuple[Change, ...], first: int) -> TimezoneDaylight | TimezoneStandard:
    one = TimezoneDaylight() if some[0].summer else TimezoneStandard()
    one.add("dtstart", some[0].shown)
    one.add("tzoffsetfrom", some[0].before)
    one.add("tzoffsetto", some[0].after)
    one.add("tzname", some[0].name)
    rule = _rule(some, first)
    if rule:
        one.add("rrule", rule)
    elif len(some) > 1:
        one.add("rdate", [change.shown for change in some[1:]])
    return one


def _rule(some: tuple[Change, ...], first: int) -> dict[str, object]:
    """The rule by which the changes come each year; empty where there is none."""
    days = [change.shown for change in some]
    same = len({(day.month, day.weekday(), day.time()) for day in days}) == 1
    if not same or [day.year for day in days] != list(range(first, LAST + 1)):
        return {}
    places = {(day.day - 1) // _WEEK + 1 for day in days}
    ends = {(day + timedelta(days=_WEEK)).month != day.month for day in days}
    place = -1 if ends == {True} else places.pop() if len(places) == 1 else 0
    weekday = _WEEKDAYS[days[0].weekday()]
    return {"freq": "yearly", "bymonth": days[0].month, "byday": f"{place}{weekday}"} if place else {}
