"""Who the group is: place, status, size, people, and where it came from."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from hearthbook.model.base import Item, Section, Short, Some
from hearthbook.model.texts import CommunityRef, IsoDate, PersonRef, Plain, Prose, Url


class Location(Section):
    """Where the group lives, if it has a place."""

    short: ClassVar[Short | None] = Short("city")

    city: Plain | None = Field(default=None, examples=["Leipzig"])
    """The town or city."""
    region: Plain | None = Field(default=None, examples=["Saxony"])
    """The state, county or wider area."""
    country: Plain | None = Field(default=None, examples=["Germany", "DE"])
    """The country, as a name or as its two letters."""


class Link(Item):
    """A page elsewhere that belongs to the group."""

    name: Plain = Field(examples=["Our repository"])
    """What a reader will find there."""
    url: Url = Field(examples=["https://example.org/group"])
    """Its full address."""


class Status(Section):
    """What state the group is in."""

    short: ClassVar[Short | None] = Short("state")

    state: Literal["forming", "active", "full", "paused", "closed"] = Field(examples=["active"])
    """One of forming, active, full, paused and closed."""
    reason: Plain | None = Field(default=None, examples=["Two hosts are on parental leave."])
    """Why, in a sentence, where members would ask."""
    since: IsoDate | None = Field(default=None, examples=["2026-09-01"])
    """The day from which it holds."""


class Size(Section):
    """How many people are in the group."""

    short: ClassVar[Short | None] = Short("members", number=True)

    members: int = Field(ge=0, le=100_000, examples=[34])
    """How many members there are."""
    as_of: IsoDate | None = Field(default=None, examples=["2026-10-01"])
    """The day they were counted."""


class Person(Section):
    """Somebody whom the handbook names, shown only as they wish."""

    short: ClassVar[Short | None] = Short("handle")

    name: Plain | None = Field(default=None, examples=["Ada Example"])
    """The person's name; it appears only with `show: name`."""
    handle: Plain | None = Field(default=None, examples=["@ada"])
    """What the group calls them."""
    show: Literal["handle", "name", "nothing"] = Field(default="handle", examples=["name"])
    """What the handbook may say: the handle (unless told otherwise), the name, or nothing."""
    credentials: Plain | None = Field(default=None, examples=["Registered dietitian since 2015"])
    """What qualifies them, where members rely on it."""
    answers_for: Plain | None = Field(default=None, examples=["Everything said about food"])
    """What they take responsibility for."""


class Graduation(Item):
    """A community that members may move on to."""

    short: ClassVar[Short | None] = Short("community")
    id_from: ClassVar[tuple[str, ...]] = ("community",)

    community: CommunityRef = Field(examples=["writers-two"])
    """The slug of that community."""
    when: Plain | None = Field(default=None, examples=["You have finished one draft"])
    """When a member is ready."""
    ask: PersonRef | None = Field(default=None, examples=["mira"])
    """Who opens the door: an id from `people`, or a name."""


class Lineage(Section):
    """Where the group came from and where its members may go."""

    split_from: CommunityRef | None = Field(default=None, examples=["writers"])
    """The slug of the community that this one split from."""
    by: Literal["cohort", "place", "role", "skill"] | None = Field(default=None, examples=["skill"])
    """Along which line it split."""
    split_at: IsoDate | None = Field(default=None, examples=["2026-03-01"])
    """The day of the split."""
    graduates_to: Some[Graduation] = Field(default=(), examples=[["writers-two"]])
    """The communities that members may move on to."""


class Week(Item):
    """One week of the launch."""

    short: ClassVar[Short | None] = Short("prompt")
    id_from: ClassVar[tuple[str, ...]] = ("prompt", "session")

    prompt: Plain | None = Field(default=None, examples=["What would you try if nobody watched?"])
    """The question everybody answers that week."""
    session: Plain | None = Field(default=None, examples=["Meet each other in pairs"])
    """What the live session of that week is about."""


class Launch(Section):
    """How the group starts: people asked in person, then four weeks of a steady beat."""

    invited: int | None = Field(default=None, ge=1, le=1000, examples=[14])
    """How many people are asked in person."""
    weeks: tuple[Week, ...] = Field(default=(), examples=[["Who are you, and why now?"]])
    """The weeks, in order; four are usual."""


class Review(Section):
    """Who keeps the handbook true."""

    short: ClassVar[Short | None] = Short("owner")

    owner: PersonRef | None = Field(default=None, examples=["mira"])
    """Who keeps these pages up to date: an id from `people`, or a name."""
    every: Plain | None = Field(default=None, examples=["six months"])
    """How often they are read through."""
    last: IsoDate | None = Field(default=None, examples=["2026-09-15"])
    """When they were last read through."""


class Lint(Section):
    """Advice that this group has decided against."""

    ignore: dict[str, Prose] = Field(default={}, examples=[{"HB501": "We meet when somebody asks."}])
    """Code of a rule -> why it does not apply here."""


Founders = Some[PersonRef]
