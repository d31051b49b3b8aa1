"""How people find their feet: onboarding, norms, channels, roles."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from hearthbook.model.base import Item, Section, Short, Some
from hearthbook.model.texts import IsoDate, PersonRef, Plain, Prose, SpotRef, Url


class Question(Item):
    """Something a newcomer is asked at the door."""

    short: ClassVar[Short | None] = Short("ask")
    id_from: ClassVar[tuple[str, ...]] = ("ask",)

    ask: Plain = Field(examples=["What talk are you putting off?"])
    """The question."""
    why: Plain | None = Field(default=None, examples=["So that we can find you a partner."])
    """What the answer is used for."""
    options: Some[Plain] = Field(default=(), examples=[["With my boss", "With somebody I lead"]])
    """The answers to choose from, if it is not open."""


class Step(Item):
    """One action on the way in."""

    short: ClassVar[Short | None] = Short("do")
    id_from: ClassVar[tuple[str, ...]] = ("do",)

    when: Literal["10 minutes", "first day", "first week", "first month"] | None = Field(
        default=None, examples=["first day"]
    )
    """By when: 10 minutes, first day, first week or first month."""
    do: Plain = Field(examples=["Say hello with your first post"])
    """The one thing to do."""
    minutes: int | None = Field(default=None, ge=1, le=1440, examples=[10])
    """How many minutes it takes."""
    where: SpotRef | None = Field(default=None, examples=["hello"])
    """Where: a channel's id or name, a web address, or a place in a few words."""
    done_when: Plain | None = Field(default=None, examples=["somebody has answered you"])
    """How one knows that it worked; it completes "Done when ..."."""


class FollowUp(Section):
    """Who asks a newcomer how it is going."""

    who: PersonRef = Field(examples=["mira"])
    """Who asks: an id from `people`, or a name."""
    after: Plain | None = Field(default=None, examples=["two weeks"])
    """After how long; it completes "after ..."."""


class Onboarding(Section):
    """A newcomer's first month."""

    questions: Some[Question] = Field(default=(), examples=[["What brings you here?"]])
    """One or two questions at the door."""
    steps: Some[Step] = Field(default=(), examples=[["Say hello"]])
    """What to do first, and next."""
    greeter: PersonRef | None = Field(default=None, examples=["mira"])
    """Who welcomes newcomers: an id from `people`, or a name."""
    first_post: Prose | None = Field(default=None, examples=["I need ... I can give ..."])
    """A first post to copy: what one needs, what one can give."""
    follow_up: FollowUp | None = Field(default=None, examples=[{"who": "mira"}])
    """Who asks after a while how it is going."""
    ask: Plain | None = Field(default=None, examples=["The help channel, or hello@example.org"])
    """Where unanswered questions go: a channel, an address or a person."""


class Norm(Item):
    """A habit the group keeps."""

    short: ClassVar[Short | None] = Short("statement")
    id_from: ClassVar[tuple[str, ...]] = ("name", "statement")

    name: Plain | None = Field(default=None, examples=["Ask first"])
    """Two or three words for it."""
    statement: Plain = Field(examples=["We ask before we advise."])
    """The norm in one sentence."""
    example: Prose | None = Field(default=None, examples=['"Do you want ideas, or an ear?"'])
    """What it looks like when it goes well."""
    why: Prose | None = Field(default=None, examples=["Advice nobody asked for feels like blame."])
    """Why the group keeps it."""
    kind: Literal["safety", "contribution", "evidence", "pace"] | None = Field(
        default=None, examples=["safety"]
    )
    """What it protects: safety, contribution, evidence or pace."""
    review_by: IsoDate | None = Field(default=None, examples=["2027-03-01"])
    """When the group wants to have looked at it again."""


class Facilitation(Section):
    """How hosts act, in practice."""

    spam: Prose | None = Field(default=None, examples=["Remove it within the hour, then say so."])
    """What hosts do about spam."""
    disrespect: Prose | None = Field(default=None, examples=["Name it calmly where it happened."])
    """What hosts do when somebody is put down in public."""
    quiet_members: Prose | None = Field(default=None, examples=["Ask them by name, in private."])
    """How hosts draw in people who have gone quiet."""
    exclusion: Prose | None = Field(default=None, examples=["Mix the pairs anew each month."])
    """What hosts do when a few people close ranks."""
    introductions: Prose | None = Field(default=None, examples=["Name one thing two people share."])
    """How hosts introduce people to each other."""
    prompts: Some[Plain] = Field(default=(), examples=[["What did you change your mind about?"]])
    """Questions that get people talking."""


class Channel(Item):
    """A place where the group talks."""

    short: ClassVar[Short | None] = Short("name")

    name: Plain = Field(examples=["help"])
    """What it is called where one opens it."""
    platform: Plain | None = Field(default=None, examples=["Signal", "Matrix"])
    """Which tool it lives in."""
    purpose: Plain | None = Field(default=None, examples=["Ask here, answers within a day"])
    """What it is for, in a line."""
    serves: Literal["help", "wins", "resources", "accountability", "social"] | None = Field(
        default=None, examples=["help"]
    )
    """What members get out of it: help, wins, resources, accountability or social."""
    url: Url | None = Field(default=None, examples=["https://chat.example.org/help"])
    """Where to open it."""
    post_here: Some[Plain] = Field(default=(), examples=[["questions of any size"]])
    """What belongs here."""
    not_here: Some[Plain] = Field(default=(), examples=[["job offers"]])
    """What does not."""
    reply_within: Plain | None = Field(default=None, examples=["a day"])
    """How soon somebody answers; it completes "within ..."."""
    owner: PersonRef | None = Field(default=None, examples=["jonas"])
    """Who looks after it: an id from `people`, or a name."""


class Holder(Item):
    """Somebody who holds a role."""

    short: ClassVar[Short | None] = Short("person")
    id_from: ClassVar[tuple[str, ...]] = ("person",)

    person: PersonRef = Field(examples=["mira"])
    """An id from `people`, or a name."""
    since: IsoDate | None = Field(default=None, examples=["2026-01-01"])
    """Since when."""
    until: IsoDate | None = Field(default=None, examples=["2026-12-31"])
    """Until when."""


class Role(Item):
    """Work that a member holds for the others."""

    short: ClassVar[Short | None] = Short("name")

    name: Plain = Field(examples=["Greeter"])
    """What it is called."""
    does: Prose | None = Field(default=None, examples=["Writes to each newcomer on their first day."])
    """What the person does."""
    start_small: Prose | None = Field(default=None, examples=["Greet one person, with Mira beside you."])
    """How to try it without promising anything."""
    term: Plain | None = Field(default=None, examples=["six months"])
    """For how long one holds it."""
    stop: Prose | None = Field(default=None, examples=["Tell the hosts two weeks ahead; no reasons needed."])
    """How to stop."""
    held_by: Some[Holder] = Field(default=(), examples=[["mira"]])
    """Who holds it now."""
    open_seats: int | None = Field(default=None, ge=0, le=1000, examples=[1])
    """How many more people are wanted."""
