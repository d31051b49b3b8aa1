"""When something takes place: a rhythm, with the days on which it is otherwise."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date  # noqa: TC003 - pydantic reads it
from typing import Annotated, ClassVar, Final, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from hearthbook.model.base import Section, Short, Some
from hearthbook.model.rrule import RecurrenceRule
from hearthbook.model.texts import ClockTime, IsoDate, Plain, Zone, refuse

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS: Final = ("first", "second", "third", "fourth", "last")
LAST_DAY: Final = 31
WEEK: Final = 7
YEARS: Final = range(1900, 2200)
"""The years in which something can take place."""

_DAY: Final = re.compile(rf"^(?:({'|'.join(ORDINALS)}) )?({'|'.join(WEEKDAYS)})$", re.IGNORECASE)
_EVERY: Final = re.compile(r"^(?:([2-9]|1[0-2]) (weeks|months)|week|month|quarter|year)$")


def _as_day(value: str | int) -> str | int:
    hint = "write a weekday (Tuesday), one of the month (third Wednesday, last Friday), or a day from 1 to 31"
    if isinstance(value, int):
        if 1 <= value <= LAST_DAY:
            return value
        raise refuse("day_number", f"no month has a day {value}", hint)
    value = value.strip()
    if not (match := _DAY.fullmatch(value)):
        raise refuse("day_form", f"`{value}` is not a day", hint)
    ordinal, weekday = match.groups()
    return f"{ordinal.lower()} {weekday.title()}" if ordinal else weekday.title()


def _as_every(value: str) -> str:
    value = value.strip()
    if _EVERY.fullmatch(value):
        return value
    hint = "write week, 2 weeks, month, quarter or year"
    lowered = value.lower()
    if lowered in {"biweekly", "bi-weekly"}:
        meanings = "that can mean twice a week or every two weeks"
        hint = f"{meanings}: write `every: 2 weeks`, or `every: week` with two days"
    elif lowered in {"bimonthly", "bi-monthly"}:
        meanings = "that can mean twice a month or every two months"
        hint = f"{meanings}: write `every: 2 months`, or `every: month` with two days"
    elif lowered in {"weekly", "monthly", "quarterly", "yearly"}:
        hint = f"write `every: {lowered.removesuffix('ly')}`"
    elif lowered in {"daily", "day", "weekday", "weekdays"}:
        hint = "write `every: week` and list the days"
    raise refuse("every_form", f"`{value}` is not a rhythm that can be worked out", hint)


Day = Annotated[
    str | int,
    AfterValidator(_as_day),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": "^(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) )?"
                    "(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day$",
                },
                {"type": "integer", "minimum": 1, "maximum": LAST_DAY},
            ]
        }
    ),
]
Every = Annotated[
    str,
    AfterValidator(_as_every),
    WithJsonSchema({"type": "string", "pattern": _EVERY.pattern}),
]


class Slot(Section):
    """One of several times that take turns."""

    short: ClassVar[Short | None] = Short("day")

    day: Day = Field(examples=["Monday"])
    """Which day: a weekday, one of the month such as `third Wednesday`, or a number."""
    at: ClockTime | None = Field(default=None, examples=["13:00"])
    """When it starts; the time of the whole where it is left out."""
    zone: Zone | None = Field(default=None, examples=["Europe/Berlin"])
    """The time zone; that of the whole where it is left out."""
    minutes: int | None = Field(default=None, ge=1, le=1440, examples=[60])
    """How many minutes it lasts; as long as the whole where it is left out."""


class Extra(Section):
    """A day on which it takes place besides."""

    short: ClassVar[Short | None] = Short("date")

    date: IsoDate = Field(examples=["2026-12-10"])
    """The day."""
    at: ClockTime | None = Field(default=None, examples=["18:00"])
    """When it starts; the usual time where it is left out."""
    note: Plain | None = Field(default=None, examples=["With the people from the east side"])
    """What is different on that day."""


class When(Section):
    """A rhythm: `every: week, day: Tuesday, at: "17:00", zone: Europe/Berlin`."""

    every: Every | None = Field(default=None, examples=["week", "2 weeks", "month"])
    """How often: week, 2 weeks, month, quarter or year."""
    day: Some[Day] = Field(default=(), examples=["Tuesday", "third Wednesday", 15])
    """Which day: a weekday, one of the month such as `third Wednesday`, or a number."""
    alternate: tuple[Slot, ...] = Field(
        default=(),
        max_length=6,
        examples=[[{"day": "Monday", "at": "13:00"}, {"day": "Thursday", "at": "09:00"}]],
    )
    """Times that take turns, in place of `day`; the first one is that of `from`."""
    rrule: RecurrenceRule | None = Field(default=None, examples=["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2"])
    """For experts: a recurrence rule of RFC 5545, in place of `every` and `day`."""
    at: ClockTime | None = Field(default=None, examples=["17:00"])
    """When it starts, on the clocks of `zone`."""
    zone: Zone | None = Field(default=None, examples=["Europe/Berlin"])
    """The time zone, by its IANA name; the archive's own zone where it is left out."""
    minutes: int | None = Field(default=None, ge=1, le=1440, examples=[60])
    """How many minutes it lasts."""
    from_: IsoDate | None = Field(default=None, alias="from", examples=["2026-09-01"])
    """The first day; every two weeks counts from here."""
    until: IsoDate | None = Field(default=None, examples=["2027-06-30"])
    """The last day."""
    except_: Some[IsoDate] = Field(default=(), alias="except", examples=[["2026-12-22"]])
    """Days on which it does not take place."""
    also: Some[Extra] = Field(default=(), examples=[["2026-12-10"]])
    """Days on which it takes place besides."""
    moved: dict[IsoDate, IsoDate] = Field(default={}, examples=[{"2026-12-24": "2026-12-17"}])
    """Days that were moved -> the day on which it takes place instead."""
    note: Plain | None = Field(default=None, examples=["The day changes; see the help channel"])
    """What a reader should know about the time, or how to learn it where it follows no rule."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        """Refuses a last day before the first."""
        if self.from_ and self.until and self.until < self.from_:
            hint = "write the earlier day as `from` and the later one as `until`"
            raise refuse("until_before_from", f"`until` {self.until} comes before `from` {self.from_}", hint)
        return self

    @model_validator(mode="after")
    def _lies_in_our_time(self) -> Self:
        """Refuses days that no calendar could count from or to."""
        moved = (*self.moved, *self.moved.values())
        days = (self.from_, self.until, *self.except_, *(extra.date for extra in self.also), *moved)
        for day in days:
            if day and day.year not in YEARS:
                hint = "check the year: it has four digits, as in 2026-11-03"
                raise refuse("date_far", f"{day} lies outside of {YEARS[0]} to {YEARS[-1]}", hint)
        return self

    @model_validator(mode="after")
    def _days_fit_the_rhythm(self) -> Self:
        """Refuses days that the rhythm cannot have, such as the first Tuesday of every week."""
        weekly = not self.every or self.every.endswith(("week", "weeks"))
        for day in (*self.day, *(slot.day for slot in self.alternate)):
            of_month = isinstance(day, int) or " " in day
            if self.every and weekly and of_month:
                hint = "write `every: month`, or a weekday alone"
                raise refuse("day_of_week", f"`{day}` is a day of the month, not of the week", hint)
            if not weekly and not of_month:
                hint = f"write which one, as in `first {day}` or `last {day}`, or `every: week`"
                raise refuse("day_of_month", f"a {self.every} has several days called {day}", hint)
        return self

    @model_validator(mode="after")
    def _says_one_rule(self) -> Self:
        """Refuses several rules side by side, and those that need a first day and have none."""
        if self.rrule and (self.every or self.day or self.alternate):
            hint = "take `every`, `day` and `alternate` out, or the `rrule`"
            raise refuse("rrule_besides", "an `rrule` says alone how often and on which days", hint)
        if self.rrule and "COUNT=" in self.rrule and self.until:
            raise refuse("rrule_count", "COUNT and `until` both say where it ends", "take one of them out")
        if self.rrule and not self.from_:
            hint = "add the first day, as in `from: 2026-09-01`"
            raise refuse("rrule_from", "an `rrule` needs a day to count from", hint)
        if self.alternate:
            self._take_turns()
        return self

    def _take_turns(self) -> None:
        if self.day:
            hint = "take `day` out, or write it as one of the times in `alternate`"
            raise refuse("alternate_day", "`alternate` stands in place of `day`", hint)
        if len(self.alternate) == 1:
            hint = "add the other one, or write `day` and `at`"
            raise refuse("alternate_one", "one time alone takes no turns", hint)
        first = self.alternate[0].day
        if not self.every or not self.from_ or not falls_on(first, self.from_):
            missing = "`every`" if not self.every else "`from`" if not self.from_ else ""
            fact = f"turns need {missing}" if missing else f"`from` {self.from_} is no {first}"
            hint = f"write `every: week`, or another rhythm, and as `from` the first {first} of the turns"
            raise refuse("alternate_from", fact, hint)

    @model_validator(mode="after")
    def _moves_each_day_once(self) -> Self:
        """Refuses days that are moved and left out, or moved onto themselves."""
        for old, new in self.moved.items():
            if old == new:
                raise refuse(
                    "moved_nowhere", f"{old} is moved onto itself", "write the other day, or take it out"
                )
            if old in self.except_:
                hint = "take it out of `except`; a moved day is left out by itself"
                raise refuse("moved_and_left_out", f"{old} is both moved and left out", hint)
        return self


def falls_on(day: str | int, date_: date) -> bool:
    """Whether a date is such a day: `15`, `Tuesday`, `third Wednesday`, `last Friday`."""
    if isinstance(day, int):
        return date_.day == day
    ordinal, _, weekday = day.rpartition(" ")
    if WEEKDAYS[date_.weekday()] != weekday:
        return False
    if ordinal == "last":
        return date_.day + WEEK > monthrange(date_.year, date_.month)[1]
    return not ordinal or ORDINALS[(date_.day - 1) // WEEK] == ordinal
