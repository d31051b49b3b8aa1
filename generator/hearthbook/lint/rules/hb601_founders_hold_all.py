"""HB601: every role is held by those who started the group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import persons
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Role
    from hearthbook.model.community import Community

LEAST: Final = 2
"""A group's first role is naturally its founder's; with the second one there is something to share."""


@rule(Severity.ADVICE, worth=3)
def founders_hold_all(
    founders: tuple[str, ...], roles: tuple[Role, ...], community: Community, *, least: int = LEAST
) -> Iterator[Slip]:
    """Finds groups in which nobody but the founders holds a role."""
    held = [role for role in roles if role.held_by]
    holders = persons((one.person for role in held for one in role.held_by), community)
    if len(held) >= max(least, 1) and holders <= persons(founders, community):
        fact = (
            f"founders hold all {len(held)} roles that anybody holds: {listed([role.name for role in held])}"
        )
        yield Slip("/roles", fact, "offer the smallest of them to a member for a month, with `open_seats: 1`")
