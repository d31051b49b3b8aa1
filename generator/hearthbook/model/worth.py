"""Money, measures, stories, and answers people can rely on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from hearthbook.model.base import Item, Section, Short, Words
from hearthbook.model.texts import IsoDate, PersonRef, Plain, Prose


class Membership(Section):
    """Who pays, for what."""

    short: ClassVar[Short | None] = Short("model")

    model: Literal["free", "paid", "cohort", "workshops", "sponsors", "product"] = Field(examples=["free"])
    """Where the money comes from: free, paid, cohort, workshops, sponsors or product."""
    price: Plain | None = Field(default=None, examples=["12 EUR a month"])
    """What it costs a member."""
    since: IsoDate | None = Field(default=None, examples=["2026-04-01"])
    """Since when that price holds."""
    serves: Prose | None = Field(default=None, examples=["It pays the room and two hosts."])
    """Which outcome the money serves."""
    conflict: Prose | None = Field(default=None, examples=["We earn more when we grow; hence the cap."])
    """Which conflict of interest it creates, and what is done about it."""
    free_path: Prose | None = Field(default=None, examples=["Ask, and you pay nothing."])
    """How to take part without paying."""


class Result(Item):
    """What was measured once."""

    id_from: ClassVar[tuple[str, ...]] = ("date",)

    date: IsoDate = Field(examples=["2026-09-30"])
    """The day of the measurement."""
    value: float = Field(examples=[9])
    """What was counted."""
    of: float | None = Field(default=None, gt=0, examples=[12])
    """Out of how many, where it is a share."""
    note: Plain | None = Field(default=None, examples=["Two people had just joined."])
    """What a reader should know about it."""


class Metric(Item):
    """One thing the group measures."""

    short: ClassVar[Short | None] = Short("name")

    name: Plain = Field(examples=["First talk held"])
    """What it is called."""
    kind: Literal["activation", "retention", "time_to_first_value", "outcome"] | None = Field(
        default=None, examples=["outcome"]
    )
    """What it tells: activation, retention, time_to_first_value or outcome."""
    definition: Prose | None = Field(default=None, examples=["Members who held a talk in six weeks."])
    """What exactly is counted."""
    source: Plain | None = Field(default=None, examples=["We ask in week six."])
    """Where the figure comes from."""
    interval: Plain | None = Field(default=None, examples=["every three months"])
    """How often it is taken."""
    target: Plain | None = Field(default=None, examples=["three out of four"])
    """What would be good."""
    results: tuple[Result, ...] = Field(default=(), examples=[[{"date": "2026-09-30", "value": 9, "of": 12}]])
    """What was measured so far."""


class Story(Item):
    """What changed for one member, told with their consent."""

    id_from: ClassVar[tuple[str, ...]] = ("who", "after")

    who: PersonRef | None = Field(default=None, examples=["a member since spring"])
    """Whose story: an id from `people`, or words that do not give them away."""
    before: Prose | None = Field(default=None, examples=["I rewrote every mail five times."])
    """How it was."""
    after: Prose = Field(examples=["I said it, and we still have lunch together."])
    """How it is now."""
    within: Plain | None = Field(default=None, examples=["five weeks"])
    """How long that took."""
    consent: bool = Field(default=False, examples=[True])
    """Whether the person agreed to this being public; without it the story is not shown."""


class Feedback(Item):
    """What a member said, and what came of it."""

    short: ClassVar[Short | None] = Short("said")
    id_from: ClassVar[tuple[str, ...]] = ("said",)

    said: Plain = Field(examples=["The call is too late for parents."])
    """What was said."""
    did: Prose | None = Field(default=None, examples=["It now starts at 17:00."])
    """What was done about it, or why not."""
    when: IsoDate | None = Field(default=None, examples=["2026-05-04"])
    """The day it was said."""
    status: Literal["done", "open", "declined"] | None = Field(default=None, examples=["done"])
    """Where it stands: done, open or declined."""


class Claim(Section):
    """What an answer stands on."""

    short: ClassVar[Short | None] = Short("basis")

    basis: Literal["source", "experience", "verified", "expert"] = Field(examples=["experience"])
    """A source, own experience, something verified here, or an expert."""
    by: PersonRef | None = Field(default=None, examples=["mira"])
    """Who says so: an id from `people`, or a name."""
    source: Plain | None = Field(default=None, examples=["https://example.org/study"])
    """The source: an address, or a title."""
    checked: IsoDate | None = Field(default=None, examples=["2026-08-01"])
    """When it was last checked."""
    expires: IsoDate | None = Field(default=None, examples=["2027-08-01"])
    """When it should be checked again at the latest."""


class Answer(Item):
    """A question that members ask, and its answer."""

    id_from: ClassVar[tuple[str, ...]] = ("q",)

    q: Plain = Field(examples=["May I just listen?"])
    """The question, in a member's words."""
    a: Prose | None = Field(default=None, examples=["Yes. Many do for the first month."])
    """The answer, answer first; left out, the page says that it is not decided yet."""
    moment: Literal["before", "first week", "taking part", "trouble", "leaving"] | None = Field(
        default=None, examples=["first week"]
    )
    """When it is asked: before, first week, taking part, trouble or leaving."""
    review_by: IsoDate | None = Field(default=None, examples=["2027-03-01"])
    """When the group wants to have looked at it again."""
    claim: Claim | None = Field(default=None, examples=[{"basis": "experience", "by": "mira"}])
    """What the answer stands on."""


Synonyms = dict[Plain, Words[Plain]]
Glossary = dict[Plain, Prose]
