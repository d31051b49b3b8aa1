"""A rhythm in words: "every other Tuesday, 17:00 in Berlin, for 60 minutes"."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final, Protocol

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from markupsafe import Markup

from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

    from hearthbook.model.recurrence import When


_A_YEAR: Final = {"week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}


class Say(Protocol):
    """Looks a sentence up and fills its places."""

    def __call__(self, key: str, **values: object) -> str:
        """The sentence `key` with its `{places}` filled."""


def zone_city(zone: str, spoken: Locale | None = None) -> str:
    """The city of an IANA zone as people write it: `New York`, `UTC`; in German `Zürich`."""
    known = spoken.time_zones.get(zone, {}).get("city") if spoken else None
    return known or zone.rpartition("/")[2].replace("_", " ")


def _day(day: str | int, say: Say, locale: Locale) -> str:
    if isinstance(day, int):
        return say("when.day_of_month", day=day)
    ordinal, _, weekday = day.rpartition(" ")
    name = get_day_names(width="wide", locale=locale)[WEEKDAYS.index(weekday)]
    return say(f"when.{ordinal}", day=name) if ordinal else name


def _rhythm(when: When, say: Say, locale: Locale) -> str:
    days = [_day(day, say, locale) for day in when.day]
    joined = Markup(format_list(days, locale=locale)) if days else ""  # noqa: S704
    if not when.every:
        return say("when.on", days=joined) if joined else ""
    number, _, unit = when.every.rpartition(" ")
    base = unit.removesuffix("s") if number else unit
    form = "plain" if not joined else "on" if base == "week" else "of"
    if when.every == "2 weeks" and len(days) == 1:
        return say("when.every_other_week_on", days=joined)
    if number:
        return say(f"when.every_{base}s_{form}", days=joined, count=int(number))
    return say(f"when.every_{base}_{form}", days=joined)


def frequency(when: When) -> float:
    """How often a year it takes place; 0.0 where the rhythm does not say."""
    if not when.every:
        return 0.0
    number, _, unit = when.every.rpartition(" ")
    return max(1, len(when.day)) * _A_YEAR[unit.removesuffix("s")] / int(number or 1)


def _bounds(when: When, say: Say, locale: Locale) -> list[str]:
    """From when, until when and on which days not."""

    def day(value: date) -> str:
        return Markup(format_date(value, "long", locale=locale))  # noqa: S704

    parts = []
    if when.from_ and when.until and when.from_ < when.until:
        parts.append(say("when.span", first=day(when.from_), last=day(when.until)))
    elif when.from_ and not when.until:
        parts.append(say("when.from", day=day(when.from_)))
    elif when.until and not when.from_:
        parts.append(say("when.until", day=day(when.until)))
    if when.except_:
        days = Markup(format_list([day(value) for value in when.except_], locale=locale))  # noqa: S704
        parts.append(say("when.except", days=days))
    return parts


def _joined(parts: list[str], say: Say) -> str:
    """The parts with the language's comma between them."""
    # What was said once is Markdown, and must not be neutralised when it is said within more.
    known = [Markup(part) for part in parts if part]  # noqa: S704

    def both(first: Markup, more: Markup) -> Markup:
        return Markup(say("part.joined", first=first, more=more))  # noqa: S704

    return reduce(both, known) if known else ""


def describe(when: When, say: Say, locale: Locale) -> str:
    """The rhythm in one phrase without a full stop; empty when nothing is known.

    Dates are written out in the page's language; the zone is named by its city.
    Where the first day is the last one, that day stands in place of the rhythm.
    """
    once = when.from_ if when.from_ == when.until else None
    day = Markup(format_date(once, "long", locale=locale)) if once else ""  # noqa: S704
    parts = [say("when.on", days=day) if day else _rhythm(when, say, locale)]
    if when.at:
        clock = when.at.strftime("%H:%M")
        city = zone_city(when.zone, locale) if when.zone else ""
        parts.append(say("when.at_in", at=clock, city=city) if city else say("when.at", at=clock))
    if when.minutes:
        parts.append(say("when.minutes", count=when.minutes))
    parts.extend(_bounds(when, say, locale))
    known = _joined(parts, say)
    if not when.note:
        return known
    return say("when.with_note", when=known, note=when.note) if known else say("when.note", note=when.note)
