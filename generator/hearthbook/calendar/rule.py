"""A rhythm as text for clock.js, in the words of RFC 5545 as far as it has them.

    FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;DTSTART=2026-09-01;TZID=Europe/Berlin;AT=17:00;MINUTES=60

Days are written out (`2026-09-01`), several joined by commas; a bar stands between the rules
of times that take turns. FREQ stands there only where the days follow from what is written,
and from nothing else: an ambiguous rhythm has its time of day alone, and readers are told no
day rather than a wrong one.

What the words of RFC 5545 say in more ways than a browser should have to know, a rule that an
expert wrote, is worked out here: `FREQ=LIST;DAYS=2026-09-08,28,35` has its first day, and after
how many days each of the next ones follows. `MOVED=2026-12-24/2026-12-17` is a day and the one
in its place, `RDATE=2026-12-10T18:00` a day besides.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.occurrences import extras
from hearthbook.calendar.series import ANCHOR, ONCE, series_of

if TYPE_CHECKING:
    from datetime import time

    from hearthbook.calendar.series import Series
    from hearthbook.model.recurrence import When

_LISTED: Final = 400
"""Days of an expert's rule that a page holds: more than seven years of weeks."""
_FAR: Final = timedelta(days=366 * 20)


def rule_of(when: When, *, in_person: bool = False) -> str:
    """The rule of a rhythm; empty where nothing can be worked out.

    With `in_person`, the time of day is left to the clocks of the place, and `PLACE=HERE` says so.
    """
    series = series_of(when)
    rules = [_rule(when, one, in_person=in_person) for one in series]
    if rules and all(rules):
        tail = _besides(when)
        return "|".join([";".join([rules[0], *tail]), *rules[1:]])
    if when.also and not series and bool(when.at) == bool(when.at and when.zone):
        parts = ["FREQ=LIST", *_clock(when.at, when.zone, when.minutes), *_besides(when)]
        return ";".join([*parts, "PLACE=HERE"] if in_person else parts)
    if in_person or not (when.at and when.zone) or series:
        return ""
    return ";".join([*_bounds(when), *_clock(when.at, when.zone, when.minutes)])


def _rule(when: When, series: Series, *, in_person: bool) -> str:
    """The rule of one time; empty where nobody knows on whose clocks."""
    if series.at and not series.zone:
        return ""
    parts = [*_days(when, series), *_bounds(when, series), *_clock(series.at, series.zone, series.minutes)]
    return ";".join([*parts, "PLACE=HERE"] if in_person else parts)


def _days(when: When, series: Series) -> list[str]:
    """The part of the rule that gives the days."""
    if series.rrule == ONCE:
        return ["FREQ=DAILY"]
    if not when.rrule:
        return [series.rrule]
    # what began long ago would use the list up before it comes to our days
    start = max(series.first, ANCHOR)
    days = list(islice(series.days(start, start + _FAR), _LISTED))
    steps = [str((later - day).days) for day, later in pairwise(days)]
    return ["FREQ=LIST", f"DAYS={','.join([str(days[0]), *steps])}"] if days else []


def _bounds(when: When, series: Series | None = None) -> list[str]:
    """From when, until when and on which days not."""
    # where turns are taken, each has a first day of its own to count from
    first = series.first if series and when.alternate else when.from_
    listed = (("DTSTART", None if when.rrule else first), ("UNTIL", when.until))
    found = [f"{key}={day}" for key, day in listed if day]
    return [*found, f"EXDATE={','.join(map(str, when.except_))}"] if when.except_ else found


def _clock(at: time | None, zone: str | None, minutes: int | None) -> list[str]:
    """The time of day, on whose clocks, and for how long."""
    pairs = (("TZID", zone), ("AT", f"{at:%H:%M}" if at else None), ("MINUTES", minutes))
    return [f"{key}={value}" for key, value in pairs if value]


def _besides(when: When) -> list[str]:
    """The days that were moved, and those besides the rule."""
    moved = ",".join(f"{old}/{new}" for old, new in sorted(when.moved.items()))
    usual = when.at
    added = ",".join(
        f"{extra.date}T{at:%H:%M}" if at and at != usual else f"{extra.date}" for extra, at in extras(when)
    )
    return [f"{key}={value}" for key, value in (("MOVED", moved), ("RDATE", added)) if value]
