"""The times at which something takes place, within a span that somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from hearthbook.calendar.series import series_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.calendar.series import Series
    from hearthbook.model.recurrence import Extra, When

MOST: Final = 1000
"""Days of one series at most, whatever the span."""
FAR: Final = 366 * 20
"""How many days a span may have at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time at which it takes place."""

    day: date
    """The day on the clocks of the place that counts."""
    at: time | None = None
    """What these clocks show when it starts; None where it is a whole day."""
    zone: str | None = None
    """The place's IANA time zone; None where it is that of whoever comes."""
    minutes: int | None = None
    moved_from: date | None = None
    """The day on which it would have been."""
    extra: bool = False
    """Whether it is besides the rule."""
    note: str | None = None
    """What is different on that day."""

    @property
    def start(self) -> datetime | None:
        """The instant at which it starts, in UTC; None without an hour or a zone."""
        return instant(self.day, self.at, self.zone) if self.at and self.zone else None


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def instant(day: date, at: time, zone: str) -> datetime:
    """The instant, in UTC, at which the clocks of a zone show that time.

    A time that comes twice is the first of the two; one that is left out when clocks go
    forward is counted by the clocks before (RFC 5545, section 3.3.5).
    """
    return datetime.combine(day, at, _zone(zone)).astimezone(UTC)


def occurrences(when: When, start: date, end: date) -> tuple[Occurrence, ...]:
    """The times from `start` to `end`, both included, in order; at most `MOST` of each series.

    Raises ValueError for a span of more than `FAR` days.
    """
    if (end - start).days > FAR:
        raise ValueError(f"{start} to {end} is too long a span")
    series = series_of(when)
    found = {_order(one): one for one in _regular(when, series, start, end)}
    for one in (*_moved(when, series), *_extra(when)):
        if start <= one.day <= end:
            found[_order(one)] = one
    return tuple(sorted(found.values(), key=_order))


def _order(one: Occurrence) -> tuple[date, bool, time, str]:
    return (one.day, one.at is not None, one.at or time(), one.zone or "")


def _regular(when: When, series: tuple[Series, ...], start: date, end: date) -> Iterator[Occurrence]:
    left_out = {*when.except_, *when.moved}
    for one in series:
        for day in islice(one.days(start, end), MOST):
            if day not in left_out:
                yield _on(day, one)


def _on(day: date, series: Series, moved_from: date | None = None) -> Occurrence:
    return Occurrence(day=day, at=series.at, zone=series.zone, minutes=series.minutes, moved_from=moved_from)


def moves(when: When, series: tuple[Series, ...]) -> Iterator[tuple[Series, date, date]]:
    """Each day that was moved, with its series and its new day; those that no series has are left out."""
    for old, new in sorted(when.moved.items()):
        for one in series:
            if any(True for _ in one.days(old, old)):
                yield one, old, new


def _moved(when: When, series: tuple[Series, ...]) -> Iterator[Occurrence]:
    return (_on(new, one, old) for one, old, new in moves(when, series))


def usual(when: When) -> tuple[time | None, str | None, int | None]:
    """The hour, the zone and the minutes of a rhythm; of the first one where times take turns."""
    if not when.alternate:
        return when.at, when.zone, when.minutes
    first = when.alternate[0]
    return first.at or when.at, first.zone or when.zone, first.minutes or when.minutes


def extras(when: When) -> Iterator[tuple[Extra, time | None]]:
    """Each day besides, with its hour."""
    at = usual(when)[0]
    return ((extra, extra.at or at) for extra in sorted(when.also, key=lambda extra: extra.date))


def _extra(when: When) -> Iterator[Occurrence]:
    _, zone, minutes = usual(when)
    for extra, at in extras(when):
        yield Occurrence(day=extra.date, at=at, zone=zone, minutes=minutes, extra=True, note=extra.note)
