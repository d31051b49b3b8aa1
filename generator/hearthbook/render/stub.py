"""A rhythm on a ticket stub: the day large, the hour below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from babel.dates import format_skeleton, get_day_names

from hearthbook.calendar.bounds import single_days
from hearthbook.calendar.plainly import LAST_DAY, plainly
from hearthbook.calendar.speaking import zone_city
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date, time

    from babel import Locale

    from hearthbook.model.recurrence import When
    from hearthbook.render.words import Words

_FEW: Final = 3
"""More days than these stand there in their shortest form."""


class Stub(NamedTuple):
    """What is written on it; a line without anything to say is empty."""

    often: str
    """What the day alone would not tell: `every other`, `third`."""
    day: str
    """The day, as large as there is room for: `Tuesday`, `Tue, Thu`, `15`."""
    hour: str
    """When it begins: `17:00`."""
    city: str
    """On whose clocks."""


def stub(when: When | None, words: Words, *, wide: bool = False) -> Stub | None:
    """The rhythm on a stub, or None where it names neither a day nor an hour.

    `wide` writes a single day in full. Where it takes place on one day only, that day stands
    there; where times take turns, all their days, and the hour where it is the same for all.
    Times are written as in the sentence beside it.
    """
    if not when:
        return None
    if once := _once(when):
        often, day = "", format_skeleton("MMMd", once, locale=words.locale)
    else:
        often, day = _often(when, words), _days(when, words, wide=wide)
    at, zone = _shared(when)
    hour = at.strftime("%H:%M") if at else ""
    city = zone_city(zone, words.locale) if at and zone else ""
    return Stub(often, day, hour, city) if day or hour else None


def _once(when: When) -> date | None:
    """The day of what takes place on one day only."""
    if when.from_ and when.from_ == when.until:
        return when.from_
    return when.also[0].date if single_days(when) and len(when.also) == 1 else None


def _named(when: When) -> tuple[str | int, ...]:
    """The days by which it is known; none where a rule has no short words."""
    if when.alternate:
        return tuple(dict.fromkeys(slot.day for slot in when.alternate))
    if when.rrule and when.from_:
        rhythm = plainly(when.rrule, when.from_)
        return rhythm.days if rhythm and LAST_DAY not in rhythm.days else ()
    return when.day


def _shared(when: When) -> tuple[time | None, str | None]:
    """The hour and the zone; none where times that take turns differ in either."""
    if not when.alternate:
        return when.at, when.zone
    times = {(slot.at or when.at, slot.zone or when.zone) for slot in when.alternate}
    return times.pop() if len(times) == 1 else (None, None)


def _days(when: When, words: Words, *, wide: bool) -> str:
    days = _named(when)
    width = "short" if len(days) > _FEW else "wide" if wide and len(days) == 1 else "abbreviated"
    return words.comma.join(_day(each, width, words.locale) for each in days)


def _day(day: str | int, width: str, locale: Locale) -> str:
    if isinstance(day, int):
        return str(day)
    names = get_day_names(width=width, context="stand-alone", locale=locale)  # type: ignore[arg-type]
    return str(names[WEEKDAYS.index(day.rpartition(" ")[2])])


def _often(when: When, words: Words) -> str:
    """What stands above the day."""
    if when.alternate:
        return words.raw("stub.turns")
    rhythm = plainly(when.rrule, when.from_) if when.rrule and when.from_ else None
    if rhythm and rhythm.months:
        return words.raw("every.year")
    every = rhythm.every if rhythm else when.every or ""
    number, _, unit = every.rpartition(" ")
    if unit in {"day", "days"}:
        return str(words.say("when.every_days_plain", count=int(number or 1)))
    if number:
        return (
            words.raw("stub.other")
            if every == "2 weeks"
            else str(words.say(f"every.{unit}", count=int(number)))
        )
    days = _named(when)
    ordinals = {day.rpartition(" ")[0] for day in days if isinstance(day, str)}
    if len(ordinals) == 1 and (only := ordinals.pop()):
        return words.raw(f"stub.{only}")
    return words.raw("stub.month") if unit == "month" and days else ""
