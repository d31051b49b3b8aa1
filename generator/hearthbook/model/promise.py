"""What the group promises, to whom, and how one comes in."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from hearthbook.model.base import Item, Section, Short, Some
from hearthbook.model.texts import IsoDate, Plain, Prose, Url


class NotFor(Item):
    """People for whom another place is better."""

    short: ClassVar[Short | None] = Short("who")
    id_from: ClassVar[tuple[str, ...]] = ("who",)

    who: Plain = Field(examples=["people in acute crisis"])
    """Whom the group cannot serve well."""
    instead: Plain | None = Field(default=None, examples=["The crisis line listed under Care"])
    """Where they should go instead."""


class Cohort(Section):
    """A group that starts and ends together."""

    starts: IsoDate | None = Field(default=None, examples=["2027-01-11"])
    """The first day."""
    ends: IsoDate | None = Field(default=None, examples=["2027-03-26"])
    """The last day."""
    apply_by: IsoDate | None = Field(default=None, examples=["2026-12-18"])
    """The last day to apply."""
    size: int | None = Field(default=None, ge=2, le=1000, examples=[24])
    """How many people take part."""


class Boundary(Section):
    """What keeps the group small and its promise narrow."""

    short: ClassVar[Short | None] = Short("cap", number=True)

    cap: int | None = Field(default=None, ge=2, le=100_000, examples=[50])
    """The most members the group will have before it splits or closes the door."""
    cohort: Cohort | None = Field(default=None, examples=[{"starts": "2027-01-11"}])
    """The dates, where everybody starts together."""
    we_do_not: Some[Plain] = Field(default=(), examples=[["give legal advice"]])
    """What the group leaves to others; each entry completes "We do not ..."."""


class Promise(Section):
    """The one thing the group is for."""

    for_: Some[Plain] = Field(alias="for", min_length=1, examples=[["new managers in small teams"]])
    """Whom it is for; each entry completes "It is for ..."."""
    not_for: Some[NotFor] = Field(default=(), examples=[["people who want a job board"]])
    """Whom it is not for, and where they should go instead."""
    outcome: Plain = Field(examples=["hold a hard talk without putting it off"])
    """What a member can do afterwards; it completes "You will be able to ..."."""
    within: Plain | None = Field(default=None, examples=["six weeks"])
    """How long that takes for somebody who takes part; it completes "within ..."."""
    proof: Prose | None = Field(default=None, examples=["31 of 40 members held their talk."])
    """Why a newcomer should believe it."""
    method: Prose | None = Field(default=None, examples=["One practice talk a week, in pairs."])
    """How the group gets there."""
    boundary: Boundary | None = Field(default=None, examples=[{"cap": 50}])
    """What keeps it small and narrow."""
    assumes: Some[Plain] = Field(default=(), examples=[["a quiet hour each week"]])
    """What members need to have or to hold true already: tools, time, money, values."""
    trade_offs: Some[Plain] = Field(default=(), examples=[["we go deep, so we go slowly"]])
    """What the group gives up to keep its promise; whole sentences."""
    found_through: Some[Plain] = Field(default=(), examples=[["the library's notice board"]])
    """Where people hear of the group."""


class Join(Section):
    """How one comes in, rests and leaves."""

    how: Literal["open", "apply", "invite"] | None = Field(default=None, examples=["apply"])
    """Whether the door is open, one applies, or a member invites."""
    url: Url | None = Field(default=None, examples=["https://example.org/apply"])
    """Where to knock: a form, a page or an address."""
    chosen_by: Prose | None = Field(default=None, examples=["Two hosts read each application."])
    """Who chooses, by what, and how soon one hears."""
    waiting_list: Prose | None = Field(default=None, examples=["We write when a seat is free."])
    """What happens when the group is full."""
    pause: Prose | None = Field(default=None, examples=["Tell your host; your seat waits."])
    """How a member rests for a while."""
    leave: Prose | None = Field(default=None, examples=["Go when you like; say goodbye if you can."])
    """How a member leaves, and what happens to what they wrote."""


class Expected(Section):
    """What members give."""

    hours_a_week: float | None = Field(default=None, gt=0, le=80, examples=[2, 1.5])
    """Hours in an ordinary week."""
    gives: Some[Plain] = Field(default=(), examples=[["one honest answer a week"]])
    """What each member gives the others."""


class CrisisLine(Item):
    """Help that is there at once."""

    id_from: ClassVar[tuple[str, ...]] = ("country",)

    country: Plain = Field(examples=["Germany"])
    """For which country."""
    reach: Plain = Field(examples=["0800 111 0 111, day and night, free"])
    """The number or address, and when somebody answers."""


class Care(Section):
    """What a group about health owes its members."""

    not_a_substitute: Prose | None = Field(default=None, examples=["We are not doctors."])
    """What the group cannot replace, said plainly."""
    crisis_lines: tuple[CrisisLine, ...] = Field(
        default=(), examples=[[{"country": "Germany", "reach": "0800 111 0 111"}]]
    )
    """Whom to call when it is urgent."""
    minimum_age: int | None = Field(default=None, ge=0, le=120, examples=[18])
    """The youngest age at which one may take part."""
