"""When the group meets and how it mixes."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, field_validator, model_validator

from hearthbook.model.base import Item, Section, Short, Some
from hearthbook.model.texts import ClockTime, IsoDate, PersonRef, Plain, Prose, SpotRef, Zone, refuse

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS: Final = ("first", "second", "third", "fourth", "last")
LAST_DAY: Final = 31

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


class When(Section):
    """A rhythm: `every: week, day: Tuesday, at: "17:00", zone: Europe/Berlin`."""

    every: Every | None = Field(default=None, examples=["week", "2 weeks", "month"])
    """How often: week, 2 weeks, month, quarter or year."""
    day: Some[Day] = Field(default=(), examples=["Tuesday", "third Wednesday", 15])
    """Which day: a weekday, one of the month such as `third Wednesday`, or a number."""
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
    except_: tuple[IsoDate, ...] = Field(default=(), alias="except", examples=[["2026-12-22"]])
    """Days on which it does not take place."""
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
    def _days_fit_the_rhythm(self) -> Self:
        """Refuses days that the rhythm cannot have, such as the first Tuesday of every week."""
        weekly = not self.every or self.every.endswith(("week", "weeks"))
        for day in self.day:
            of_month = isinstance(day, int) or " " in day
            if self.every and weekly and of_month:
                hint = "write `every: month`, or a weekday alone"
                raise refuse("day_of_week", f"`{day}` is a day of the month, not of the week", hint)
            if not weekly and not of_month:
                hint = f"write which one, as in `first {day}` or `last {day}`, or `every: week`"
                raise refuse("day_of_month", f"a {self.every} has several days called {day}", hint)
        return self


class Ritual(Item):
    """Something the group does again and again."""

    short: ClassVar[Short | None] = Short("name")

    name: Plain = Field(examples=["Weekly wins"])
    """What it is called."""
    kind: Plain | None = Field(default=None, examples=["demo", "office hours"])
    """What sort of gathering it is."""
    purpose: Plain | None = Field(default=None, examples=["Say one thing that went well"])
    """What members get out of it."""
    when: When | None = Field(default=None, examples=["every Tuesday at 17:00"])
    """When it takes place; or in words: `every Tuesday at 17:00`."""
    host: PersonRef | None = Field(default=None, examples=["jonas"])
    """Who hosts it: an id from `people`, or a name."""
    where: SpotRef | None = Field(default=None, examples=["wins"])
    """Where: a channel's id or name, a web address, or a place in a few words."""
    steps: Some[Plain] = Field(default=(), examples=[["Each says one win", "The others ask one question"]])
    """What happens, in order."""
    archive: Plain | None = Field(default=None, examples=["https://example.org/notes"])
    """Where notes or recordings are kept: an address or a few words."""

    @field_validator("when")
    @classmethod
    def _says_when(cls, when: When | None) -> When | None:
        """Refuses a rhythm that names no time at all, or days without how often."""
        if when and not (when.every or when.day or when.at or when.from_ or when.until or when.note):
            hint = "write a rhythm, as in `{every: week, day: Tuesday}`, or a `note`, or take the key out"
            raise refuse("when_empty", "this says nothing about when it takes place", hint)
        if when and when.day and not when.every:
            of_month = any(isinstance(day, int) or " " in day for day in when.day)
            hint = f"write `every: {'month' if of_month else 'week'}` beside it"
            raise refuse("day_without_every", "a `day` without `every` does not say how often", hint)
        return when


class Mixing(Section):
    """How members meet people they do not know yet."""

    how: Literal["pairs", "circles", "prompts"] = Field(examples=["pairs"])
    """In pairs, in small circles, or through a question to all."""
    size: int | None = Field(default=None, ge=2, le=12, examples=[4])
    """How many people are in a circle."""
    every: Every | None = Field(default=None, examples=["month"])
    """How often people are mixed anew: week, 2 weeks, month, quarter or year."""
    among: Plain | None = Field(default=None, examples=["everybody who has said hello"])
    """Who takes part."""
    opt_out: Prose | None = Field(default=None, examples=["Write `pause` to the host."])
    """How to sit a round out."""


class AccessNeeds(Section):
    """How the group makes room for different needs."""

    short: ClassVar[Short | None] = Short("other")

    just_listening: Prose | None = Field(default=None, examples=["Always welcome."])
    """Whether one may come and just listen."""
    camera: Prose | None = Field(default=None, examples=["On or off, as you like."])
    """What is expected of cameras."""
    captions: Prose | None = Field(default=None, examples=["Live captions at every call."])
    """Whether there are captions."""
    other: Prose | None = Field(default=None, examples=["Step-free room; tell us what you need."])
    """Other needs and whom to tell."""
