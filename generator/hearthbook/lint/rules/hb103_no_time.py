"""HB103: the outcome has no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import unseen_in
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.promise import Promise


@rule(Severity.ADVICE, worth=3)
def no_time(promise: Promise, community: Community) -> Iterator[Slip]:
    """Finds promises that do not say how long it takes; where nobody could see the end, HB119 comes first."""
    if not promise.within and not unseen_in(community):
        hint = "write a time that most who take part have kept: `within: six weeks`"
        yield Slip("/promise", "nothing says how long it takes to reach the outcome", hint)
