"""A code of conduct held against the forty-five things that a good one says.

Thirty of them are said in the same words for every group, because they need no
facts. The others stand or fall with what the founder wrote. The items are
those of the guide "Every item of a good handbook".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.lint.people import back_to_contacts, independent, leads, outsider, person
from hearthbook.lint.placeholders import placeholder
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


def _told(text: str | None, community: Community) -> bool:
    """Whether something is written there that will stay; a placeholder says nothing."""
    return bool(text) and not placeholder(text or "", community.language or "en")


def _reachable(code: Conduct, community: Community) -> bool:
    """Whether there are people to turn to, all with an address."""
    return bool(code.contacts) and all(
        _told(one.who, community) and _told(one.reach, community) for one in code.contacts
    )


def _two_ways(code: Conduct, community: Community) -> bool:
    """Whether there are two people, one of them independent, and somebody above them."""
    named = [one for one in code.contacts if _told(one.who, community)]
    people = {person(one.who, community) for one in named}
    outside = any(independent(one, community) for one in named)
    past_them = _told(code.above, community) and person(code.above or "", community) not in people
    return len(people) > 1 and outside and past_them


def _times(code: Conduct, community: Community) -> bool:
    """Whether both times are given."""
    return _told(code.receipt_within, community) and _told(code.decide_within, community)


def _way_to_decide(code: Conduct, community: Community) -> bool:
    """Whether it is said how many must agree, and what breaks a tie."""
    ways = code.decisions
    return ways is not None and _told(ways.quorum, community) and _told(ways.tie_break, community)


def _ladder(code: Conduct, community: Community) -> bool:
    """Whether there are steps, one after the other."""
    return sum(_told(rung.consequence, community) for rung in code.ladder) >= RUNGS


def _second_look(code: Conduct, community: Community) -> bool:
    """Whether other people look again, within a time."""
    appeal = code.appeal
    if not (appeal and _told(appeal.to, community) and _told(appeal.within, community)):
        return False
    return not back_to_contacts(appeal.to, community)


def _stands_by(code: Conduct, community: Community) -> bool:
    """Whether somebody is there for cases about those who lead, who leads nothing."""
    return _told(code.stand_by, community) and (
        outsider(code.stand_by, community)
        or person(code.stand_by or "", community) in _outside(code, community)
    )


def _outside(code: Conduct, community: Community) -> set[str]:
    """The contacts who lead nothing."""
    return {person(one.who, community) for one in code.contacts if independent(one, community)}


def _change(code: Conduct, community: Community) -> bool:
    """Whether it is said when the code is read again, and how long members have to object."""
    review = code.review
    return review is not None and bool(review.every) and _told(review.waiting_time, community)


def _outsider(code: Conduct, community: Community) -> bool:
    """Whether somebody is named who leads nothing, or there are leads enough."""
    others = (each for each in (code.above, code.stand_by) if _told(each, community))
    named = bool(_outside(code, community)) or any(outsider(each, community) for each in others)
    return len(leads(community)) >= FEW_LEADS or named


_FACTS: Final[dict[str, _Item]] = {
    "C13": _Item("/conduct/contacts", _reachable),
    "C14": _Item("/conduct/contacts", _two_ways),
    "C18": _Item("/conduct/anonymous", lambda code, community: _told(code.anonymous, community)),
    "C20": _Item("/conduct/receipt_within", _times),
    "C23": _Item("/conduct/records", lambda code, community: _told(code.records, community)),
    "C27": _Item("/conduct/decisions", _way_to_decide),
    "C32": _Item("/conduct/ladder", _ladder),
    "C37": _Item("/conduct/appeal", _second_look),
    "C38": _Item("/conduct/stand_by", _stands_by),
    "C39": _Item("/conduct/review/every", lambda code, _: bool(code.review and code.review.every)),
    "C40": _Item("/conduct/statistics", lambda code, community: _told(code.statistics, community)),
    "C41": _Item("/conduct/review", _change),
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
