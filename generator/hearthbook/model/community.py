"""One community: everything a founder may say, section by section."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from hearthbook.model.base import Keyed, Section, Words
from hearthbook.model.belonging import Channel, Facilitation, Norm, Onboarding, Role
from hearthbook.model.conduct import Conduct
from hearthbook.model.identity import (
    Founders,
    Launch,
    Lineage,
    Link,
    Lint,
    Location,
    Person,
    Review,
    Size,
    Status,
)
from hearthbook.model.promise import Care, Expected, Join, Promise
from hearthbook.model.rhythm import AccessNeeds, Mixing, Ritual
from hearthbook.model.texts import Color, CommunityRef, Id, Language, Name, Plain, Prose, Slug
from hearthbook.model.worth import Answer, Feedback, Glossary, Membership, Metric, Story, Synonyms

NOT_INHERITED = frozenset(
    {
        "name",
        "tagline",
        "status",
        "size",
        "place",
        "lineage",
        "launch",
        "translation_of",
        "visibility",
        "lint",
        "extends",
    }
)
"""Top-level keys that belong to one community alone."""


class Community(Section):
    """A small group of people with one narrow promise."""

    name: Name = Field(examples=["Hard Talks"])
    """What the group is called."""
    tagline: Plain | None = Field(default=None, examples=["Practise the talk you are putting off"])
    """One line that makes the right people curious."""
    language: Language | None = Field(default=None, examples=["en", "de"])
    """The language of this file; the archive's own where it is left out."""
    translation_of: CommunityRef | None = Field(default=None, examples=["hard-talks"])
    """The slug of the community whose translation this is."""
    color: Color | None = Field(default=None, examples=["#2f6f4f"])
    """The group's accent colour, in quotes; it is adjusted until text on it can be read."""
    tags: Words[Plain] = Field(default=(), examples=[["work", "practice"]])
    """A few words by which the directory can be filtered."""
    place: Location | None = Field(default=None, examples=[{"city": "Leipzig", "country": "DE"}])
    """Where the group lives, if it has a place."""
    links: Annotated[tuple[Link, ...], Keyed("name", "url")] = Field(
        default=(), examples=[{"Our repository": "https://example.org/group"}]
    )
    """Pages elsewhere that belong to the group."""
    founders: Founders = Field(default=(), examples=[["mira"]])
    """Who started it: ids from `people`, or names."""
    status: Status | None = Field(default=None, examples=["active"])
    """What state the group is in."""
    visibility: Literal["public", "unlisted", "draft"] = Field(default="public", examples=["unlisted"])
    """Public, unlisted (reachable, in no list) or draft (not published); a static site keeps no secrets."""
    size: Size | None = Field(default=None, examples=[34])
    """How many members there are."""
    extends: Slug | Annotated[str, Field(pattern=r"^_[a-z0-9-]+$")] | None = Field(
        default=None, examples=["_base"]
    )
    """The community or base file whose facts this one shares, by its file's name without .yml."""
    promise: Promise = Field(examples=[{"for": ["new managers"], "outcome": "hold a hard talk"}])
    """The one thing the group is for."""
    join: Join | None = Field(default=None, examples=[{"how": "open"}])
    """How one comes in, rests and leaves."""
    expected: Expected | None = Field(default=None, examples=[{"hours_a_week": 2}])
    """What members give."""
    decisions: Prose | None = Field(default=None, examples=["Hosts propose, members object within a week."])
    """How the group decides, and who breaks ties."""
    privacy: Prose | None = Field(default=None, examples=["What is said in a circle stays there."])
    """What is public, what stays inside, and how to have something removed."""
    access: AccessNeeds | None = Field(default=None, examples=[{"camera": "On or off, as you like."}])
    """How the group makes room for different needs."""
    care: Care | None = Field(default=None, examples=[{"minimum_age": 18}])
    """What a group about health owes its members."""
    onboarding: Onboarding | None = Field(default=None, examples=[{"greeter": "mira"}])
    """A newcomer's first month."""
    norms: tuple[Norm, ...] = Field(default=(), examples=[["We ask before we advise."]])
    """The habits the group keeps; five to seven are plenty."""
    conduct: Conduct | None = Field(default=None, examples=[{"contacts": ["Ada Example, ada@example.org"]}])
    """The facts from which the code of conduct is made."""
    facilitation: Facilitation | None = Field(default=None, examples=[{"spam": "Remove it within the hour."}])
    """How hosts act, in practice."""
    channels: Annotated[tuple[Channel, ...], Keyed("name", "purpose")] = Field(
        default=(), examples=[{"help": "Ask here, answers within a day"}]
    )
    """Where the group talks; three to seven channels are plenty."""
    rituals: Annotated[tuple[Ritual, ...], Keyed("name", "when")] = Field(
        default=(), examples=[{"Weekly wins": "every Tuesday at 17:00"}]
    )
    """What the group does again and again."""
    mixing: Mixing | None = Field(default=None, examples=[{"how": "pairs", "every": "month"}])
    """How members meet people they do not know yet."""
    roles: Annotated[tuple[Role, ...], Keyed("name", "does")] = Field(
        default=(), examples=[{"Greeter": "Writes to each newcomer on their first day."}]
    )
    """The work that members hold for each other."""
    people: dict[Id, Person] = Field(default={}, examples=[{"mira": {"handle": "@mira"}}])
    """The people whom this handbook names, by an id of your choice."""
    membership: Membership | None = Field(default=None, examples=[{"model": "free"}])
    """Who pays, for what."""
    metrics: Annotated[tuple[Metric, ...], Keyed("name", "definition")] = Field(
        default=(), examples=[{"First talk held": "Members who held a talk within six weeks."}]
    )
    """What the group measures."""
    stories: tuple[Story, ...] = Field(default=(), examples=[[{"after": "I said it.", "consent": True}]])
    """What changed for members, told with their consent."""
    feedback: tuple[Feedback, ...] = Field(
        default=(), examples=[[{"said": "The call is too late.", "did": "It starts at 17:00."}]]
    )
    """What members said, and what came of it."""
    launch: Launch | None = Field(default=None, examples=[{"invited": 14}])
    """How the group starts."""
    lineage: Lineage | None = Field(default=None, examples=[{"split_from": "writers"}])
    """Where the group came from and where its members may go."""
    synonyms: Synonyms = Field(default={}, examples=[{"feedback": ["critique", "comments"]}])
    """Words that searchers use -> the words this handbook uses for the same thing."""
    glossary: Glossary = Field(default={}, examples=[{"stand-by": "Somebody who takes over."}])
    """Words that a newcomer may not know."""
    faq: Annotated[tuple[Answer, ...], Keyed("q", "a")] = Field(
        default=(), examples=[{"May I just listen?": "Yes."}]
    )
    """Questions that members ask, and their answers."""
    review: Review | None = Field(default=None, examples=[{"owner": "mira", "every": "six months"}])
    """Who keeps the handbook true."""
    lint: Lint | None = Field(default=None, examples=[{"ignore": {"HB501": "We meet ad hoc."}}])
    """Advice that this group has decided against."""
