"""HB615: a role has open seats, and nothing says how to begin."""

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
def seats_without_start(roles: tuple[Role, ...]) -> Iterator[Slip]:
    """Finds open seats without a first step."""
    lacking = {
        number: role.name for number, role in enumerate(roles) if role.open_seats and not role.start_small
    }
    if lacking:
        fact = f"seats are open, and nothing says how to begin as {listed(list(lacking.values()))}"
        yield Slip(
            pointer("roles", next(iter(lacking))),
            fact,
            "write a first step: `start_small: Keep the time for one evening, then tell Tess`",
        )
