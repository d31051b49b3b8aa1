"""HB419: the group is full, and nothing says what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=2)
def full_without_waiting(community: Community) -> Iterator[Slip]:
    """Finds groups that are full and say nothing to those who knock."""
    full = community.status and community.status.state == "full"
    if full and not (community.join and community.join.waiting_list):
        hint = 'say how one waits, or where else to go: `waiting_list: "We write when a seat is free."`'
        yield Slip("/status", "the group is full, and nothing says how one waits for a seat", hint)
