"""HB616: nobody holds a role, and nobody is wanted for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Role


@rule(Severity.ADVICE, worth=2)
def vacant_role(roles: tuple[Role, ...]) -> Iterator[Slip]:
    """Finds roles that stand empty without a word."""
    lacking = {
        number: role.name for number, role in enumerate(roles) if not role.held_by and not role.open_seats
    }
    if lacking:
        fact = f"nobody holds {listed(list(lacking.values()))}, and no seat is open"
        yield Slip(
            pointer("roles", next(iter(lacking))),
            fact,
            "write `open_seats: 1`, or name who does it in `held_by`, or take the role out",
        )
