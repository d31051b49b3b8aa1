"""A rhythm in words: "every other Tuesday, 17:00 in Berlin, for 60 minutes"."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.bounds import bounds, days_besides, single_days
from hearthbook.calendar.plainly import LAST_DAY, Plainly, plainly
from hearthbook.calendar.series import series_of
from hearthbook.calendar.speaking import listing, long_date, month, said, weekday, zone_city

if TYPE_CHECKING:
    from datetime import time

    from babel import Locale
    from markupsafe import Markup

    from hearthbook.calendar.speaking import Say
    from hearthbook.model.recurrence import Slot, When

_A_YEAR: Final = {"week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_YEARS: Final = 4
"""So long a rule is followed to see how often a year it has a day."""


def describe(when: When, say: Say, locale: Locale) -> str:
    """The rhythm in one phrase without a full stop; empty when nothing is known.

    Dates are written out in the page's language; the zone is named by its city.
    Where the first day is the last one, that day stands in place of the rhythm.
    """
    once = when.from_ if when.from_ == when.until else None
    parts = [say("when.on", days=long_date(once, locale)) if once else _rhythm(when, say, locale)]
    if when.at and not when.alternate:
        parts.append(_hour(when.at, when.zone, say, locale))
    if when.minutes and not any(slot.minutes for slot in when.alternate):
        parts.append(say("when.minutes", count=when.minutes))
    known = _joined([*parts, *bounds(when, say, locale)], say)
    if not when.note:
        return known
    return say("when.with_note", when=known, note=when.note) if known else say("when.note", note=when.note)


def frequency(when: When) -> float:
    """How often a year it takes place; 0.0 where the rhythm does not say."""
    if when.rrule:
        span = timedelta(days=365 * _YEARS)
        return sum(1 for one in series_of(when) for _ in one.days(one.first, one.first + span)) / _YEARS
    if not when.every:
        return 0.0
    number, _, unit = when.every.rpartition(" ")
    # of several times that take turns, each period has one
    return max(1, len(when.day)) * _A_YEAR[unit.removesuffix("s")] / int(number or 1)


def _rhythm(when: When, say: Say, locale: Locale) -> str:
    """How often and on which days."""
    if when.rrule and when.from_:
        rhythm = plainly(when.rrule, when.from_)
        return _regular(rhythm, say, locale) if rhythm else say("when.own_rule")
    if single_days(when):
        return say("when.on", days=days_besides(when, say, locale))
    if when.alternate:
        slots = listing((_slot(when, slot, say, locale) for slot in when.alternate), locale)
        return say(
            "when.turns", slots=slots, every=said(_regular(Plainly(every=when.every or ""), say, locale))
        )
    months = (when.from_.month,) if when.every == "year" and when.day and when.from_ else ()
    return _regular(Plainly(every=when.every or "", days=when.day, months=months), say, locale)


def _regular(rhythm: Plainly, say: Say, locale: Locale) -> str:
    often = _often(rhythm, say, locale)
    return _joined([often, say("when.times", count=rhythm.count)], say) if rhythm.count else often


def _often(rhythm: Plainly, say: Say, locale: Locale) -> str:
    if LAST_DAY in rhythm.days:
        return say("when.every_month_end")
    days = listing((_day(day, say, locale) for day in rhythm.days), locale)
    if rhythm.months:
        months = listing((month(number, locale) for number in rhythm.months), locale)
        return say("when.every_year_in", days=days, months=months)
    if not rhythm.every:
        return say("when.on", days=days) if days else ""
    number, _, unit = rhythm.every.rpartition(" ")
    base = unit.removesuffix("s") if number else unit
    form = "plain" if not days else "on" if base == "week" else "of"
    if rhythm.every == "2 weeks" and len(rhythm.days) == 1:
        return say("when.every_other_week_on", days=days)
    if number:
        return say(f"when.every_{base}s_{form}", days=days, count=int(number))
    return say(f"when.every_{base}_{form}", days=days)


def _day(day: str | int, say: Say, locale: Locale) -> str:
    if isinstance(day, int):
        return say("when.day_of_month", day=day)
    ordinal, _, name = day.rpartition(" ")
    return say(f"when.{ordinal}", day=weekday(name, locale)) if ordinal else weekday(name, locale)


def _slot(when: When, slot: Slot, say: Say, locale: Locale) -> str:
    """One of the times that take turns: `Monday at 13:00 in Berlin`."""
    at, zone, minutes = slot.at or when.at, slot.zone or when.zone, slot.minutes
    day = said(_day(slot.day, say, locale))
    if at and zone:
        day = said(say("when.slot_at_in", day=day, at=f"{at:%H:%M}", city=zone_city(zone, locale)))
    else:
        day = said(say("when.slot_at", day=day, at=f"{at:%H:%M}") if at else say("when.slot", day=day))
    return (
        say("when.slot_for", slot=day, minutes=said(say("when.minutes", count=minutes))) if minutes else day
    )


def _hour(at: time, zone: str | None, say: Say, locale: Locale) -> str:
    clock, city = f"{at:%H:%M}", zone_city(zone, locale) if zone else ""
    return say("when.at_in", at=clock, city=city) if city else say("when.at", at=clock)


def _joined(parts: list[str], say: Say) -> str:
    """The parts with the language's comma between them."""
    known = [said(part) for part in parts if part]

    def both(first: Markup, more: Markup) -> Markup:
        return said(say("part.joined", first=first, more=more))

    return reduce(both, known) if known else ""
