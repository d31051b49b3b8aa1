"""HB608: a role cannot be tried in a small way first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Role


@rule(Severity.ADVICE, worth=1)
def no_small_start(roles: tuple[Role, ...]) -> Iterator[Slip]:
    """Finds roles that begin with the whole of the work."""
    lacking = {
        number: role.name for number, role in enumerate(roles) if not role.start_small and not role.open_seats
    }
    if lacking:
        fact = f"nothing says how to try out being {listed(list(lacking.values()))}"
        yield Slip(
            pointer("roles", next(iter(lacking))),
            fact,
            "write one evening's worth: `start_small: Greet one person, with Jonas beside you`",
        )
