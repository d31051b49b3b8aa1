"""What happens when somebody is hurt: contacts, times, ladder, appeal."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from hearthbook.model.base import Item, Section, Short, Some, Words
from hearthbook.model.texts import IsoDate, PersonRef, Plain, Prose, Reach

Clause = Literal["terms", "audit", "training", "handover"]
"""A clause that readers can do without: how long somebody takes reports, whether whoever is above
hears how cases about leads were handled, whether one practises first, whether open cases are handed
over in writing."""


class Contact(Item):
    """Somebody to whom one can report."""

    short: ClassVar[Short | None] = Short("who", then="reach")
    id_from: ClassVar[tuple[str, ...]] = ("who",)

    who: PersonRef = Field(examples=["mira", "Ada Example"])
    """An id from `people`, or a name."""
    reach: Reach | None = Field(default=None, examples=["ada@example.org"])
    """How to reach them in private."""
    independent: bool | None = Field(default=None, examples=[True])
    """Whether they are outside the circle that leads the group: true or false."""


class CaseDecisions(Section):
    """How cases are decided."""

    short: ClassVar[Short | None] = Short("quorum")

    quorum: Plain | None = Field(default=None, examples=["two of the three contacts"])
    """How many must agree; it completes "A decision needs ..."."""
    tie_break: Plain | None = Field(default=None, examples=["the stand-by person"])
    """Who decides when votes are even."""


class Rung(Item):
    """One step of the enforcement ladder."""

    short: ClassVar[Short | None] = Short("consequence")
    id_from: ClassVar[tuple[str, ...]] = ("event", "consequence")

    event: Plain | None = Field(default=None, examples=["A careless remark"])
    """What happened."""
    consequence: Plain = Field(examples=["A private word"])
    """What follows."""
    repair: Plain | None = Field(default=None, examples=["Say what you will do differently"])
    """How it can be made good, and how one comes back."""


class Appeal(Section):
    """Who looks again."""

    short: ClassVar[Short | None] = Short("to")

    to: PersonRef = Field(examples=["The library's youth office, youth@example.org"])
    """Who hears appeals: somebody who did not decide. An id from `people`, or words."""
    within: Plain | None = Field(default=None, examples=["14 days"])
    """Until when one may appeal; it completes "within ..."."""


class CodeReview(Section):
    """When the code is looked at again."""

    last: IsoDate | None = Field(default=None, examples=["2026-05-01"])
    """When it was last reviewed."""
    every: Plain | None = Field(default=None, examples=["year"])
    """How often; it completes "every ..."."""
    waiting_time: Plain | None = Field(default=None, examples=["two weeks"])
    """How long members can object before a change holds."""


class Conduct(Section):
    """The facts from which the code of conduct is made."""

    contacts: tuple[Contact, ...] = Field(default=(), examples=[["Ada Example, ada@example.org"]])
    """The people to whom one can report; two at least, one of them not a lead."""
    above: PersonRef | None = Field(default=None, examples=["The board of the library, board@example.org"])
    """Whom to turn to when the contacts themselves are the problem."""
    stand_by: PersonRef | None = Field(default=None, examples=["noor"])
    """Who takes cases about leads: an id from `people`, or a name with an address."""
    anonymous: Prose | None = Field(default=None, examples=["A note in the box at the library desk."])
    """A way to report without a name, and its limits."""
    emergency: Prose | None = Field(default=None, examples=["Call 112."])
    """What to do first when somebody is in danger."""
    receipt_within: Plain | None = Field(default=None, examples=["a day"])
    """How soon a report is confirmed; it completes "within ..."."""
    decide_within: Plain | None = Field(default=None, examples=["two weeks"])
    """How soon it is decided; it completes "within ..."."""
    spaces: Some[Plain] = Field(default=(), examples=[["the yearly picnic"]])
    """Where the code holds, besides the channels and rituals."""
    retaliation: Prose | None = Field(default=None, examples=["Whoever punishes a reporter leaves."])
    """What the group does about revenge for a report."""
    conflict_of_interest: Prose | None = Field(default=None, examples=["Friends step aside."])
    """Who must step aside from a case."""
    decisions: CaseDecisions | None = Field(default=None, examples=[{"quorum": "two of three"}])
    """How cases are decided."""
    records: Prose | None = Field(default=None, examples=["One file, read by the contacts, kept a year."])
    """What is written down, who reads it, how long it is kept."""
    ladder: tuple[Rung, ...] = Field(default=(), examples=[["A private word", "A month's pause"]])
    """What follows what, from the mildest to the hardest."""
    support: Prose | None = Field(default=None, examples=["We ask what you need and stay in touch."])
    """What is done for the person who was hurt."""
    appeal: Appeal | None = Field(default=None, examples=[{"to": "noor", "within": "14 days"}])
    """Who looks again at a decision."""
    statistics: Prose | None = Field(default=None, examples=["Each January, as a range."])
    """What is told about cases, and when, without naming anybody."""
    review: CodeReview | None = Field(default=None, examples=[{"every": "year"}])
    """When the code itself is reviewed."""
    without: Words[Clause] = Field(default=(), examples=[["training", "handover"]])
    """Promises that the group does not make, and the page says so: terms, audit, training, handover."""
