"""HB415: nothing says how one pauses or leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def no_way_out(community: Community) -> Iterator[Slip]:
    """Finds groups that tell how one comes in, and neither they nor their own FAQ how one rests or goes."""
    join = community.join
    answered = {answer.id for answer in community.faq if answer.a}
    told = {
        "pauses": (join and join.pause) or "can-i-take-a-break" in answered,
        "leaves": (join and join.leave) or "how-do-i-leave" in answered,
    }
    lacking = " or ".join(word for word, known in told.items() if not known)
    if lacking:
        hint = 'say it kindly: `join: { pause: "Tell your host.", leave: "Go when you like." }`'
        yield Slip("/join" if join else "", f"nothing says how one {lacking}", hint)
