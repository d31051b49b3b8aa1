"""A code of conduct held against the forty-five things that a good one says.

Thirty of them are said in the same words for every group, because they need no
facts. The others stand or fall with what the founder wrote. The items are
those of the guide "Every item of a good handbook".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.lint.people import independent, leads, person
from hearthbook.model.conduct import Conduct
from hearthbook.model.verdict import Audited, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.community import Community

ITEMS: Final = 45
"""How many there are."""
RUNGS: Final = 2
"""Fewer steps than two are no ladder."""
FEW_LEADS: Final = 5
"""Below this, everybody who leads is close to everybody else who does."""

_NOTHING: Final = Conduct()


class _Item(NamedTuple):
    """An item that needs facts."""

    pointer: str
    """Where the file says it."""
    holds: Callable[[Conduct, Community], bool]


def _two_ways(code: Conduct, community: Community) -> bool:
    """Whether there are two people, one of them independent, and somebody above them."""
    outside = any(independent(one, community) for one in code.contacts)
    people = {person(one.who, community) for one in code.contacts}
    past_them = bool(code.above) and person(code.above or "", community) not in people
    return len(people) > 1 and outside and past_them


def _second_look(code: Conduct, community: Community) -> bool:
    """Whether other people look again, within a time."""
    if not (code.appeal and code.appeal.within):
        return False
    return person(code.appeal.to, community) not in {person(one.who, community) for one in code.contacts}


def _outsider(code: Conduct, community: Community) -> bool:
    """Whether there is somebody who does not lead, or there are leads enough."""
    circle = leads(community)
    others = [each for each in (code.above, code.stand_by) if each]
    outside = any(independent(one, community) for one in code.contacts)
    return len(circle) >= FEW_LEADS or outside or any(person(one, community) not in circle for one in others)


_FACTS: Final[dict[str, _Item]] = {
    "C13": _Item(
        "/conduct/contacts",
        lambda code, _: bool(code.contacts) and all(one.reach for one in code.contacts),
    ),
    "C14": _Item("/conduct/contacts", _two_ways),
    "C18": _Item("/conduct/anonymous", lambda code, _: bool(code.anonymous)),
    "C20": _Item("/conduct/receipt_within", lambda code, _: bool(code.receipt_within and code.decide_within)),
    "C23": _Item("/conduct/records", lambda code, _: bool(code.records)),
    "C27": _Item(
        "/conduct/decisions",
        lambda code, _: bool(code.decisions and code.decisions.quorum and code.decisions.tie_break),
    ),
    "C32": _Item("/conduct/ladder", lambda code, _: len(code.ladder) >= RUNGS),
    "C37": _Item("/conduct/appeal", _second_look),
    "C38": _Item("/conduct/stand_by", lambda code, _: bool(code.stand_by)),
    "C39": _Item("/conduct/review/every", lambda code, _: bool(code.review and code.review.every)),
    "C40": _Item("/conduct/statistics", lambda code, _: bool(code.statistics)),
    "C41": _Item(
        "/conduct/review",
        lambda code, _: bool(code.review and code.review.every and code.review.waiting_time),
    ),
    "C43": _Item("/conduct/contacts", _outsider),
}
_DECLINED: Final = {"C38": {"audit"}, "C39": {"terms", "training", "handover"}}
"""Item -> clauses of `conduct.without` by which a group says that it does without."""


def audited(community: Community) -> tuple[Audited, ...]:
    """Each item of a good code of conduct, from C1 to C45, and how it stands in this community."""
    code = community.conduct or _NOTHING
    return tuple(_audited(f"C{number}", code, community) for number in range(1, ITEMS + 1))


def _audited(item: str, code: Conduct, community: Community) -> Audited:
    fact = _FACTS.get(item)
    if fact is None:
        return Audited(item=item, state="present")
    state: State = "present" if fact.holds(code, community) else "missing"
    if _DECLINED.get(item, set()) & set(code.without):
        state = "declined"
    return Audited(item=item, state=state, pointer=fact.pointer)
