"""HB115: nothing says how people hear of the group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=1)
def not_found(community: Community) -> Iterator[Slip]:
    """Finds groups that do not say where they are heard of; one by invitation, or in no list, need not."""
    invites = community.join and community.join.how == "invite"
    if community.promise.found_through or invites or community.visibility != "public":
        return
    hint = "ask your last five newcomers, and write it down: `found_through: [the library's notice board]`"
    yield Slip("/promise", "nothing says where people hear of the group", hint)
