"""When the group meets and how it mixes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, field_validator

from hearthbook.model.base import Item, Section, Short, Some
from hearthbook.model.recurrence import Every, When
from hearthbook.model.texts import IsoDate, PersonRef, Plain, Prose, SpotRef, refuse


class Retirement(Section):
    """That something is no longer done."""

    short: ClassVar[Short | None] = Short("on")

    on: IsoDate = Field(examples=["2026-06-30"])
    """The last day on which it was done."""
    why: Plain | None = Field(default=None, examples=["The mornings took its place."])
    """Why, and what there is instead."""


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
    remind: int | None = Field(default=None, ge=1, le=10080, examples=[30])
    """How many minutes before it calendars should remind, if at all."""
    retired: Retirement | None = Field(default=None, examples=["2026-06-30"])
    """Since when it is no longer done; the page says so, and keeps its archive."""

    @field_validator("when")
    @classmethod
    def _says_when(cls, when: When | None) -> When | None:
        """Refuses a rhythm that names no time at all, or days without how often."""
        says = when and (when.every or when.day or when.at or when.from_ or when.until or when.note)
        if when and not (says or when.rrule or when.also):
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
    from_: IsoDate | None = Field(default=None, alias="from", examples=["2026-09-01"])
    """The day of the first round."""
    publish: bool = Field(default=False, examples=[True])
    """Whether the rounds, with their names, may stand on the site."""


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
