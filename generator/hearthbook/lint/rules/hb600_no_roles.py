"""HB600: there is no work that a member could take on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=2)
def no_roles(community: Community) -> Iterator[Slip]:
    """Finds communities without roles."""
    if not community.roles:
        hint = "begin with the smallest one: `roles: { Greeter: Writes to each newcomer on their first day }`"
        yield Slip("", "no `roles` say which work a member could take on", hint)
