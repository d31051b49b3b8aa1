"""What another hour means for people elsewhere: a few zones, in January and in July."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from hearthbook.calendar.occurrences import occurrences, usual
from hearthbook.calendar.series import ANCHOR
from hearthbook.calendar.speaking import month, weekday, zone_city
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearthbook.compare.voice import Voice
    from hearthbook.model.recurrence import When

MOST: Final = 6
"""Zones that are told at most."""
_MONTHS: Final = (1, 7)
_YEARS: Final = 3
_DAY: Final = 24 * 60
_WEEK: Final = 7 * _DAY


class _Moment(NamedTuple):
    """A time of the week on the clocks of a place."""

    day: int
    """0 for Monday."""
    clock: str


def effects(old: When, new: When, others: Sequence[str], voice: Voice) -> tuple[str, ...]:
    """What it means that a rhythm has another time, a sentence each; none where its days are not sure.

    `others` are the zones of people elsewhere. The days are those of a January and a July from the
    first day on, so that nothing depends on when one asks.
    """
    pairs = {number: pair for number in _MONTHS if (pair := _pair(old, new, number))}
    if not pairs:
        return ()
    homes = {zone for when in (old, new) if (zone := usual(when)[1])}
    found = [*_later(old, new, pairs, voice)]
    for zone in dict.fromkeys([*sorted(homes), *others, "UTC"]):
        if len(homes) == 1 and zone in homes:
            continue
        found += _in_zone(zone, pairs, voice)
        if len(found) > MOST:
            break
    return tuple(found[: MOST + 1])


def moment(when: When, voice: Voice) -> str:
    """`Tuesday at 17:00 in Berlin`; empty where a rhythm is more than one day of the week at one time."""
    plain = when.every in {"week", "2 weeks"} and len(when.day) == 1 and when.at and when.zone
    if not (plain and when.at and when.zone and isinstance(when.day[0], str)):
        return ""
    day, city = weekday(when.day[0], voice.locale), zone_city(when.zone, voice.locale)
    return voice("when.slot_at_in", day=day, at=f"{when.at:%H:%M}", city=city)


def _pair(old: When, new: When, number: int) -> tuple[datetime, datetime] | None:
    """The first instants of both in that month, of the first year in which both have one."""
    begins = max([when.from_.year for when in (old, new) if when.from_] or [ANCHOR.year])
    for year in range(begins, begins + _YEARS):
        before, after = (_first(when, date(year, number, 1)) for when in (old, new))
        if before and after:
            return before, after
    return None


def _first(when: When, start: date) -> datetime | None:
    bare = when.model_copy(update={"except_": (), "moved": {}, "also": ()})
    found = occurrences(bare, start, start + timedelta(days=30))
    one = found[0] if found else None
    return one.start.astimezone(ZoneInfo(one.zone)) if one and one.start and one.zone else None


def _at(instant: datetime, zone: str) -> _Moment:
    there = instant.astimezone(ZoneInfo(zone))
    return _Moment(there.weekday(), f"{there:%H:%M}")


def _later(old: When, new: When, pairs: dict[int, tuple[datetime, datetime]], voice: Voice) -> Iterator[str]:
    """How much later or earlier it begins, where that is the same all year."""
    gaps = {_gap(before, after) for before, after in pairs.values()}
    gap = gaps.pop()
    if gaps or not gap or abs(gap) >= _DAY or (len(new.day) > 1 and old.day != new.day):
        return
    unit, count = ("hours", abs(gap) // 60) if gap % 60 == 0 else ("minutes", abs(gap))
    yield voice.sentence(f"change.{unit}_{'later' if gap > 0 else 'earlier'}", count=count)


def _gap(before: datetime, after: datetime) -> int:
    """The minutes between two times of a week, the shorter way round."""
    minutes = round((after - before).total_seconds() / 60) % _WEEK
    return minutes - _WEEK if minutes > _WEEK // 2 else minutes


def _in_zone(zone: str, pairs: dict[int, tuple[datetime, datetime]], voice: Voice) -> Iterator[str]:
    """What clocks of a zone show, by month where that differs, and whether it is another day there."""
    told = {number: (_at(before, zone), _at(after, zone)) for number, (before, after) in pairs.items()}
    same = len(set(told.values())) == 1
    city = zone_city(zone, voice.locale)
    for number, (before, after) in list(told.items())[: 1 if same else None]:
        key = f"change.{'in_utc' if zone == 'UTC' else 'in_city'}{'' if same else '_in'}"
        texts = {"before": _said(before, voice), "after": _said(after, voice)}
        yield voice.sentence(key, city=city, month=month(number, voice.locale), **texts)
    if zone != "UTC":
        yield from _across(zone, pairs, voice)


def _across(zone: str, pairs: dict[int, tuple[datetime, datetime]], voice: Voice) -> Iterator[str]:
    """That it falls on another day there, where it did not before, and in which months."""
    city = zone_city(zone, voice.locale)
    off = {
        number: _days_off(after, zone)
        for number, (before, after) in pairs.items()
        if _crosses(before, after, zone)
    }
    same = len(off) == len(pairs) and len(set(off.values())) == 1
    for number, days in list(off.items())[: 1 if same else None]:
        key = f"change.{'next_day' if days > 0 else 'day_before'}{'' if same else '_in'}"
        yield voice.sentence(key, city=city, month=month(number, voice.locale))


def _crosses(before: datetime, after: datetime, zone: str) -> bool:
    """Whether it is another day there than where it takes place, and was not so before."""
    return _days_off(after, zone) not in {0, _days_off(before, zone)}


def _days_off(instant: datetime, zone: str) -> int:
    """How many days the date in a zone is ahead of the date where it takes place."""
    return (instant.astimezone(ZoneInfo(zone)).date() - instant.date()).days


def _said(moment: _Moment, voice: Voice) -> str:
    return voice("when.slot_at", day=weekday(WEEKDAYS[moment.day], voice.locale), at=moment.clock)
