"""HB704: money comes in, and no word says where it pulls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Membership

_HINTS: Final = {
    "sponsors": "name it: `conflict: Our sponsors sell paper. They choose no text and see no draft`",
    "product": "name it: `conflict: The workshop earns when you buy. Threads about its faults stay`",
}
"""What to write, by where the money comes from."""
_PAYS: Final = {"sponsors": "sponsors pay", "product": "buyers pay"}
"""Who pays, where that is not the members."""


@rule(Severity.ADVICE, worth=3)
def unspoken_conflict(membership: Membership) -> Iterator[Slip]:
    """Finds groups with an income and without the section `conflict`."""
    if membership.model != "free" and not membership.conflict:
        hint = "name it: `conflict: We earn more when we grow, and read worse. Hence the cap of 50`"
        who = _PAYS.get(membership.model, "members pay")
        fact = f"{who}, and no `conflict` says where that pulls you"
        yield Slip("/membership", fact, _HINTS.get(membership.model, hint))
