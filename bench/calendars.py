"""`python -m bench.calendars`: how long the days of many communities take, and their calendars."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final

import click

from bench.archive import SEED
from bench.report import figure
from hearthbook.calendar.expansion import first_day
from hearthbook.calendar.occurrences import occurrences
from hearthbook.export.ics import ics
from hearthbook.export.meetings import Meeting, meeting_events
from hearthbook.export.timezones import timezone_text
from hearthbook.model.recurrence import WEEKDAYS, When, falls_on

if TYPE_CHECKING:
    from collections.abc import Callable

MANY: Final = 1000
RITUALS: Final = 3
AIMED_AT: Final = 2.0
"""Seconds for the days of all."""
START: Final = date(2026, 9, 1)
"""The first day that is looked at; a benchmark has no today."""
YEAR: Final = timedelta(days=365)
ZONES: Final = (
    *("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "Africa/Cairo", "UTC"),
    *("America/Sao_Paulo", "Asia/Tokyo", "Europe/London", "America/Los_Angeles"),
)
OTHERWISE: Final = 0.25
"""The share of rituals with a day off and one that was moved."""
ORDINALS: Final = ("first", "second", "third", "last")

_INTRODUCTION: Final = """\
Rhythms of all kinds are worked out for a year ahead: each week, each second or third week, days of the month and of the quarter, times that take turns, and rules that an expert wrote; a quarter of them have a day off and one that was moved. Then each community gets its calendar, with the time zones in it. Seconds are those of the processor, on one core; nothing is kept from an earlier run.
"""  # noqa: E501 - one paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """What it took to work out all days, and to write all calendars."""

    communities: int
    days: int
    seconds: float
    size: int
    """Bytes of all calendars."""
    writing: float
    """Seconds for writing the calendars, beside those for the days."""


def _first(chance: Random, day: str) -> date:
    """A first day, within a year before the span."""
    start = START - timedelta(days=chance.randrange(365))
    return next(each for number in range(70) if falls_on(day, each := start + timedelta(days=number)))


def _weekly(chance: Random) -> dict[str, Any]:
    days = tuple(chance.sample(WEEKDAYS, chance.choice((1, 1, 1, 2))))
    every = chance.choice(("week", "week", "2 weeks", "3 weeks"))
    return {"every": every, "day": days, "from": _first(chance, days[0])}


def _monthly(chance: Random) -> dict[str, Any]:
    day = f"{chance.choice(ORDINALS)} {chance.choice(WEEKDAYS)}"
    every = chance.choice(("month", "month", "2 months", "quarter"))
    return {"every": every, "day": (day,), "from": _first(chance, day)}


def _turns(chance: Random) -> dict[str, Any]:
    days = chance.sample(WEEKDAYS, 2)
    slots = tuple(
        {"day": day, "at": at, "zone": chance.choice(ZONES)}
        for day, at in zip(days, ("09:00", "17:00"), strict=True)
    )
    return {"every": "week", "alternate": slots, "from": _first(chance, days[0])}


def _rule(chance: Random) -> dict[str, Any]:
    rule = chance.choice(("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2", "FREQ=YEARLY;BYWEEKNO=1,20,40;BYDAY=WE"))
    return {"rrule": rule, "from": START - timedelta(days=chance.randrange(365))}


_KINDS: Final[tuple[Callable[[Random], dict[str, Any]], ...]] = (_weekly, _weekly, _monthly, _turns, _rule)


def rhythms(communities: int, seed: int = SEED) -> list[list[When]]:
    """The rhythms of some communities; the same seed gives the same ones."""
    chance = Random(seed)
    return [[_rhythm(chance) for _ in range(RITUALS)] for _ in range(communities)]


def _rhythm(chance: Random) -> When:
    facts = {"at": f"{chance.randrange(7, 22):02}:30", "zone": chance.choice(ZONES), "minutes": 60}
    when = When.model_validate(facts | chance.choice(_KINDS)(chance))
    some = occurrences(when, START, START + YEAR)
    if not some or chance.random() > OTHERWISE:
        return when
    off, moved = chance.choice(some).day, chance.choice(some).day
    otherwise: dict[str, Any] = {"except_": (off,)}
    if moved != off:
        otherwise["moved"] = {moved: moved + timedelta(days=1)}
    return when.model_copy(update=otherwise)


def measure(communities: int = MANY, seed: int = SEED) -> Expanded:
    """Works out a year of all communities, and writes their calendars."""
    archive = rhythms(communities, seed)
    first_day.cache_clear()
    timezone_text.cache_clear()
    start = time.process_time()
    days = sum(len(occurrences(when, START, START + YEAR)) for own in archive for when in own)
    expanded = time.process_time()
    size = sum(len(_calendar(number, own)) for number, own in enumerate(archive))
    done = time.process_time()
    return Expanded(
        communities=communities, days=days, seconds=expanded - start, size=size, writing=done - expanded
    )


def _calendar(number: int, own: list[When]) -> bytes:
    slug = f"community-{number}"
    meetings = (
        Meeting(slug=slug, id=f"ritual-{n}", name=f"Ritual {n}", when=when) for n, when in enumerate(own)
    )
    return ics(slug, (event for meeting in meetings for event in meeting_events(meeting)))


def section(found: Expanded) -> str:
    """The figures as a section of Markdown."""
    head = f"{found.communities:,} communities with {RITUALS} rituals each"
    rows = (
        ("working out a year of days", f"{found.days:,} times", figure(found.seconds)),
        ("writing their calendars", f"{figure(found.size / 1_000_000)} MB", figure(found.writing)),
    )
    lines = [f"| {head} | | seconds |", "| --- | ---: | ---: |"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    goal = f"Aimed for, for the days: {figure(AIMED_AT)} s; reached: {figure(found.seconds)} s.\n"
    return "\n".join(["## Calendars\n", _INTRODUCTION, *lines, "", goal])


@click.command()
@click.argument("communities", type=click.IntRange(1), default=MANY)
def main(communities: int) -> None:
    """Print the table for so many COMMUNITIES.

    \b
    python -m bench.calendars 1000
    """  # noqa: D301 - click reads the backspace
    click.echo(section(measure(communities)))


if __name__ == "__main__":
    main()
