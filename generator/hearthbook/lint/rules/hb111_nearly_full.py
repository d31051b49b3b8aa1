"""HB111: the group is nearly full and has no plan for that day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

SHARE: Final = 0.8
"""The last fifth fills while two hosts and a room for a second group are still being looked for."""

_OWN_PLAN: Final = "what-happens-when-we-split"
"""The published id of the question that a founder's own answer takes over."""


@rule(Severity.ADVICE, worth=3, after=("HB110",))
def nearly_full(community: Community, *, share: float = SHARE) -> Iterator[Slip]:
    """Finds groups near their cap without a plan; HB419 tells those that say they are full."""
    cap = community.promise.boundary.cap if community.promise.boundary else None
    members = community.size.members if community.size else 0
    if cap and members / cap >= share and not _plan(community):
        fact = f"{members} of {cap} seats are taken, and nothing says what happens when all are"
        hint = f"write a `waiting_list` under `join`, or answer `{_OWN_PLAN}` in `faq`"
        yield Slip("/size/members", fact, hint)


def _plan(community: Community) -> bool:
    """Whether there is a waiting list, a way onwards or a word on splitting, or HB419 asks for one."""
    waits = community.join and community.join.waiting_list
    onwards = community.lineage and community.lineage.graduates_to
    answered = any(each.id == _OWN_PLAN and each.a for each in community.faq)
    full = community.status and community.status.state == "full"
    return bool(waits or onwards or answered or full)
